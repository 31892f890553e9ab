"""What one does with entries, from menu and keys: the selection in the list, or the entry on the screen."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.revision import Done
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError
from newsdesk.ui import words
from newsdesk.ui.held_keys import HeldKeys
from newsdesk.ui.messages import Choice, Messages
from newsdesk.ui.panes import Panes
from newsdesk.ui.words import tr


class EntryCommands(QObject):
    """One method an action. `withdrawn` tells which entries were, and that nobody has said why yet."""

    withdrawn = Signal(object)  # ids

    def __init__(self, live: LiveDesk, panes: Panes, messages: Messages) -> None:
        super().__init__(panes.entry)
        self._live = live
        self._blogs, self._entries, self._pane = panes
        self._keys = HeldKeys(self)
        self._bars, self._toast = messages

    def new_entry(self) -> None:
        """A new entry at the newest end, now, with the caret in its headline; a blank one is taken as it is."""
        self._pane.flush()
        blog = self._entries.model.blog
        if (entry := self._pane.entry) is not None and entry.is_blank:
            self.time_now()
            self._write(entry)
            return
        self._keys.hold()
        make = _first_entry if blog is None else lambda desk: writing.add_entry(desk, blog)
        self._live.ask(make, then=self._write, failed=self._give_up)

    def finish_entry(self) -> None:
        """Ready; on to the next."""
        self._pane.flush()
        if (entry := self._pane.entry) is not None and entry.state is State.DRAFT and not entry.is_blank:
            self._mark([entry.id], State.READY)
        self.new_entry()

    def time_now(self) -> None:
        if (entry := self._pane.entry) is not None:
            zone = entry.time.zone if entry.time.moment else "GMT"
            self._pane.set_time(ShownTime(datetime.now(UTC), zone))

    def change_time(self, entry: Entry, time: ShownTime) -> None:
        self._live.ask(lambda desk: writing.change(desk, entry, "Edit time", time=time))

    def change_headline(self, entry: Entry, headline: str) -> None:
        self._live.ask(lambda desk: writing.change(desk, entry, "Edit headline", headline=headline))

    def mark_draft(self) -> None:
        self._mark(self._ids(), State.DRAFT)

    def mark_ready(self) -> None:
        self._mark(self._ids(), State.READY)

    def mark_published(self) -> None:
        self._mark(self._ids(), State.PUBLISHED)

    def mark_withdrawn(self) -> None:
        ids = self._ids()
        self._mark(ids, State.WITHDRAWN, then=lambda: self.withdrawn.emit(ids))

    def toggle_key(self) -> None:
        if (entry := self._pane.entry) is not None:
            told = tr("{0} are no key events now") if entry.is_key else tr("{0} are key events now")
            self._do(writing.set_key, self._ids(), not entry.is_key, self._saying_how_many(told))

    def toggle_pin(self) -> None:
        if (entry := self._pane.entry) is not None:
            told = tr("{0} unpinned") if entry.is_pinned else tr("{0} pinned")
            self._do(writing.set_pinned, self._ids(), not entry.is_pinned, self._saying_how_many(told))

    def edit_headline(self) -> None:
        self._entries.view.edit_field("headline")

    def edit_time(self) -> None:
        self._entries.view.edit_field("time")

    def delete_entries(self) -> None:
        """Delete at once; a toast offers to take it back, or to withdraw what readers have seen."""
        self._remove("Delete", tr("Deleted {0}"))

    def remove_cut(self) -> None:
        """Take away what was copied just now."""
        self._remove("Cut", tr("Cut {0}"))

    def _remove(self, verb: str, told: str) -> None:
        ids, entry = self._ids(), self._pane.entry
        self._pane.flush()
        if not ids:
            return
        is_named = len(ids) == 1 and entry and entry.headline
        name = f"“{words.shortened(entry.headline)}”" if entry and is_named else words.entries(len(ids))
        said = told.format(name)
        self._live.ask(lambda desk: _delete(desk, ids, verb), then=lambda released: self._say_gone(said, released))

    def _say_gone(self, told: str, released: Sequence[Entry]) -> None:
        if released:
            withdraw = Choice(tr("Withdraw instead"), lambda: self._withdraw_instead(released))
            self._toast.say_done(" · ".join([told, tr("readers have seen it")]), withdraw)
        else:
            self._toast.say_done(told)

    def _withdraw_instead(self, deleted: Sequence[Entry]) -> None:
        """Bring them back as stubs, which tell readers that they were withdrawn, and ask why."""
        ids = [entry.id for entry in deleted]

        def ask() -> None:
            self._entries.go_to(deleted[0])
            self.withdrawn.emit(ids)

        self._live.ask(lambda desk: writing.withdraw_deleted(desk, deleted), then=lambda _: ask())

    def _ids(self) -> Sequence[str]:
        return self._entries.view.selected_ids()

    def _mark(self, ids: Sequence[str], state: State, then: Callable[[], object] = lambda: None) -> None:
        def tell(done: Done | None) -> None:
            then()
            if done is not None and len(done.edit.after) > 1:
                self._toast.say_done(words.marked(_entries_in(done), state))

        self._do(writing.set_state, ids, state, tell)

    def _saying_how_many(self, told: str) -> Callable[[Done | None], None]:
        """A toast for several entries; of one the list tells."""

        def tell(done: Done | None) -> None:
            if done is not None and len(done.edit.after) > 1:
                self._toast.say_done(told.format(words.entries(len(done.edit.after))))

        return tell

    def _do(
        self, verb: Callable[[Desk, Sequence[str], Any], Done | None], ids: Sequence[str], value: object,
        then: Callable[[Done | None], object] = lambda _: None,
    ) -> None:
        self._pane.flush()
        if ids:
            self._live.ask(lambda desk: verb(desk, ids, value), then=then)

    def _write(self, entry: Entry) -> None:
        """Show a new entry, and type into it what was typed meanwhile."""
        if self._entries.go_to(entry):
            self._begin_writing()
        else:
            self._blogs.choose(entry.blog)
            self._live.ask(lambda _: None, then=lambda _: self._begin_writing())  # once its entries are shown

    def _begin_writing(self) -> None:
        self._pane.headline.setFocus()
        self._keys.release(into_focus=True)

    def _give_up(self, error: NewsdeskError) -> None:
        self._keys.release()
        self._bars.say("new entry", error.sentence)


def _entries_in(done: Done) -> list[Entry]:
    return [value for value in done.edit.after.values() if isinstance(value, Entry)]


def _delete(desk: Desk, ids: Sequence[str], verb: str) -> list[Entry]:
    """Delete entries; those of them that readers have seen are returned."""
    gone = writing.in_sequence(desk, ids)
    released = writing.released_among(desk, gone)
    writing.delete_entries(desk, ids, though_released=True, verb=verb)
    return [entry for entry in gone if entry.id in released]


def _first_entry(desk: Desk) -> Entry:
    """An entry, and the blog that it needs."""
    return writing.add_entry(desk, writing.new_blog(desk))
