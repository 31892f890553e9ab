"""How a row of the list looks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from newsdesk.domain.entry import Entry, State
from newsdesk.ui import icons, look, marks, words
from newsdesk.ui.entry_list import sentences
from newsdesk.ui.entry_list.row import Measures, Row
from newsdesk.ui.type import Type
from newsdesk.ui.words import tr

LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a row's picture depends on; `entry` is None while it is being read."""

    entry: Entry | None = field(compare=False)  # a changed entry is another: identity tells
    starts_day: bool  # and is not the first of all
    is_out_of_order: bool
    shares_minute: bool
    is_held: bool  # by an embargo that has not passed
    is_chosen: bool
    has_keys: bool  # the list is where the keys go
    is_under_mouse: bool
    is_dark: bool


class RowPainter:
    """Paints rows in the type of one moment."""

    def __init__(self) -> None:
        self.small, self._day = Type(look.small(tabular=True)), Type(look.small(semibold=True, tabular=True))
        self.headline, self._plain = Type(look.text(semibold=True)), Type(look.text())
        self._withdrawn = Type(look.struck(look.text(semibold=True)))
        self.measures = Measures.of(self.headline, self.small, self._day)

    def paint(self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, shown: Shown) -> None:
        c = look.dark() if shown.is_dark else look.light()
        names = icon_names(shown)
        places = self.measures.row_in(rect, direction, len(names))
        self._paint_ground(painter, rect, direction, shown, c)
        if shown.entry is None:
            _paint_placeholder(painter, places, direction, c)
            return
        self._paint_time(painter, places, shown.entry, shown, c)
        self._paint_words(painter, places, shown.entry, c)
        _paint_icons(painter, places, direction, names, c)
        marks.draw_state(painter, shown.entry.state, QRectF(places.dot), c)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, shown: Shown, c: look.Colours
    ) -> None:
        if shown.is_chosen:
            ground = c.chosen if shown.has_keys else c.resting
        else:
            ground = c.hover if shown.is_under_mouse else c.list
        painter.fillRect(rect, ground)
        start = self.measures.start_of_words(rect)
        below = QRect(start, rect.bottom(), rect.right() + 1 - start, 1)
        painter.fillRect(QStyle.visualRect(direction, rect, below), c.line)
        if shown.starts_day:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), c.dim)
        if shown.is_chosen:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(QStyle.visualRect(direction, rect, bar), c.accent if shown.has_keys else c.dim)

    def _paint_time(self, painter: QPainter, places: Row, entry: Entry, shown: Shown, c: look.Colours) -> None:
        local = entry.time.local
        painter.setFont(self.small.font)
        painter.setPen(c.ink if shown.is_chosen else c.dim)
        painter.drawText(places.time, LINE, f"{local.hour:02}:{local.minute:02}")
        if shown.starts_day:
            painter.setFont(self._day.font)
            painter.drawText(places.under_time, LINE, words.short_day(local.date()))

    def _paint_words(self, painter: QPainter, places: Row, entry: Entry, c: look.Colours) -> None:
        first = sentences.first_words(entry)
        upper, lower = (entry.headline, first) if entry.headline else (first or tr("No headline yet"), "")
        kind = self.headline if entry.headline else self._plain
        if entry.state is State.WITHDRAWN:
            kind = self._withdrawn
        painter.setFont(kind.font)
        painter.setPen(c.ink if entry.headline else c.dim)
        painter.drawText(places.headline, LINE, kind.cut(upper, places.headline.width()))
        if lower:
            painter.setFont(self.small.font)
            painter.setPen(c.dim)
            painter.drawText(places.words, LINE, self.small.cut(lower, places.words.width()))


def icon_names(shown: Shown) -> list[str]:
    """The marks of a row, from its words outwards."""
    if (entry := shown.entry) is None:
        return []
    told = (
        (shown.is_out_of_order, "out-of-order"), (shown.shares_minute, "same-minute"),
        (shown.is_held, "embargo"),
        (sentences.is_corrected(entry), "corrected"), (entry.is_pinned, "pin-full"), (entry.is_key, "key-event-full"),
    )  # fmt: skip
    return [name for is_told, name in told if is_told]


def mark_at(places: Row, names: list[str], direction: Qt.LayoutDirection, point: QPoint) -> str:
    """The mark at a point of a row, "state" for that of the state; empty where there is none."""
    if _with_room(places.dot).contains(point):
        return "state"
    found = (name for name, place in _marks(places, direction, names) if _with_room(place).contains(point))
    return next(found, "")


def _paint_icons(
    painter: QPainter, places: Row, direction: Qt.LayoutDirection, names: list[str], c: look.Colours
) -> None:
    for name, place in _marks(places, direction, names):
        icons.draw(painter, name, place, c.accent if name == "key-event-full" else c.dim)


def _marks(places: Row, direction: Qt.LayoutDirection, names: list[str]) -> Iterator[tuple[str, QRect]]:
    side = places.marks.height()
    for number, name in enumerate(names):
        place = QRect(places.marks.left() + number * (side + 2), places.marks.top(), side, side)
        yield name, QStyle.visualRect(direction, places.marks, place)


def _with_room(place: QRect) -> QRect:
    return place.adjusted(-1, -3, 1, 3)


def _paint_placeholder(painter: QPainter, places: Row, direction: Qt.LayoutDirection, c: look.Colours) -> None:
    for place, share in ((places.time, 0.8), (places.headline, 0.6), (places.words, 0.8)):
        bar = QRect(place.left(), place.center().y() - 4, int(place.width() * share), 8)
        painter.fillRect(QStyle.visualRect(direction, place, bar), c.line)
