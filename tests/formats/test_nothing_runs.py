"""Nothing typed, pasted or imported can run, load or break out of what we write."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.formats.atom import atom
from newsdesk.formats.edition import Edition, Options
from newsdesk.formats.escaping import safe_url
from newsdesk.formats.jsonld import jsonld
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.page import fragment, page
from newsdesk.formats.rss import rss
from newsdesk.formats.themes import theme_names
from tests.formats.hostile import all_hostile, hostile_edition, payloads

TAGS = frozenset(
    [
        "a",
        "article",
        "b",
        "blockquote",
        "body",
        "br",
        "cite",
        "div",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "head",
        "header",
        "html",
        "img",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "script",
        "span",
        "strong",
        "style",
        "time",
        "title",
        "ul",
    ]
)
ATTRIBUTES = frozenset(
    [
        "alt",
        "aria-labelledby",
        "charset",
        "class",
        "content",
        "datetime",
        "dir",
        "height",
        "href",
        "http-equiv",
        "id",
        "lang",
        "name",
        "rel",
        "role",
        "src",
        "type",
        "width",
    ]
)
TEXTS = st.one_of(
    st.sampled_from(payloads()),
    st.lists(
        st.sampled_from(
            ["<", ">", '"', "'", "&", "script", "javascript:", "on", "=", "x", "/", "\n", "]]>", "--", "\t"]
        )
    ).map("".join),
)


class Inspector(HTMLParser):
    """Notes whatever stands in a page that we never write."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.strange += [f"<{tag}>"] if tag not in TAGS else []
        self.strange += [f"{name} of <{tag}>" for name in values if name not in ATTRIBUTES]
        if tag == "script":
            self.scripts += values.get("type") == "application/ld+json"
            self.strange += [] if values == {"type": "application/ld+json"} else ["a script"]
        self.strange += [
            url for url in addresses(values) if not url.startswith(("#", "https:", "http:", "mailto:", "tel:"))
        ]
        if tag in ("img", "link") and values.get("rel") != "canonical":
            self.strange += [values.get("src", "?")] if not values.get("src", "").startswith("data:image/") else []

    def handle_comment(self, data: str) -> None:
        self.strange.append(f"a comment: {data}")


def addresses(values: dict[str, str]) -> Iterator[str]:
    yield from (
        values[name].strip().lower() for name in ("href", "action", "formaction", "xlink:href") if name in values
    )


def inspect(html: str) -> Inspector:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector


def assert_harmless(export: Edition) -> None:
    for theme in theme_names():
        seen = inspect(page(replace(export, options=Options(theme=theme))).decode())
        assert seen.strange == []
        assert seen.scripts == 1
    assert inspect(fragment(export).decode()).strange == []


def test_every_known_payload_is_only_text() -> None:
    assert_harmless(all_hostile())


@given(TEXTS)
def test_nothing_in_any_field_can_break_out(payload: str) -> None:
    assert_harmless(hostile_edition(payload))


@pytest.mark.parametrize("make", [atom, rss])
@given(payload=TEXTS)
def test_no_text_can_break_a_feed_and_its_content_is_harmless(make: Callable[[Edition], bytes], payload: str) -> None:
    feed = ElementTree.fromstring(make(hostile_edition(payload)))  # noqa: S314  our own

    marked = [text for text in feed.itertext() if 'class="e-content"' in text]
    assert marked
    assert [strange for text in marked for strange in inspect(text).strange] == []


@given(TEXTS)
def test_no_text_can_break_json(payload: str) -> None:
    export = hostile_edition(payload)

    assert json.loads(jsonld(export))["liveBlogUpdate"][0].get("headline", "") == export.entries[0].headline
    assert json.loads(OUTPUTS["ninjs"].render(export))["associations"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "blob:x",
        "",
        "https:",
        "http:\\\\evil",
        "javascript&colon;alert(1)",
        "\u00a0javascript:alert(1)",
        "view-source:https://a.example",
        "https://[",
    ],
)
def test_an_address_that_could_run_is_none(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize(
    "url", ["https://a.example/ä?b=c&d#e", "HTTP://A.EXAMPLE", "mailto:a@b.example", "tel:+44", "https://[::1]/"]
)
def test_an_address_that_people_follow_stays_as_it_is(url: str) -> None:
    assert safe_url(url) == url


@given(st.text())
def test_no_address_leaves_its_attribute(text: str) -> None:
    assert not re.search(r"[\s\"<>\x00-\x20]", safe_url(f"https://a.example/{text}"))
