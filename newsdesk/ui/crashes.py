"""When the program itself is wrong: what happened goes into a file, and the window says so and lives on."""

import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import newsdesk

_LARGEST = 1_000_000  # bytes of the file


class Crashes:
    """Writes a report of every bug; `say` is told where it stands."""

    def __init__(self, file: Path, say: Callable[[Path], object]) -> None:
        self._file = file
        self._say = say

    def install(self) -> None:
        """Take over what would end in silence: errors in slots and in threads."""
        sys.excepthook = self._caught
        threading.excepthook = lambda told: self._caught(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )

    def report(self, error: BaseException) -> None:
        """Write down one error."""
        report = "".join(traceback.format_exception(error))
        at = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            is_large = self._file.exists() and self._file.stat().st_size > _LARGEST
            with self._file.open("w" if is_large else "a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{at} Newsdesk {newsdesk.__version__}\n{report}\n")
        except OSError:
            sys.stderr.write(report)
        self._say(self._file)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self.report(error.with_traceback(trace))
