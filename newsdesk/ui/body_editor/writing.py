"""Writing one body: keys, input methods, steps and the caret; nothing of formatting, spelling or pictures."""

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.domain.markup import Body, Kind
from newsdesk.ui.body_editor import keys, marks
from newsdesk.ui.body_editor.steps import Steps
from newsdesk.ui.richtext import BodyDocument
from newsdesk.ui.richtext.looks import INDENT, shape_of
from newsdesk.ui.richtext.spelled_out import has_kept
from newsdesk.ui.words import tr

_MEASURE = 68  # characters of a line at most
_MARGIN = 16
_SAMPLE = "The president said on Tuesday that calm had returned to all regions."


class WritingEdit(QTextEdit):
    """Tells of what is written in steps; has no undo of its own."""

    stepped = Signal(object)  # a Step
    caret_jumped = Signal()  # and not by a key of typing
    palette_changed = Signal()
    side_margin_changed = Signal(int)  # pixels from either side to the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = BodyDocument(self)
        self._revision = 0
        self.setDocument(self._document)
        self._steps = Steps(self._document, self)
        self._steps.taken.connect(self.stepped)
        self.cursorPositionChanged.connect(self._note_caret)
        self._set_up()

    def body(self) -> Body:
        """What stands on the screen now."""
        return self._document.body()

    def set_body(self, body: Body, subject: object = None) -> None:
        """Show another body; `subject` (the id of its entry) comes back with every step."""
        self.flush()
        self._document.show(body)
        self._steps.begin(body, subject)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def follow(self, body: Body, *, take_caret: bool = False) -> None:
        """Show what the body has become by an undo (`take_caret`) or by somebody else's edit."""
        place = self._steps.follow(body)
        if place is not None and take_caret:
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def flush(self) -> None:
        """End the step that is being written."""
        self._steps.flush()

    def end_step(self, name: str) -> None:
        """End the step now and call it by a name."""
        self._steps.flush(name)

    def cut_text(self) -> None:
        """Cut as a step of its own."""
        self.flush()
        self.cut()
        self.end_step(tr("Cut"))

    def side_margin(self) -> int:
        """How far the text stands from the sides, so that what stands above it can line up with it."""
        measure = _MEASURE * self.fontMetrics().horizontalAdvance(_SAMPLE) // len(_SAMPLE)
        return max(_MARGIN, (self.width() - measure) // 2)

    def _set_up(self) -> None:
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._document.setIndentWidth(INDENT)
        self.setAccessibleName(tr("Text"))
        self.setAccessibleDescription(tr("The text of the entry. Tab goes on; in a list it indents."))
        self.setPlaceholderText(tr("Write the text here"))

    def _keep_measure(self) -> None:
        side = self.side_margin()
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, _MARGIN // 2, side, _MARGIN // 2)
            self.side_margin_changed.emit(side)

    def _note_caret(self) -> None:
        revision = self._document.revision()
        if revision == self._revision:
            self._steps.end_by_jump()
            self.caret_jumped.emit()
        self._revision = revision

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and keys.is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.palette_changed.emit()
        elif event.type() is QEvent.Type.FontChange:
            self._keep_measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.is_undo(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Cut) and not self.isReadOnly():
            self.cut_text()
        elif self.isReadOnly() or not keys.mend(self, event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString():
            self._steps.hold(True)
        if has_kept(event.commitString()):
            super().inputMethodEvent(QInputMethodEvent("", []))
            keys.write(self, event.commitString())
        else:
            if event.commitString():
                keys.make_room(self)
            super().inputMethodEvent(event)
        if not event.preeditString():
            self._steps.hold(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def focusNextPrevChild(self, next: bool) -> bool:
        if shape_of(self.textCursor().block()).kind is Kind.ITEM:
            return False
        return super().focusNextPrevChild(next)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        marks.paint(self, event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_measure()  # before the text is laid out, or it keeps the old width
        super().resizeEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing in a text makes the window open a file or ask a network."""
        return None
