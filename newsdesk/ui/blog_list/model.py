"""The blogs as a Qt model, with how many entries and drafts each has."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from newsdesk.domain.blog import Blog, Shelf
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry, State
from newsdesk.ui import words
from newsdesk.ui.words import tr

if TYPE_CHECKING:
    from newsdesk.domain.revision import Done

AnyIndex = QModelIndex | QPersistentModelIndex
BLOG = Qt.ItemDataRole.UserRole
SUMMARY = Qt.ItemDataRole.UserRole + 1


@dataclass(slots=True)
class Shown:
    """A blog in the list."""

    blog: Blog
    counts: dict[str, int] = field(default_factory=dict)  # entries by state


class BlogModel(QAbstractListModel):
    """The latest changed first, as they were read. Nothing jumps while one works."""

    came_back = Signal(str)  # the id of a blog that was on a shelf; nobody has counted its entries

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Shown] = []

    def show(self, blogs: Sequence[Blog], counts: Mapping[str, Mapping[str, int]]) -> None:
        """Show these blogs, as far as they are on the desk; rows that stay what they were are not disturbed."""
        rows = [Shown(blog, dict(counts.get(blog.id, {}))) for blog in blogs if blog.shelf is Shelf.DESK]
        if [shown.blog.id for shown in rows] == [shown.blog.id for shown in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def counts(self) -> dict[str, dict[str, int]]:
        """How many entries each blog has in each state."""
        return {shown.blog.id: dict(shown.counts) for shown in self._rows}

    def blog(self, row: int) -> Blog:
        return self._rows[row].blog

    def summary(self, row: int) -> str:
        """6 Jan 2022 · 3 entries · 1 draft · closed."""
        shown = self._rows[row]
        total, drafts = sum(shown.counts.values()), shown.counts.get(State.DRAFT, 0)
        parts = [words.short_date(shown.blog.date)] if shown.blog.date else []
        parts.append(words.entries(total))
        parts += [words.drafts(drafts)] if drafts else []
        parts += [] if shown.blog.is_open else [tr("closed")]
        return " · ".join(parts)

    def set_counts(self, id: str, counts: Mapping[str, int]) -> None:
        """How many entries a blog has in each state, as it was read."""
        if (row := self.row_of(id)) >= 0:
            self._rows[row].counts = dict(counts)
            self._repaint(row)

    def drafts(self, id: str) -> int:
        """How many drafts a blog has."""
        row = self.row_of(id)
        return self._rows[row].counts.get(State.DRAFT, 0) if row >= 0 else 0

    def finished(self, id: str) -> int:
        """How many entries of a blog are no drafts."""
        row = self.row_of(id)
        return sum(self._rows[row].counts.values()) - self.drafts(id) if row >= 0 else 0

    def row_of(self, id: str) -> int:
        """The row of a blog, -1 where it is not on the desk."""
        return next((row for row, shown in enumerate(self._rows) if shown.blog.id == id), -1)

    def follow(self, done: "Done") -> None:
        """Change the rows that an edit names."""
        before, after = done.edit.before, done.edit.after
        blogs = (value.id for value in chain(before.values(), after.values()) if isinstance(value, Blog))
        for id in dict.fromkeys(blogs):
            self._change_blog(before.get(id), after.get(id))
        came, went = _counted(after.values()), _counted(before.values())
        for blog, state in came.keys() | went.keys():
            self._count(blog, state, came[blog, state] - went[blog, state])

    def _change_blog(self, before: object, after: object) -> None:
        id = after.id if isinstance(after, Blog) else before.id if isinstance(before, Blog) else ""
        row = self.row_of(id)
        if not isinstance(after, Blog) or after.shelf is not Shelf.DESK:
            self._remove(row)
        elif row < 0:
            self._insert(after)
            if isinstance(before, Blog):
                self.came_back.emit(id)
        else:
            self._rows[row].blog = after
            self._repaint(row)

    def _insert(self, blog: Blog) -> None:
        """Where it will stand at the next start: the one that was changed last comes first."""
        place = next((n for n, shown in enumerate(self._rows) if _later(blog, shown.blog)), len(self._rows))
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, Shown(blog))
        self.endInsertRows()

    def _remove(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()

    def _count(self, blog: str, state: State, more: int) -> None:
        row = self.row_of(blog)
        if row >= 0:
            counts = self._rows[row].counts
            counts[state] = max(0, counts.get(state, 0) + more)
            self._repaint(row)

    def _repaint(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        blog = self._rows[index.row()].blog
        return self._told(index.row(), blog).get(role)

    def _told(self, row: int, blog: Blog) -> dict[int, object]:
        name, summary = blog.headline or tr("Untitled blog"), self.summary(row)
        role = Qt.ItemDataRole
        return {
            BLOG: blog, SUMMARY: summary, role.EditRole: blog.headline, role.DisplayRole: name,
            role.ToolTipRole: name, role.AccessibleTextRole: f"{name}, {summary}",
        }

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else super().flags(index)


def _later(blog: Blog, other: Blog) -> bool:
    return (-blog.last_changed.timestamp(), blog.id) < (-other.last_changed.timestamp(), other.id)


def _counted(values: Iterable[Value]) -> Counter[tuple[str, State]]:
    """How many entries of a state there are of each blog."""
    return Counter((value.blog, value.state) for value in values if isinstance(value, Entry))
