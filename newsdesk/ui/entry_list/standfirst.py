"""The introduction of the blog above its entries, in a line or two; a click leads to where it is written."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from newsdesk.domain.blog import Blog
from newsdesk.ui import look
from newsdesk.ui.controls import Button
from newsdesk.ui.type import isolated
from newsdesk.ui.words import tr

_LONGEST = 400  # characters; more has no room in so many lines
_SIDE, _ABOVE = 2 * look.GRID, 6


class Standfirst(Button):
    """Where there is none it invites to write one; without a blog it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._most = "", 2
        self.setFont(look.small())
        self.setAccessibleName(tr("Introduction"))
        self.setToolTip(tr("Edit the introduction"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_blog(self, blog: Blog | None) -> None:
        self._words = " ".join(" ".join(block.text for block in blog.introduction)[:_LONGEST].split()) if blog else ""
        self.setAccessibleDescription(self._words)
        self.setVisible(blog is not None)
        self.updateGeometry()
        self.update()

    def take_lines(self, most: int) -> None:
        """Be no higher than so many lines."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    @property
    def shown(self) -> str:
        return self._words or tr("Add an introduction")

    def lines(self, width: int) -> list[str]:
        """What stands in each line; the last ends in an ellipsis where there is more."""
        layout = QTextLayout(self.shown, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= self._most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - 2 * _SIDE))
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(self.shown)]
        found = [self.shown[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        if len(found) > self._most:
            rest = self.shown[starts[self._most - 1] :]
            cut = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, max(1, width - 2 * _SIDE))
            found[self._most - 1 :] = [cut]
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self.lines(width)) * self.fontMetrics().height() + 2 * _ABOVE + 1

    def sizeHint(self) -> QSize:
        return QSize(20 * look.GRID, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * look.GRID, self.fontMetrics().height() + 2 * _ABOVE + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = look.colours(self.palette())
        painter.fillRect(self.rect(), c.hover if self.underMouse() or self.hasFocus() else c.list)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), c.line)
        painter.setPen(c.dim)
        height = self.fontMetrics().height()
        for number, words in enumerate(self.lines(self.width())):
            place = QRect(_SIDE, _ABOVE + number * height, self.width() - 2 * _SIDE, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, isolated(words))
        if self.hasFocus():
            painter.setPen(c.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -2))
