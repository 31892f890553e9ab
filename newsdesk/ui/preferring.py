"""What follows from the preferences, besides the look: the author and the zones."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.desk.desk import Desk
from newsdesk.preferences import Preferences
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.spelling import Spelling
from newsdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.ui.preferences_sheet.sheet import PreferencesSheet


class Preferring(QObject):
    """Applies each choice as it is made."""

    def __init__(self, around: Surroundings, spelling: Spelling) -> None:
        super().__init__(around.panes.entry)
        self._live, _, self._panes, _, self._settings, self._reader = around
        self._spelling = spelling
        self._sheet: PreferencesSheet | None = None
        self._settings.changed.connect(self._follow)
        self._reader.zones = dict(self._settings.value.zones)

    def preferences(self) -> None:
        """The sheet."""
        from newsdesk.ui.preferences_sheet.sheet import PreferencesSheet

        if self._sheet is None:
            self._sheet = PreferencesSheet(sheet_parent(self._panes.entry), self._settings)
            self._sheet.dictionary_wanted.connect(self._spelling.add_dictionary)
            self._spelling.told.connect(self._sheet.tell_of_dictionary)
            self._sheet.tell_of_dictionary(self._spelling.sentence())
        self._sheet.ask()

    def _follow(self, before: Preferences, after: Preferences) -> None:
        if after.author != before.author:
            self._live.ask(lambda desk: _sign(desk, after.author))
        if after.zone != before.zone:
            self._live.ask(lambda desk: _settle(desk, after.zone))
        if after.zones != before.zones:
            self._reader.zones = dict(after.zones)


def _sign(desk: Desk, name: str) -> None:
    desk.author = replace(desk.author, name=name)


def _settle(desk: Desk, zone: str) -> None:
    desk.zone = zone
