"""The list of the palette: what matches, best first."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui import look
from newsdesk.ui.palette.matching import match
from newsdesk.ui.rows_model import AnyIndex
from newsdesk.ui.type import isolated
from newsdesk.ui.words import plain, tr

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
_FAR = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing | Qt.TextFlag.TextSingleLine
COMMAND = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Command:
    """An action as the palette shows it."""

    action: QAction
    menu: str
    places: tuple[int, ...] = ()  # the letters of its name that were meant

    @property
    def name(self) -> str:
        return plain(self.action.text())

    @property
    def keys(self) -> str:
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def sentence(self) -> str:
        """As a screen reader says it."""
        parts = [self.name, self.menu, self.keys]
        if not self.action.isEnabled():
            parts.append(tr("not available now"))
        return ", ".join(filter(None, parts))


def matching(commands: list[Command], typed: str, recent: list[str]) -> list[Command]:
    """The commands that may be meant; those used lately first where nothing tells them apart."""
    scored = []
    for number, command in enumerate(commands):
        id = command.action.objectName()
        lately = recent.index(id) if id in recent else len(recent) + number
        if own := match(typed, command.name):
            scored.append((-own.score, lately, Command(command.action, command.menu, own.places)))
        elif len(typed.strip()) > 2 and match(typed, f"{command.menu} {command.name}"):
            scored.append((1_000, lately, command))
    return [command for *_, command in sorted(scored, key=lambda it: it[:2])]


def told(command: Command) -> dict[int, object]:
    """What a command is in the roles of its list."""
    return {
        COMMAND: command, Qt.ItemDataRole.DisplayRole: command.name,
        Qt.ItemDataRole.AccessibleTextRole: command.sentence,
    }


class CommandDelegate(QStyledItemDelegate):
    """The name with what was meant in it, its menu, its keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, option.fontMetrics.height() + 2 * look.GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        command: Command = index.data(COMMAND)
        c = look.colours(option.palette)
        inner = option.rect.adjusted(2 * look.GRID, 0, -2 * look.GRID, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.chosen)
            painter.drawRoundedRect(QRectF(option.rect.adjusted(look.GRID, 0, -look.GRID, 0)), 6, 6)
            painter.restore()
        painter.setFont(look.small())
        painter.setPen(c.dim)
        painter.drawText(inner, _FAR, isolated(command.keys))
        painter.setPen(c.ink if command.action.isEnabled() else c.dim)
        x = self._paint_name(painter, option, inner, command)
        painter.setFont(look.small())
        painter.setPen(c.dim)
        beside = QRect(inner)
        if option.direction is Qt.LayoutDirection.LeftToRight:
            beside.setLeft(x + 3 * look.GRID // 2)
        else:
            beside.setRight(x - 3 * look.GRID // 2)
        painter.drawText(beside, _LINE, command.menu)

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, command: Command
    ) -> int:
        """Draw the name; returns where it ends."""
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        name = command.name
        if is_mirrored or not name.rstrip("…").isascii():  # letters that join are not cut apart
            painter.setFont(look.small(semibold=bool(command.places)))
            painter.drawText(inner, _LINE, isolated(name))
            width = painter.fontMetrics().horizontalAdvance(name)
            return inner.right() - width if is_mirrored else inner.left() + width
        x = inner.left()
        for place, letter in enumerate(name):
            painter.setFont(look.small(semibold=place in command.places))
            painter.drawText(QRect(x, inner.top(), inner.right() - x, inner.height()), _LINE, letter)
            x += painter.fontMetrics().horizontalAdvance(letter)
        return x
