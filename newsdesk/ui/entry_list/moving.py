"""Moving the selected entries: by keys one row at a time, by a drag into a gap."""

from PySide6.QtCore import QObject, Signal

from newsdesk.desk import writing
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.arranging import Sorting
from newsdesk.ui.entry_list.view import EntryView


class Moving(QObject):
    """A list that is sorted by time cannot be arranged; then it says so and moves nothing."""

    is_sorted = Signal()

    def __init__(self, live: LiveDesk, view: EntryView) -> None:
        super().__init__(view)
        self._live, self._view, self._model = live, view, view.entries
        view.dropped.connect(self.to_gap)

    def by_step(self, step: int) -> None:
        """Move the selection one row up or down, as a block."""
        rows = self._view.selected_rows()
        if not rows or not self._may_move():
            return
        row = rows[0] - 1 if step < 0 else rows[-1] + 1
        if 0 <= row < self._model.rowCount():
            self._move(self._view.selected_ids(), row, is_above=step < 0)

    def to_gap(self, ids: list[str], gap: int) -> None:
        """Move entries into the gap above a row; the last one is below all."""
        if self._stands_at(ids, gap) or not self._may_move():
            return
        if gap < self._model.rowCount():
            self._move(ids, gap, is_above=True)
        elif gap:
            self._move(ids, gap - 1, is_above=False)

    def _may_move(self) -> bool:
        is_arranged = self._model.view.sorting is Sorting.ARRANGED
        if not is_arranged:
            self.is_sorted.emit()
        return is_arranged

    def _stands_at(self, ids: list[str], gap: int) -> bool:
        """Whether these entries stand together around a gap already."""
        rows = self._view.selected_rows()
        is_block = rows[-1] - rows[0] + 1 == len(rows) if rows else False
        return is_block and self._view.selected_ids() == ids and rows[0] <= gap <= rows[-1] + 1

    def _move(self, ids: list[str], row: int, *, is_above: bool) -> None:
        """Move entries to a row; where that one moves too, to the nearest that stays."""
        down, up = self._staying(ids, row, 1), self._staying(ids, row, -1)
        id, beside = (down, up) if is_above else (up, down)
        if id:
            self._place(ids, id, is_above=is_above)
        elif beside:
            self._place(ids, beside, is_above=not is_above)

    def _place(self, ids: list[str], id: str, *, is_above: bool) -> None:
        where = {"above" if is_above else "below": id}
        self._live.ask(lambda desk: writing.move_entries(desk, ids, **where))

    def _staying(self, ids: list[str], row: int, step: int) -> str | None:
        """The nearest entry from a row on, in one direction, that is not among those that move."""
        moving = set(ids)
        while 0 <= row < self._model.rowCount():
            if (id := self._model.key(row).id) not in moving:
                return id
            row += step
        return None
