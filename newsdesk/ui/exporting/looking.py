"""The far side of the export sheet: one format as it will be, and what there is to say of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from newsdesk.desk.previewing import Seen
from newsdesk.desk.profiles import OUTPUTS
from newsdesk.domain.preflight import Severity
from newsdesk.ui import look
from newsdesk.ui.chooser import Chooser
from newsdesk.ui.closed_browser import ClosedBrowser
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.fields import note
from newsdesk.ui.paper import load_fonts
from newsdesk.ui.words import entries, tr

_WEIGHTS = {
    Severity.ERROR: ("1 error", "{0} errors"),
    Severity.WARNING: ("1 warning", "{0} warnings"),
    Severity.INFORMATION: ("1 remark", "{0} remarks"),
}
_NAMED = 4  # entries that are left out, told one by one
_HIGH = 400  # pixels in which these take no room from the look


class Looking(Ground):
    """Decides nothing: shows what was seen, or the sentence on why nothing can be."""

    chosen = Signal()
    findings_wanted = Signal()
    browser_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("list")
        self.format = Chooser(tr("Preview of"))
        self.browser = ClosedBrowser(tr("Preview"))
        self.true_page = TextButton(tr("Open in browser"))
        self.count, self.left_out, self.problem = note(""), note(""), note("")
        self.problem.setForegroundRole(QPalette.ColorRole.WindowText)
        self.findings = TextButton("")
        self._seen = Seen()
        self._lay_out()
        self.format.activated.connect(lambda _: self.chosen.emit())
        self.findings.clicked.connect(lambda _=False: self.findings_wanted.emit())
        self.true_page.clicked.connect(lambda _=False: self.browser_wanted.emit())

    @property
    def to(self) -> str:
        return str(self.format.currentData() or "")

    def offer(self, formats: Sequence[str]) -> None:
        """The formats that are chosen; the one that is looked at stays."""
        before = self.to
        if formats and not before:
            self.show_refusal("")  # there is something to see again, in a moment
        self.format.clear()
        for name in formats:
            self.format.addItem(tr(OUTPUTS[name].label), name)
        self.format.setCurrentIndex(max(0, self.format.findData(before)))
        self.true_page.setVisible("html" in formats or "fragment" in formats)

    def show_seen(self, seen: Seen) -> None:
        top = self.browser.verticalScrollBar().value()
        if seen.html:
            load_fonts()  # paper has letters of its own
            self.browser.setFont(look.text())
            self.browser.show_page(seen.html, seen.pictures, is_rtl=seen.is_rtl, looks=seen.looks)
        elif seen.text:
            self._show_text(seen.text)
        else:
            self.show_refusal(tr("The archive holds everything of this blog, drafts and withdrawn texts too."))
        self.browser.verticalScrollBar().setValue(top)
        part = f" · {tr('the beginning is shown')}" if seen.is_part else ""
        self._say(self.count, entries(seen.count) + part)
        self._explain(seen)
        self._say(self.problem, seen.problem)

    def _explain(self, seen: Seen) -> None:
        """What is left out: in a low window the count alone."""
        self._seen = seen
        named = [f"“{name}”: {tr(why)}" for name, why in seen.left_out[:_NAMED]] if self.height() >= _HIGH else []
        more = len(seen.left_out) - len(named)
        others = [tr("and {0} more").format(more)] if named and more else []
        self._say(self.left_out, "\n".join([seen.explanation, *named, *others]) if seen.explanation else "")

    def show_refusal(self, sentence: str) -> None:
        """Why there is nothing to see."""
        self.browser.show_text(sentence, look.text())
        self._say(self.count, "")
        self._explain(Seen())
        self._say(self.problem, "")

    def _show_text(self, text: str) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(look.small().pointSizeF())
        self.browser.show_text(text, font)

    def show_findings(self, findings: Mapping[Severity, int]) -> None:
        """What preflight would look at first."""
        counts = [(findings.get(weight, 0), one, many) for weight, (one, many) in _WEIGHTS.items()]
        words = ", ".join(tr(one) if count == 1 else tr(many).format(count) for count, one, many in counts if count)
        self.findings.setText(tr("Preflight: {0}").format(words) if words else "")
        self.findings.setVisible(bool(words))
        self.findings.updateGeometry()

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.format)
        top.addStretch()
        top.addWidget(self.true_page)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch()
        foot.addWidget(self.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * look.GRID, look.GRID, 2 * look.GRID, look.GRID)
        column.setSpacing(look.GRID)
        column.addLayout(top)
        column.addWidget(self.browser, 1)
        column.addWidget(self.problem)
        column.addWidget(self.left_out)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain(self._seen)
