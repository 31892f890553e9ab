"""Text that was written to break out of a page, in every field that a reader may see."""

import json
from pathlib import Path

from newsdesk.domain.entry import Notice, NoticeKind
from newsdesk.domain.markup import Block, Kind, Span
from newsdesk.domain.text import clean, clean_line
from newsdesk.formats.edition import Edition, edition
from tests.formats.blogs import NOW, blog, entries, stamp

HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"


def payloads() -> list[str]:
    """Everything that was ever known to break out of a page, where the collections are present."""
    own = [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)",
        "]]><script>alert(1)</script>",
    ]
    if not HOSTILE.is_dir():
        return own
    purify = json.loads((HOSTILE / "dompurify-expect.json").read_text("utf-8"))
    naughty = json.loads((HOSTILE / "blns.json").read_text("utf-8"))
    return own + [str(case["payload"]) for case in purify if "payload" in case] + [str(text) for text in naughty]


def hostile_edition(payload: str) -> Edition:
    """One payload in every field."""
    text, line = clean(payload), clean_line(payload)
    of = blog(headline=line, introduction=_body(text), bylines=(line,), url=line, language=line, slug=line)
    return edition(of, entries(of, _row(payload), {"headline": "", "body": _body(text)}), now=NOW)


def all_hostile() -> Edition:
    """One blog with an entry for every payload."""
    of = blog(headline="Hostile", introduction=tuple(block for text in payloads() for block in _body(clean(text))))
    return edition(of, entries(of, *map(_row, payloads())), now=NOW)


def _row(payload: str) -> dict[str, object]:
    text, line = clean(payload), clean_line(payload)
    notice = Notice(NoticeKind.CORRECTION, text, stamp("06:10 GMT 02.03.2024"))
    return {
        "headline": line,
        "body": _body(text),
        "bylines": (line,),
        "labels": (line,),
        "notices": (notice,),
        "is_key": True,
    }


def _body(text: str) -> tuple[Block, ...]:
    span = Span(text, strong=True, em=True, link=text)
    words = tuple(Block(kind=kind, spans=(span,)) for kind in (Kind.PARAGRAPH, Kind.SUBHEAD, Kind.QUOTE, Kind.ITEM))
    return (
        *words,
        Block(kind=Kind.EMBED, spans=(span,), url=text),
        Block(kind=Kind.IMAGE, spans=(span,), url=text, alt=text, credit=text),
        Block(kind=Kind.IMAGE, spans=(span,), url=f"attachment:{text}", alt=text, credit=text),
    )
