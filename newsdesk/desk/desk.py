"""A desk: somebody at a store. Every edit passes here, is committed, and is announced once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.domain.phrases import are_one
from newsdesk.domain.revision import Act, Author, Done, Revision
from newsdesk.errors import UnknownError

if TYPE_CHECKING:  # the window knows desks long before the store is loaded
    from newsdesk.store.store import Store

Listener = Callable[[Done], None]


def now_utc() -> datetime:
    return datetime.now(UTC)


class Desk:
    """One author at one store. Not for several threads at once: the window gives it a thread of its own."""

    def __init__(self, store: "Store", author: Author, clock: Callable[[], datetime] = now_utc) -> None:
        self.store = store
        self.author = author
        self.now = clock
        self.zone = "GMT"  # of new blogs
        self._listeners: list[Listener] = []
        self._seen = store.end_of_log()

    def listen(self, listener: Listener) -> None:
        """Be told of every edit that the store has accepted, by whomever, in order."""
        self._listeners.append(listener)

    def do(self, edit: Edit, visit: str = "") -> Done | None:
        """Commit an edit; None if it changes nothing.

        Raises ConflictError or StoreError; then nothing was changed.
        """
        if edit.is_empty:
            return None
        at = self.now()
        changed = {id: replace(edit.after[id], last_changed=at) for id in edit.before if id in edit.after}
        stamped = Edit(edit.title, edit.before, {**edit.after, **changed})  # what is added brings its own moment
        self.catch_up()
        return self._announced(Done(self.store.apply(stamped, self.author, at=at, visit=visit), stamped))

    def adopt(self, edit: Edit, history: Sequence[Revision]) -> Done:
        """Commit the addition of a blog with the history that it brings.

        Raises HistoryError if that does not hold together; then nothing was added.
        """
        self.catch_up()
        return self._announced(Done(self.store.adopt(edit, history, self.author, at=self.now()), edit))

    def undo(self, blog: str) -> Done | None:
        """Take back what this desk did last to a blog, typing by words and phrases; None if there is nothing."""
        return self._turn(Act.UNDO, blog)

    def take_back(self, done: Done) -> Done | None:
        """Undo exactly this, whatever was done since; None if it is undone already.

        Raises ConflictError if what it changed has changed again.
        """
        self.catch_up()
        undone = self.store.take_back(done.revision, self.author, at=self.now())
        return None if undone is None else self._announced(undone)

    def redo(self, blog: str) -> Done | None:
        """Do again what was undone last; None if there is nothing."""
        return self._turn(Act.REDO, blog)

    def last_edited_blog(self) -> str | None:
        """The id of the blog that this desk edited last, be it there or undone."""
        return self.store.last_edited(self.author.desk)

    def catch_up(self) -> None:
        """Announce what other windows, commands and desks have written to the store since the last time."""
        for done in self.store.done_since(self._seen):
            self._announced(done)

    def entry(self, id: str) -> Entry:
        """The entry with an id. Raises UnknownError if it is not there."""
        try:
            return self.store.entries([id])[id]
        except KeyError:
            raise UnknownError("This entry is not there any more; it may be in the trash.") from None

    def _turn(self, act: Act, blog: str) -> Done | None:
        """Undo or redo one thing: a step, and those that are one with it, each in its own transaction."""
        self.catch_up()
        turn = self.store.undo if act is Act.UNDO else self.store.redo
        step = self.store.typing(blog, self.author.desk, act)
        done = turn(blog, self.author, at=self.now())
        while done is not None:
            self._announced(done)
            following = self.store.typing(blog, self.author.desk, act) if step else None
            if step is None or following is None or not are_one(*sorted((step, following), key=_sequence)):
                break
            step, done = following, turn(blog, self.author, at=self.now())
        return done

    def _announced(self, done: Done) -> Done:
        self._seen = max(self._seen, done.revision.sequence)
        for listener in self._listeners:
            listener(done)
        return done


def _sequence(revision: Revision) -> int:
    return revision.sequence
