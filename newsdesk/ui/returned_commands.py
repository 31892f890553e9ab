"""A text that comes back from somebody who edited it: what is certain is taken over at once, the rest is offered."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from newsdesk.errors import NewsdeskError
from newsdesk.ui import filing
from newsdesk.ui.messages import Choice
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:  # loaded when it is first wanted
    from newsdesk.desk.desk import Desk
    from newsdesk.desk.returning import Returned

_NAMED = 3  # entries of a kind that are told by name


class ReturnedCommands(QObject):
    """One method an action."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around, self._live = around, around.live
        self._blogs, self._pane = around.panes.blogs, around.panes.entry
        self._bars, self._toast = around.messages

    def take_over(self) -> None:
        """Ask for the file."""
        self._pane.flush()
        if self._blogs.current is None:
            self._toast.say(tr("There is no blog yet"))
            return
        start = str(filing.folder(self._blogs.current.id, self._around.settings.value))
        chosen, _ = QFileDialog.getOpenFileName(self._pane.window(), tr("Take over an edited text"), start)
        if chosen:
            self.take_over_from(Path(chosen))

    def take_over_from(self, path: Path) -> None:
        """Take over what is certain and new; say what else there is to decide."""
        if (blog := self._blogs.current) is None:
            return
        id, zones = blog.id, self._around.settings.value.zones
        self._live.ask(lambda desk: _take_over(desk, id, path, zones), then=self._tell, failed=self._refuse)

    def _tell(self, found: "Returned") -> None:
        self._bars.clear("take over")
        counts = {tr("{0} changed"): found.certain, tr("{0} new"): found.new}
        told = ", ".join(words.format(len(some)) for words, some in counts.items() if some)
        if told:
            self._toast.say_done(tr("Taken over: {0}").format(told))
        else:
            self._toast.say(tr("Nothing to take over at once"))
        if found.likely or found.absent:
            take = Choice(tr("Take over the likely ones"), lambda: self._take_likely(found))
            self._bars.say("take over", _left(found), *((take,) if found.likely else ()), is_wrong=False)

    def _take_likely(self, found: "Returned") -> None:
        self._bars.clear("take over")
        self._live.ask(lambda desk: _take_likely(desk, found), then=lambda _: self._say_likely(), failed=self._refuse)

    def _say_likely(self) -> None:
        self._toast.say_done(tr("Taken over"))

    def _refuse(self, error: NewsdeskError) -> None:
        self._bars.say("take over", error.sentence)


def _left(found: "Returned") -> str:
    likely = [pair.theirs.headline or str(pair.theirs.time) for pair in found.likely]
    absent = [entry.headline or str(entry.time) for entry in found.absent]
    told = []
    if likely:
        told.append(tr("Likely an entry that is here, with another headline or time: {0}.").format(_names(likely)))
    if absent:
        told.append(tr("Not in the text, and kept: {0}.").format(_names(absent)))
    return " ".join(told)


def _names(names: list[str]) -> str:
    more = [tr("{0} more").format(len(names) - _NAMED)] if len(names) > _NAMED else []
    return ", ".join([*(f"“{name}”" for name in names[:_NAMED]), *more])


def _take_over(desk: "Desk", blog: str, path: Path, zones: Mapping[str, str]) -> "Returned":
    from newsdesk.desk.returning import compare, take_over

    found = compare(desk, desk.store.blog(blog), path, zones)
    take_over(desk, found)
    return found


def _take_likely(desk: "Desk", found: "Returned") -> None:
    from newsdesk.desk.returning import take_likely

    take_likely(desk, found)
