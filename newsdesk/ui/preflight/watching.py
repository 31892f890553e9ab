"""Keeps the findings of the open blog right while somebody writes in it."""

import time
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.desk.live import LiveDesk
from newsdesk.desk.preflighting import severities
from newsdesk.desk.surveying import Look, Survey, followed
from newsdesk.domain.blog import Blog
from newsdesk.domain.revision import Act, Done
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui.surroundings import Surroundings

_PAUSE = 700  # milliseconds of writing nothing before entries are compared with one another
_PATIENCE = 4  # the whole blog is looked through again after no less than so many times what that took
_FEW = 50  # values of one edit that are followed one by one
_SILENT = 0.5  # seconds of work that need not be told of


class Watch(QObject):
    """Looks at what was changed at once; at the rest beside the desk, page by page, so that no edit waits for it."""

    surveyed = Signal(object)  # Survey
    waiting = Signal()  # nothing is known of this blog yet
    progressed = Signal(int, int)  # entries looked at, of how many

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._settings = around.live, around.settings
        self._blog = ""
        self._number = 0  # of the look that counts
        self._is_looking = False
        self._began = 0.0
        self._touched: set[str] = set()  # entries that changed since the survey
        self.survey: Survey | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._catch_up)
        self._anew = QTimer(self, singleShot=True, interval=_PAUSE)
        self._anew.timeout.connect(self._look)
        around.signals.edited.connect(self._follow)
        self._settings.changed.connect(self._weigh_anew)

    @cached_property
    def _beside(self) -> LiveDesk:
        beside = self._live.beside()
        beside.start()
        return beside

    def watch(self, blog: Blog | None) -> None:
        """Look at this blog from now on; at none, which also ends what is on its way."""
        self._stop()
        self._blog = blog.id if blog else ""
        self.survey = None
        if self._blog:
            self.waiting.emit()
            self._look()

    def _stop(self) -> None:
        self._pause.stop()
        self._anew.stop()
        self._number += 1
        self._is_looking = False
        self._touched = set()

    def _look(self) -> None:
        """Look through the whole blog."""
        if not self._blog:
            return
        self._stop()
        self._is_looking, self._began = True, time.monotonic()
        number, id, weights = self._number, self._blog, severities(self._settings.value)
        self._beside.ask(
            lambda desk: Look(desk, id, weights), then=lambda look: self._go_on(number, look), failed=self._give_up
        )

    def _go_on(self, number: int, look: Look) -> None:
        if number != self._number:
            return
        if time.monotonic() - self._began > _SILENT and look.done:
            self.progressed.emit(look.done, look.count)
        self._beside.ask(
            look.step, then=lambda found: self._end(number, look, found), failed=self._give_up
        )

    def _end(self, number: int, look: Look, found: Survey | None) -> None:
        if found is None:
            self._go_on(number, look)
        elif number == self._number:
            self._is_looking = False
            took = round((time.monotonic() - self._began) * 1000)
            self._anew.setInterval(max(_PAUSE, took * _PATIENCE))
            self._tell(found)
            self._pause.start()

    def _catch_up(self) -> None:
        """Look again at the entries that changed, and compare them with the others."""
        if (known := self.survey) is None or self._is_looking or not self._touched:
            return
        number, touched = self._number, frozenset(self._touched)
        self._touched = set()
        self._beside.ask(
            lambda desk: followed(desk, known, touched), then=lambda found: self._show(number, found),
            failed=self._give_up,
        )

    def _show(self, number: int, found: Survey) -> None:
        if number == self._number and not self._is_looking:
            self._tell(found)

    def _give_up(self, _: NewsdeskError) -> None:
        """The blog is not there any more; whoever shows it shows another one soon."""
        self._is_looking = False

    def _follow(self, done: Done) -> None:
        if not self._blog or done.revision.blog != self._blog:
            return
        if done.revision.act is Act.RELEASE or self._blog in done.edit.ids or len(done.edit.ids) > _FEW:
            self._anew.start()  # what readers have, the day of the blog, or very much has changed
        self._touched |= {id for id in done.edit.ids if id != self._blog}
        if self.survey is not None and len(done.edit.ids) <= _FEW:
            self._tell(self.survey.after(done))
        self._pause.start()

    def _weigh_anew(self, before: Preferences, after: Preferences) -> None:
        if before.severities != after.severities:
            self._look()

    def _tell(self, survey: Survey) -> None:
        self.survey = survey
        self.surveyed.emit(survey)
