"""What follows from the preferences, besides the look: the author, the zones, the spelling."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk import preferences
from newsdesk.desk.desk import Desk
from newsdesk.desk.known_names import known_names
from newsdesk.desk.own_words import OwnWords
from newsdesk.domain.blog import Blog
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.ui.preferences_sheet.sheet import PreferencesSheet


class Preferring(QObject):
    """Applies each choice as it is made."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live, _, self._panes, messages, self._settings, self._reader = around
        self._toast = messages.toast
        self._spelled: object = None  # of which blog the names are known, and what they came from
        self._own_words = OwnWords(preferences.folder() / "dictionary.txt")
        self._panes.entry.body.word_learned.connect(self._learn)
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
        if after.zone != before.zone:
            self._live.ask(lambda desk: _settle(desk, after.zone))
        if after.zones != before.zones:
            self._reader.zones = dict(after.zones)
        if after.checks_spelling != before.checks_spelling:
            self._spell(self._panes.blogs.current)

    def _spell(self, blog: Blog | None) -> None:
        if blog is None or not self._settings.value.checks_spelling:
            self._spelled = None
            self._panes.entry.body.set_spelling("")
            return
        named, spelled = blog, (blog.id, blog.language, blog.headline, blog.bylines)
        if spelled == self._spelled:
            return
        self._spelled = spelled
        self._live.ask(lambda desk: known_names(desk, named), then=lambda names: self._know(named, names))

    def _know(self, blog: Blog, names: tuple[str, ...]) -> None:
        current = self._panes.blogs.current
        if current is not None and current.id == blog.id and self._settings.value.checks_spelling:
            self._panes.entry.body.set_spelling(blog.language, (*names, *self._own_words.all()))

    def _learn(self, word: str) -> None:
        try:
            self._own_words.add(word)
        except NewsdeskError as error:
            self._toast.say(error.sentence)


def _sign(desk: Desk, name: str) -> None:
    desk.author = replace(desk.author, name=name)


def _settle(desk: Desk, zone: str) -> None:
    desk.zone = zone
