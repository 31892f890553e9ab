"""Blocks of many plain entries at once, letter by letter as `compose.entry_block` writes each."""

from collections.abc import Sequence

from newsdesk.domain.record import text_to_time
from newsdesk.formats.plaintext.compose import Style
from newsdesk.formats.plaintext.escape import is_ordinary_start
from newsdesk.formats.plaintext.furniture import may_be_credit
from newsdesk.formats.plaintext.projection import written_stamp
from newsdesk.formats.runs import Run, stamp


def entry_blocks(run: Run, style: Style) -> Sequence[str | None]:
    """The blocks; None where a line could be read as something else, so that the entry needs a closer look."""
    after, between = style.line_end * (1 + style.after_stamp), style.line_end * (1 + style.between)
    words = [f"{headline}\n{text}" for headline, text in zip(run.headlines, run.texts(), strict=True)]
    everything = "\n".join(words)
    starts = {line[:3] for line in everything.split("\n")}
    odd = {start for start in starts if not is_ordinary_start(start)}
    may_be_odd = odd or may_be_credit(everything) or "\r" in everything or "\n" in "".join(run.headlines)
    lines = words if between == "\n" else [text.replace("\n", between) for text in words]
    blocks = [f"{_stamp(time)}{after}{text}" for time, text in zip(run.times, lines, strict=True)]
    if not may_be_odd:
        return blocks
    return [
        None if _is_odd(headline, text, odd) else block
        for headline, text, block in zip(run.headlines, words, blocks, strict=True)
    ]


def _is_odd(headline: str, text: str, odd: set[str]) -> bool:
    if "\r" in text or "\n" in headline or may_be_credit(text):
        return True
    return not odd.isdisjoint([line[:3] for line in text.split("\n")])


def _stamp(time: str) -> str:
    return stamp(time) if time.endswith(" GMT") else written_stamp(text_to_time(time))
