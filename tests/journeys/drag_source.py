"""A window from which a file can be dragged, as from a file manager: drag_source.py FILE."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Starts a drag of the file as soon as the mouse moves with a button down."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(Path(sys.argv[1]).absolute()))])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


app = QApplication(sys.argv)
source = Source("file")
source.setWindowFlag(Qt.WindowType.X11BypassWindowManagerHint)
source.setGeometry(0, 0, 80, 60)
source.show()
app.exec()
