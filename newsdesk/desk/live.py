"""A desk on a thread of its own, for a window: ask it, and the answer comes back to the window's thread.

Questions are answered one at a time in the order in which they were asked, so that what is read
after an edit knows of it. Nothing of the window ever waits for the store.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from newsdesk.domain.bulk import collecting_later
from newsdesk.errors import NewsdeskError, StoreError

if TYPE_CHECKING:  # a window stands before a desk is loaded
    from newsdesk.desk.desk import Desk
    from newsdesk.domain.revision import Done

T = TypeVar("T")
Deliver = Callable[[Callable[[], None]], None]  # runs a call on the window's thread, in order


@dataclass(slots=True)
class Announcements:
    """What the window is told, on its own thread."""

    edited: "Callable[[Done], None]"  # something was committed, by whomever
    failed: Callable[[NewsdeskError], None]  # a question that had no `failed` of its own
    refused: Callable[[NewsdeskError], None]  # the store cannot be opened; what was asked waits
    crashed: Callable[[BaseException], None]  # a bug
    idle: Callable[[], None]  # everything asked so far is answered


class LiveDesk:
    """What is asked before `start` is answered after it, so that a window can stand before its store is loaded."""

    def __init__(self, opening: "Callable[[], Desk]", deliver: Deliver, announcements: Announcements) -> None:
        self._opening = opening
        self._deliver = deliver
        self._tell = announcements
        self._questions: SimpleQueue[Callable[[Desk], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self.others: list[LiveDesk] = []  # that work beside this one
        self.reader: LiveDesk | None = None  # once something is to be read beside

    def start(self) -> None:
        """Open the store on a thread; again after it was refused."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="store", daemon=True)
            self._thread.start()

    def ask(
        self,
        work: "Callable[[Desk], T]",
        then: Callable[[T], Any] | None = None,
        failed: Callable[[NewsdeskError], Any] | None = None,
    ) -> None:
        """Have something done at the desk; `then` or `failed` is called on the window's thread."""

        def answer(desk: "Desk") -> None:
            try:
                result = work(desk)
            except NewsdeskError as error:
                sentence = error
                self._deliver(lambda: (failed or self._tell.failed)(sentence))
            else:
                if then is not None:
                    self._deliver(lambda: then(result))

        self._questions.put(answer)

    def beside(self) -> "LiveDesk":
        """Another desk at the same store, on a thread of its own: for long reading that no edit may wait for."""
        tell = replace(self._tell, edited=lambda _: None, refused=self._tell.failed, idle=lambda: None)
        other = LiveDesk(self._opening, self._deliver, tell)
        self.others.append(other)
        return other

    def read(
        self,
        work: "Callable[[Desk], T]",
        then: Callable[[T], Any] | None = None,
        failed: Callable[[NewsdeskError], Any] | None = None,
    ) -> None:
        """Have something read beside the desk's own thread, so that no edit waits for it.

        The answer may know of edits that the window has not been told of yet, and not of others that it has.
        """
        if self.reader is None:
            self.reader = self.beside()
            self.reader.start()
        self.reader.ask(work, then, failed)

    def close(self, seconds: float = 30) -> bool:
        """Answer what was asked, close the store; False if that took too long."""
        for other in self.others:
            other.close(seconds)
        if self._thread is None:
            return True
        self._questions.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            desk = self._opening()
        except NewsdeskError as error:
            refused = error
            self._deliver(lambda: self._tell.refused(refused))
            return
        except BaseException as error:
            self._crash(error)
            closed = StoreError("The store could not be opened; nothing in it was changed.")
            self._deliver(lambda: self._tell.refused(closed))
            return
        desk.listen(lambda done: self._deliver(lambda: self._tell.edited(done)))
        while (question := self._questions.get()) is not None:
            try:
                with collecting_later():  # among very many values it would stop the window for a fifth of a second
                    question(desk)
            except Exception as error:
                self._crash(error)
            if self._questions.empty():
                self._deliver(self._tell.idle)
        desk.store.close()

    def _crash(self, error: BaseException) -> None:
        self._deliver(lambda: self._tell.crashed(error))
