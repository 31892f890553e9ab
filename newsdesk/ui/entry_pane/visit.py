"""A visit to an entry: what is typed is given to the store in steps, each built on the one before.

A refused step breaks the chain: what was typed is kept here, and one later try brings all of it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.edit import BOOKKEEPING, differing
from newsdesk.domain.entry import Entry, new_id
from newsdesk.domain.revision import Done
from newsdesk.errors import ConflictError, NewsdeskError

_AS_SHOWN: Mapping[str, Any] = {}
_AGAIN = 3_000  # milliseconds until a refused step is tried again


class _Chain:
    """Steps that build on one another; shared with the store's thread, which breaks it."""

    is_broken = False


class Visit(QObject):
    """`entry` is what is on the screen; `stored` what the store has acknowledged."""

    saved = Signal(object)  # when
    refused = Signal(object)  # NewsdeskError
    overtaken = Signal(object)  # the Entry that is shown instead
    recovered = Signal()  # all that was refused is stored

    def __init__(self, live: LiveDesk, entry: Entry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.id = new_id()
        self.entry = self.stored = entry
        self.refusal: NewsdeskError | None = None
        self._live = live
        self._chain = _Chain()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self.try_again)

    @property
    def is_stored(self) -> bool:
        return not differing(self.stored, self.entry) - BOOKKEEPING

    def give(self, title: str, was: Mapping[str, Any] = _AS_SHOWN, **fields: Any) -> None:  # noqa: ANN401  of Entry
        """Take a step: this is what these fields are now, and what they were when it was begun."""
        before = replace(self.entry, **was)
        self.entry = replace(self.entry, **fields)
        if self.refusal is None:
            self._send(before, title, fields)

    def follow(self, done: Done) -> frozenset[str]:
        """Take over what an edit did to this entry; the names of the fields that are to be shown anew."""
        before, after = done.edit.before.get(self.entry.id), done.edit.after.get(self.entry.id)
        if done.revision.visit == self.id or not isinstance(before, Entry) or not isinstance(after, Entry):
            return frozenset()
        mine = differing(self.stored, self.entry) - BOOKKEEPING  # on its way: it stays on the screen
        names = differing(before, after) - mine
        values = {name: getattr(after, name) for name in names}
        self.entry, self.stored = replace(self.entry, **values), replace(self.stored, **values)
        return names - BOOKKEEPING

    def catch_up(self, entry: Entry) -> frozenset[str]:
        """Take over what was read anew, if nothing is on its way; the names of the fields to be shown anew."""
        if not self.is_stored:
            return frozenset()
        names = differing(self.stored, entry) - BOOKKEEPING
        self.entry = self.stored = entry
        return names

    def try_again(self) -> None:
        """Bring everything that is not stored in one step."""
        if self.refusal is None:
            return
        self._again.stop()
        self._chain = _Chain()
        names = differing(self.stored, self.entry) - BOOKKEEPING
        self._send(self.stored, "Edit entry", {name: getattr(self.entry, name) for name in names})

    def insist(self) -> None:
        """After a conflict: put what is on the screen over what somebody else wrote."""
        self._live.ask(lambda desk: desk.entry(self.entry.id), then=self._stand_on, failed=self._refuse)

    def yield_to_others(self) -> None:
        """After a conflict: show what somebody else wrote instead."""
        self._live.ask(lambda desk: desk.entry(self.entry.id), then=self._take_over, failed=self._refuse)

    def _take_over(self, fresh: Entry) -> None:
        self._chain = _Chain()
        self.entry = self.stored = fresh
        self.refusal = None
        self.overtaken.emit(fresh)
        self.recovered.emit()

    def _stand_on(self, fresh: Entry) -> None:
        self.stored = fresh
        self.try_again()

    def _send(self, before: Entry, title: str, fields: dict[str, Any]) -> None:
        chain, visit = self._chain, self.id

        def change(desk: Desk) -> bool:
            if chain.is_broken:
                return False
            try:
                writing.change(desk, before, title, visit, **fields)
            except NewsdeskError:
                chain.is_broken = True
                raise
            return True

        def acknowledge(was_written: bool) -> None:
            if was_written:
                self.stored = replace(self.stored, **fields)
                self._acknowledge()

        self._live.ask(change, then=acknowledge, failed=self._refuse)

    def _acknowledge(self) -> None:
        self.saved.emit(datetime.now(UTC))
        if self.refusal is not None:
            self.refusal = None
            if not self.is_stored:  # typed while it was being tried again
                self.refusal = NewsdeskError("")
                self.try_again()
                return
            self.recovered.emit()

    def _refuse(self, error: NewsdeskError) -> None:
        self.refusal = error
        if not isinstance(error, ConflictError):
            self._again.start()
        self.refused.emit(error)
