"""What can be chosen for an export, in one column."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from newsdesk.desk.exporting import Order
from newsdesk.desk.profiles import OUTPUTS, Asked, Holding, Profile
from newsdesk.domain.release import Release
from newsdesk.ui import look
from newsdesk.ui.check import Check
from newsdesk.ui.chooser import Chooser
from newsdesk.ui.controls import TextButton
from newsdesk.ui.fields import Field, Form, Segments, note
from newsdesk.ui.moments import short
from newsdesk.ui.words import tr

_NOW, _MOMENT = "", "moment"
_ORDERS = {Order.ARRANGED: "As arranged", Order.NEWEST: "Newest first", Order.OLDEST: "Oldest first"}


class Choices(QWidget):
    """Shows a profile, and says what was chosen instead."""

    changed = Signal()
    theme_copy_wanted = Signal(str)

    def __init__(self, themes: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._themes = themes
        self._profile, self._blog = Profile(), ""
        self._selection: frozenset[str] = frozenset()
        self.formats = {name: Check(tr(output.label)) for name, output in OUTPUTS.items()}
        self.part = Segments(tr("What"), (("whole", tr("Whole blog")), ("selection", tr("The selection alone"))))
        self.holding = Segments(tr("Entries"), (
            (Holding.READY, tr("Ready")), (Holding.PUBLISHED, tr("Published only")), (Holding.DRAFTS, tr("And drafts")),
        ))
        self.holding_note = note("")
        self.order = Chooser(tr("Order"))
        for order, text in _ORDERS.items():
            self.order.addItem(tr(text), order)
        self.as_of, self.moment = Chooser(tr("As of")), Field(tr("As of"), tr("05:41 or 05:41 06.01.2022"))
        self.until = Field(tr("Until"), tr("All times"))
        self.theme, self.theme_copy = Chooser(tr("Theme")), TextButton(tr("Copy it, to change it"))
        self.look = QWidget()
        self.pictures = Segments(tr("Images"), (("inside", tr("In the page")), ("beside", tr("In a folder beside"))))
        self.when, self.wrapped = Check(tr("Say when it was exported")), Check(tr("Lines of 72 characters"))
        self.history, self.notes = Check(tr("History")), Check(tr("Internal notes"))
        self.archived = QWidget()
        self._lay_out()
        self._connect()

    def show_profile(self, blog: str, profile: Profile, selection: Sequence[str], *, only_published: bool) -> None:
        """What was chosen last; a selection of several entries can go out alone."""
        self._blog, self._profile, self._selection = blog, profile, frozenset(selection)
        for name, box in self.formats.items():
            box.setChecked(name in profile.formats)
        self.part.set_chosen("whole")
        self.holding.set_chosen(profile.holding)
        self.holding.setEnabled(not only_published)
        rule = tr("The preferences say: nothing that a second pair of eyes has not published.")
        self.holding_note.setText(rule if only_published else "")
        self.holding_note.setVisible(only_published)
        self.order.setCurrentIndex(self.order.findData(profile.order))
        self.show_themes(profile.theme)
        self.pictures.set_chosen("beside" if profile.has_image_folder else "inside")
        self.when.setChecked(profile.says_when)
        self.wrapped.setChecked(profile.is_wrapped)
        self.history.setChecked(profile.with_history)
        self.notes.setChecked(profile.with_notes)
        self.moment.take_back("")
        self.until.take_back("")
        self.show_releases(())
        self._fit()

    def show_themes(self, chosen: str) -> None:
        """All there are now, our own and the newsroom's."""
        self.theme.clear()
        for name in self._themes():
            self.theme.addItem(name.replace("-", " ").capitalize(), name)
        self.theme.setCurrentIndex(max(0, self.theme.findData(chosen)))

    def show_releases(self, releases: Sequence[Release]) -> None:
        """The moments that an export can be as of."""
        self.as_of.blockSignals(True)
        self.as_of.clear()
        self.as_of.addItem(tr("As it stands now"), _NOW)
        self.as_of.addItem(tr("As it stood at…"), _MOMENT)
        for release in releases:
            label = OUTPUTS[release.format].label if release.format in OUTPUTS else release.format
            self.as_of.addItem(tr("Release of {0}, {1}").format(short(release.at), tr(label)), release.id)
        self.as_of.blockSignals(False)

    @property
    def asked(self) -> Asked:
        """What is chosen now."""
        names = tuple(name for name, box in self.formats.items() if box.isChecked())
        profile = replace(
            self._profile,
            formats=names,
            order=Order(self.order.currentData()),
            holding=Holding(self.holding.value or Holding.READY),
            theme=self.theme.currentData() or self._profile.theme,
            has_image_folder=self.pictures.value == "beside",
            says_when=self.when.isChecked(),
            is_wrapped=self.wrapped.isChecked(),
            with_history=self.history.isChecked(),
            with_notes=self.notes.isChecked(),
        )
        as_of = self.as_of.currentData() or ""
        return Asked(
            blog=self._blog,
            profile=profile,
            only=self._selection if self.part.value == "selection" else None,
            as_of=self.moment.text.strip() if as_of == _MOMENT else as_of,
            until=self.until.text.strip(),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(look.GRID // 2)
        for number, box in enumerate(self.formats.values()):
            grid.addWidget(box, number // 2, number % 2)
        boxes = QWidget()
        boxes.setLayout(grid)
        form = Form(self)
        form.add(tr("Formats"), boxes)
        form.add_line()
        form.add(tr("What"), self.part)
        form.add(tr("Entries"), self.holding)
        form.add("", self.holding_note)
        form.add(tr("Order"), self.order)
        form.add(tr("Until"), self.until)
        form.add(tr("As of"), self.as_of)
        form.add("", self.moment)
        self._parting = form.add_line()
        _in_a_row(self.look, self.theme, self.theme_copy)
        form.add(tr("Theme"), self.look)
        form.add(tr("Images"), self.pictures)
        _in_a_row(self.archived, self.history, self.notes)
        form.add("", self.when)
        form.add(tr("E-mail"), self.wrapped)
        form.add(tr("Archive with"), self.archived)
        self._form = form

    def _connect(self) -> None:
        for box in (*self.formats.values(), self.when, self.wrapped, self.history, self.notes):
            box.clicked.connect(lambda _=False: self._tell())
        for segments in (self.part, self.holding, self.pictures):
            segments.chosen.connect(lambda _: self._tell())
        for chooser in (self.order, self.as_of, self.theme):
            chooser.activated.connect(lambda _: self._tell())
        self.theme_copy.clicked.connect(lambda _=False: self.theme_copy_wanted.emit(self.theme.currentData() or ""))
        for field in (self.moment, self.until):
            field.line.textEdited.connect(lambda _: self.changed.emit())

    def _tell(self) -> None:
        self._fit()
        if self.as_of.currentData() == _MOMENT and not self.moment.text:
            self.moment.line.setFocus()
        self.changed.emit()

    def _fit(self) -> None:
        """Show only what matters to the formats that are chosen."""
        outputs = [OUTPUTS[name] for name, box in self.formats.items() if box.isChecked()]
        of_formats = {
            self.look: any(output.has_themes for output in outputs),
            self.pictures: any(output.has_picture_files for output in outputs),
            self.when: "html" in self.asked.profile.formats,
            self.wrapped: "email" in self.asked.profile.formats,
            self.archived: any(output.is_backup for output in outputs),
        }
        others = {
            self._parting: any(of_formats.values()),
            self.moment: self.as_of.currentData() == _MOMENT,
            self.part: bool(self._selection),
            self.holding_note: bool(self.holding_note.text()),
        }
        for field, is_shown in (of_formats | others).items():
            self._form.setRowVisible(field, is_shown)


def _in_a_row(row: QWidget, *widgets: QWidget) -> None:
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        across.addWidget(widget)
    across.addStretch()
