"""Newsdesk as it is, started with eyes: asked on standard input where something stands, it tells the place.

The hands stay real: a test asks for the place of a button, a menu's item or a row by the words that a person sees
there, and moves the mouse to it. `--mirrored` turns everything to the other side.
"""

import json
import sys
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSocketNotifier, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QMenuBar, QTextBrowser, QWidget

from newsdesk import app as program
from newsdesk.ui.words import plain


class Watched(QApplication):
    """Answers questions between two events."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments[:1])
        if "--mirrored" in sys.argv:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._answer)

    def _answer(self) -> None:
        if words := sys.stdin.readline():
            ratio = self.devicePixelRatio()
            found = [
                round(part * ratio)
                for r in places(words.rstrip("\n"))
                for part in (r.x(), r.y(), r.width(), r.height())
            ]
            print(json.dumps(found), flush=True)
        else:
            self._asked.setEnabled(False)


def places(words: str) -> Iterator[QRect]:
    """Where on the screen these words stand, what is on top first: in menus, in rows, on controls."""
    shown = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    for menu in sorted(shown, key=lambda widget: not isinstance(widget, QMenu)):
        if isinstance(menu, QMenu | QMenuBar):
            named = [action for action in menu.actions() if plain(action.text()) == words]
            yield from (on_screen(menu, menu.actionGeometry(action)) for action in named)
    for view in shown:
        if isinstance(view, QAbstractItemView):
            yield from rows(view, words)
        elif isinstance(view, QTextBrowser):
            cursor = view.document().find(words)
            if not cursor.isNull():
                yield on_screen(view.viewport(), view.cursorRect(cursor).adjusted(-12, 0, 0, 0))
    for widget in shown:
        said = getattr(widget, "text", None)
        line = str(plain(said()) if callable(said) else said).partition("\n")[0]
        if words in (widget.accessibleName(), line):
            yield on_screen(widget, widget.rect())


def rows(view: QAbstractItemView, words: str) -> Iterator[QRect]:
    for number in range(min(view.model().rowCount(), 400)):
        index = view.model().index(number, 0)
        rect = view.visualRect(index)
        if rect.isValid() and view.viewport().rect().contains(rect.center()) and words in str(index.data()):
            yield on_screen(view.viewport(), rect)


def on_screen(widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)) + rect.topLeft(), rect.size())


if __name__ == "__main__":
    setattr(program, "QApplication", Watched)  # noqa: B010  mypy knows what it was
    sys.exit(program.open_window(None))
