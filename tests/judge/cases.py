"""What the judges judge: the reference file, a blog that uses everything, and one in Arabic."""

import re
from pathlib import Path

from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import read_stamp
from newsdesk.formats.edition import Edition, edition
from tests.formats.blogs import NOW, arabic_edition, blog, entries, full_edition, plain_edition, stamp

SHARED = Path(__file__).parents[3] / "shared"
SAMPLE = SHARED / "samples" / "almaty-2022-01-06.txt"


def editions() -> dict[str, Edition]:
    """The reference file where it is present, else one of its shape."""
    sample = _sample(SAMPLE.read_text("ascii")) if SAMPLE.exists() else plain_edition()
    return {"sample": sample, "everything": full_edition(), "arabic": arabic_edition()}


def _sample(text: str) -> Edition:
    """Read by shape alone: the judges lean on no reader of ours."""
    first, *lines = text.split("\n")
    introduction: list[str] = []
    found: list[list[str]] = []
    for line in lines:
        if read_stamp(line):
            found.append([line])
        else:
            (found[-1] if found else introduction).append(line)
    of = blog(headline=re.sub(r"^ date \S+ ", "", first), introduction=paragraphs(*introduction))
    rows = [{"time": stamp(e[0]), "headline": e[1], "body": paragraphs(*e[2:])} for e in found]
    return edition(of, entries(of, *rows), now=NOW)
