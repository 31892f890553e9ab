"""Everything around the entries: finding, the blogs, preferences, palette, help. Its rooms are built here."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from newsdesk.ui.appearance import Appearance
from newsdesk.ui.blog_commands import BlogCommands
from newsdesk.ui.controls import Line
from newsdesk.ui.correction_commands import CorrectionCommands
from newsdesk.ui.erasing_commands import ErasingCommands
from newsdesk.ui.finding_commands import FindingCommands
from newsdesk.ui.guidance import Guidance
from newsdesk.ui.making_room import MakingRoom
from newsdesk.ui.preferring import Preferring
from newsdesk.ui.preflight_commands import PreflightCommands
from newsdesk.ui.preview_commands import PreviewCommands
from newsdesk.ui.printing import Printing
from newsdesk.ui.record_commands import RecordCommands
from newsdesk.ui.returned_commands import ReturnedCommands
from newsdesk.ui.sending_commands import SendingCommands
from newsdesk.ui.signing import Signing
from newsdesk.ui.spelling import Spelling
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.telling import Telling


class DeskWork:
    """The rooms, and what they have to know of one another."""

    def __init__(self, around: Surroundings, foot: Line) -> None:
        self.settings = around.settings
        Telling(around)
        self.appearance = Appearance(around)
        self.spelling = Spelling(around, foot)
        self.preferring = Preferring(around, self.spelling)
        self.guidance = Guidance(around)
        self.blogs = BlogCommands(around)
        self.finding = FindingCommands(around)
        self.printing = Printing(around)
        self.preflight, self.record = PreflightCommands(around), RecordCommands(around)
        self.correcting, self.sending = CorrectionCommands(around), SendingCommands(around)
        self.returned = ReturnedCommands(around)
        self.signing, self.preview = Signing(around), PreviewCommands(around)
        self.rooms = (
            self.appearance, self.spelling, self.preferring, self.guidance, self.blogs, self.finding, self.printing,
            self.preflight, self.record, self.correcting, self.sending, self.returned, self.preview,
            ErasingCommands(around),
        )

        self._panes, self.room = around.panes, MakingRoom(around.panes)
        for beside in (self.preview, self.preflight):
            self.room.know(beside.give_way)
            beside.opened.connect(lambda beside=beside: self.room.for_one(beside.give_way))
            beside.closed.connect(self.room.give_back)
        self.preflight.introduction_wanted.connect(self.blogs.introduction)

    def panes_hidden(self) -> list[bool]:
        """Which of blogs and entries are hidden by choice, and not for the time being."""
        lists = self._panes[:2]
        return [
            is_hidden and pane not in self.room.gave_way
            for pane, is_hidden in zip(lists, self.appearance.panes_hidden(), strict=True)
        ]

    def know(self, by_id: Mapping[str, QAction]) -> None:
        """The actions, once they are made."""
        self.appearance.mark(by_id)
        self.guidance.know(by_id)
        self.blogs.know(by_id)
        self.sending.know(by_id)
        self.preview.know(by_id)
