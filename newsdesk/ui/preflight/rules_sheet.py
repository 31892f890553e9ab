"""Which rules count in this newsroom, and how much."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from newsdesk.desk.preflighting import severities
from newsdesk.domain.preflight import RULES, Severity
from newsdesk.ui.fields import Form, note, scrolling
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.preflight import shapes
from newsdesk.ui.settings import Settings
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 560, 640


class RulesSheet(Overlay):
    """Every rule with its weight; a choice counts at once."""

    def __init__(self, over: QWidget, settings: Settings) -> None:
        super().__init__(over, tr("Rules of preflight"), _WIDTH, _HEIGHT, is_passing=False)
        self._settings = settings
        self.boxes: dict[str, QComboBox] = {}
        form = Form()
        form.addRow(note(tr("An error is what must not go out. A rule that is off says nothing.")))
        for code, rule in RULES.items():
            form.add(tr(rule.title), self._box(code, tr(rule.title)))
        self.column.addWidget(SheetHeader(tr("Rules of preflight"), self.close_sheet))
        self.column.addWidget(scrolling(form), 1)

    def ask(self) -> None:
        told = severities(self._settings.value)
        for code, box in self.boxes.items():
            weight = told.get(code, RULES[code].severity)
            box.setCurrentIndex(box.findData(weight.value))
        self.open(next(iter(self.boxes.values())))

    def _box(self, code: str, name: str) -> QComboBox:
        box = self.boxes[code] = QComboBox()
        box.setAccessibleName(name)
        for severity in Severity:
            box.addItem(shapes.word(severity), severity.value)
        box.activated.connect(partial(self._choose, code))
        return box

    def _choose(self, code: str, _: int) -> None:
        weight = str(self.boxes[code].currentData())
        kept = {known: told for known, told in self._settings.value.severities.items() if known != code}
        if weight != RULES[code].severity.value:
            kept[code] = weight
        self._settings.change(severities=kept)
