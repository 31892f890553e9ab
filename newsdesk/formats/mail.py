"""Plain text for an e-mail: no archive's prefix, blank lines between everything, wrapped or not."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Body, Kind, normal
from newsdesk.formats.edition import Edition
from newsdesk.formats.plaintext.projection import lines_of
from newsdesk.formats.public import LABELS, WITHDRAWN_SENTENCE, is_stub, page_url, plain, public_notices


def mail(edition: Edition) -> bytes:
    """Words, times and notices; formatting stays behind."""
    columns = edition.options.wrap
    paragraphs = [_wrapped(paragraph, columns) for paragraph in _blog(edition) if paragraph]
    entries = ["\n\n".join(_wrapped(part, columns) for part in _entry(entry)) for entry in edition.entries]
    return ("\n\n".join([*paragraphs, *entries]) + "\n").encode("utf-8")


def _blog(edition: Edition) -> Iterator[str]:
    blog = edition.blog
    yield blog.headline
    yield ", ".join(blog.bylines)
    yield page_url(blog)
    yield from _body(blog.introduction)


def _entry(entry: Entry) -> Iterator[str]:
    head = WITHDRAWN_SENTENCE if is_stub(entry) else entry.headline
    yield f"{entry.time}\n{head}" if head else str(entry.time)
    if not is_stub(entry):
        yield from _body(entry.body)
    for notice in public_notices(entry):
        time = f" ({notice.time})" if notice.time else ""
        yield f"{LABELS[notice.kind].upper()}{time}: {notice.text}"


def _body(body: Body) -> Iterator[str]:
    """Its paragraphs; a list is one of them, each item a line, marked as in the live-blog text."""
    for is_list, run in groupby(normal(body), lambda block: block.kind is Kind.ITEM):
        if is_list:
            yield "\n".join(lines_of(tuple(run)))
        else:
            yield from plain(tuple(run))


def _wrapped(paragraph: str, columns: int) -> str:
    """Cut at spaces only; the spaces inside a line stay as they are."""
    if columns < 1:
        return paragraph
    fill = textwrap.TextWrapper(
        columns, break_long_words=False, break_on_hyphens=False, replace_whitespace=False, expand_tabs=False
    )
    return "\n".join("\n".join(fill.wrap(line)) if len(line) > columns else line for line in paragraph.split("\n"))
