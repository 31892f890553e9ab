"""A window in a process of its own: says the processor time at which its first picture stood, and its answer to a key.

`bare` is the floor, a bare QMainWindow. Otherwise the argument is a store, and the picture is the list with its
entries; the key is Down, pressed as soon as that picture stands, and the answer is the next row painted as chosen.
"""

import gc
import os
import sys
from time import process_time
from typing import TYPE_CHECKING

from newsdesk.ui.loading import load_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def main(what: str) -> None:
    if what == "bare":
        _bare()
    else:
        _newsdesk(what)


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            QTimer.singleShot(0, lambda: _stand(self))

        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
            _say("answered")
            os._exit(0)

    app, window = QApplication([]), Bare()
    window.resize(1200, 800)
    window.show()
    app.exec()


def _newsdesk(store: str) -> None:
    gc.disable()
    load_qt()
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from newsdesk.app import open_window
    from newsdesk.ui.entry_list.view import EntryView

    paint = EntryView.paintEvent
    chosen: list[int] = []

    def watched(view: EntryView, event: QPaintEvent) -> None:
        paint(view, event)
        row = view.currentIndex().row()
        if not chosen and view.entries.rowCount() and view.entries.entry(row) is not None:
            chosen.append(row)
            QTimer.singleShot(0, lambda: _stand(view))
        elif chosen and row != chosen[0]:
            _say("answered")
            os._exit(0)

    EntryView.paintEvent = watched  # type: ignore[method-assign,assignment]
    open_window(store)


def _stand(widget: "QWidget") -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    _say("painted")
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.postEvent(widget, key)


def _say(what: str) -> None:
    os.write(1, f"{what} {process_time()}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1])
