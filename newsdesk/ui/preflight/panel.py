"""The panel itself, at the side of the entry."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.domain.preflight import Finding, Severity
from newsdesk.ui import look
from newsdesk.ui.controls import Ground, IconButton, PaneHeader, TextButton
from newsdesk.ui.empty import Empty
from newsdesk.ui.preflight.list import FindingList
from newsdesk.ui.preflight.row import row_of
from newsdesk.ui.words import tr

_MOST = 500  # rows; more than that nobody reads

_COUNTED = {
    Severity.ERROR: ("1 error", "{0} errors"),
    Severity.WARNING: ("1 warning", "{0} warnings"),
    Severity.INFORMATION: ("1 note", "{0} notes"),
}


class PreflightPanel(Ground):
    """Shows findings, and says what is wanted of them."""

    fix_wanted = Signal(object)  # findings, as a list
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("list")
        self.setAccessibleName(tr("Preflight"))
        self._findings: Sequence[Finding] = ()
        self.rules = IconButton("filter", tr("Which rules count, and how much"))
        self.close_button = IconButton("close", tr("Close preflight"))
        self.header = PaneHeader("list", self.rules, self.close_button)
        self.header.title.set_text(tr("Preflight"))
        self.list = FindingList()
        self.empty = Empty("page", takes_keys=True)
        self.fix_one, self.fix_all = TextButton(tr("Fix")), TextButton(tr("Fix all"))
        self._lay_out()
        self.list.changed.connect(self._offer)
        self.list.left.connect(self.closed)
        self.list.fix_wanted.connect(lambda finding: self.fix_wanted.emit([finding]))
        self.close_button.clicked.connect(lambda _=False: self.closed.emit())
        self.fix_one.clicked.connect(lambda _=False: self.fix_chosen())
        self.fix_all.clicked.connect(lambda _=False: self.fix_every())
        self.wait()

    def _lay_out(self) -> None:
        self.setMinimumWidth(264)
        self._foot = Ground("list", line="top")
        across = QHBoxLayout(self._foot)
        across.setContentsMargins(look.GRID, look.GRID, look.GRID, look.GRID)
        across.setSpacing(0)
        for button in (self.fix_one, self.fix_all):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            across.addWidget(button)
        across.addStretch()
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self._stack = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self._stack, 1)
        self._stack.addWidget(found)
        self._stack.addWidget(self.empty)

    def wait(self) -> None:
        """Nothing is known yet."""
        self.header.subtitle.set_text(tr("Looking…"))
        self.empty.say("", "")
        self.empty.setAccessibleName(tr("Looking…"))
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys stay here until there is something to say
        self._show_place(is_list=False)

    def show_progress(self, done: int, count: int) -> None:
        """It takes a while; closing the panel ends it."""
        if self._stack.currentIndex() == 1:
            self.empty.say(tr("Looking at {0} entries").format(f"{count:,}"), tr("Esc stops."))
        self.header.subtitle.set_text(tr("Looking… {0} %").format(min(99, 100 * done // max(1, count))))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = findings
        counts = Counter(finding.severity for finding in findings)
        told = [tr(_COUNTED[one][counts[one] > 1]).format(counts[one]) for one in _COUNTED if counts[one]]
        self.header.subtitle.set_text(" · ".join(told) or tr("Everything is in order"))
        self.list.show_rows([row_of(finding) for finding in findings[:_MOST]])
        if not findings:
            self.empty.say(tr("Nothing to look at"), tr("What preflight finds while you write is listed here."))
        self._show_place(is_list=bool(findings))
        self._offer()

    @property
    def place(self) -> QWidget:
        """Where the keys go: the list, or what stands in its place."""
        return self.focusProxy() or self

    def _show_place(self, *, is_list: bool) -> None:
        had_keys = self.place.hasFocus()
        self._stack.setCurrentIndex(0 if is_list else 1)
        self.setFocusProxy(self.list if is_list else self.empty)
        if had_keys:
            self.place.setFocus()

    @property
    def findings(self) -> Sequence[Finding]:
        return self._findings

    @property
    def counted(self) -> str:
        return self.header.subtitle.text

    def fix_chosen(self) -> bool:
        """Ask for what the chosen finding offers; False if it offers nothing."""
        chosen = self.list.chosen
        is_fixable = chosen is not None and chosen.fix is not None
        if is_fixable:
            self.fix_wanted.emit([chosen])
        return is_fixable

    def fix_every(self) -> None:
        if fixable := self._fixable:
            self.fix_wanted.emit(fixable)

    @property
    def _fixable(self) -> list[Finding]:
        return [finding for finding in self._findings if finding.fix is not None]

    def _offer(self) -> None:
        """Say what the buttons would do."""
        chosen, count = self.list.chosen, len(self._fixable)
        is_fixable = chosen is not None and chosen.fix is not None
        if chosen is not None and chosen.fix is not None:
            self.fix_one.setText(chosen.fix.title.replace("&", "&&")[:40])
        self.fix_one.setVisible(is_fixable)
        self.fix_all.setText(tr("Fix all {0}").format(count))
        self.fix_all.setVisible(count > 1)
        self._foot.setVisible(is_fixable or count > 1)
        for button in (self.fix_one, self.fix_all):
            button.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
