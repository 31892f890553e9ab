"""A picture that another program put on the clipboard as such."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from newsdesk.ui.body_editor import BodyEditor


def test_a_picture_on_the_clipboard_is_offered_as_png(qtbot: QtBot) -> None:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    mime = QMimeData()
    mime.setImageData(image)
    offered: list[tuple[bytes, str]] = []
    editor.image_offered.connect(lambda content, media_type, _: offered.append((content, media_type)))

    editor.insertFromMimeData(mime)

    assert [(content[:8], media_type) for content, media_type in offered] == [(b"\x89PNG\r\n\x1a\n", "image/png")]
