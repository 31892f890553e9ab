"""What there is to say about a text that was read."""

from collections import deque
from collections.abc import Iterator

from newsdesk.formats.plaintext.contents import ends_in_two_stops, looks_like_body
from newsdesk.formats.plaintext.lines import one_line
from newsdesk.formats.plaintext.remarks import ReadNotice, remark
from newsdesk.formats.plaintext.scan import Passage, Scan
from newsdesk.formats.plaintext.settings import Settings


def notices_of(found: Scan, settings: Settings, encoding: str) -> tuple[ReadNotice, ...]:
    """All notices, by line."""
    notices = [*_of_file(found, encoding), *_of_head(found), *_of_order(found.passages)]
    for passage in found.passages:
        if passage.clock.codes:
            notices.extend(_of_stamp(passage, settings))
        if _is_remarkable(passage):
            notices.extend(_of_contents(passage, found.text))
    return tuple(sorted(notices, key=lambda notice: notice.line))


def _of_file(found: Scan, encoding: str) -> Iterator[ReadNotice]:
    if encoding != "utf-8":
        yield remark("ENCODING", 0, encoding.upper())
    if found.first_blank is not None:
        yield remark("BLANK-STYLE", found.first_blank)
    for line in found.stamps.invalid:
        yield remark("TS-INVALID", line)


def _of_head(found: Scan) -> Iterator[ReadNotice]:
    head, stamps = found.head, found.stamps
    if head.has_prefix:
        yield remark("CRAWL-PREFIX", 0)
    elif not head.headline:
        yield remark("NO-BLOG-HEADLINE", 0)
    if stamps.page_clock is not None:
        yield remark("TS-PAGE-CLOCK", stamps.page_clock)
    if stamps.page_stamp is not None:
        yield remark("TS-IN-INTRO", stamps.page_stamp)
    yield from (remark("FURNITURE", line) for line, _ in head.furniture if line != stamps.page_clock)
    yield from (remark("ESCAPE", line) for line in head.escaped)


def _of_stamp(passage: Passage, settings: Settings) -> Iterator[ReadNotice]:
    clock, time = passage.clock, passage.time
    for code in clock.codes:
        if code == "TS-ZONE-NAME":
            if time.moment is None:
                yield remark(code, clock.line, clock.zone)
        elif code == "TS-NOZONE":
            yield remark(code, clock.line, settings.zone)
        elif code == "TS-NODATE":
            yield remark(code, clock.line, f"{time.local.day:02}.{time.local.month:02}.{time.local.year:04}")
        else:
            yield remark(code, clock.line)


def _is_remarkable(passage: Passage) -> bool:
    """A quick look, since most entries are not."""
    contents = passage.contents
    if contents.furniture or contents.escaped or not contents.headline or looks_like_body(contents.headline):
        return True
    return any(map(ends_in_two_stops, contents.paragraphs))


def _of_contents(passage: Passage, text: str) -> Iterator[ReadNotice]:
    contents, line = passage.contents, passage.clock.line
    if passage.is_untitled:
        yield remark("NO-HEADLINE", line)
    elif not contents.headline and not contents.is_withdrawn:
        yield remark("EMPTY-ENTRY", line)
    if looks_like_body(contents.headline) or any(map(ends_in_two_stops, contents.paragraphs)):
        yield from _of_words(passage, text)
    yield from (remark("FURNITURE", number) for number, _ in contents.furniture)
    yield from (remark("ESCAPE", number) for number in contents.escaped)


def _of_words(passage: Passage, text: str) -> Iterator[ReadNotice]:
    """Walks through the lines and the words in them side by side, to name the line."""
    contents = passage.contents
    words = deque([contents.headline, *contents.paragraphs] if contents.headline else contents.paragraphs)
    below_stamp = one_line(text[passage.start : passage.end])[1:]
    for line, raw in enumerate(below_stamp, passage.clock.line + 1):
        if words and raw and raw.endswith(words[0]):
            if words[0] is contents.headline and looks_like_body(words[0]):
                yield remark("HEADLINE-LIKE-BODY", line)
            if ends_in_two_stops(words.popleft()):
                yield remark("DOUBLE-STOP", line)


def _of_order(passages: list[Passage]) -> Iterator[ReadNotice]:
    moments = [passage.time.sortable for passage in passages]
    for passage, above, below in zip(passages[1:], moments, moments[1:], strict=False):
        if below > above:
            yield remark("ORDER", passage.clock.line)
    seen = set()
    for passage, moment in zip(passages, moments, strict=True):
        if moment in seen:
            yield remark("DUP-MINUTE", passage.clock.line)
        seen.add(moment)
