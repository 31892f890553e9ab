"""Rich text and values of every kind, for properties."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from newsdesk.domain.blog import Blog, Layout, Shelf
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Kind, Span
from newsdesk.domain.stamp import Certainty, ShownTime

NOW = datetime(2022, 1, 6, 12, 0, tzinfo=UTC)
_odd = ["\n", " ", "  ", "\xa0", "\u2028", "\u2029", "\ufdd0", "\t", "&", "<", ">", '"', "&amp;", "</p>", "<br>"]
_clean = st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r")
words = st.lists(st.sampled_from(_odd) | st.text(_clean, max_size=4), max_size=5).map("".join)
line = words.map(lambda text: text.replace("\n", " "))
links = st.sampled_from(["", "", "https://a.example/?a=1&b=2", "mailto:desk@a.example", 'https://a.example/"q"'])
spans = st.builds(Span, words, strong=st.booleans(), em=st.booleans(), link=links)
_spans = st.lists(spans, max_size=4).map(tuple)
blocks = (
    st.builds(Block, kind=st.sampled_from([Kind.PARAGRAPH, Kind.SUBHEAD, Kind.QUOTE]), spans=_spans)
    | st.builds(Block, kind=st.just(Kind.ITEM), spans=_spans, level=st.integers(-1, 12), ordered=st.booleans())
    | st.builds(Block, kind=st.just(Kind.IMAGE), spans=_spans, url=line, alt=line, credit=words)
    | st.builds(Block, kind=st.just(Kind.EMBED), spans=_spans, url=line, credit=words)
)
bodies = st.lists(blocks, max_size=6).map(tuple)

_seconds = st.integers(-1_000_000_000, 4_000_000_000)
moments = _seconds.map(lambda count: NOW + timedelta(seconds=count, microseconds=count % 7))
times = st.builds(
    ShownTime,
    moments | moments.map(lambda moment: moment.replace(tzinfo=None)),
    st.sampled_from(["GMT", "UTC-4:30", "MSK", "Europe/London"]),
    st.sampled_from(Certainty),
)
_notices = st.builds(Notice, st.sampled_from(NoticeKind), words, st.none() | times)
_names = st.lists(words, max_size=3).map(tuple)
entries = st.builds(
    Entry,
    id=st.uuids().map(str),
    blog=st.just("b"),
    order=st.sampled_from(["A", "U", "zz"]),
    time=times,
    created=moments,
    last_changed=moments,
    first_published=st.none() | moments,
    headline=line,
    body=bodies,
    state=st.sampled_from(State),
    embargo=st.none() | moments,
    notices=st.lists(_notices, max_size=2).map(tuple),
    is_key=st.booleans(),
    is_pinned=st.booleans(),
    bylines=_names,
    labels=_names,
    note=words,
    source=st.none() | words,
)
layouts = st.builds(
    Layout,
    has_prefix=st.booleans(),
    encoding=st.sampled_from(["utf-8", "cp1252"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    tail=st.sampled_from(["", "\n\n"]),
    blank_lines=st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)),
    stamp_lead=st.sampled_from(["", "    • "]),
    head_gap=st.none() | st.just(""),
    gaps=st.lists(st.tuples(words, words, words), max_size=2).map(tuple),
)
blogs = st.builds(
    Blog,
    id=st.uuids().map(str),
    created=moments,
    last_changed=moments,
    headline=line,
    date=st.none() | st.dates(date(1, 1, 1)),
    introduction=bodies,
    zone=st.sampled_from(["GMT", "Europe/London"]),
    bylines=_names,
    coverage_start=st.none() | moments,
    is_open=st.booleans(),
    shelf=st.sampled_from(Shelf),
    layout=layouts,
    source=st.none() | words,
)
