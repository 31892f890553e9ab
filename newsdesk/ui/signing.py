"""The author's name: asked once, at the first edit, where it is in nobody's way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.domain.revision import Act, Done
from newsdesk.preferences import Preferences
from newsdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.ui.signing_bar import SigningBar


class Signing(QObject):
    """Asks beneath the entry; until somebody answers, what the system calls them stands in the history."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._settings, self._pane = around.settings, around.panes.entry
        self._signals = around.signals
        self.bar: SigningBar | None = None
        if not self._settings.value.knows_author:
            self._signals.edited.connect(self._ask)
            self._settings.changed.connect(self._follow)

    def _ask(self, done: Done) -> None:
        value = self._settings.value
        if done.revision.author.desk != value.desk or done.revision.act is not Act.DO or self.bar is not None:
            return
        from newsdesk.ui.signing_bar import SigningBar

        self.bar = SigningBar(value.author)
        self.bar.set_side(self._pane.body.side_margin())
        self._pane.body.side_margin_changed.connect(self.bar.set_side)
        self.bar.given.connect(self._take)
        self._pane.foot.addWidget(self.bar)

    def _take(self, name: str) -> None:
        """Keep the name, and never ask again; without one, what it was."""
        if self.bar is not None and self.bar.isAncestorOf(self._pane.window().focusWidget() or self._pane):
            self._pane.body.setFocus()
        self._settings.change(author=name or self._settings.value.author, knows_author=True)

    def _follow(self, _: Preferences, after: Preferences) -> None:
        """The name is known, from here, from another window or from the preferences."""
        if after.knows_author:
            self._signals.edited.disconnect(self._ask)
            self._settings.changed.disconnect(self._follow)
            if self.bar is not None:
                self.bar.hide()
