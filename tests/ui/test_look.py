from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.ui import look
from newsdesk.ui.controls import Line
from newsdesk.ui.type import isolated


def luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [look.light(), look.dark()], ids=["light", "dark"])
def test_every_ink_can_be_read_on_the_grounds_it_stands_on(colours: look.Colours) -> None:
    grounds = ("page", "list", "side", "chosen", "resting", "hover")
    pairs = [*product(("ink", "dim", "accent"), grounds), ("on_accent", "accent"), ("on_error", "error")]
    pairs += [("on_toast", "toast"), ("toast_accent", "toast"), ("ink", "line"), ("dim", "line")]

    too_weak = {
        (ink, ground): round(contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, ground in pairs
        if contrast(getattr(colours, ink), getattr(colours, ground)) < 4.5
    }

    assert too_weak == {}


def test_a_palette_tells_which_colours_it_was_made_of() -> None:
    assert look.colours(look.to_palette(look.dark())) is look.dark()
    assert look.colours(look.to_palette(look.light())) is look.light()


def test_a_text_runs_in_its_own_direction_wherever_it_stands(qapp: QApplication) -> None:
    assert isolated("Troops leave.") == "Troops leave."
    assert isolated("الشرطة.") == "\u2068الشرطة.\u2069"

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = isolated("Troops leave.")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert mirrored == "\u2068Troops leave.\u2069"


def test_the_border_of_a_menu_is_seen_on_dark() -> None:
    dark = look.to_palette(look.dark())

    border = look.of_menus(dark).window().color().darker(140)  # as the style makes it

    assert border.lightness() > look.dark().list.lightness() + 30


@pytest.mark.parametrize("colours", [look.light(), look.dark()])
def test_what_lies_over_the_window_has_an_edge_that_is_seen(colours: look.Colours) -> None:
    edge = look.edge(look.to_palette(colours))

    assert contrast(edge, colours.page) > 1.25


@pytest.mark.parametrize(("width", "told"), [(40, "A long headline of a blog"), (900, "")])
def test_a_line_that_is_cut_is_told_whole_under_the_mouse(qtbot: QtBot, width: int, told: str) -> None:
    line = Line("A long headline of a blog")
    qtbot.addWidget(line)
    line.resize(width, 20)

    line.grab()

    assert line.toolTip() == told
