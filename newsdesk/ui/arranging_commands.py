"""The arrangement of entries: move, duplicate, split, join, sort, put in time order; and how the list looks at it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from newsdesk.desk import inserting, rearranging
from newsdesk.desk.desk import Desk
from newsdesk.domain.arranging import Sorting
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError
from newsdesk.ui import words
from newsdesk.ui.entry_list.moving import Moving
from newsdesk.ui.messages import Choice, announce
from newsdesk.ui.richtext.clip import parts_at
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

_VIEWS = {
    "view_arranged": Sorting.ARRANGED,
    "view_newest": Sorting.NEWEST,
    "view_oldest": Sorting.OLDEST,
}
_NAMES = {Sorting.ARRANGED: "as arranged", Sorting.NEWEST: "newest first", Sorting.OLDEST: "oldest first"}


class ArrangingCommands(QObject):
    """One method an action."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live = around.live
        self._bars, self._toast = around.messages
        self._entries, self._pane = around.panes.entries, around.panes.entry
        self._actions: Mapping[str, QAction] = {}
        self._moving = Moving(around.live, self._entries.view)
        self._moving.is_sorted.connect(self._offer_to_arrange)
        self._entries.model.shown.connect(self._mark_view)

    def know(self, by_id: Mapping[str, QAction]) -> None:
        """From now on show by the actions' marks which view it is."""
        self._actions = by_id
        for id in _VIEWS:
            by_id[id].setCheckable(True)
        self._mark_view()

    def move_up(self) -> None:
        self._moving.by_step(-1)

    def move_down(self) -> None:
        self._moving.by_step(1)

    def duplicate_entries(self) -> None:
        self._pane.flush()
        if ids := self._entries.view.selected_ids():
            self._live.ask(lambda desk: rearranging.duplicate(desk, ids), then=self._select)

    def split_entry(self) -> None:
        """Two entries out of one, at the caret; the caret goes to the headline of the second."""
        self._pane.flush()
        entry = self._pane.entry
        first, second = parts_at(self._pane.body.textCursor())
        if entry is None or not (first and second):
            self._toast.say(tr("Put the caret where the second entry is to begin"))
            return
        id = entry.id
        self._live.ask(lambda desk: rearranging.split(desk, desk.entry(id), first, second), then=self._write)

    def join_entries(self) -> None:
        """One entry out of those that are selected; a toast offers to take it back."""
        self._pane.flush()
        ids = self._entries.view.selected_ids()
        if len(ids) < 2:
            self._toast.say(tr("Select the entries that are to be one"))
            return

        def tell(done: Done | None) -> None:
            if done is not None:
                self._select([value for value in done.edit.after.values() if isinstance(value, Entry)])
                self._say(tr("Joined {0}").format(words.entries(len(ids))))

        self._live.ask(lambda desk: rearranging.join(desk, ids), then=tell, failed=self._refuse)

    def sort_by_time(self) -> None:
        """Arrange the blog by time, the way it runs already."""
        self._arrange(rearranging.sort_by_time)

    def put_in_time_order(self) -> None:
        """Move the selected entries to their places by time."""
        if ids := self._entries.view.selected_ids():
            self._arrange(lambda desk, _: inserting.put_in_time_order(desk, ids), then=self._select)

    def view_arranged(self) -> None:
        self._look(Sorting.ARRANGED)

    def view_newest(self) -> None:
        self._look(Sorting.NEWEST)

    def view_oldest(self) -> None:
        self._look(Sorting.OLDEST)

    def filter_entries(self) -> None:
        self._entries.filter.ask()

    def _arrange(
        self, arrange: Callable[[Desk, str], object], then: Callable[[list[Entry]], object] | None = None
    ) -> None:
        self._pane.flush()
        blog = self._entries.model.blog
        if blog is None:
            return
        id = blog.id

        def tell(made: object) -> None:
            if not made:
                self._toast.say(tr("Everything stands in order already"))
            elif then is not None and isinstance(made, list):
                then(made)
            else:
                self._say(tr("Sorted by time"))

        self._live.ask(lambda desk: arrange(desk, id), then=tell)

    def _look(self, sorting: Sorting) -> None:
        self._pane.flush()
        self._entries.set_view(replace(self._entries.wanted, sorting=sorting))
        announce(self._entries, tr(_NAMES[sorting]))

    def _offer_to_arrange(self) -> None:
        sorting = self._entries.model.view.sorting
        name = tr(_NAMES[sorting])
        self._toast.say(
            tr("This view is sorted, {0}; nothing was moved").format(name),
            Choice(tr("Arrange like this, then drag"), lambda: self._arrange_like(sorting)),
        )

    def _arrange_like(self, sorting: Sorting) -> None:
        newest_first = sorting is Sorting.NEWEST
        self._arrange(lambda desk, id: rearranging.sort_by_time(desk, id, newest_first=newest_first))
        self._look(Sorting.ARRANGED)

    def _mark_view(self) -> None:
        for id, sorting in _VIEWS.items():
            if id in self._actions:
                self._actions[id].setChecked(sorting is self._entries.model.view.sorting)

    def _select(self, entries: Sequence[Entry]) -> None:
        if entries:
            self._entries.go_to(entries[0])
            self._entries.view.select_ids([entry.id for entry in entries])

    def _write(self, entries: Sequence[Entry]) -> None:
        self._select(entries)
        self._pane.headline.setFocus()

    def _say(self, sentence: str) -> None:
        self._toast.say_done(sentence)

    def _refuse(self, error: NewsdeskError) -> None:
        self._bars.say("join", error.sentence)
