"""The look: colours for light and dark, type, spacing. Nothing else in the window names a colour or a size.

An 8-pixel grid (4 inside rows), three type sizes and two weights of the system's font, one accent.
"""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette

GRID = 8
ROW = 56  # height of a list's row
COMPACT_ROW = 40
HEADER = 56  # height of the strip above a pane
_LINE = 18  # height of a line of usual text
MEASURE = 660  # widest line of an entry, 60 to 75 characters


class Colours(NamedTuple):
    """One palette by role. All inks have 4.5:1 on the grounds they stand on."""

    page: QColor  # where the entry is written
    list: QColor
    side: QColor
    line: QColor  # hairlines
    ink: QColor
    dim: QColor  # second lines, times
    accent: QColor
    on_accent: QColor
    chosen: QColor  # the selection where the keys go
    resting: QColor  # the selection of a pane that has no focus
    hover: QColor
    error: QColor
    on_error: QColor
    toast: QColor
    on_toast: QColor
    toast_accent: QColor


def _colours(values: str) -> Colours:
    return Colours(*map(QColor, values.split()))


@cache
def light() -> Colours:
    return _colours(
        "#ffffff #fafaf9 #f1f1ee #e2e2de #1c1c1a #63635f #2457d6 #ffffff"
        " #dde7fc #e7e7e3 #efefec #fdecea #8a1c13 #2b2b29 #ffffff #a9c1ff"
    )


@cache
def dark() -> Colours:
    return _colours(
        "#1a1b1d #1f2023 #25262a #37383d #ececea #a8aab0 #8db2ff #0d1830"
        " #2a3b62 #313338 #292a2f #48221e #ffc0b8 #ececea #1a1b1d #1d4bbb"
    )


def colours(palette: QPalette) -> Colours:
    """The colours of which a widget's palette is made."""
    return dark() if is_dark(palette) else light()


def is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def to_palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: c.side, role.WindowText: c.ink, role.Base: c.page, role.AlternateBase: c.list,
        role.Text: c.ink, role.PlaceholderText: c.dim, role.Button: c.side, role.ButtonText: c.ink,
        role.BrightText: c.error, role.Highlight: c.accent, role.HighlightedText: c.on_accent,
        role.Link: c.accent, role.LinkVisited: c.accent, role.ToolTipBase: c.toast, role.ToolTipText: c.on_toast,
        role.Light: c.page, role.Midlight: c.list, role.Mid: c.line, role.Dark: c.line, role.Shadow: c.line,
        role.Accent: c.accent,
    }.items():
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, c.dim)
    return palette


def edge(palette: QPalette) -> QColor:
    """Around what lies over the window: on dark no shadow is seen, so the line has to tell them apart."""
    return dark().line.lighter(145) if is_dark(palette) else light().line


def of_menus(palette: QPalette) -> QPalette:
    """Of menus, whose border the style makes from the window's colour: one that is seen on dark as well."""
    changed = QPalette(palette)
    if is_dark(palette):
        changed.setColor(QPalette.ColorRole.Window, dark().line.lighter(200))
    return changed


def scaled(length: int) -> int:
    """A length that is larger where the text is large."""
    return round(length * max(1.0, QFontMetrics(small()).height() / _LINE))


def header() -> int:
    """Height of the strip above a pane, where two lines have room at any size of text."""
    return max(HEADER, 2 * QFontMetrics(small(semibold=True)).height() + 2 * GRID)


def small(*, semibold: bool = False, tabular: bool = False) -> QFont:
    """The system's own size: everything around the text."""
    return _font(1.0, semibold, tabular)


def text(*, semibold: bool = False, tabular: bool = False) -> QFont:
    """What is read and written: headlines in the list, bodies."""
    return _font(1.15, semibold, tabular)


def title() -> QFont:
    """The headline of the entry."""
    return _font(1.85, True, False)


def struck(font: QFont) -> QFont:
    """The same, struck through."""
    changed = QFont(font)
    changed.setStrikeOut(True)
    return changed


def _font(scale: float, semibold: bool, tabular: bool) -> QFont:
    font = QFont(QGuiApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    else:
        font.setPixelSize(round(font.pixelSize() * scale))
    font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
