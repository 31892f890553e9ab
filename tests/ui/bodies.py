"""Random bodies: white space in runs, what a QTextDocument keeps for itself, nested lists, links, cards."""

from hypothesis import strategies as st

from newsdesk.domain.markup import Block, Body, Kind, Span, normal

_ODD = "\u2028\u2029\ufdd0\ufdd1\ufffc\xa0\u202f\u200b\u200f\ufeff\x85\x0b\x0c\t\n  ␤¶⟦<&\"'"
_TEXT = st.text(
    st.one_of(
        st.sampled_from(_ODD),
        st.sampled_from("ae\u0301é שم語😀👩\u200d🚒"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"),
    ),
    max_size=12,
)
_LINKS = st.sampled_from(["", "", "", "https://example.org/a?b=1&c=\"d\"", "mailto:desk@example.org", "javascript:no"])
_SPANS = st.lists(st.builds(Span, _TEXT, strong=st.booleans(), em=st.booleans(), link=_LINKS), max_size=5).map(tuple)
_WORDS = st.builds(
    Block,
    kind=st.sampled_from([Kind.PARAGRAPH, Kind.SUBHEAD, Kind.QUOTE]),
    spans=_SPANS,
)
_ITEMS = st.builds(Block, kind=st.just(Kind.ITEM), spans=_SPANS, level=st.integers(0, 4), ordered=st.booleans())
_IMAGES = st.builds(Block, kind=st.just(Kind.IMAGE), spans=_SPANS, url=st.just("attachment:a"), alt=_TEXT, credit=_TEXT)
_EMBEDS = st.builds(Block, kind=st.just(Kind.EMBED), spans=_SPANS, url=st.just("https://example.org/v?a=1&b"))


def bodies() -> st.SearchStrategy[Body]:
    blocks = st.one_of(_WORDS, _WORDS, _ITEMS, _ITEMS, _IMAGES, _EMBEDS)
    return st.lists(blocks, max_size=8).map(normal)
