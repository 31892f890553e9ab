"""The right pane: one entry, written as the page that it will become."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.desk import writing
from newsdesk.desk.live import LiveDesk
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.phrases import HEADLINE
from newsdesk.domain.revision import Act, Done
from newsdesk.domain.stamp import ShownTime
from newsdesk.ui import look
from newsdesk.ui.body_editor import BodyEditor, Step
from newsdesk.ui.controls import Ground, IconButton, Strip, ThinScrollBar
from newsdesk.ui.empty import Empty
from newsdesk.ui.entry_pane.details import Details
from newsdesk.ui.entry_pane.headline import HeadlineEdit
from newsdesk.ui.entry_pane.headline_spelling import HeadlineSpelling
from newsdesk.ui.entry_pane.state_button import StateButton
from newsdesk.ui.entry_pane.time_field import TimeField
from newsdesk.ui.entry_pane.visit import Visit
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.typed_time import TimeReader
from newsdesk.ui.words import tr

_LEAST = 280  # pixels


class EntryPane(Ground):
    """Shows an entry, and gives what is written to the store in steps."""

    visited = Signal(object)  # a Visit that began

    def __init__(self, live: LiveDesk, signals: DeskSignals, reader: TimeReader) -> None:
        super().__init__("page")
        self._live = live
        self.visit: Visit | None = None
        self._unsaved: dict[str, Visit] = {}  # visits that were left before the store had answered
        self.time, self.headline, self.body = TimeField(reader), HeadlineEdit(), BodyEditor()
        HeadlineSpelling(self.headline, self.body)
        self.state = StateButton()
        self.key = IconButton("key-event", tr("Key event"), checked_icon="key-event-full")
        self.pin = IconButton("pin", tr("Pinned"), checked_icon="pin-full")
        self.details = Details(reader)
        self.empty = Empty("page")
        self._lay_out()
        self._connect(signals)
        self.show_entry(None)

    def _lay_out(self) -> None:
        strip = Strip("page")
        across = QHBoxLayout(strip)
        across.setContentsMargins(look.GRID, 0, look.GRID, 0)
        across.addWidget(self.state)
        across.addStretch()
        across.addWidget(self.key)
        across.addWidget(self.pin)
        self.body.setFont(look.text())
        self.body.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self.body))
        self._heading = QVBoxLayout()
        self._heading.setSpacing(look.GRID)
        self._heading.addWidget(self.time)
        self._heading.addWidget(self.headline)
        self.foot = QVBoxLayout()  # for what there is to say about the entry
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addLayout(self._heading)
        column.addWidget(self.body, 1)
        column.addWidget(self.details)
        column.addLayout(self.foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        self.body.side_margin_changed.connect(self._line_up)
        self._line_up(self.body.side_margin())

    def _connect(self, signals: DeskSignals) -> None:
        signals.edited.connect(self.follow)
        self.time.changed.connect(lambda time: self._give("Edit time", {}, time=time))
        self.time.finished.connect(self.headline.setFocus)
        self.headline.stepped.connect(self._step_headline)
        self.headline.finished.connect(self.body.setFocus)
        self.headline.left_upwards.connect(self.time.field.setFocus)
        self.body.stepped.connect(self._step_body)
        self.details.given.connect(lambda title, was, fields: self._give(title, was, **fields))
        self.details.left.connect(self.body.setFocus)
        self.state.chosen.connect(self._set_state)
        self.key.clicked.connect(lambda is_on: self._ask(writing.set_key, is_on))
        self.pin.clicked.connect(lambda is_on: self._ask(writing.set_pinned, is_on))

    def way(self) -> tuple[QWidget, ...]:
        """The way of the Tab key."""
        return self.time.field, self.headline, self.body, self.details.toggle, self.state, self.key, self.pin

    def _line_up(self, side: int) -> None:
        """The heading stands where the text does."""
        self._heading.setContentsMargins(side, 3 * look.GRID, side, look.GRID)
        self.details.set_side(side)

    @property
    def place(self) -> QWidget:
        """Where the keys go: the text, or what stands in the place of an entry."""
        return self.body if self.visit else self.empty.first

    @property
    def entry(self) -> Entry | None:
        return self.visit.entry if self.visit else None

    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry; what was typed in the one before is stored."""
        if entry is not None and self.entry is not None and entry.id == self.entry.id:
            return
        self.flush()
        self._leave()
        self._stack.setCurrentIndex(1 if entry is None else 0)
        if entry is None:
            self.body.set_body(())
            return
        self.visit = self._unsaved.pop(entry.id, None) or self._begin(entry)
        self._show(self.visit.entry)
        self.visited.emit(self.visit)

    def follow(self, done: Done) -> None:
        """Show what an edit did to the entry on the screen."""
        for visit in self._unsaved.values():
            visit.follow(done)
        if self.visit is not None:
            self._show_again(self.visit.follow(done), is_undo=done.revision.act is not Act.DO)

    def catch_up(self, entry: Entry) -> None:
        """Show the entry on the screen as it was read anew."""
        if self.visit is not None and entry.id == self.visit.entry.id:
            self.flush()
            self._show_again(self.visit.catch_up(entry))

    def _show_again(self, names: frozenset[str], *, is_undo: bool = False) -> None:
        """Show fields that somebody changed elsewhere."""
        if self.visit is None:
            return
        entry = self.visit.entry
        if "time" in names:
            self.time.set_time(entry.time)
        if "headline" in names:
            self.headline.follow(entry.headline, take_caret=is_undo)
        if "body" in names:
            self.body.follow(entry.body, take_caret=is_undo)
        if is_undo:
            self._go_to_change(names)
        self._show_marks(entry)

    def _go_to_change(self, names: frozenset[str]) -> None:
        """Whoever writes goes on where an undo changed something; the list keeps the keys."""
        fields = {"time": self.time.field, "headline": self.headline, "body": self.body}
        changed = [field for name, field in fields.items() if name in names]
        if changed and any(field.hasFocus() for field in fields.values() if field not in changed):
            changed[-1].setFocus()

    def flush(self) -> None:
        """Store what was typed so far."""
        self.time.flush()
        self.headline.flush()
        self.body.flush()
        self.details.flush()

    def unsaved(self) -> list[Visit]:
        """Visits whose text the store has refused so far."""
        visits = [*([self.visit] if self.visit else []), *self._unsaved.values()]
        return [visit for visit in visits if visit.refusal is not None]

    def set_time(self, time: ShownTime) -> None:
        self.time.set_time(time)
        self._give("Edit time", {}, time=time)

    def _begin(self, entry: Entry) -> Visit:
        visit = Visit(self._live, entry, self)
        visit.saved.connect(lambda _: self._forget_stored(visit))
        visit.overtaken.connect(lambda fresh: self._show(fresh) if self.visit is visit else None)
        return visit

    def _leave(self) -> None:
        if self.visit is not None and not self.visit.is_stored:
            self._unsaved[self.visit.entry.id] = self.visit
        self.visit = None

    def _forget_stored(self, visit: Visit) -> None:
        if visit.is_stored:
            self._unsaved.pop(visit.entry.id, None)

    def _show(self, entry: Entry) -> None:
        self.time.show_entry(entry)
        self.headline.set_text(entry.headline)
        self.body.set_body(entry.body, entry.id)
        self._show_marks(entry)

    def _show_marks(self, entry: Entry) -> None:
        self.state.set_state(entry.state)
        self.details.show_entry(entry)
        self.key.setChecked(entry.is_key)
        self.pin.setChecked(entry.is_pinned)

    def _step_headline(self, was: str, text: str) -> None:
        self._give(HEADLINE, {"headline": was}, headline=text)

    def _step_body(self, step: Step) -> None:
        if self.entry is not None and step.subject == self.entry.id:
            self._give(step.title, {"body": step.before}, body=step.after)

    def _give(self, title: str, was: Mapping[str, Any], **fields: Any) -> None:  # noqa: ANN401  fields of Entry
        if self.visit is not None:
            self.visit.give(title, was, **fields)

    def _set_state(self, state: State) -> None:
        self.flush()
        if self.entry is not None:
            id = self.entry.id
            self._live.ask(lambda desk: writing.set_state(desk, [id], state))

    def _ask(self, verb: Any, is_on: bool) -> None:  # noqa: ANN401  set_key or set_pinned
        self.flush()
        if self.entry is not None:
            id = self.entry.id
            self._live.ask(lambda desk: verb(desk, [id], is_on))

    def minimumSizeHint(self) -> QSize:
        """However the text has to wrap for a moment, the window never grows by it."""
        return QSize(_LEAST, min(_LEAST, super().minimumSizeHint().height()))
