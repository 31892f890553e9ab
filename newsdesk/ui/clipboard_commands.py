"""Copy, cut and paste: of text where the keys are in a text, else of whole entries."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QTextEdit

from newsdesk.desk import inserting, writing
from newsdesk.desk.copying import Copied, copy_entries
from newsdesk.desk.inserting import Understood
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import paragraphs
from newsdesk.errors import NewsdeskError
from newsdesk.ui import words
from newsdesk.ui.body_editor.editor import BodyEditor
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.understood.sheet import UnderstoodSheet
from newsdesk.ui.understood.telling import of_paste
from newsdesk.ui.words import tr

KIND = "application/x-newsdesk-copied-entries"


class ClipboardCommands(QObject):
    """One method an action; text is read and written on the desk's thread."""

    def __init__(self, around: Surroundings, delete: Callable[[], object]) -> None:
        super().__init__(around.panes.entry)
        self._live = around.live
        self._bars, self._toast = around.messages
        self._entries, self._pane, self._reader = around.panes.entries, around.panes.entry, around.reader
        self._delete = delete
        self.sheet: UnderstoodSheet | None = None

    def copy_entries(self) -> None:
        if (field := self._field) is not None:
            field.copy()
            return
        self._pane.flush()
        if ids := self._entries.view.selected_ids():
            self._live.ask(lambda desk: copy_entries(desk, ids), then=self._keep_copied)

    def cut_entries(self) -> None:
        """Copy, then delete."""
        if (field := self._field) is not None:
            field.cut_text() if isinstance(field, BodyEditor) else field.cut()
            return
        self.copy_entries()
        self._delete()

    def paste_entries(self) -> None:
        """Entries out of what the clipboard holds; what is odd is shown before it goes in."""
        if (field := self._field) is not None:
            field.paste()
            return
        self._pane.flush()
        mime, blog = QGuiApplication.clipboard().mimeData(), self._entries.model.blog
        if blog is None:
            self._toast.say(tr("Make a blog first; then its entries can be pasted"))
        elif mime.hasFormat(KIND):
            data, id = bytes(mime.data(KIND).data()), blog.id
            self._live.ask(
                lambda desk: inserting.paste_records(desk, id, data), then=self._show, failed=self._say_failure
            )
        elif mime.text().strip():
            self._read(blog, mime.text())
        else:
            self._toast.say(tr("There is no text on the clipboard to make entries of"))

    @property
    def _field(self) -> QTextEdit | QLineEdit | None:
        """The text that has the keys: a menu leaves them there."""
        focused = self._pane.window().focusWidget()
        return focused if isinstance(focused, QTextEdit | QLineEdit) else None

    def _read(self, blog: Blog, text: str) -> None:
        zones = dict(self._reader.zones)
        self._live.ask(
            lambda desk: inserting.understand(desk, blog, text, zones),
            then=lambda understood: self._take(blog, understood),
        )

    def _take(self, blog: Blog, understood: Understood) -> None:
        if understood.is_plain:
            self._insert(blog.id, understood)
            return
        if self.sheet is None:
            self.sheet = UnderstoodSheet(sheet_parent(self._pane))
        told = of_paste(understood)
        if understood.entries:
            self.sheet.ask(told, tr("Paste"), lambda: self._insert(blog.id, understood))
        else:
            self.sheet.ask(told, tr("Paste as one new entry"), lambda: self._add_one(blog, understood))

    def _insert(self, id: str, understood: Understood) -> None:
        self._live.ask(lambda desk: inserting.insert_entries(desk, id, understood.entries), then=self._show)

    def _add_one(self, blog: Blog, understood: Understood) -> None:
        headline, *rest = understood.above
        self._live.ask(
            lambda desk: [writing.add_entry(desk, blog, headline=headline, body=paragraphs(*rest))],
            then=self._show,
        )

    def _show(self, entries: list[Entry]) -> None:
        if not entries:
            return
        self._entries.go_to(entries[0])
        self._entries.view.select_ids([entry.id for entry in entries])
        self._say(tr("Pasted {0}").format(words.entries(len(entries))))

    def _keep_copied(self, copied: Copied) -> None:
        mime = QMimeData()
        mime.setText(copied.text)
        mime.setHtml(copied.html)
        mime.setData(KIND, copied.records)
        QGuiApplication.clipboard().setMimeData(mime)
        told = tr("Copied {0} as live-blog text and HTML").format(words.entries(copied.count))
        left_out = copied.images_left_out
        self._toast.say(told + (tr(", without {0} images: they are too large").format(left_out) if left_out else ""))

    def _say(self, sentence: str) -> None:
        self._toast.say_done(sentence)

    def _say_failure(self, error: NewsdeskError) -> None:
        self._bars.say("paste", error.sentence)
