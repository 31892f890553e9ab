"""Text from other programs comes in clean: the words, and what formatting a body can have."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.html import read_html, to_html
from newsdesk.domain.markup import normal, paragraphs
from newsdesk.formats.foreign_html import read_foreign

SAMPLES = sorted(Path(__file__).parents[1].glob("data/clipboard/*.body.html"))
_TAGS = ["p", "b", "i", "ul", "ol", "li", "table", "tr", "td", "h2", "blockquote", "span", "pre", "script", "a", "br"]
_STYLES = ["font-weight:700", "display:none", "mso-list:Ignore", "mso-list:l0 level3 lfo1", "white-space:pre", "x:y"]
_PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
    st.sampled_from([f'<span style="{style}">' for style in _STYLES]),
    st.sampled_from(['<a href="javascript:x">', '<a href="https://example.org">', "<!--", "-->", "&nbsp;"]),
    st.sampled_from(["&#0;", "<", "\n", " "]),
    st.text(max_size=6),
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_a_paste_comes_in_clean(path: Path) -> None:
    pasted = path.with_name(path.name.replace(".body.html", ".html")).read_text("utf-8")

    body = read_foreign(pasted)

    assert to_html(body) == path.read_text("utf-8").removesuffix("\n")


def test_html_without_words_leaves_the_plain_text() -> None:
    assert read_foreign("<img src='https://example.org/a.png'>", "one\n\n two ") == paragraphs("one", " two ")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>a</div><div>b</div>", "<p>a</p>\n<p>b</p>"),
        ("  a <b> b </b> c  ", "<p>a <strong>b </strong>c</p>"),
        ("a<br><br><br>b<br>", "<p>a</p>\n<p>b</p>"),
        ("<p>a<br>\n b</p>", "<p>a<br>b</p>"),
        ("<a href='data:text/html,x'>a</a>", "<p>a</p>"),
        ("<p>&nbsp;</p><p>a&nbsp; b</p>", "<p>a&nbsp; b</p>"),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<h2><b>a</b></h2>", "<h3>a</h3>"),
        ("<font style='font-weight:bold'>a</font>", "<p><strong>a</strong></p>"),
        ("<table><tr><td>a</td><td></td><td>b</td></tr></table>", "<p>a\t\tb</p>"),
        ("<svg><title>x</title></svg><math><mi>y</mi></math>a", "<p>a</p>"),
        ("<title>t</title><textarea>u</textarea><select><option>v</option></select>a", "<p>a</p>"),
    ],
)
def test_a_habit_of_html_is_read(html: str, expected: str) -> None:
    assert to_html(read_foreign(html)) == expected


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_any_html_is_read_as_a_body_that_the_store_can_keep(html: str) -> None:
    body = read_foreign(html)

    assert normal(body) == body
    assert read_html(to_html(body)) == body
    assert all(span.link in ("", "https://example.org") for block in body for span in block.spans)
