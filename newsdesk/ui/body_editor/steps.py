"""Writing in steps: what one undo takes back, and what is stored at once."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.markup import Body
from newsdesk.domain.phrases import PUNCTUATION, TYPING
from newsdesk.ui.richtext import BodyDocument
from newsdesk.ui.richtext.splice import difference
from newsdesk.ui.words import tr

PAUSE = 400  # milliseconds without a key end a step, and so does the end of a phrase at once
LONGEST = 850  # milliseconds after its first key a step ends in any case: nothing unstored is older than a second


@dataclass(frozen=True, slots=True)
class Step:
    """One step of writing. `subject` is whose body it is, as `set_body` was told."""

    title: str
    before: Body
    after: Body
    subject: object = None


class Steps(QObject):
    """Watches a document and cuts what is written in it into steps."""

    taken = Signal(object)

    def __init__(self, document: BodyDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._subject: object = None
        self._before: Body = ()
        self._is_held = False
        self._pause = self._timer(PAUSE)
        self._limit = self._timer(LONGEST)
        document.contentsChange.connect(self._note_change)

    @property
    def is_pending(self) -> bool:
        """Whether something may have been written since the last step."""
        return self._limit.isActive()

    @property
    def subject(self) -> object:
        return self._subject

    def begin(self, body: Body, subject: object) -> None:
        """Start afresh with another body that the document already shows."""
        self._before, self._subject, self._is_held = body, subject, False
        self._stop()

    def flush(self, title: str = "") -> None:
        """End the step now."""
        self._stop()
        after = self._document.body()
        if after == self._before:
            return
        before, self._before = self._before, after
        self.taken.emit(Step(title or tr(TYPING), before, after, self._subject))

    def end_by_jump(self) -> None:
        """The caret went elsewhere, and not by a key of typing."""
        if self.is_pending and not self._is_held:
            self.flush()

    def hold(self, is_held: bool) -> None:
        """While a character is being composed no step ends by itself."""
        if is_held and not self._is_held:
            self.flush()
        self._is_held = is_held
        if not is_held and self.is_pending:
            self._pause.start(PAUSE)

    def follow(self, body: Body) -> int | None:
        """Show what became of the body elsewhere; the place of the change, or None if there was none.

        What was typed meanwhile stays. Where both changed the same block, the typed text stays and
        its step still says which body it was made upon, so that the desk can tell.
        """
        if body == self._before:
            return None
        both = body if not self.is_pending else _joined(self._before, self._document.body(), body)
        if both is None:
            return None
        was_pending = self.is_pending
        place = self._document.update(both)
        self._before = body
        if not was_pending:
            self._stop()
        return place

    def _note_change(self, position: int, removed: int, added: int) -> None:
        if not removed and not added:
            return
        self._pause.start(0 if added and self._ends_phrase(position + added) else PAUSE)
        if not self._limit.isActive():
            self._limit.start()

    def _ends_phrase(self, end: int) -> bool:
        """Whether what was typed ends a phrase or a paragraph, so that an undo can stop there."""
        before, last = self._document.characterAt(end - 2), self._document.characterAt(end - 1)
        return last == "\u2029" or (last.isspace() and before in PUNCTUATION)

    def _end_by_time(self) -> None:
        if not self._is_held:
            self.flush()

    def _stop(self) -> None:
        self._pause.stop()
        self._limit.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self._end_by_time)
        return timer


def _joined(base: Body, ours: Body, theirs: Body) -> Body | None:
    """Both changes of one body, or None where they meet in one block."""
    a, b = difference(base, ours), difference(base, theirs)
    if a is None or b is None:
        return theirs if a is None else ours
    first, second = (a, b) if a.first <= b.first else (b, a)
    if first.last > second.first:
        return None
    return (*base[: first.first], *first.blocks, *base[first.last : second.first], *second.blocks, *base[second.last :])
