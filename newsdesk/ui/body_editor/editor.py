"""The editor widget of a body."""

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.desk.pasting import plain_body
from newsdesk.domain.links import is_link
from newsdesk.domain.markup import Body, Kind
from newsdesk.ui.body_editor import clipboard, keys, marks
from newsdesk.ui.body_editor.formats import KEYS, SHAPES, Format, is_on, title
from newsdesk.ui.body_editor.steps import Steps
from newsdesk.ui.richtext import BodyDocument, formatting
from newsdesk.ui.richtext.clip import insert_body, selected_body
from newsdesk.ui.richtext.formatting import FormatState
from newsdesk.ui.richtext.looks import INDENT, shape_of
from newsdesk.ui.richtext.spelled_out import has_kept

_MEASURE = 68  # characters of a line at most
_MARGIN = 16
_FORMAT_OF_KEYS = {keys: format for format, keys in KEYS.items()}


class BodyEditor(QTextEdit):
    """Writes one body at a time and tells of it in steps; has no undo of its own."""

    stepped = Signal(object)  # a Step
    formats_changed = Signal(object)  # the FormatState at the caret
    link_activated = Signal(str)
    link_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = BodyDocument(self)
        self._document.setIndentWidth(INDENT)
        self.setDocument(self._document)
        self._steps = Steps(self._document, self)
        self._steps.taken.connect(self.stepped)
        self._state = FormatState()
        self._revision = 0
        self.cursorPositionChanged.connect(self._note_caret)
        self.currentCharFormatChanged.connect(self._tell_formats)
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

    def apply(self, format: str) -> None:
        """Do what a button or key of formatting does."""
        wanted = Format(format)
        self.flush()
        if wanted is Format.LINK:
            self.link_wanted.emit()
            return
        self._apply(wanted)
        self._steps.flush(title(wanted))
        self._tell_formats()

    def set_link(self, url: str, text: str = "") -> None:
        """Link the selection, or the link at the caret, or new text; an empty URL takes the link away."""
        self.flush()
        cursor = formatting.link_around(self.textCursor())
        formatting.link(cursor, url, text)
        self._steps.flush(title(Format.LINK))

    def format_state(self) -> FormatState:
        return formatting.state_at(self.textCursor(), self.currentCharFormat())

    def paste_plain(self) -> None:
        self._paste(plain_body(QGuiApplication.clipboard().text()))

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
        self.setAccessibleName(self.tr("Text"))
        self.setAccessibleDescription(self.tr("The text of the entry. Tab moves on, in a list it indents."))
        self.setPlaceholderText(self.tr("Write the text here"))
        self.viewport().setMouseTracking(True)

    def _apply(self, wanted: Format) -> None:
        cursor, state = self.textCursor(), self.format_state()
        if wanted in SHAPES:
            kind, ordered = SHAPES[wanted] if not is_on(wanted, state) else SHAPES[Format.PARAGRAPH]
            formatting.shape(cursor, kind, ordered=ordered)
        elif wanted in (Format.INDENT, Format.OUTDENT):
            formatting.indent(cursor, 1 if wanted is Format.INDENT else -1)
        elif wanted is Format.CLEAR:
            formatting.shape(cursor, Kind.PARAGRAPH)
            self._restyle(formatting.PLAIN)
        elif wanted is Format.STRONG:
            self._restyle(formatting.Restyling(strong=not state.strong))
        else:
            self._restyle(formatting.Restyling(em=not state.em))

    def _restyle(self, change: formatting.Restyling) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            formatting.restyle(cursor, change)
        else:
            kind = shape_of(cursor.block()).kind
            self.setCurrentCharFormat(formatting.restyled_typing(self.currentCharFormat(), kind, change))

    def _paste(self, body: Body) -> None:
        if not body:
            return
        self.flush()
        keys.make_room(self)
        cursor = self.textCursor()
        insert_body(cursor, body)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._steps.flush(self.tr("Paste"))

    def _note_caret(self) -> None:
        """A jump of the caret ends a step; the move that a key of typing makes does not."""
        revision = self._document.revision()
        if revision == self._revision:
            self._steps.end_by_jump()
        self._revision = revision
        self._tell_formats()

    def _tell_formats(self) -> None:
        state = self.format_state()
        if state != self._state:
            self._state = state
            self.formats_changed.emit(state)

    def _command(self, event: QKeyEvent) -> bool:
        """Do what a key with Ctrl means here; actions of a window that have the same keys come first."""
        keys = QKeySequence(event.keyCombination()).toString()
        if keys == "Ctrl+Shift+V":
            self.paste_plain()
        elif keys in _FORMAT_OF_KEYS:
            self.apply(_FORMAT_OF_KEYS[keys])
        else:
            return False
        return True

    def _link_at(self, event: QMouseEvent) -> str:
        is_meant = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        url = self.anchorAt(event.position().toPoint()) if is_meant else ""
        return url if is_link(url) else ""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.is_undo(event):
            event.ignore()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._command(event):
            event.accept()
        elif not keys.mend(self, event):
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if url := self._link_at(event):
            self.link_activated.emit(url)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._link_at(event) else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        marks.paint(self, event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        measure = _MEASURE * self.fontMetrics().averageCharWidth()
        side = max(_MARGIN, (self.width() - measure) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, _MARGIN, side, 0)

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.copied(selected_body(self.textCursor()))

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._paste(clipboard.body_of(source))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing in a text makes the window open a file or ask a network."""
        return None
