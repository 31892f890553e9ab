"""What follows from the preferences, besides the look: the author, the zones, the spelling."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog
from newsdesk.preferences import Preferences
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.ui.preferences_sheet.sheet import PreferencesSheet


class Preferring(QObject):
    """Applies each choice as it is made."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live, _, self._panes, _, self._settings, self._reader = around
        self._sheet: PreferencesSheet | None = None
        self._settings.changed.connect(self._follow)
        blogs = self._panes.blogs
        blogs.chosen.connect(self._spell)
        blogs.model.dataChanged.connect(lambda *_: self._spell(blogs.current))
        self._reader.zones = dict(self._settings.value.zones)

    def preferences(self) -> None:
        """The sheet."""
        from newsdesk.ui.preferences_sheet.sheet import PreferencesSheet

        if self._sheet is None:
            self._sheet = PreferencesSheet(sheet_parent(self._panes.entry), self._settings)
        self._sheet.ask()

    def _follow(self, before: Preferences, after: Preferences) -> None:
        if after.author != before.author:
            self._live.ask(lambda desk: _sign(desk, after.author))
        if after.zones != before.zones:
            self._reader.zones = dict(after.zones)
        if after.checks_spelling != before.checks_spelling:
            self._spell(self._panes.blogs.current)

    def _spell(self, blog: Blog | None) -> None:
        is_wanted = blog is not None and self._settings.value.checks_spelling
        language, known = (blog.language, blog.bylines) if blog is not None and is_wanted else ("", ())
        self._panes.entry.body.set_spelling(language, known)


def _sign(desk: Desk, name: str) -> None:
    desk.author = replace(desk.author, name=name)
