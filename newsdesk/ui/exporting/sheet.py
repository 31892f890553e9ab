"""The sheet itself: choices at the near side, a look at the far side, and what became of it at the foot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from newsdesk.desk.exporting import Exported
from newsdesk.desk.previewing import Seen
from newsdesk.desk.profiles import Asked, Profile
from newsdesk.domain.blog import Blog
from newsdesk.domain.preflight import Severity
from newsdesk.domain.release import Release
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, Line, TextButton
from newsdesk.ui.exporting.choices import Choices
from newsdesk.ui.exporting.looking import Looking
from newsdesk.ui.fields import scrolling
from newsdesk.ui.messages import announce
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 1080, 720
_LEAST_LOOK = 180  # pixels
_PAUSE = 200  # milliseconds without a change until it is looked at again
_PATIENCE = 500  # until progress is shown


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the sheet can have done; it does nothing itself."""

    look: Callable[[Asked, str], object]  # and answer with show_seen or refuse
    export: Callable[[Asked], object]
    stop: Callable[[], object]
    copy: Callable[[Asked, str], object]  # as "rich", "html" or "text"
    browse: Callable[[Asked], object]
    preflight: Callable[[], object]
    open: Callable[[Path], object]
    show_in_folder: Callable[[Path], object]
    copy_theme: Callable[[str], object]  # and answer with show_themes
    themes: Callable[[], Sequence[str]]  # the names of all there are


