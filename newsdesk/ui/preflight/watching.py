"""Keeps the findings of the open blog right while somebody writes in it."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.desk.preflighting import severities
from newsdesk.desk.surveying import Survey, begin
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui.surroundings import Surroundings

_PAUSE = 700  # milliseconds of writing nothing before the whole blog is looked through
_PATIENCE = 4  # and no less than so many times what that took the last time
_SOME = 2_000  # entries that are looked at in one go
_FEW = 50  # values of one edit that are looked at at once


class Watch(QObject):
    """Looks at what was changed at once, and at the whole blog after a pause, on the desk's thread."""

    surveyed = Signal(object)  # Survey
    waiting = Signal()  # nothing is known of this blog yet

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._settings = around.live, around.settings
        self._blog = ""
        self._number = 0  # of the question asked last
        self._began = 0.0
        self.survey: Survey | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        around.signals.edited.connect(self._follow)
        self._settings.changed.connect(self._weigh_anew)

    def watch(self, blog: Blog | None) -> None:
        """Look at this blog from now on; at none."""
        self._pause.stop()
        self._number += 1
        self._blog = blog.id if blog else ""
        self.survey = None
        if self._blog:
            self.waiting.emit()
            self._look()

    def _look(self) -> None:
        if not self._blog:
            return
        self._number += 1
        number, id, weights = self._number, self._blog, severities(self._settings.value)
        self._began = time.monotonic()
        self._live.ask(
            lambda desk: begin(desk, id, weights), then=lambda begun: self._go_on(number, *begun), failed=self._give_up
        )

    def _go_on(self, number: int, so_far: Survey, left: Sequence[Entry]) -> None:
        """Look at some more entries; what is written meanwhile is stored in between."""
        if number != self._number:
            return
        if left:
            some, rest = left[:_SOME], left[_SOME:]
            self._live.ask(lambda _: so_far.with_entries(some), then=lambda more: self._go_on(number, more, rest))
            return
        took = round((time.monotonic() - self._began) * 1000)
        self._pause.setInterval(max(_PAUSE, took * _PATIENCE))
        self._tell(so_far)

    def _give_up(self, _: NewsdeskError) -> None:
        """The blog is not there any more; whoever shows it shows another one soon."""

    def _follow(self, done: Done) -> None:
        if not self._blog or done.revision.blog != self._blog:
            return
        self._number += 1  # what is on its way does not know of this edit
        if self.survey is not None and len(done.edit.ids) <= _FEW:
            self._tell(self.survey.after(done))
        self._pause.start()

    def _weigh_anew(self, before: Preferences, after: Preferences) -> None:
        if before.severities != after.severities:
            self._look()

    def _tell(self, survey: Survey) -> None:
        self.survey = survey
        self.surveyed.emit(survey)
