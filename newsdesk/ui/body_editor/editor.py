"""The editor widget of a body."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.desk.pasting import plain_from_clipboard
from newsdesk.domain.links import is_link
from newsdesk.domain.markup import Block, Body, Kind, Span
from newsdesk.domain.quotes import typographic_part
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.body_editor import clipboard, commands, incoming, keys, placing
from newsdesk.ui.body_editor.cards import Cards, Images
from newsdesk.ui.body_editor.context_menu import asked_at, context_menu
from newsdesk.ui.body_editor.drop_mark import DropMark
from newsdesk.ui.body_editor.format_bar import FormatBar
from newsdesk.ui.body_editor.formats import Format, format_of_key, title
from newsdesk.ui.body_editor.highlighter import Highlighter
from newsdesk.ui.body_editor.popovers import card_popover, link_popover
from newsdesk.ui.body_editor.speller import Speller
from newsdesk.ui.body_editor.spelling_menu import add_suggestions
from newsdesk.ui.body_editor.writing import WritingEdit
from newsdesk.ui.richtext import formatting
from newsdesk.ui.richtext.clip import insert_body, selected_body, selected_parts
from newsdesk.ui.richtext.formatting import FormatState
from newsdesk.ui.richtext.looks import CARD_OBJECT, set_link_colour
from newsdesk.ui.richtext.reading import holds_card
from newsdesk.ui.words import tr


class BodyEditor(WritingEdit):
    """Writing with formatting, links, pictures and spelling."""

    formats_changed = Signal(object)  # the FormatState at the caret
    link_activated = Signal(str)
    image_offered = Signal(object, str, str)  # bytes, media type, name: store it, then call insert_image
    files_dropped = Signal(object)  # paths that are no images
    refused = Signal(str)  # a sentence: what could not be done
    word_learned = Signal(str)
    dictionary_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = Cards(self)
        self._document.documentLayout().registerHandler(CARD_OBJECT, self._cards)
        self.speller = Speller(self)
        self._highlighter = Highlighter(self, self.speller)
        self._bar = FormatBar(self, self.apply)
        self._mark = DropMark(self)
        self._state = FormatState()
        self._is_dropping = False
        self.lacking = ""  # the name of a language for which there is no dictionary
        self.speller.learned.connect(self.word_learned)
        self.cursorPositionChanged.connect(self._tell_formats)
        self.caret_jumped.connect(self._highlighter.finish_word)
        self.palette_changed.connect(self._take_colours)
        self._take_colours()
        self.viewport().setMouseTracking(True)
        self.currentCharFormatChanged.connect(self._tell_formats)

    def set_images(self, images: Images) -> None:
        """Where pictures come from: a function from an attachment's URL to a QImage, or None."""
        self._cards.images = images
        self.refresh_images()

    def refresh_images(self) -> None:
        """Ask for all pictures anew."""
        self._cards.forget()
        self._document.markContentsDirty(0, self._document.characterCount())

    def set_spelling(self, language: str, known: Iterable[str] = ()) -> None:
        """Check the spelling in a language, with the blog's names and own words known; "" checks nothing."""
        self.speller.use(language, known)

    def format_state(self) -> FormatState:
        return commands.state_of(self)

    def apply(self, format: str) -> None:
        """Do what a button or key of formatting does."""
        wanted = Format(format)
        if self.isReadOnly():
            return
        self.flush()
        if wanted is Format.LINK:
            self._ask_for_link()
            return
        commands.apply(self, wanted)
        self.end_step(title(wanted))

    def set_link(self, url: str, text: str = "") -> None:
        """Link the selection, or the link at the caret, or new text; an empty URL takes the link away."""
        self.flush()
        formatting.link(formatting.link_around(self.textCursor()), url, text)
        self.end_step(title(Format.LINK))

    def insert_image(self, url: str, alt: str = "", caption: str = "", credit: str = "") -> None:
        """Put an image that the store holds under the caret's paragraph."""
        spans = (Span(caption),) if caption else ()
        self._insert_card(Block(kind=Kind.IMAGE, url=url, alt=alt, credit=credit, spans=spans), tr("Insert image"))

    def insert_embed(self, url: str, text: str = "") -> None:
        """Put an embed, with the text that is read where it can't be shown, under the caret's paragraph."""
        spans = (Span(text),) if text else ()
        self._insert_card(Block(kind=Kind.EMBED, url=url, spans=spans), tr("Insert embed"))

    def replace_word(self, word: QTextCursor, text: str) -> None:
        """Put the suggested spelling in a word's place."""
        self.flush()
        word.insertText(text)
        self.setTextCursor(word)  # one goes on behind the word
        self.end_step(tr("Spelling"))

    def edit_card(self) -> None:
        """Ask for what the image or embed at the caret says."""
        cursor = self.textCursor()
        if holds_card(cursor.block()):
            popover = card_popover(self, placing.card_under(cursor), lambda card: self._change_card(cursor, card))
            popover.open_at(self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft()))

    def take_files(self, files: Sequence[Path]) -> None:
        """Offer images for the text; what else is dropped is passed on."""
        if not incoming.are_pictures(files):
            self.files_dropped.emit(files)
            return
        try:
            for path in files:
                self._offer(incoming.read_picture(path))
        except NewsdeskError as error:
            self.refused.emit(error.sentence)

    def paste_plain(self) -> None:
        self._paste(plain_from_clipboard(QGuiApplication.clipboard().text()))

    def make_selection_typographic(self, language: str) -> None:
        """Make the straight quotes and apostrophes of the selection those of a language, as one step."""
        self.flush()
        blocks = self._document.blocks()
        for number, first, last in selected_parts(self.textCursor()):
            blocks[number] = typographic_part(blocks[number], language, first, last)
        self._document.update(tuple(blocks))
        self.end_step(tr("Typographic quotes"))

    def _paste(self, body: Body) -> None:
        if not body or self.isReadOnly():
            return
        if not self._is_dropping:
            self.flush()
        keys.make_room(self)
        cursor = self.textCursor()
        insert_body(cursor, body)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if not self._is_dropping:
            self.end_step(tr("Paste"))

    def _insert_card(self, card: Block, name: str) -> None:
        self.flush()
        placing.insert(self, card)
        self.end_step(name)

    def _change_card(self, cursor: QTextCursor, card: Block) -> None:
        self.flush()
        placing.change(cursor, card)
        self.end_step(tr("Image details") if card.kind is Kind.IMAGE else tr("Embed details"))

    def _ask_for_link(self) -> None:
        cursor = formatting.link_around(self.textCursor())
        url, text = formatting.common_style(cursor).link, cursor.selection().toPlainText()
        popover = link_popover(self, url, text, self.set_link)
        popover.open_at(self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft()))

    def _offer(self, picture: incoming.Picture) -> None:
        self.image_offered.emit(picture.content, picture.media_type, picture.name)

    def _take_colours(self) -> None:
        set_link_colour(look.colours(self.palette()).accent)
        self._document.recolour()
        self._highlighter.take_colours()

    def dictionary_actions(self, menu: QMenu) -> list[QAction]:
        """What a menu offers where the language has no dictionary."""
        if not self.lacking:
            return []
        action = QAction(tr("Add a dictionary for {0}…").format(self.lacking), menu)
        action.triggered.connect(self.dictionary_wanted)
        return [action]

    def _tell_formats(self) -> None:
        state = commands.state_of(self)
        if state != self._state:
            self._state = state
            self.formats_changed.emit(state)
            self._bar.show_state()

    def _link_at(self, event: QMouseEvent) -> str:
        is_meant = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        url = self.anchorAt(event.position().toPoint()) if is_meant else ""
        return url if is_link(url) else ""

    def _command(self, event: QKeyEvent) -> bool:
        """Do what a key with Ctrl means here; a window's actions that have the same keys come first."""
        if (format := format_of_key(event)) is not None:
            self.apply(format)
            return True
        is_plain_paste = event.key() == Qt.Key.Key_V and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if is_plain_paste:
            self.paste_plain()
        return is_plain_paste

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._command(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._bar.hide()
        self._highlighter.finish_word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.hide()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._bar.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if url := self._link_at(event):
            self.link_activated.emit(url)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._link_at(event) else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (cursor := placing.card_at(self, event.position())) is None or self.isReadOnly():
            super().mouseDoubleClickEvent(event)
            return
        self.setTextCursor(cursor)
        self.edit_card()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (card := placing.card_at(self, event.pos().toPointF())) is not None:
            self.setTextCursor(card)
        menu = context_menu(self, self.cut_text, self.paste_plain, lambda: self.apply(Format.LINK), self.edit_card)
        cursor, place = asked_at(self, event)
        add_suggestions(menu, cursor, self.speller, self.replace_word, self.dictionary_actions(menu))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def dropEvent(self, event: QDropEvent) -> None:
        """Text that is moved leaves its old place and comes to the new in one step."""
        self.flush()
        self._is_dropping = True
        super().dropEvent(event)  # one change of the document, which tells of it at its end
        self._is_dropping = False
        self.end_step(tr("Move text"))

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.copied(selected_body(self.textCursor()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasUrls() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if files := incoming.files_of(source):
            self.take_files(files)
        elif (picture := incoming.pasted_picture(source)) is not None:
            self._offer(picture)
        else:
            self._paste(clipboard.body_of(source))

