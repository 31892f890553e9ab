"""Everything around the entries: finding, the blogs, preferences, palette, help. Its rooms are built here."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from newsdesk.ui.appearance import Appearance
from newsdesk.ui.guidance import Guidance
from newsdesk.ui.preferring import Preferring
from newsdesk.ui.surroundings import Surroundings


class DeskWork:
    """The rooms, and what they have to know of one another."""

    def __init__(self, around: Surroundings) -> None:
        self.appearance = Appearance(around)
        self.preferring = Preferring(around)
        self.guidance = Guidance(around)
        self.rooms = (self.appearance, self.preferring, self.guidance)

    def know(self, by_id: Mapping[str, QAction], undo: Callable[[], object]) -> None:
        """The actions, once they are made, and how to take back what was done last."""
        self.appearance.mark(by_id)
        self.guidance.know(by_id)
