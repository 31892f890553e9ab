"""Markdown (CommonMark 0.31): entries as `##` sections, the time above the headline, links kept.

A dialect that reads back: `*` and `[]()` are the author's, a paragraph in `_` is ours (byline, notice),
an address in `<>` at a paragraph's end is an embed, and each entry starts with its anchor and its time.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.formats.edition import Edition
from newsdesk.formats.escaping import html_text, safe_url
from newsdesk.formats.pictures import attachment_of, source_of
from newsdesk.formats.public import (
    LABELS,
    WITHDRAWN_SENTENCE,
    anchor,
    is_stub,
    key_events,
    link_words,
    page_url,
    public_notices,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~])")
_AT_LINE_START = re.compile(r"^([+\-=])|^([0-9]{1,9})([.)])", re.MULTILINE)
_COMMAS_AND_EDGES = re.compile(r",|^\s+|\s+$")
_EDGE_BLANKS = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def markdown(edition: Edition) -> bytes:
    """The whole blog."""
    parts = [*_blog(edition)]
    for entry in edition.entries:
        parts.extend(_entry(entry, edition))
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _blog(edition: Edition) -> Iterator[str]:
    blog = edition.blog
    if blog.headline:
        yield f"# {_heading(blog.headline)}"
    if blog.bylines:
        yield _names("By ", blog.bylines)
    if url := page_url(blog):
        yield _ours("Read at ", f"<{url}>")
    yield from _blocks(blog.introduction, edition)
    if events := key_events(edition):
        yield _ours("Key events")
        words = {anchor(entry): _heading(f"{entry.time} {link_words(entry)}") for entry in events}
        yield "\n".join(f"* [{text}](#{name})" for name, text in words.items())


def _entry(entry: Entry, edition: Edition) -> Iterator[str]:
    yield f'<a id="{anchor(entry)}"></a>**{escaped(str(entry.time))}**'
    if is_stub(entry):
        yield _ours(WITHDRAWN_SENTENCE)
    else:
        if entry.headline:
            yield f"## {_heading(entry.headline)}"
        if entry.bylines:
            yield _names("By ", entry.bylines)
        yield from _blocks(entry.body, edition)
    for notice in public_notices(entry):
        time = f" ({notice.time})" if notice.time else ""
        yield _ours(f"{LABELS[notice.kind]}{time}: {notice.text}")
    if entry.labels and not is_stub(entry):
        yield _names("Labels: ", entry.labels)


def escaped(text: str) -> str:
    """Text inside a line, nothing in it markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _lines(text: str) -> str:
    """Whole lines of escaped text, nothing at their starts or ends markup."""
    text = _AT_LINE_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", text)
    return _EDGE_BLANKS.sub(lambda match: "".join(f"&#{ord(blank)};" for blank in match[0]), text)


def _ours(text: str, tail: str = "") -> str:
    """A paragraph that the page says, not the author."""
    words = _broken(escaped(re.sub(r"\n+", "\n", text).rstrip()))
    return f"_{words} {tail}_" if tail else f"_{words}_"


def _names(lead: str, names: tuple[str, ...]) -> str:
    """Names with commas between; a comma within a name, or a blank at its edge, is written by its number."""
    return f"_{lead}{', '.join(_numbered(escaped(name)) for name in names)}_"


def _numbered(name: str) -> str:
    return _COMMAS_AND_EDGES.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), name)


def _heading(text: str) -> str:
    return _lines(escaped(text)).replace("\n", "<br>")


def _blocks(body: Body, edition: Edition) -> Iterator[str]:
    for is_list, run in groupby(normal(body), lambda block: block.kind is Kind.ITEM):
        if is_list:
            yield "\n".join(_items(run))
        else:
            yield from (_block(block, edition) for block in run)


def _block(block: Block, edition: Edition) -> str:
    inner = _inner(block)
    if block.kind is Kind.SUBHEAD:
        return "### " + inner.replace("\\\n", "<br>")
    if block.kind is Kind.QUOTE:
        return "> " + inner.replace("\n", "\n> ")
    if block.kind is Kind.IMAGE:
        attachment = attachment_of(edition, block)
        source = source_of(edition, block, attachment) if attachment else ""
        credit = f"<cite>{html_text(block.credit)}</cite>" if block.credit else ""
        return f"![{escaped(block.alt)}](<{source}>){credit}" + (f"\\\n{inner}" if inner else "")
    if block.kind is Kind.EMBED:
        url = safe_url(block.url)
        return (f"{inner}\\\n" if inner else "") + (f"<{url}>" if url else escaped(block.url))
    return inner


def _items(items: Iterator[Block]) -> Iterator[str]:
    """One line an item; what follows a break is indented to the item's text."""
    indents = [0]
    for item in items:
        marker = "1. " if item.ordered else "- "
        del indents[item.level + 1 :]
        start = " " * indents[-1]
        indents.append(len(start) + len(marker))
        yield start + marker + _inner(item).replace("\n", "\n" + " " * indents[-1])


def _inner(block: Block) -> str:
    """The spans of a block. A break is a backslash at the line's end, or `<br>` where a line would be empty."""
    text = block.text
    has_empty_line = any(not line.strip() for line in text.split("\n")) and "\n" in text
    written = "".join(_span(span, before, after) for before, span, after in _neighbours(block.spans))
    lines = _lines(written.replace("![", "\\!["))  # words that end in "!", then a link, are no image
    return lines.replace("\n", "<br>") if has_empty_line else _broken(lines)


def _broken(text: str) -> str:
    return text.replace("\n", "\\\n")


def _neighbours(spans: tuple[Span, ...]) -> Iterator[tuple[Span | None, Span, Span | None]]:
    padded = [None, *spans, None]
    for (before, span), (_, after) in zip(pairwise(padded), list(pairwise(padded))[1:], strict=False):
        if span is not None:
            yield before, span, after


def _span(span: Span, before: Span | None, after: Span | None) -> str:
    text = escaped(span.text)
    stars = _can_have_stars(span, before, after)
    if span.em:
        text = f"*{text}*" if stars else f"<em>{text}</em>"
    if span.strong:
        text = f"**{text}**" if stars else f"<strong>{text}</strong>"
    if span.link and (url := safe_url(span.link)):
        return f"[{text}](<{url}>)"
    return text


def _can_have_stars(span: Span, before: Span | None, after: Span | None) -> bool:
    """Stars open and close for certain only around letters and away from other stars; else tags must do."""
    touching = any(other and (other.em or other.strong) for other in (before, after))
    return not touching and span.text[0].isalnum() and span.text[-1].isalnum()
