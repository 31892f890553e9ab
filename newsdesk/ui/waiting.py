"""Waiting for an answer: after half a second one is told for what, and can give up what changes nothing."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from newsdesk.desk.desk import Desk
from newsdesk.desk.live import LiveDesk
from newsdesk.errors import NewsdeskError
from newsdesk.ui.messages import Choice, Toast
from newsdesk.ui.words import tr

T = TypeVar("T")
PATIENCE = 500  # milliseconds


class Waiting(QObject):
    """Questions under way. Of one that was given up nothing is heard any more."""

    def __init__(self, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._toast = toast
        self._open: dict[int, str] = {}
        self._count = 0

    def ask(
        self,
        live: LiveDesk,
        work: Callable[[Desk], T],
        told: str,
        *,
        then: Callable[[T], object],
        failed: Callable[[NewsdeskError], object],
        given_up: Callable[[], object] | None = None,
    ) -> None:
        """Ask a desk; `told` says what is waited for, and `given_up` follows where that can be and was given up."""
        self._count += 1
        number = self._count
        self._open[number] = told

        def do(desk: Desk) -> T | None:
            return work(desk) if number in self._open else None

        def answered(result: T | None) -> None:
            if self._end(number) and result is not None:
                then(result)

        def refused(error: NewsdeskError) -> None:
            if self._end(number):
                failed(error)

        def stop() -> None:
            self._end(number)
            if given_up is not None:
                given_up()

        live.ask(do, then=answered, failed=refused)
        choices = (Choice(tr("Cancel"), stop),) if given_up else ()
        QTimer.singleShot(PATIENCE, self, lambda: self._say(number, choices))

    def _say(self, number: int, choices: tuple[Choice, ...]) -> None:
        if (told := self._open.get(number)) is not None:
            self._toast.say(told, *choices, is_lasting=True)

    def _end(self, number: int) -> bool:
        """Say no longer that one waits; False if it was given up before."""
        told = self._open.pop(number, None)
        if told is not None and self._toast.sentence:
            self._toast.take_back(told)
        return told is not None
