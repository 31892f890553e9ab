"""Random bodies: white space in runs, what a QTextDocument keeps for itself, nested lists, links, cards."""

from hypothesis import strategies as st

from newsdesk.domain.markup import Block, Body, Kind, Span, normal

_ODD = "\u2028\u2029\ufdd0\ufdd1\ufffc\xa0\u202f\u200b\u200f\ufeff\ufffe\u2060\ufdd2\x85\x0b\x0c\t\n  ↵¶‹<&\"'"
_PIECES = st.one_of(
    st.sampled_from(_ODD),
    st.sampled_from(["a", "b c", "  ", "e\u0301", "שלום", "語", "😀", "👩\u200d🚒", "\u2028\u2028", " \xa0 "]),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"),
)
_TEXT = st.lists(_PIECES, min_size=1, max_size=6).map("".join)  # a list, or the odd ones are as rare as any other
_LINKS = st.sampled_from(["", "", "", 'https://example.org/a?b=1&c="d"', "mailto:desk@example.org", "javascript:no"])
_SPAN = st.builds(Span, _TEXT, strong=st.booleans(), em=st.booleans(), link=_LINKS)
_SPANS = st.lists(_SPAN, min_size=1, max_size=4).map(tuple)
_CAPTION = st.lists(_SPAN, max_size=2).map(tuple)
_WORDS = st.builds(Block, kind=st.sampled_from([Kind.PARAGRAPH, Kind.SUBHEAD, Kind.QUOTE]), spans=_SPANS)
_ITEMS = st.builds(Block, kind=st.just(Kind.ITEM), spans=_SPANS, level=st.integers(0, 4), ordered=st.booleans())
_IMAGES = st.builds(
    Block, kind=st.just(Kind.IMAGE), spans=_CAPTION, url=st.just("attachment:a"), alt=_TEXT, credit=_TEXT
)
_EMBEDS = st.builds(Block, kind=st.just(Kind.EMBED), spans=_CAPTION, url=st.just("https://example.org/v?a=1&b"))


def bodies() -> st.SearchStrategy[Body]:
    blocks = st.one_of(_WORDS, _WORDS, _ITEMS, _ITEMS, _IMAGES, _EMBEDS)
    return st.lists(blocks, max_size=8).map(normal)
