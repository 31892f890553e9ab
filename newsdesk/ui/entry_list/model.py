"""The entries of the open blog as a Qt model: all keys, and the pages that were looked at."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from newsdesk.desk.listing import UNKNOWN, Glimpse, Listing
from newsdesk.desk.live import LiveDesk
from newsdesk.desk.viewing import AS_ARRANGED, View, key_of
from newsdesk.domain.arranging import Key, Place
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value, differing
from newsdesk.domain.entry import Entry
from newsdesk.ui.entry_list import sentences, sequence
from newsdesk.ui.entry_list.pages import PAGE, Pages
from newsdesk.ui.words import tr

if TYPE_CHECKING:
    from newsdesk.domain.revision import Done

AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_AROUND = 2 * sequence.STRETCH  # rows whose marks may depend on one
_ONE_BY_ONE = 100  # a larger edit has the whole listing read again


class EntryModel(QAbstractTableModel):
    """Rows as a view has them. `data()` never waits: a page on its way is None."""

    shown = Signal()  # another blog, or the same read anew
    rearranged = Signal()  # entries came, went, or have another place or time
    stale = Signal()  # an edit too large to follow row by row, or one that a filter has to judge

    def __init__(self, live: LiveDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blog: Blog | None = None
        self._listing: Listing | Glimpse = Listing()
        self._pages = Pages(live, self._ids_of_page, self._page_arrived)
        self._is_newest_first = True
        self._judge_anew()
        self.view = AS_ARRANGED
        self._as_of = 0  # the place in the log as of which the keys were read

    def show(
        self,
        blog: Blog | None,
        listing: Listing | Glimpse,
        entries: Iterable[Entry] = (),
        view: View = AS_ARRANGED,
        as_of: int = 0,
    ) -> None:
        """Show a blog in a view, with those of its entries that are known already, as of a place in the log."""
        self.beginResetModel()
        self._as_of = as_of
        self.blog, self._listing, self.view = blog, listing, view
        self._pages.clear()
        self._pages.put(entries)
        self._judge_anew()
        self.endResetModel()
        self.shown.emit()

    def fill_in(self, listing: Listing, entries: Iterable[Entry], as_of: int = 0) -> bool:
        """Put the whole listing in the place of the same or of a glimpse of it; False if it is another."""
        known = self._listing
        if not (known.agrees_with(listing) if isinstance(known, Glimpse) else known == listing):
            return False
        self._listing, self._as_of = listing, as_of
        self._pages.put(entries)
        self._judge_anew()
        if len(listing):
            self.dataChanged.emit(self.index(0, 0), self.index(len(listing) - 1, 0))
        return True

    def run(self, *, newest_first: bool) -> None:
        """Judge by the way the blog runs what stands out of time order."""
        if newest_first is not self._is_newest_first:
            self._is_newest_first = newest_first
            self._judge_anew()
            if count := len(self._listing):
                self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0))

    def entry(self, row: int) -> Entry | None:
        """The entry in a row, or None while its page is being read."""
        key = self._listing[row]
        found = self._pages.get(key.id)
        if found is None and key is not UNKNOWN:
            self._pages.want(row)
        return found

    def key(self, row: int) -> Key:
        return self._listing[row]

    def ids(self, rows: Sequence[int]) -> list[str]:
        """The ids in rising rows."""
        return self._listing.ids(rows)

    def rows_of(self, ids: frozenset[str]) -> list[int]:
        """The rows of those of these entries that are shown."""
        return self._listing.rows_of(ids)

    def row_of(self, entry: Entry) -> int | None:
        return self._listing.row_of(self._place(entry))

    def starts_day(self, row: int) -> bool:
        """Whether an entry is the first of its day, from the top."""
        if row == 0:
            return True
        above, own = sequence.day(self._listing[row - 1]), sequence.day(self._listing[row])
        return bool(above and own) and above != own

    def is_out_of_order(self, row: int) -> bool:
        """Whether it stands out of time order in the arrangement; no other view can tell."""
        return self.view.is_plain and row in self._astray

    def shares_minute(self, row: int) -> bool:
        """Whether it has the minute of an entry beside it."""
        return sequence.shares_minute(self._listing, row)

    def follow(self, done: "Done") -> None:
        """Change the rows that an edit names, and no others."""
        if self.blog is None or isinstance(self._listing, Glimpse):
            return  # what is read next knows of it
        if isinstance(blog := done.edit.after.get(self.blog.id), Blog):
            self.blog = blog
        if max(len(done.edit.before), len(done.edit.after)) > _ONE_BY_ONE:
            if any(map(self._is_mine, chain(done.edit.after.values(), done.edit.before.values()))):
                self._read_anew(done)
            return
        changes = [(before, after) for before, after in done.edit.changes if self._is_mine(before or after)]
        if done.revision.sequence <= self._as_of:
            self._show_again(after for _, after in changes)
        elif self._is_for_the_filter(changes):
            self._read_anew(done)
        else:
            for before, after in changes:
                self._change(
                    before if isinstance(before, Entry) else None, after if isinstance(after, Entry) else None
                )
            if any(b is None or a is None or not _TELLING.isdisjoint(differing(b, a)) for b, a in changes):
                self.rearranged.emit()

    def _read_anew(self, done: "Done") -> None:
        self._pages.forget(done.edit.before.keys() | done.edit.after.keys())
        self.stale.emit()

    def _show_again(self, entries: Iterable[Value | None]) -> None:
        """Entries whose places were read already, with what they say now."""
        for entry in entries:
            if isinstance(entry, Entry) and (row := self.row_of(entry)) is not None:
                self._pages.put([entry])
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _is_for_the_filter(self, changes: Iterable[tuple[Value | None, Value | None]]) -> bool:
        """Whether an edit may show or hide rows. What is being written never vanishes under one's hands."""
        if self.view.filter.is_empty:
            return False
        return any(b is None or a is None or not _JUDGED.isdisjoint(differing(b, a)) for b, a in changes)

    def _is_mine(self, value: object) -> bool:
        return isinstance(value, Entry) and self.blog is not None and value.blog == self.blog.id

    def _change(self, before: Entry | None, after: Entry | None) -> None:
        row = self.row_of(before) if before else None
        if after is None:
            self._remove(row)
        elif row is None or before is None:
            self._insert(after)
        elif self._place(before) != self._place(after):
            self._move(row, after)
        else:
            self._update(row, before, after)

    @property
    def _whole(self) -> Listing:
        if not isinstance(self._listing, Listing):
            raise TypeError("a glimpse of a listing is not followed")
        return self._listing

    def _insert(self, entry: Entry) -> None:
        if self._whole.row_of(self._place(entry)) is not None:
            return
        row = self._whole.row_for(self._place(entry))
        self.beginInsertRows(QModelIndex(), row, row)
        self._whole.insert(self._key(entry))
        self._judge_anew()
        self._pages.put([entry])
        self.endInsertRows()
        self._repaint_around(row)

    def _remove(self, row: int | None) -> None:
        if row is None:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        self._pages.forget({self._whole[row].id})
        self._whole.remove(row)
        self._judge_anew()
        self.endRemoveRows()
        self._repaint_around(row)

    def _move(self, row: int, entry: Entry) -> None:
        target = self._whole.row_for(self._place(entry))
        if target in (row, row + 1):  # the same row under another key
            self._exchange(row, entry)
        else:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target)
            self._exchange(row, entry)
            self.endMoveRows()
        self._repaint_around(row, target)

    def _update(self, row: int, before: Entry, after: Entry) -> None:
        if before.time != after.time:
            self._exchange(row, after)
            self._repaint_around(row)
        else:
            self._pages.put([after])
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _exchange(self, row: int, entry: Entry) -> None:
        self._whole.exchange(row, self._key(entry))
        self._judge_anew()
        self._pages.put([entry])

    def _judge_anew(self) -> None:
        self._astray = sequence.Astray(self._listing, newest_first=self._is_newest_first)

    def _key(self, entry: Entry) -> Key:
        return key_of(entry, self.view.sorting)

    def _place(self, entry: Entry) -> Place:
        return self._key(entry)[:2]

    def _repaint_around(self, *rows: int) -> None:
        """A row's marks depend on its neighbours, and what stands between two has moved."""
        last = len(self._listing) - 1
        if last >= 0:
            first, end = max(0, min(*rows, last) - _AROUND), min(last, max(rows) + _AROUND)
            self.dataChanged.emit(self.index(first, 0), self.index(end, 0))

    def _ids_of_page(self, page: int) -> list[str]:
        end = min(len(self._listing), (page + 1) * PAGE)
        return self._listing.ids(range(page * PAGE, end))

    def _page_arrived(self, page: int) -> None:
        last = min(len(self._listing), (page + 1) * PAGE) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, 0))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._listing)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or role not in _ROLES:
            return None
        entry = self.entry(index.row())
        if role == ENTRY or entry is None:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentences.row(entry, index.row(), len(self._listing), *self._marks(index.row()))
        return sentences.name(entry)

    def _marks(self, row: int) -> list[str]:
        """In words what the marks of a row say of its time."""
        marks = [tr("out of time order")] if self.is_out_of_order(row) else []
        return [*marks, tr("same minute")] if self.shares_minute(row) else marks

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Nothing: Qt's own numbers would be read out before every row."""
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled


_ROLES = {ENTRY, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}

_TELLING = frozenset({"order", "time"})  # which way a blog runs
_JUDGED = frozenset({"state", "is_key", "bylines", "labels", "order"})  # by a filter, at once
