"""Undo and redo of everything: named, in order, and going to what changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Act, Done
from newsdesk.errors import NewsdeskError
from newsdesk.ui.held_keys import HeldKeys
from newsdesk.ui.messages import Choice, Messages
from newsdesk.ui.panes import Panes
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.words import tr

Turn = Callable[[Desk, str], Done | None]


class Undoing(QObject):
    """The scope is one blog: the open one, or the one that an undo has just taken away."""

    def __init__(
        self, live: LiveDesk, signals: DeskSignals, panes: Panes, messages: Messages
    ) -> None:
        super().__init__(panes.entry)
        self._live = live
        self._blogs, self._entries, self._pane = panes
        self._bars, self._toast = messages
        self._keys = HeldKeys(self)
        self._actions: tuple[QAction, QAction] | None = None
        self._last: Done | None = None  # what was announced last
        self._offered: tuple[Done | None, Choice | None] = (None, None)
        self._scope = self._blogs.current.id if self._blogs.current else ""
        panes.blogs.chosen.connect(self._set_scope)
        signals.edited.connect(self._note)

    def name(self, undo: QAction, redo: QAction) -> None:
        """Keep the names of two actions to what they would do."""
        self._actions = (undo, redo)
        self._refresh()

    def undo(self) -> None:
        self._turn(lambda desk, blog: desk.undo(blog), tr("There is nothing to undo in this blog."))

    def redo(self) -> None:
        self._turn(lambda desk, blog: desk.redo(blog), tr("There is nothing to redo in this blog."))

    def offer(self) -> Choice:
        """A button that takes back what was done last, as of now, and nothing else. It goes when that is undone."""
        done = self._last
        nothing = tr("This is undone already.")
        choice = Choice(tr("Undo"), lambda: self._turn(lambda desk, _: _take_back(desk, done), nothing, _blog_of(done)))
        self._offered = (done, choice)
        return choice

    def _turn(self, turn: Turn, nothing: str, scope: str = "") -> None:
        self._pane.flush()
        scope = scope or self._scope
        if not scope:
            self._toast.say(nothing)
            return
        self._keys.hold()
        self._live.ask(lambda desk: turn(desk, scope), lambda done: self._show(done, scope, nothing), self._refuse)

    def _show(self, done: Done | None, scope: str, nothing: str) -> None:
        if done is None:
            self._toast.say(nothing)
        else:
            self._go_to(done, scope)
            self._scope = scope
        self._keys.release()
        self._refresh()

    def _refuse(self, error: NewsdeskError) -> None:
        self._keys.release()
        self._bars.say("undo", error.sentence)

    def _go_to(self, done: Done, scope: str) -> None:
        if any(isinstance(value, Blog) for value in done.edit.after.values()):
            self._blogs.choose(scope)
        entry = next((value for value in done.edit.after.values() if isinstance(value, Entry)), None)
        if entry is not None:
            self._entries.go_to(entry)

    def _set_scope(self, blog: Blog | None) -> None:
        self._scope = blog.id if blog else self._scope
        self._refresh()

    def _note(self, done: Done) -> None:
        self._last = done
        offered, choice = self._offered
        if offered and choice and (done.revision.act, done.revision.target) == (Act.UNDO, offered.revision.id):
            self._toast.take_away(choice)
        if done.revision.blog == self._scope:
            self._refresh()

    def _refresh(self) -> None:
        if self._actions is not None and self._scope:
            scope = self._scope
            self._live.ask(lambda desk: desk.store.titles(scope, desk.author.desk), then=self._rename)

    def _rename(self, titles: tuple[str | None, str | None]) -> None:
        if self._actions is None:
            return
        for action, verb, title in zip(self._actions, (tr("&Undo"), tr("&Redo")), titles, strict=True):
            action.setText(f"{verb} {_lower_first(tr(title))}" if title else verb)
            action.setEnabled(True)


def _take_back(desk: Desk, done: Done | None) -> Done | None:
    return None if done is None else desk.take_back(done)


def _blog_of(done: Done | None) -> str:
    return "" if done is None else done.revision.blog


def _lower_first(text: str) -> str:
    """A title inside a sentence: “Undo move entry”."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