class ExportSheet(Overlay):
    """One for the window; `ask` opens it for a blog."""

    def __init__(self, over: QWidget, deeds: Deeds) -> None:
        super().__init__(over, tr("Export"), _WIDTH, _HEIGHT, is_passing=False)
        self._deeds = deeds
        self._written: Path | None = None
        self.header = SheetHeader("", self.close_sheet)
        self.choices, self.looking = Choices(deeds.themes), Looking()
        self.told = Line(is_dim=True)
        self.open_button, self.folder_button = TextButton(tr("Open")), TextButton(tr("Show in folder"))
        self.stop_button, self.copy_button = TextButton(tr("Cancel")), TextButton(tr("Copy…"))
        self.export_button = TextButton(tr("Export…"), is_main=True)
        self.export_button.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._lay_out()
        self._connect()
        self._rest()

    def ask(self, blog: Blog, profile: Profile, selection: Sequence[str], *, only_published: bool) -> None:
        name = blog.headline or tr("Untitled blog")
        self.header.set_title(tr("Export “{0}”").format(name))
        self.choices.show_profile(blog.id, profile, selection, only_published=only_published)
        self.looking.offer(profile.formats)
        self.looking.show_findings({})
        self._rest()
        self.told.set_text("")
        self.open(next(box for box in self.choices.formats.values() if box.isChecked()))
        self._look()

    def show_releases(self, releases: Sequence[Release]) -> None:
        self.choices.show_releases(releases)

    def take_theme(self, name: str, said: str) -> None:
        """A theme was made: it is chosen."""
        self.choices.show_themes(name)
        self.say(said)
        self._follow()

    def show_findings(self, findings: Mapping[Severity, int]) -> None:
        self.looking.show_findings(findings)

    def show_seen(self, seen: Seen) -> None:
        self.looking.show_seen(seen)
        self.export_button.setEnabled(not seen.problem)

    def refuse(self, error: NewsdeskError) -> None:
        """Nothing can be seen of this, and nothing exported."""
        self.looking.show_refusal(error.sentence)
        self.export_button.setEnabled(False)

    def begin(self) -> None:
        """An export has begun; it is said once it takes its time."""
        self.export_button.setEnabled(False)
        for button in (self.open_button, self.folder_button):
            button.hide()
        self.told.set_text("")
        self._progress = ""
        self._patience.start()

    def progress(self, written: int, of: int) -> None:
        self._progress = tr("Exporting… {0} of {1} files").format(written, of) if of > 1 else tr("Exporting…")
        if self.stop_button.isVisible():
            self.told.set_text(self._progress)

    def end(self, exported: Sequence[Exported]) -> None:
        """It is done; what follows is offered."""
        self._rest()
        paths = [done.path for done in exported if done.path]
        self._written = paths[0] if paths else None
        names = ", ".join(f"“{path.name}”" for path in paths)
        notices = dict.fromkeys(notice for done in exported for notice in done.notices)
        self.say(" ".join([tr("Exported {0}.").format(names), *notices]))
        self.open_button.setVisible(len(paths) == 1)
        self.folder_button.setVisible(bool(paths))
        (self.open_button if len(paths) == 1 else self.folder_button).setFocus()

    def fail(self, error: NewsdeskError) -> None:
        self._rest()
        self.say(error.sentence)

    def say(self, sentence: str) -> None:
        self.told.set_text(sentence)
        self.told.setToolTip(sentence)
        announce(self, sentence)

    def _rest(self) -> None:
        self._patience.stop()
        self._progress = ""
        for button in (self.stop_button, self.open_button, self.folder_button):
            button.hide()
        self.export_button.setEnabled(True)

    def _show_progress(self) -> None:
        self.told.set_text(self._progress or tr("Exporting…"))
        self.stop_button.show()

    def _follow(self) -> None:
        formats = self.choices.asked.profile.formats
        self.looking.offer(formats)
        self.export_button.setEnabled(bool(formats))  # nobody waits for the look; what is refused says why
        self._pause.start()

    def _look(self) -> None:
        asked = self.choices.asked
        if asked.profile.formats:
            self._deeds.look(asked, self.looking.to)
        else:
            self.refuse(NewsdeskError(tr("Choose at least one format.")))

    def _go_to_findings(self) -> None:
        self.leave()
        self._deeds.preflight()

    def _open_copies(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(tr("Copy"))
        for form, text in (("rich", tr("Copy as &rich text")), ("html", tr("Copy &HTML")), ("text", tr("Copy &text"))):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, form=form: self._deeds.copy(self.choices.asked, form))
        menu.aboutToHide.connect(menu.deleteLater)
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(self.copy_button.mapToGlobal(above))

    def _after(self, do: Callable[[Path], object]) -> None:
        if self._written is not None:
            do(self._written)

    def _lay_out(self) -> None:
        self._near, far = scrolling(self.choices), self.looking
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._near, 5)
        across.addWidget(far, 6)
        foot = Ground("", line="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        row.addWidget(self.told, 1)
        row.addStretch()
        for button in (
            self.open_button, self.folder_button, self.stop_button, self.copy_button, self.export_button,
        ):
            row.addWidget(button)
        self.column.addWidget(self.header)
        self.column.addLayout(across, 1)
        self.column.addWidget(foot)

    def _connect(self) -> None:
        deeds = self._deeds
        self.choices.changed.connect(self._follow)
        self.looking.chosen.connect(self._look)
        self.looking.findings_wanted.connect(self._go_to_findings)
        self.looking.browser_wanted.connect(lambda: deeds.browse(self.choices.asked))
        self.choices.theme_copy_wanted.connect(deeds.copy_theme)
        self._pause.timeout.connect(self._look)
        self._patience.timeout.connect(self._show_progress)
        self.export_button.clicked.connect(lambda _=False: deeds.export(self.choices.asked))
        self.stop_button.clicked.connect(lambda _=False: deeds.stop())
        self.copy_button.clicked.connect(lambda _=False: self._open_copies())
        self.open_button.clicked.connect(lambda _=False: self._after(deeds.open))
        self.folder_button.clicked.connect(lambda _=False: self._after(deeds.show_in_folder))

    def place(self) -> None:
        """The choices have the room that they need; the look takes the rest, if that is enough to see anything."""
        super().place()
        page, bar = self._near.widget(), self._near.verticalScrollBar()
        wanted = (page.minimumSizeHint().width() if page else 0) + bar.sizeHint().width()
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._near.setMinimumWidth(min(wanted, room))
        self.looking.setVisible(room - wanted >= self._scaled(_LEAST_LOOK))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _means_export(event):
            event.accept()  # here it is not the window's
            return True
        if event.type() is QEvent.Type.WindowActivate and self.isVisible():
            self._pause.start()  # perhaps from changing a theme
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _means_export(event):
            self.export_button.click()
        else:
            super().keyPressEvent(event)


def _means_export(event: QKeyEvent) -> bool:
    is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_return and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
