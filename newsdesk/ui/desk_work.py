"""Everything around the entries: finding, the blogs, preferences, palette, help. Its rooms are built here."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from newsdesk.ui.appearance import Appearance
from newsdesk.ui.blog_commands import BlogCommands
from newsdesk.ui.controls import Line
from newsdesk.ui.correction_commands import CorrectionCommands
from newsdesk.ui.erasing_commands import ErasingCommands
from newsdesk.ui.finding_commands import FindingCommands
from newsdesk.ui.guidance import Guidance
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

        self._panes = around.panes
        self.preview.opened.connect(lambda: self._make_room(self.preflight.give_way))
        self.preflight.introduction_wanted.connect(self.blogs.introduction)
        self.preflight.opened.connect(lambda: self._make_room(self.preview.give_way))

    def _make_room(self, give_way: Callable[[], object]) -> None:
        """Where a window has no room for all panes, the one that was opened last stays; the window never grows."""
        beside = self._panes.entry.parentWidget()
        if beside is not None and beside.minimumSizeHint().width() > beside.width():
            give_way()

    def know(self, by_id: Mapping[str, QAction]) -> None:
        """The actions, once they are made."""
        self.appearance.mark(by_id)
        self.guidance.know(by_id)
        self.blogs.know(by_id)
        self.sending.know(by_id)
        self.preview.know(by_id)
