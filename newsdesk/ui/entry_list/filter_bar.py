"""The strip above the list that narrows it: words, and a menu of what else entries may have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from newsdesk.desk.viewing import NO_FILTER, Filter
from newsdesk.domain.entry import State
from newsdesk.ui import look, words
from newsdesk.ui.controls import Ground, IconButton, Line
from newsdesk.ui.messages import announce
from newsdesk.ui.typing_line import TypingLine
from newsdesk.ui.words import tr

_PAUSE = 160  # milliseconds after a key until the list is narrowed


class FilterBar(Ground):
    """Says what is wanted. Esc clears it; Esc once more, or Down, goes back to the list."""

    changed = Signal(object)  # Filter
    left = Signal()  # to the list
    opening = Signal()  # it or its menu is about to need the blog's bylines and labels

    def __init__(self) -> None:
        super().__init__("list", line="foot")
        self.filter = NO_FILTER
        self._used: Mapping[str, Sequence[str]] = {}
        self.line = TypingLine(tr("Filter the entries"))
        self.line.setFont(look.small())
        self.line.setStyleSheet("QLineEdit { background: transparent; border: none }")
        self.line.setPlaceholderText(tr("Words, or 05:00–06:30"))
        self.more = IconButton("filter", tr("What to show"))
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close = IconButton("close", tr("Clear the filter"))
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = Line(is_dim=True)
        self._told.setContentsMargins(0, 0, 0, 4)
        across = QHBoxLayout()
        across.setContentsMargins(2 * look.GRID - 2, 0, look.GRID, 0)
        for widget in (self.line, self.more, close):
            across.addWidget(widget)
        below = QHBoxLayout()
        below.setContentsMargins(2 * look.GRID, 0, 2 * look.GRID, 0)
        below.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(across)
        column.addLayout(below)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._take_words)
        self.line.textEdited.connect(lambda _: self._pause.start())
        self.line.stepped.connect(lambda step: self._leave() if step > 0 else None)
        self.line.returnPressed.connect(self._leave)
        self.more.clicked.connect(self._offer)
        close.clicked.connect(self.dismiss)
        self.hide()

    def ask(self) -> None:
        """Show it, with the caret in its line."""
        self.opening.emit()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def clear(self) -> None:
        """Show everything again."""
        self.line.clear()
        self._give(NO_FILTER)

    def narrow(self, wanted: Filter) -> None:
        """Show it, and only what this filter lets through."""
        self.show()
        self.line.setText(wanted.words)
        self._give(wanted)

    def say_count(self, count: int) -> None:
        """How many entries it leaves."""
        found = tr("No entry") if not count else words.entries(count)
        told = "" if self.filter.is_empty else " · ".join([found, *_in_words(self.filter)])
        if told != self._told.text:
            announce(self, told or found)
        self._told.set_text(told)

    def forget(self) -> None:
        """Be empty and out of sight, and tell nobody."""
        self._pause.stop()
        self.line.clear()
        self.filter = NO_FILTER
        self._told.set_text("")
        self.hide()

    def know(self, used: Mapping[str, Sequence[str]]) -> None:
        """The bylines and labels that can be chosen."""
        self._used = used

    def dismiss(self) -> None:
        """Clear it and go."""
        self.clear()
        self.left.emit()
        self.hide()

    def _escape(self) -> None:
        if self.filter.is_empty and not self.line.text():
            self.dismiss()
        else:
            self.clear()

    def _leave(self) -> None:
        self._take_words()
        self.left.emit()

    def _take_words(self) -> None:
        self._pause.stop()
        self._give(replace(self.filter, words=self.line.text()))

    def _give(self, wanted: Filter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self.changed.emit(wanted)

    def _offer(self) -> None:
        self.opening.emit()
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """What else can be asked for; each choice takes effect at once."""
        menu = QMenu(self)
        menu.setAccessibleName(self.more.accessibleName())
        by = self.filter
        for state in State:
            self._add(menu, words.state(state), state in by.states, states=by.states ^ {state})
        menu.addSeparator()
        self._add(menu, tr("Key events"), by.is_key, is_key=not by.is_key)
        self._add(menu, tr("Changed since the last hand-over"), by.is_changed, is_changed=not by.is_changed)
        self._add_names(menu, tr("Byline"), "bylines", "byline")
        self._add_names(menu, tr("Label"), "labels", "label")
        return menu

    def _add_names(self, menu: QMenu, title: str, kind: str, field: str) -> None:
        names, chosen = self._used.get(kind, ()), str(getattr(self.filter, field))
        if not names:
            return
        below = menu.addMenu(title)
        for name in names:
            is_on = name == chosen
            self._add(below, name.replace("&", "&&"), is_on, **{field: "" if is_on else name})

    def _add(self, menu: QMenu, text: str, is_on: bool, **wanted: Any) -> None:  # noqa: ANN401  fields of Filter
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(lambda _=False: self._give(replace(self.filter, **wanted)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc from its line and from its buttons, which let it through."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)


def _in_words(by: Filter) -> list[str]:
    """What is chosen besides the words, such as states and a byline."""
    parts = [", ".join(words.state(state) for state in State if state in by.states)]
    parts += [tr("Key events")] if by.is_key else []
    parts += [tr("Changed since the last hand-over")] if by.is_changed else []
    return [part for part in (*parts, by.byline, by.label) if part]
