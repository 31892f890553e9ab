"""How the window looks: the size of its text, light or dark, low rows, and nothing but the entry."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QFontMetrics

from newsdesk.preferences import Preferences
from newsdesk.ui import look
from newsdesk.ui.settings import zoomed
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

_MARKED = ("compact_list", "focus_mode", "theme_light", "theme_dark", "theme_system")


class Appearance(QObject):
    """One method an action; the lists follow the preferences."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._panes, self._toast, self._settings = around.panes, around.messages.toast, around.settings
        self._hidden_by_focus: list[bool] | None = None  # which panes were shown before focus mode
        self._actions: Mapping[str, QAction] = {}
        self._settings.changed.connect(self._take)
        self._panes.entries.installEventFilter(self)
        self._follow()

    def mark(self, by_id: Mapping[str, QAction]) -> None:
        """From now on show by the actions' marks what is chosen."""
        self._actions = by_id
        for id in _MARKED:
            by_id[id].setCheckable(True)
        self._follow()

    def zoom_in(self) -> None:
        self._zoom(zoomed(self._settings.value.zoom, 1))

    def zoom_out(self) -> None:
        self._zoom(zoomed(self._settings.value.zoom, -1))

    def zoom_reset(self) -> None:
        self._zoom(100)

    def compact_list(self) -> None:
        self._settings.change(is_compact=not self._settings.value.is_compact)

    def theme_light(self) -> None:
        self._choose_theme("light")

    def theme_dark(self) -> None:
        self._choose_theme("dark")

    def theme_system(self) -> None:
        self._choose_theme("system")

    def focus_mode(self) -> None:
        """Only the entry; once more, and the other panes are back as they were."""
        blogs, entries, entry = self._panes
        if self._hidden_by_focus is None:
            self._hidden_by_focus = [blogs.isVisible(), entries.isVisible()]
            shown = [False, False]
            entry.body.setFocus()
        else:
            shown, self._hidden_by_focus = self._hidden_by_focus, None
        for pane, is_shown in zip((blogs, entries), shown, strict=True):
            pane.setVisible(is_shown)
        self._show_marks()

    @property
    def is_focused(self) -> bool:
        """Whether focus mode is on."""
        return self._hidden_by_focus is not None

    def panes_hidden(self) -> list[bool]:
        """Which of blogs and entries are hidden by choice, and not by focus mode."""
        if self._hidden_by_focus is not None:
            return [not was_shown for was_shown in self._hidden_by_focus]
        window = self._panes.entry.window()
        return [not pane.isVisibleTo(window) for pane in self._panes[:2]]

    def _zoom(self, percent: int) -> None:
        self._settings.change(zoom=percent)
        self._toast.say(tr("Text size {0}%").format(percent))

    def _choose_theme(self, theme: str) -> None:
        self._settings.change(theme=theme)
        self._show_marks()

    def _take(self, before: Preferences, after: Preferences) -> None:
        if (before.zoom, before.is_compact, before.theme) != (after.zoom, after.is_compact, after.theme):
            self._follow()

    def _follow(self) -> None:
        """Give the rows of both lists their height and type."""
        view, blogs = self._panes.entries.view, self._panes.blogs.view
        view.delegate.choose_fonts()
        height = row_height(is_compact=self._settings.value.is_compact)
        rows = view.verticalHeader()
        rows.setMinimumSectionSize(min(height, rows.minimumSectionSize()))  # a minimum that no row has takes Qt seconds
        rows.setDefaultSectionSize(height)
        rows.setMinimumSectionSize(height)
        blogs.delegate.choose_fonts()
        blogs.delegate.row = row_height()
        blogs.doItemsLayout()
        self._show_marks()

    def _show_marks(self) -> None:
        chosen = self._settings.value
        marks = {f"theme_{chosen.theme}", "compact_list" if chosen.is_compact else ""}
        marks.add("focus_mode" if self.is_focused else "")
        for id in _MARKED if self._actions else ():
            self._actions[id].setChecked(id in marks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._follow()
        return False


def row_height(*, is_compact: bool = False) -> int:
    """Of a row with two lines: 56 pixels, or 40; more where the text is large."""
    lines = QFontMetrics(look.text(semibold=True)).height() + QFontMetrics(look.small()).height()
    least, around = (look.COMPACT_ROW, 2) if is_compact else (look.ROW, 2 * look.GRID)
    return max(least, lines + around)
