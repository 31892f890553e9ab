"""What the database refuses, said as a sentence."""

_DAMAGED = "The store “{0}” is damaged; it was not changed. Run “newsdesk check”, then restore a backup."
_SENTENCES = (
    ("not a database", "“{0}” is not a Newsdesk store; it was not changed. Choose another file."),
    ("readonly", "The store “{0}” can only be read; nothing was changed. Make the file and its folder writable."),
    ("locked", "Another program holds the store “{0}”; nothing was changed. Close it there, then try again."),
    ("full", "The disk is full; this change is not saved yet. Free some space, then try again."),
    ("unable to open", "The store “{0}” could not be opened; nothing was changed. Check the file and its folder."),
    ("malformed", _DAMAGED),
    ("disk i/o", "The disk reported an error; this change is not saved yet. Check the disk, then try again."),
    ("decode", _DAMAGED),  # a text that is no UTF-8, in the words of either driver
)


def sentence(name: str, error: BaseException) -> str:
    """What happened to the store, and what to do."""
    reason = str(error)
    for mark, text in _SENTENCES:
        if mark in reason.lower():
            return text.format(name)
    return f"The store “{name}” refused: {reason}. Nothing was changed; run “newsdesk check”."
