"""The preferences while the program runs: kept at every change, and told to whoever follows them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from newsdesk import preferences
from newsdesk.preferences import Preferences

SMALLEST, LARGEST = 70, 250  # percent of the system's text size
_STEPS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250)


class Settings(QObject):
    """One for the whole program."""

    changed = Signal(object, object)  # Preferences before and after

    def __init__(
        self, value: Preferences | None = None, keep: Callable[[Preferences], object] = preferences.save
    ) -> None:
        super().__init__()
        self._value, self._keep = value or Preferences(), keep

    @property
    def value(self) -> Preferences:
        return self._value

    def change(self, **fields: Any) -> None:  # noqa: ANN401  fields of Preferences
        """Choose something else."""
        before, self._value = self._value, replace(self._value, **fields)
        if self._value != before:
            self._keep(self._value)
            self.changed.emit(before, self._value)


def zoomed(percent: int, step: int) -> int:
    """The next size of text up or down."""
    if step > 0:
        return next((size for size in _STEPS if size > percent), LARGEST)
    return next((size for size in reversed(_STEPS) if size < percent), SMALLEST)
