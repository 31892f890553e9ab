"""Arbitrary bodies and blogs for properties."""

from hypothesis import strategies as st

from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.edition import Edition, edition
from tests.formats.blogs import NOW, blog, entries, stamp

LINKS = st.sampled_from(["", "", "https://a.example/x?y=1&z=(2)", "mailto:desk@news.example", "tel:+441234"])
STAMPS = st.sampled_from(
    ["05:41 GMT 02.03.2024", "23:10 UTC 01.03.2024", "08:00 GMT+3 02.03.2024", "00:30 GMT-4:30 29.02.2024"]
)
# What every format can hold: no control characters, no noncharacters, no lone surrogates.
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))
TEXTS = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=30),
    st.text(st.sampled_from("a1 .-+*_`[]()<>#&!|~\\\"'=:/\u2028\xa0é"), min_size=1, max_size=20),
    st.sampled_from(
        ["05:41 GMT 02.03.2024", "&amp;", "1. one", "# no heading", "  indented", "<b>", "CORRECTION: no", "**x**"]
    ),
)
LINES = st.one_of(TEXTS, st.lists(TEXTS, min_size=2, max_size=3).map("\n".join))


def spans(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Span, ...]]:
    span = st.builds(_span, texts, st.booleans(), st.booleans(), LINKS)
    return st.lists(span, min_size=1, max_size=4).map(tuple)


def _span(text: str, strong: bool, em: bool, link: str) -> Span:
    """Blanks are no link: nobody could see or hear where to follow it."""
    return Span(text, strong=strong, em=em, link=link if text.strip() else "")


def bodies(texts: st.SearchStrategy[str] = LINES) -> st.SearchStrategy[Body]:
    """Rich bodies in normal form, of everything but pictures."""
    words = st.one_of(
        st.builds(Block, kind=st.sampled_from([Kind.PARAGRAPH, Kind.SUBHEAD, Kind.QUOTE]), spans=spans(texts)),
        st.builds(Block, kind=st.just(Kind.ITEM), spans=spans(texts), level=st.integers(0, 2), ordered=st.booleans()),
        st.builds(Block, kind=st.just(Kind.EMBED), spans=spans(texts), url=st.just("https://social.example/1")),
    )
    return st.lists(words, max_size=5).map(normal)


def editions(body: st.SearchStrategy[Body]) -> st.SearchStrategy[Edition]:
    row = st.fixed_dictionaries({"time": STAMPS.map(stamp), "headline": st.one_of(st.just(""), TEXTS), "body": body})
    return st.tuples(st.lists(row, min_size=1, max_size=4), TEXTS, body).map(
        lambda made: _edition(made[0], made[1], made[2])
    )


def _edition(rows: list[dict[str, object]], headline: str, introduction: Body) -> Edition:
    of = blog(headline=headline, introduction=introduction)
    return edition(of, entries(of, *rows), now=NOW)


def moments(rows: tuple[Entry, ...]) -> list[ShownTime]:
    return [row.time for row in rows]
