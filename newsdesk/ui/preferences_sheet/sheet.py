"""The sheet itself."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences, data_folder
from newsdesk.ui import look, snippets
from newsdesk.ui.check import Check
from newsdesk.ui.controls import IconButton, Line, TextButton
from newsdesk.ui.fields import Field, Form, Segments, note, scrolling
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.preferences_sheet.zone_names import from_lines, to_lines
from newsdesk.ui.settings import Settings, zoomed
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.words import tr
from newsdesk.ui.zone_field import ZoneField

_WIDTH, _HEIGHT = 600, 580


class PreferencesSheet(Overlay):
    """Shows the settings, and follows them when they change elsewhere."""

    dictionary_wanted = Signal()

    def __init__(self, over: QWidget, settings: Settings) -> None:
        super().__init__(over, tr("Preferences"), _WIDTH, _HEIGHT, is_passing=False)
        self._settings = settings
        self.author = Field(
            tr("Your name"), hint=tr("It stands in the history of every entry that you write.")
        )
        self.zone = ZoneField(tr("Zone of new blogs"), lambda: settings.value.zones)
        self.names = _Lines(tr("Names of zones"), "MSK = Europe/Moscow")
        self._names_note = note("")
        self.snippets = _Lines(tr("Snippets"), tr("mos = MOSCOW (Reuters) - "))
        self._snippets_note = note("")
        self.theme = Segments(
            tr("Look"), (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")))
        )
        self.text_size = _Size(settings)
        self.compact = Check(tr("Compact list"))
        self.spelling = Check(tr("Mark misspelled words"))
        self.dictionary_note = note("")
        self.dictionary = _Flush(tr("Add a dictionary…"))
        self.quotes = Check(tr("Typographic quotes as I type"))
        self.themes = Field(tr("Folder of themes"), str(data_folder() / "themes"))
        self.published = Check(tr("Only what is published"))
        self._lay_out()
        self._connect()
        self._show(settings.value)

    def ask(self) -> None:
        self._show(self._settings.value)
        self.open(self.author.line)

    def _lay_out(self) -> None:
        form = Form()
        form.add(tr("Your name"), self.author)
        form.add_line()
        form.add(tr("Zone of new blogs"), self.zone)
        form.add(tr("Names of zones"), self.names)
        form.add("", self._names_note)
        form.add_line()
        form.add(tr("Look"), self.theme)
        form.add(tr("Text size"), self.text_size)
        form.add(tr("List"), self.compact)
        form.add_line()
        form.add(tr("Spelling"), self.spelling)
        form.add("", self.dictionary_note)
        form.add("", self.dictionary)
        form.add(tr("Quotes"), self.quotes)
        form.add(tr("Snippets"), self.snippets)
        form.add("", self._snippets_note)
        form.add_line()
        form.add(tr("Export"), self.published)
        form.add(tr("Folder of themes"), self.themes)
        self.column.addWidget(SheetHeader(tr("Preferences"), self.close_sheet))
        self.column.addWidget(scrolling(form), 1)

    def _connect(self) -> None:
        self.author.given.connect(self._take_author)
        self.zone.chosen.connect(lambda zone: self._settings.change(zone=zone))
        self.names.left.connect(self._take_names)
        self.snippets.left.connect(self._take_snippets)
        self.theme.chosen.connect(lambda theme: self._settings.change(theme=theme))
        self.compact.toggled.connect(lambda is_on: self._settings.change(is_compact=is_on))
        self.spelling.toggled.connect(lambda is_on: self._settings.change(checks_spelling=is_on))
        self.dictionary.clicked.connect(self.dictionary_wanted)
        self.quotes.toggled.connect(lambda is_on: self._settings.change(types_quotes=is_on))
        self.themes.given.connect(lambda folder: self._settings.change(themes=folder.strip()))
        self.published.toggled.connect(lambda is_on: self._settings.change(published_only=is_on))
        self._settings.changed.connect(self._follow)

    def _follow(self, _: Preferences, after: Preferences) -> None:
        self._show(after)

    def _show(self, chosen: Preferences) -> None:
        self.author.set_text(chosen.author)
        self.zone.set_text(chosen.zone)
        if not self.names.hasFocus():
            self.names.setPlainText(to_lines(chosen.zones))
            self._say_names("")
        if not self.snippets.hasFocus():
            self.snippets.setPlainText(snippets.to_lines(chosen.snippets))
            self._say_snippets("")
        self.theme.set_chosen(chosen.theme)
        self.text_size.show_size(chosen.zoom)
        self.compact.setChecked(chosen.is_compact)
        self.spelling.setChecked(chosen.checks_spelling)
        self.quotes.setChecked(chosen.types_quotes)
        self.published.setChecked(chosen.published_only)
        self.themes.set_text(chosen.themes)

    def tell_of_dictionary(self, sentence: str) -> None:
        """Which dictionary serves the blog that is open; empty where spelling is off."""
        self.dictionary_note.setText(sentence)
        self.dictionary_note.setVisible(bool(sentence))

    def _take_author(self, name: str) -> None:
        self._settings.change(author=" ".join(name.split()), knows_author=True)

    def _take_names(self) -> None:
        try:
            zones = from_lines(self.names.toPlainText())
        except NewsdeskError as error:
            self._say_names(error.sentence)
        else:
            self._settings.change(zones=zones)
            self._say_names("")

    def _say_names(self, wrong: str) -> None:
        self._names_note.setText(wrong or tr("What your newsroom means by a short name, such as MSK = Europe/Moscow."))

    def _take_snippets(self) -> None:
        try:
            found = snippets.from_lines(self.snippets.toPlainText())
        except NewsdeskError as error:
            self._say_snippets(error.sentence)
        else:
            self._settings.change(snippets=found)
            self._say_snippets("")

    def _say_snippets(self, wrong: str) -> None:
        self._snippets_note.setText(wrong or tr("What you type before a space, and what it becomes: mos = MOSCOW - "))

    def close_sheet(self) -> None:
        self.author.flush()
        self.zone.flush()
        self.themes.flush()
        super().close_sheet()


class _Flush(TextButton):
    """A quiet button whose words begin where the fields do."""

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + look.GRID // 2, super().sizeHint().height())


class _Lines(QPlainTextEdit):
    """A few lines of text; Tab goes on."""

    left = Signal()

    def __init__(self, name: str, example: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 2 * look.GRID)
        self.setPlaceholderText(example)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Size(QWidget):
    """Smaller, the size there is, larger."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._shown = Line()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        for icon, name, step in (("minus", tr("Smaller text"), -1), ("plus", tr("Larger text"), 1)):
            button = IconButton(icon, name)
            button.clicked.connect(lambda _=False, step=step: self._step(step))
            across.addWidget(button)
        across.insertWidget(1, self._shown)
        across.addStretch()

    def show_size(self, percent: int) -> None:
        self._shown.set_text(f"{percent}%")

    def _step(self, step: int) -> None:
        self._settings.change(zoom=zoomed(self._settings.value.zoom, step))
