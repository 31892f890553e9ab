"""Undo and redo of everything: named, in order, and going to what changed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError
from newsdesk.ui.messages import Messages
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

    def _turn(self, turn: Turn, nothing: str) -> None:
        self._pane.flush()
        if not self._scope:
            self._toast.say(nothing)
            return
        scope = self._scope
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


class HeldKeys(QObject):
    """Typed keys that wait while an undo is on its way to the text, and then are typed into what it made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holds = 0
        self._waiting: list[tuple[QWidget, QKeyEvent]] = []

    def hold(self) -> None:
        self._holds += 1
        if self._holds == 1:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def release(self) -> None:
        self._holds -= 1
        if self._holds:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        waiting, self._waiting = self._waiting, []
        for widget, event in waiting:
            QCoreApplication.sendEvent(widget, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not isinstance(watched, QWidget) or not watched.hasFocus() or event.modifiers() & command:
            return False
        self._waiting.append((watched, event.clone()))
        return True


def _lower_first(text: str) -> str:
    """A title inside a sentence: “Undo move entry”."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
