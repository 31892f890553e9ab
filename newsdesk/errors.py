"""Everything a user may be shown as an error: one sentence that says what happened and what to do.

Anything that is not a NewsdeskError is a bug and is left to crash into the crash handler.
"""


class NewsdeskError(Exception):
    """A sentence for the user; nothing was changed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ConflictError(NewsdeskError):
    """Somebody else changed the same field first; the edit was refused whole."""


class HistoryError(NewsdeskError):
    """The history of a blog does not hold together; what it leads to can still be taken in without it."""


class ReleasedError(NewsdeskError):
    """What readers have seen was to be deleted; the window offers to withdraw it instead."""


class StoreError(NewsdeskError):
    """The store could not be opened, read or written."""


class DamageError(StoreError):
    """Something in the store is not as it was written."""


class ReadingError(NewsdeskError):
    """A file could not be understood; nothing was imported."""


class ExportError(NewsdeskError):
    """An export was refused or failed; the target is as it was."""


class UnknownError(NewsdeskError):
    """No such blog or entry, or more than one that could be meant."""


class StoppedError(NewsdeskError):
    """Somebody pressed Cancel."""
