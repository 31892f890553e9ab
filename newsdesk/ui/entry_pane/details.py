"""What else there is to an entry: bylines, labels, embargo, an internal note. One calm line until it is opened."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.domain.entry import Entry
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.entry_pane.completing import complete_names, names_in
from newsdesk.ui.entry_pane.low_form import LowForm
from newsdesk.ui.entry_pane.pacing import Pacing
from newsdesk.ui.fields import Field, Form
from newsdesk.ui.typed_time import TimeReader
from newsdesk.ui.words import tr


class Details(Ground):
    """Tells each field as one leaves it."""

    given = Signal(str, object, object)  # a title, the fields as they were, the fields as they are
    opened = Signal()  # it is about to need the names that the blog uses
    left = Signal()  # back to the text

    def __init__(self, reader: TimeReader) -> None:
        super().__init__("page", line="top")
        self._reader = reader
        self._entry: Entry | None = None
        self.toggle = _Quiet("")
        self.toggle.setAccessibleName(tr("Details"))
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bylines = Field(tr("Bylines"), tr("Names, with commas"))
        self.labels = Field(tr("Labels"), tr("With commas"))
        self.embargo = Field(tr("Not before"), tr("A time, such as 06:00"))
        self.note = Field(tr("Internal note"), tr("Never exported"))
        self._form = QWidget()
        self._low = LowForm(self._form)
        self._lay_out()
        self.toggle.clicked.connect(lambda _=False: self.set_open(not self.is_open))
        self.bylines.given.connect(lambda text: self._give_names("bylines", tr("Edit bylines"), text))
        self.labels.given.connect(lambda text: self._give_names("labels", tr("Edit labels"), text))
        self.note.given.connect(lambda text: self._give(tr("Edit note"), "note", text))
        self.embargo.given.connect(self._give_embargo)
        for field in (self.bylines, self.labels, self.note):
            self._store_in_time(field)
        self.set_open(False)

    def _lay_out(self) -> None:
        form = Form(self._form)
        form.setVerticalSpacing(look.GRID)
        for field in (self.bylines, self.labels, self.embargo, self.note):
            form.add(field.line.accessibleName(), field)
            field.line.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(look.GRID)
        self._column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self._low)
        self.set_side(2 * look.GRID)

    def _store_in_time(self, field: Field) -> None:
        """What is typed is stored at a pause, as in the text."""
        pacing = Pacing(field)
        field.line.textEdited.connect(lambda _: pacing.note())
        pacing.ended.connect(field.flush)

    def set_side(self, side: int) -> None:
        """Line up with the text above."""
        half = look.GRID // 2
        self._column.setContentsMargins(side - 2 * look.GRID, half, side - 2 * look.GRID, half)
        self._form.setContentsMargins(2 * look.GRID, 0, 2 * look.GRID, 2 * look.GRID)

    @property
    def is_open(self) -> bool:
        return not self._low.isHidden()

    def set_open(self, is_open: bool) -> None:
        if is_open:
            self.opened.emit()
        self._low.setVisible(is_open)
        self._say()

    def ask(self) -> None:
        """Open it, with the caret in its first field."""
        self.set_open(True)
        self.bylines.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def know(self, used: Mapping[str, Sequence[str]]) -> None:
        """What its fields complete from."""
        complete_names(self.bylines.line, used.get("bylines", ()))
        complete_names(self.labels.line, used.get("labels", ()))

    def show_entry(self, entry: Entry) -> None:
        """Show what an entry has; what is being typed in a field stays."""
        if self._entry is not None and entry.id != self._entry.id:
            for field in (self.bylines, self.labels, self.embargo, self.note):
                field.take_back("")
        self._entry = entry
        for field, names in ((self.bylines, entry.bylines), (self.labels, entry.labels)):
            if names_in(field.text) != names:  # or a comma that was just typed would go
                field.set_text(", ".join(names))
        self.note.set_text(entry.note)
        self.embargo.set_text(str(self._embargo(entry) or ""))
        self._say_embargo(entry)
        self._say()

    def flush(self) -> None:
        """Tell what was typed so far."""
        for field in (self.bylines, self.labels, self.embargo, self.note):
            field.flush()

    def _give_names(self, field: str, title: str, text: str) -> None:
        self._give(title, field, names_in(text))

    def _give_embargo(self, text: str) -> None:
        if self._entry is None:
            return
        if not text.strip():
            self._give(tr("Lift embargo"), "embargo", None)
            return
        try:
            time = self._reader.read(text, self._embargo(self._entry) or self._entry.time)
        except NewsdeskError as error:
            self.embargo.say(error.sentence, is_wrong=True)
        else:
            self._give(tr("Set embargo"), "embargo", time.moment)

    def _give(self, title: str, field: str, value: object) -> None:
        entry = self._entry
        if entry is not None and getattr(entry, field) != value:
            self.given.emit(title, {field: getattr(entry, field)}, {field: value})

    def _embargo(self, entry: Entry) -> ShownTime | None:
        return ShownTime(entry.embargo, self._reader.zone) if entry.embargo else None

    def _say_embargo(self, entry: Entry) -> None:
        time = self._embargo(entry)
        self.embargo.say(self._reader.reading(time) if time else "")

    def _say(self) -> None:
        """The one line."""
        entry = self._entry
        parts = [tr("Details")]
        if entry is not None and not self.is_open:
            parts += [tr("by {0}").format(", ".join(entry.bylines))] if entry.bylines else []
            parts += [", ".join(entry.labels)] if entry.labels else []
            parts += [tr("not before {0}").format(self._embargo(entry))] if entry.embargo else []
            parts += [tr("internal note")] if entry.note else []
        shown = " · ".join(parts)
        self.toggle.setText(self.toggle.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, 520))
        self.toggle.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc goes back to the text."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() is QEvent.Type.KeyPress:
            self.flush()
            self.left.emit()
            return True
        return False


class _Quiet(TextButton):
    def ink(self) -> QColor:
        return look.colours(self.palette()).dim
