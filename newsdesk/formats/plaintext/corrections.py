"""Public notices as lines: `CORRECTION (06:10 GMT 06.01.2022): …` and `WITHDRAWN: reason`."""

import re

from newsdesk.domain.entry import Entry, Notice, NoticeKind

_SHAPE = re.compile(r"(CORRECTION|CLARIFICATION)(?: \(([^()]{1,64})\))?: (.*)", re.DOTALL).fullmatch
_WITHDRAWN = re.compile(r"WITHDRAWN:(?: (.*))?", re.DOTALL).fullmatch
_SHOWN = (NoticeKind.CORRECTION, NoticeKind.CLARIFICATION)
STARTS = frozenset({"cor", "cla", "wit"})


def is_notice(text: str) -> bool:
    """Whether a line has the shape of a public notice."""
    return bool(_SHAPE(text) or _WITHDRAWN(text))


def split_notice(text: str) -> tuple[NoticeKind, str, str] | None:
    """Kind, stamp (may be empty) and text of a correction or clarification."""
    if not (match := _SHAPE(text)):
        return None
    return NoticeKind(match[1].lower()), match[2] or "", match[3]


def withdrawal_reason(text: str) -> str | None:
    """The reason in a withdrawn entry's only line; None if it is another line."""
    match = _WITHDRAWN(text)
    return (match[1] or "") if match else None


def shown_notices(entry: Entry) -> tuple[Notice, ...]:
    """The notices of an entry that readers see beneath it."""
    return tuple(notice for notice in entry.notices if notice.kind in _SHOWN)


def notice_line(kind: NoticeKind, stamp: str, text: str) -> str:
    """How a notice is written; line breaks in it become spaces."""
    when = f" ({stamp})" if stamp else ""
    return f"{kind.upper()}{when}: {' '.join(text.split(chr(10)))}"
