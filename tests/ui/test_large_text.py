"""Text of twice the size, in the smallest window that is promised: nothing is cut, nothing leaves the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from newsdesk.ui.dressing import Wardrobe
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.settings import Settings
from tests.ui.conftest import Newsroom
from tests.ui.test_accessibility import SHEETS, controls, opened

SIZE = (1024, 700)


@pytest.fixture(autouse=True)
def _twice(qapp: QApplication) -> Iterator[None]:
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    settings = Settings(keep=lambda _: None)
    wardrobe = Wardrobe(qapp, settings)
    settings.change(zoom=200)
    yield
    settings.change(zoom=100)
    wardrobe.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyle(style)


def settled(newsroom: Newsroom) -> MainWindow:
    window = newsroom.window()
    window.resize(*SIZE)
    newsroom.settle()
    return window


def cut(place: QWidget) -> list[str]:
    """What has less room than its words need."""
    shown = [w for w in place.findChildren(QWidget) if w.isVisible() and w.visibleRegion().boundingRect().isValid()]
    buttons = [b.text() for b in shown if isinstance(b, QAbstractButton) and b.width() < b.sizeHint().width()]
    labels = [it.text() for it in shown if isinstance(it, QLabel) and it.text() and is_low(it)]
    lines = [it.accessibleName() for it in shown if isinstance(it, QLineEdit) and it.height() < it.sizeHint().height()]
    pages = [(area, area.widget()) for area in shown if isinstance(area, QScrollArea)]
    wide = [str(page) for area, page in pages if page and page.width() > area.viewport().width()]
    return buttons + labels + lines + wide


def is_low(label: QLabel) -> bool:
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return label.height() < needed


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_sheet_cuts_words_or_leaves_the_window(filled: Newsroom, sheet: str) -> None:
    window = settled(filled)

    place = opened(filled, window, sheet)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    assert (window.width(), window.height()) == SIZE
    assert cut(place) == []
    for widget in controls(place):
        left = widget.mapTo(window, QPoint()).x()
        assert 0 <= left <= left + widget.width() <= window.width()


def test_the_window_cuts_nothing_and_stays_as_large_as_it_is(filled: Newsroom) -> None:
    window = settled(filled)

    for action in ("find", "preview_pane", "preflight", "filter_entries", "entry_details"):
        window.actions_by_id[action].trigger()
        filled.settle()
        assert (action, window.width(), window.height()) == (action, *SIZE)
        assert (action, cut(window)) == (action, [])
        if action == "find":
            window.desk_work.finding.bar.close_bar()
