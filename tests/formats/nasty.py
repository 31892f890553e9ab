"""Texts and blogs that try to confuse the text format."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from newsdesk.domain.blog import Blog, Layout
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.domain.order import spread
from newsdesk.domain.stamp import ShownTime

NOW = datetime(2022, 1, 6, 12, 0, tzinfo=UTC)
# fmt: off
ZONES = {"MSK": "Europe/Moscow", "IST": "GMT+5:30"}
STAMPS = [
    "05:41 GMT 06.01.2022", "05:09 GMT 06.01.2022", "04:50 UTC 06.01.2022", "23:59 GMT+3 05.01.2022",
    "05:41 GMT-4:30 06.01.2022", "05:41 UTC+14 06.01.2022", "5:41 GMT 06.01.2022", "05.41 gmt 6.1.2022",
    "05:41 MSK 06.01.2022", "05:41 EST 06.01.2022", "15:24 20.10.2017", "05:41 GMT 06.01.2022 ",
    "05:41\u00a0GMT 06.01.2022", "05:41 GMT\u202f06.01.2022", "05:41 GMT\t06.01.2022", "• 02:15", "• 23:31", "02:15",
    "22:43", "02:15 GMT", "- 05:41 GMT 06.01.2022", "    • 02:15", "    • 01:15", "  05:41 GMT 06.01.2022",
    "\t05:41 GMT 06.01.2022", " 05:41 GMT 06.01.2022", "   05:09 GMT 06.01.2022", " • 02:15",
    "20:11 GMT05 March 2021", "31.02.2022", "25:10", "05:41 GMT 31.02.2022", "05:41 GMT+15 06.01.2022",
    "05:41 GMT 06.01.2022.", "٠٥:٤١ GMT 06.01.2022", "00:00 GMT 01.01.0001", "23:59 GMT-3 31.12.9999",
    "00:10 GMT+3 01.01.0001", "12:00 06.01.2022", "05:41  GMT 06.01.2022",
]
FURNITURE = [
    "Table of contents", "New firstOld first", "Being updated", "Follow Anybody's Live Feed to Find Out More!",
    "Caption - Sputnik International, 1920, 25.02.2022", "© AP Photo / Nobody", "Read more", "    Listen Live",
    " Table of contents", "  Being updated", "Photo credit: A. Nother", "Live updates: something",
]
NOTICES = [
    "CORRECTION (06:10 GMT 06.01.2022): it was Tuesday", "CLARIFICATION: nothing happened", "WITHDRAWN: untrue",
    "CORRECTION (no time): words", "CORRECTION: ", "WITHDRAWN:", " WITHDRAWN: not really",
    "CORRECTION (5:41 MSK 06.01.2022): x",
]
ODD = [
    "", "", " ", "\t", "\u00a0", "a", "A Headline", "A paragraph. With two stops..", "\u2028", "a\u2028b",
    "a\x0cb", "\x0b", "\x85",
    "\ufeff", "\ufeffx", " date 2022-01-06 Headline", " date 2022-13-06 Headline", "  date 2022-01-06 Headline",
    "MOSCOW (Agency) - Words", "“Quoted”", "- item", "1. item", "  - item", " leading", "trailing  ", "\U0001f6a2",
    "é", "e\u0301",
]

# fmt: on

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\n"), max_size=12)
lines = st.sampled_from([*STAMPS, *FURNITURE, *NOTICES, *ODD]) | ANY
endings = st.sampled_from(["\n", "\r\n", "\r"])
words = lines


@st.composite
def _joined(draw: st.DrawFn, line: st.SearchStrategy[str]) -> str:
    found = draw(st.lists(line, max_size=14))
    usual = draw(endings)
    mixed = draw(st.booleans()) and draw(st.booleans())
    text = "".join(one + (draw(endings) if mixed else usual) for one in found)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


_regular = st.sampled_from([*(s for s in STAMPS if s[:3] in ("05:", "04:", "23:")), "A Headline", "Words.", "", ""])
texts = _joined(lines) | _joined(st.sampled_from([*STAMPS, *ODD])) | _joined(_regular)
texts |= st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)

WRITABLE = ["GMT", "UTC", "GMT+3", "UTC-4:30", "GMT+14", "Europe/London", "America/St_Johns", "Asia/Manila"]
minutes = st.integers(-1_000_000_000, 4_000_000_000).map(lambda count: NOW + timedelta(minutes=count))
times = st.builds(ShownTime, minutes, st.sampled_from(WRITABLE)) | st.builds(
    ShownTime, minutes.map(lambda moment: moment.replace(tzinfo=None)), st.sampled_from(["CET", "XYZ", "GB"])
)

_long = st.lists(words, min_size=1, max_size=3).map("\n".join)
_links = st.sampled_from(["", "https://a.example/"])
_spans = st.lists(st.builds(Span, _long, st.booleans(), st.booleans(), _links), max_size=2)
blocks = st.builds(
    Block,
    kind=st.sampled_from(Kind),
    spans=_spans.map(tuple),
    level=st.integers(0, 3),
    ordered=st.booleans(),
    url=st.sampled_from(["", "https://a.example/x", "attachment:0"]),
    alt=words,
    credit=words,
)
paragraphs = st.builds(Block, spans=_spans.map(tuple))
bodies: st.SearchStrategy[Body] = st.lists(paragraphs | blocks, max_size=4).map(normal)
notices = st.builds(Notice, st.sampled_from(NoticeKind), _long, st.none() | times)
entries = st.builds(
    Entry,
    blog=st.just("b"),
    order=st.just("U"),
    time=times,
    created=st.just(NOW),
    last_changed=st.just(NOW),
    headline=words | st.just("") | st.just("A Headline"),
    body=bodies,
    state=st.sampled_from([State.PUBLISHED, State.PUBLISHED, State.DRAFT, State.WITHDRAWN]),
    notices=st.lists(notices, max_size=2).map(tuple) | st.just(()),
)
layouts = st.builds(
    Layout,
    has_prefix=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-16-le", "cp1252"]),
    has_bom=st.booleans(),
    line_end=endings,
    tail=st.sampled_from(["", "\n", "\r\n", "\n\n \n"]),
    blank_lines=st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 3)),
    stamp_lead=st.sampled_from(["", "    • ", "• "]),
    indent=st.sampled_from(["", "      "]),
)
blogs = st.builds(
    Blog,
    id=st.just("b"),
    created=st.just(NOW),
    last_changed=st.just(NOW),
    headline=words | _long,
    date=st.none() | st.dates(date(1, 1, 1)),
    introduction=bodies,
    zone=st.sampled_from(["GMT", "Europe/London", "GMT+3"]),
    layout=layouts,
)


def numbered(found: list[Entry]) -> list[Entry]:
    """The entries of one blog, each with an id and a place."""
    rows = zip(found, spread(len(found)), strict=True)
    return [replace(entry, id=f"e{place}", order=order) for place, (entry, order) in enumerate(rows)]


entry_lists = st.lists(entries, max_size=5).map(numbered)
