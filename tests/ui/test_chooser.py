"""A choice out of a list that drops down."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.ui import look
from newsdesk.ui.chooser import Chooser


@pytest.fixture
def chooser(qtbot: QtBot) -> Chooser:
    chooser = Chooser("Theme")
    chooser.addItems(["Broadsheet", "Standard"])
    qtbot.addWidget(chooser)
    chooser.show()
    return chooser


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Callable[[look.Colours], None]]:
    """Gives the program these colours until the test is over."""
    before = qapp.palette()

    def dress(colours: look.Colours) -> None:
        qapp.setPalette(look.to_palette(colours))
        qapp.processEvents()

    yield dress
    qapp.setPalette(before)


@pytest.mark.parametrize("colours", [look.light(), look.dark()])
def test_the_list_stands_on_the_pages_ground_with_an_edge(
    chooser: Chooser, colours: look.Colours, dressed: Callable[[look.Colours], None]
) -> None:
    dressed(colours)

    chooser.showPopup()

    around = chooser.view().parentWidget()
    assert around is not None
    picture = around.grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2) == colours.line
    assert picture.pixelColor(4, 4) == colours.chosen
    assert picture.pixelColor(4, picture.height() - 4) == colours.page
    chooser.hidePopup()


def test_it_is_no_longer_lit_when_the_list_is_gone_and_the_mouse_elsewhere(chooser: Chooser) -> None:
    chooser.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    chooser.showPopup()
    QCursor.setPos(chooser.mapToGlobal(QPoint(0, chooser.height() + 40)))

    chooser.hidePopup()

    assert not chooser.underMouse()
