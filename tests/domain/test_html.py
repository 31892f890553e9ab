"""The canonical HTML of rich text."""

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.markup import Block, Body, Kind, Span, normal, paragraphs, texts, words
from tests.domain import bodies

TAGS = {"p", "h3", "blockquote", "ul", "ol", "li", "figure", "img", "figcaption", "cite", "a", "strong", "em", "br"}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
SCHEMES = {"https", "mailto", "attachment"}


@given(bodies.bodies)
def test_a_body_comes_back_from_its_html(body: Body) -> None:
    assert read_html(to_html(body)) == normal(body)


@given(bodies.bodies)
def test_the_form_is_canonical(body: Body) -> None:
    assert to_html(normal(body)) == to_html(body)
    assert normal(normal(body)) == normal(body)
    assert to_html(read_html(to_html(body))) == to_html(body)


@given(st.lists(bodies.words, min_size=1))
def test_plain_paragraphs_are_written_quickly_and_the_same(words: list[str]) -> None:
    plain = normal(paragraphs(*words))
    subhead = Block(kind=Kind.SUBHEAD, spans=(Span("Background"),))

    assert to_html((*plain, subhead)) == "\n".join(filter(None, (to_html(plain), "<h3>Background</h3>")))


@given(bodies.bodies)
def test_another_serializer_writes_the_same(body: Body) -> None:
    safe = [
        Block(
            kind=block.kind,
            spans=tuple(Span(s.text.replace("\ufdd0", ""), s.strong, s.em, s.link) for s in block.spans),
            level=block.level,
            ordered=block.ordered,
            url="https://a.example/x" if block.kind in (Kind.IMAGE, Kind.EMBED) else "",
            alt=block.alt.replace("\ufdd0", ""),
            credit=block.credit.replace("\ufdd0", ""),
        )
        for block in body
    ]
    html = to_html(normal(safe))

    cleaned = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=False
    )

    assert read_html(cleaned) == read_html(html)
    assert cleaned == html


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<li>",
                "<ul>",
                "</ul>",
                "<b>",
                "</i>",
                "a",
                "<figure>",
                "<a href=x>",
                "</figure>",
                "<cite>",
                "<script>",
                "</script>",
                "<br>",
                "<table>",
                "<td>",
                "&lt;",
                "<img src=y>",
                "<!--",
                "]]>",
            ]
        )
    ).map("".join)
)
def test_any_html_is_read(html: str) -> None:
    body = read_html(html)

    assert body == normal(body)
    assert read_html(to_html(body)) == body


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("plain", ("plain",)),
        ("<div>one<p>two</p>three</div>", ("one", "two", "three")),
        ("<script>no()</script><p>yes</p><style>p{}</style>", ("yes",)),
        ("<p>a<br>b</p>", ("a\nb",)),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ("a", "b")),
        ("<p>a &amp; b &lt;c&gt;&nbsp;d</p>", ("a & b <c>\xa0d",)),
        ("<h1>Head</h1>\n<p>Text</p>", ("Head", "Text")),
        ("<p></p><p> </p>", (" ",)),
    ],
)
def test_of_foreign_html_the_words_are_kept(html: str, words: tuple[str, ...]) -> None:
    assert texts(read_html(html)) == words


def test_words_are_counted_over_all_blocks() -> None:
    assert words(paragraphs("one two", "", "three")) == 3
    assert len(paragraphs("one", "", "two")) == 2


def test_lists_have_no_jumps_in_their_levels() -> None:
    items = [Block(kind=Kind.ITEM, spans=(Span("x"),), level=level) for level in (3, 3, 0, 9, 1)]

    assert [block.level for block in normal(items)] == [0, 1, 0, 1, 1]
