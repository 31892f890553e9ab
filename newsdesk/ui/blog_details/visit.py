"""A visit to a blog's details: what is chosen and typed becomes edits, each built on the one before."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from newsdesk.desk import writing
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import BOOKKEEPING, differing
from newsdesk.domain.entry import new_id
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError


class BlogVisit(QObject):
    """`blog` is what is on the screen; where the store refuses it, it stays there until one has decided."""

    refused = Signal(object)  # NewsdeskError
    recovered = Signal()
    shown_anew = Signal(object)  # the names of fields that somebody else has changed

    def __init__(self, live: LiveDesk, blog: Blog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.id = new_id()
        self.blog = self._stored = blog
        self._live = live
        self._is_refused = False

    def give(self, title: str, **fields: Any) -> None:  # noqa: ANN401  fields of Blog
        """This is what these fields are now."""
        before, self.blog = self.blog, replace(self.blog, **fields)
        if self.blog != before and not self._is_refused:
            self._send(before, title, fields)

    def follow(self, done: Done) -> None:
        """Take over what an edit did to this blog elsewhere, or by an undo."""
        before, after = done.edit.before.get(self.blog.id), done.edit.after.get(self.blog.id)
        if done.revision.visit == self.id or not isinstance(before, Blog) or not isinstance(after, Blog):
            return
        mine = differing(self._stored, self.blog) - BOOKKEEPING  # stays on the screen
        names = differing(before, after) - mine
        values = {name: getattr(after, name) for name in names}
        self.blog, self._stored = replace(self.blog, **values), replace(self._stored, **values)
        self.shown_anew.emit(names - BOOKKEEPING)

    def keep_mine(self) -> None:
        """After a refusal: put what is on the screen over what is stored."""
        self._read_again(self._insist)

    def take_theirs(self) -> None:
        """After a refusal: show what is stored instead."""
        self._read_again(self._yield)

    def _read_again(self, then: Callable[[Blog], None]) -> None:
        self._live.ask(lambda desk: desk.store.blog(self.blog.id), then=then, failed=self._refuse)

    def _insist(self, fresh: Blog) -> None:
        self._is_refused = False
        self._stored = fresh
        names = differing(fresh, self.blog) - BOOKKEEPING
        self._send(fresh, "Edit blog", {name: getattr(self.blog, name) for name in names})

    def _yield(self, fresh: Blog) -> None:
        self._is_refused = False
        names = differing(self.blog, fresh) - BOOKKEEPING
        self.blog = self._stored = fresh
        self.shown_anew.emit(names)
        self.recovered.emit()

    def _send(self, before: Blog, title: str, fields: dict[str, Any]) -> None:
        self._live.ask(
            lambda desk: writing.change(desk, before, title, self.id, **fields),
            then=lambda _: self._acknowledge(fields),
            failed=self._refuse,
        )

    def _acknowledge(self, fields: dict[str, Any]) -> None:
        self._stored = replace(self._stored, **fields)
        if not self._is_refused:
            self.recovered.emit()

    def _refuse(self, error: NewsdeskError) -> None:
        self._is_refused = True
        self.refused.emit(error)
