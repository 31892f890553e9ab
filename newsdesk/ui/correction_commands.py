"""Corrections: what is owed for the entry on the screen, classing it, withdrawing, and the walk through all of it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from newsdesk.domain.entry import NoticeKind, State
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.desk.desk import Desk
    from newsdesk.desk.owing import Owing, Stop
    from newsdesk.ui.correcting.strip import CorrectionStrip

_PAUSE = 500  # milliseconds of writing nothing


class CorrectionCommands(QObject):
    """One method an action. An entry that readers never had costs nothing here."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._live = around, around.live
        self._blogs, self._entries, self._pane = around.panes
        self._toast = around.messages.toast
        self._owing: Owing | None = None
        self._reasonless: Sequence[str] = ()  # the entries that were just withdrawn, and whose reason is asked
        self._before: QWidget | None = None
        self._is_made = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self._pane.visited.connect(lambda _: self._begin())
        around.signals.edited.connect(self._follow)
        self._pane.state.chosen.connect(self._follow_state)

    def correct(self) -> None:
        self._class(NoticeKind.CORRECTION)

    def clarify(self) -> None:
        self._class(NoticeKind.CLARIFICATION)

    def refile(self) -> None:
        self._class(NoticeKind.REFILE)

    def withdraw(self) -> None:
        """Take the entry back, with a reason for readers."""
        self._class(NoticeKind.WITHDRAWN)

    def ask_reason(self, ids: Sequence[str]) -> None:
        """Ask why these entries were withdrawn, once one of them is on the screen; the answer may wait."""
        self._reasonless, self._before = ids, self._pane.window().focusWidget()
        self._ask_reason()

    def review_next(self) -> None:
        self._review(1)

    def review_previous(self) -> None:
        self._review(-1)

    @cached_property
    def strip(self) -> "CorrectionStrip":
        from newsdesk.ui.correcting.strip import CorrectionStrip

        self._is_made = True
        strip = CorrectionStrip()
        strip.wanted.connect(self._class)
        strip.given.connect(self._give)
        strip.left.connect(self._leave)
        strip.review_wanted.connect(self.review_next)
        strip.set_side(self._pane.body.side_margin())
        self._pane.body.side_margin_changed.connect(strip.set_side)
        self._pane.foot.addWidget(strip)
        return strip

    def _begin(self) -> None:
        """Another entry is on the screen."""
        self._owing = None
        if self._is_made:
            self.strip.end()
        self._pause.stop()
        self._look()
        self._ask_reason()

    def _ask_reason(self) -> None:
        if (entry := self._pane.entry) is not None and entry.id in self._reasonless:
            self.strip.write(NoticeKind.WITHDRAWN, "")

    def _follow_state(self, state: State) -> None:
        if state is State.WITHDRAWN and (entry := self._pane.entry) is not None:
            self.ask_reason([entry.id])

    def _follow(self, done: Done) -> None:
        entry = self._pane.entry
        if entry is not None and (entry.id in done.edit.ids or self._owing is not None):
            self._pause.start()

    def _look(self) -> None:
        if (entry := self._pane.entry) is not None:
            id = entry.id
            self._live.ask(lambda desk: _owing(desk, id), then=self._show)

    def _show(self, owing: "Owing") -> None:
        entry = self._pane.entry
        if entry is None or entry.id != owing.entry:
            return
        was_unclassed = self._owing is not None and self._owing.is_unclassed
        is_silent = not (owing.is_unclassed or owing.needs_reason or owing.unreleased)
        self._owing = None if is_silent else owing
        if self._is_made or not is_silent:
            self.strip.show_owing(owing)
        if owing.is_unclassed and not was_unclassed:  # counting takes long in a long blog
            blog = entry.blog
            self._live.ask(lambda desk: _count(desk, blog), then=lambda count: self._say_others(owing, count))

    def _say_others(self, owing: "Owing", count: int) -> None:
        if self._owing is not None and self._owing.is_unclassed and self._owing.entry == owing.entry:
            self.strip.say_others(count - 1)

    def _class(self, kind: NoticeKind) -> None:
        """Have the words written; what is not for readers needs none."""
        self._pane.flush()
        if (entry := self._pane.entry) is None:
            return
        if kind is NoticeKind.REFILE:
            self._give(kind, "")
            return
        id = entry.id
        self._live.ask(lambda desk: _words(desk, id, kind), then=lambda text: self._write(id, kind, text),
                       failed=self._refuse)

    def _write(self, id: str, kind: NoticeKind, text: str) -> None:
        if (entry := self._pane.entry) is not None and entry.id == id:
            self.strip.write(kind, text)

    def _give(self, kind: NoticeKind, text: str) -> None:
        """Keep the class of the entry on the screen; a withdrawal is of all that is selected with it."""
        if (entry := self._pane.entry) is not None:
            if kind is NoticeKind.WITHDRAWN and not text and entry.id in self._reasonless:
                self._leave()  # what readers are not told is said where it stood
                return
            together = self._reasonless or self._entries.view.selected_ids()
            ids = together if kind is NoticeKind.WITHDRAWN and entry.id in together else [entry.id]
            self._live.ask(lambda desk: _keep(desk, ids, kind, text), then=lambda _: self._say_kept(kind),
                           failed=self._refuse)

    def _say_kept(self, kind: NoticeKind) -> None:
        from newsdesk.ui.correcting.strip import NAMES

        was_withdrawn = bool(self._reasonless)
        self._leave()
        said = tr("Withdrawn") if kind is NoticeKind.WITHDRAWN else tr("Classed: {0}").format(tr(NAMES[kind]))
        said = tr("Readers are told why") if was_withdrawn else said
        self._toast.say_done(said)

    def _leave(self) -> None:
        had_keys = self.strip.is_writing
        self.strip.end()
        if had_keys:
            (self._before or self._pane.body).setFocus()
        self._reasonless, self._before = (), None
        self._look()

    def _refuse(self, error: NewsdeskError) -> None:
        self._toast.say(error.sentence)

    def _review(self, step: int) -> None:
        self._pane.flush()
        blog, entry = self._blogs.current, self._pane.entry
        if blog is not None:
            id, here = blog.id, entry.id if entry else ""
            self._live.ask(lambda desk: _stop(desk, id, here, step), then=self._show_stop)

    def _show_stop(self, stop: "Stop | None") -> None:
        if stop is None:
            self._toast.say(tr("Nothing to review: nothing is ready, and every change is classed"))
            return
        self._entries.go_to(stop.entry)
        self._entries.view.setFocus()
        what = tr("its change is unclassed") if stop.is_unclassed else tr("ready")
        self._toast.say(tr("Review {0} of {1}: {2}").format(stop.number, stop.count, what))


def _owing(desk: "Desk", id: str) -> "Owing":
    from newsdesk.desk.owing import owing

    return owing(desk, id)


def _count(desk: "Desk", blog: str) -> int:
    from newsdesk.desk.owing import count_unclassed

    return count_unclassed(desk, blog)


def _stop(desk: "Desk", blog: str, here: str, step: int) -> "Stop | None":
    from newsdesk.desk.owing import next_stop

    return next_stop(desk, blog, here, step)


def _words(desk: "Desk", id: str, kind: NoticeKind) -> str:
    """What the words begin as. Raises NewsdeskError where there is nothing to class or to withdraw."""
    from newsdesk.desk.correcting import first_words

    return first_words(desk, desk.entry(id), kind)


def _keep(desk: "Desk", ids: Sequence[str], kind: NoticeKind, text: str) -> None:
    from newsdesk.desk.correcting import correct, withdraw
    from newsdesk.desk.writing import in_sequence

    entries = in_sequence(desk, ids)
    if kind is NoticeKind.WITHDRAWN:
        withdraw(desk, entries, text)
    else:
        correct(desk, entries[0], kind, text)
