"""While files are dragged over the window it says that they can be dropped, and what for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom


def dragged(*files: str) -> tuple[QDragEnterEvent, QMimeData]:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(Path(file).absolute())) for file in files])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, button, none), mime


def drag_over(place: QWidget, *files: str) -> None:
    event, _mime = dragged(*files)
    QApplication.sendEvent(place, event)


def shown(window: MainWindow) -> tuple[str, QWidget | None]:
    """The words, and what they lie over."""
    welcome = window.drop_welcome
    if not welcome.isVisible():
        return "", None
    centre = window.centralWidget()
    return welcome.words, centre if centre and welcome.size() == centre.size() else window.pane.body


@pytest.mark.parametrize(
    ("files", "words"), [(["a.txt"], "Drop to import"), (["a.txt", "b.txt"], "Drop to import 2 files")]
)
def test_files_are_welcome_anywhere(filled: Newsroom, files: list[str], words: str) -> None:
    window = filled.window()

    drag_over(window, *files)
    assert shown(window) == (words, window.centralWidget())

    QApplication.sendEvent(window, QDragLeaveEvent())
    assert shown(window) == ("", None)


def test_an_image_is_welcome_in_the_text(filled: Newsroom) -> None:
    window = filled.window()

    for place in (window, window.pane.body.viewport()):
        drag_over(place, "a.png")
        assert shown(window) == ("Drop to add the image", window.pane.body)


def test_where_no_entry_is_open_an_image_is_a_file_like_others(newsroom: Newsroom) -> None:
    window = newsroom.window()

    drag_over(window, "a.png")

    assert shown(window) == ("Drop to import", window.centralWidget())


def test_no_field_takes_the_name_of_a_file_for_text(filled: Newsroom) -> None:
    window = filled.window()

    for field in (window.pane.headline, window.pane.details.labels.line):
        event, _mime = dragged("a.txt")
        event.accept()
        field.dragEnterEvent(event)

        assert not event.isAccepted()
