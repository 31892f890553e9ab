"""Preflight: opening the panel, going to what it found, and fixing it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.ui.messages import announce
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.desk.surveying import Survey
    from newsdesk.domain.preflight import Finding
    from newsdesk.ui.jumping import Jump
    from newsdesk.ui.preflight.panel import PreflightPanel
    from newsdesk.ui.preflight.rules_sheet import RulesSheet
    from newsdesk.ui.preflight.watching import Watch

_WIDTH = 320


class PreflightCommands(QObject):
    """One method an action; the panel is made when it is first wanted, and works only while it is shown."""

    opened = Signal()
    closed = Signal()
    introduction_wanted = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._live = around, around.live
        self._blogs, self._entries, self._pane = around.panes
        self._toast = around.messages.toast
        self._before: QWidget | None = None
        self._is_shown = False
        self._is_to_be_said = False  # what it finds; while one writes that would only disturb
        self._blogs.chosen.connect(self._follow_blog)

    def preflight(self) -> None:
        """Show the panel with the keys in it; from within it, close it."""
        if self._is_shown and self._has_keys:
            self.close_panel()
            return
        self._pane.flush()
        self._is_to_be_said = True
        self._before = self._pane.window().focusWidget()
        if not self._is_shown:
            self._is_shown = True
            self.panel.show()
            self.opened.emit()
            self._watch.watch(self._blogs.current)
        self.panel.place.setFocus()

    def give_way(self) -> None:
        """Close it, if it is open."""
        if self._is_shown:
            self.close_panel()

    def close_panel(self) -> None:
        self._is_shown = False
        self._watch.watch(None)
        had_keys = self._has_keys
        self.panel.hide()
        self.closed.emit()
        if had_keys:
            (self._before if self._before and self._before.isVisible() else self._entries.view).setFocus()

    def fix_finding(self) -> None:
        """Fix what is chosen in the panel."""
        if not self._is_shown:
            self.preflight()
        elif not self.panel.fix_chosen():
            self._toast.say(tr("This finding needs your own hand"))

    def fix_all_findings(self) -> None:
        """Fix everything that can safely be fixed, as one undo."""
        if self._is_shown:
            self.panel.fix_every()
        else:
            self.preflight()

    def preflight_rules(self) -> None:
        self._rules.ask()

    @property
    def _has_keys(self) -> bool:
        focus = self._pane.window().focusWidget()
        return focus is not None and self.panel.isAncestorOf(focus)

    @cached_property
    def panel(self) -> "PreflightPanel":
        from newsdesk.ui.preflight.panel import PreflightPanel

        panel = PreflightPanel()
        panel.list.meant.connect(self._go_to)
        panel.fix_wanted.connect(self._fix)
        panel.closed.connect(self.close_panel)
        panel.rules.clicked.connect(lambda _=False: self.preflight_rules())
        panel.hide()
        beside = self._pane.parentWidget()
        if isinstance(beside, QSplitter):
            sizes, place = beside.sizes(), beside.indexOf(self._pane)
            sizes[place] = max(0, sizes[place] - _WIDTH)
            beside.addWidget(panel)
            beside.setSizes([*sizes, _WIDTH])
        return panel

    @cached_property
    def _watch(self) -> "Watch":
        from newsdesk.ui.preflight.watching import Watch

        watch = Watch(self._around, self)
        watch.surveyed.connect(self._show)
        watch.waiting.connect(self.panel.wait)
        watch.progressed.connect(self.panel.show_progress)
        return watch

    @cached_property
    def _jump(self) -> "Jump":
        from newsdesk.ui.jumping import Jump

        return Jump(self._entries, self._pane)

    @cached_property
    def _rules(self) -> "RulesSheet":
        from newsdesk.ui.preflight.rules_sheet import RulesSheet

        return RulesSheet(sheet_parent(self._pane), self._around.settings)

    def _follow_blog(self, blog: Blog | None) -> None:
        if self._is_shown:
            self._watch.watch(blog)

    def _show(self, survey: "Survey") -> None:
        self.panel.show_findings(survey.findings)
        if self._is_to_be_said:
            self._is_to_be_said = False
            announce(self.panel, self.panel.counted)

    def _go_to(self, finding: "Finding") -> None:
        value = finding.value
        if isinstance(value, Entry):
            self._jump.to(value, finding.place)
        elif finding.place.field == "headline":
            self._blogs.rename()
        elif finding.place.field == "introduction":
            self.introduction_wanted.emit()
        else:
            self._entries.view.setFocus()

    def _fix(self, findings: "Sequence[Finding]") -> None:
        from newsdesk.desk.surveying import fix_as_it_stands

        self._pane.flush()
        known = self._watch.survey
        if known is not None:
            self._live.ask(lambda desk: fix_as_it_stands(desk, known, findings), then=self._say_fixed)

    def _say_fixed(self, done: Done | None) -> None:
        if done is None:
            self._toast.say(tr("There was nothing left to fix"))
        else:
            self._toast.say_done(tr("Done: {0}").format(tr(done.edit.title)))
