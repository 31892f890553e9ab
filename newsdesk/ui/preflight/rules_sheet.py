"""Which rules count in this newsroom, and how much."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from newsdesk.desk.preflighting import severities
from newsdesk.domain.preflight import RULES, Severity
from newsdesk.ui import look
from newsdesk.ui.fields import Form, note, scrolling
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.preflight.weight_button import WeightButton
from newsdesk.ui.settings import Settings
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.words import tr

_WIDTH, _HEIGHT = 620, 640


class RulesSheet(Overlay):
    """Every rule with its weight; a choice counts at once."""

    def __init__(self, over: QWidget, settings: Settings) -> None:
        super().__init__(over, tr("Rules of preflight"), _WIDTH, _HEIGHT, is_passing=False)
        self._settings = settings
        self.buttons = {code: WeightButton(tr(rule.title)) for code, rule in RULES.items()}
        form = Form()
        form.setVerticalSpacing(look.GRID // 2)
        form.addRow(note(tr("An error is what must not go out. A rule that is off says nothing.")))
        for code, button in self.buttons.items():
            form.addRow(_across(RULES[code].title, button))
            button.chosen.connect(partial(self._choose, code))
        self.column.addWidget(SheetHeader(tr("Rules of preflight"), self.close_sheet))
        self.column.addWidget(scrolling(form), 1)
        settings.changed.connect(lambda *_: self._show())

    def ask(self) -> None:
        self._show()
        self.open(next(iter(self.buttons.values())))

    def _show(self) -> None:
        told = severities(self._settings.value)
        for code, button in self.buttons.items():
            button.set_weight(told.get(code, RULES[code].severity))

    def _choose(self, code: str, weight: Severity) -> None:
        kept = {known: told for known, told in self._settings.value.severities.items() if known != code}
        if weight is not RULES[code].severity:
            kept[code] = weight.value
        self._settings.change(severities=kept)


def _across(title: str, button: WeightButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(QLabel(tr(title), wordWrap=True), 1)
    row.addWidget(button)
    return row
