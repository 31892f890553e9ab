"""No file can crash or hang a reader: a blog, or one sentence."""

import json
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.errors import ReadingError
from newsdesk.formats.inputs import INPUTS
from newsdesk.formats.intake import Intake
from newsdesk.formats.outputs import OUTPUTS
from tests.formats.blogs import full_edition

JSON_TESTS = sorted((Path(__file__).parents[3] / "shared" / "hostile" / "json").glob("*.json"))
OTHERS = ["jsonld", "ninjs", "guardian", "liveblog", "wordpress", "bbc"]
NAMES = st.sampled_from(
    [
        "@type",
        "blocks",
        "body",
        "content",
        "groups",
        "refs",
        "item",
        "posts",
        "_items",
        "entries",
        "entry_time",
        "data",
        "liveTextStream",
        "results",
        "model",
        "header",
        "dates",
        "firstPublished",
        "type",
        "text",
        "meta",
        "associations",
        "uri",
        "bodies",
        "value",
        "liveBlogUpdate",
        "datePublished",
        "order",
        "id",
    ]
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
    st.sampled_from(["LiveBlogPosting", "2024-03-02T05:41:00Z", "paragraph", "open", "<p>x", "true"]),
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=25,
)
BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">'
    + b"".join(b'<!ENTITY %c "%s">' % (c + 1, b"&%c;" % c * 10) for c in range(97, 107))
    + b']><feed xmlns="http://www.w3.org/2005/Atom"><title>&k;</title></feed>'
)
BOMBS = {
    "empty": b"",
    "nothing": b"\x00" * 1000,
    "binary": bytes(range(256)) * 50,
    "deep brackets": b"[" * 200_000,
    "deep objects": b'{"a":' * 200_000,
    "deep tags": b"<div>" * 200_000,
    "deep entries": b'<article class="entry h-entry" id="x">' * 20_000,
    "deep xml": b'<feed xmlns="http://www.w3.org/2005/Atom">' + b"<a>" * 200_000,
    "entities": BILLION_LAUGHS,
    "outside": b'<!DOCTYPE feed SYSTEM "file:///etc/passwd"><feed/>',
    "endless number": b'{"liveBlogUpdate": ' + b"9" * 100_000 + b"}",
    "many stars": b"*" * 100_000,
    "many links": b"[a](" * 50_000,
    "many anchors": b"<" * 100_000,
    "deep list": "\n".join(" " * n + "- x" for n in range(2_000)).encode(),
    "half a pair": b'{"@type": "LiveBlogPosting", "headline": "\\ud800", "liveBlogUpdate": []}',
    "other types": b'{"@type": ["LiveBlogPosting"], "headline": 5, "liveBlogUpdate": [5, null, {"datePublished": []}]}',
    "wild dates": b'{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"datePublished": "9999-12-31T23:59:59-14:00"}]}',
}


def read(name: str, content: bytes) -> Intake | None:
    """What a reader makes of it; None for a refusal in a sentence."""
    try:
        return INPUTS[name].read(content)
    except ReadingError as error:
        assert error.sentence.endswith(".")
        return None


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("name", INPUTS)
def test_a_bomb_is_a_blog_or_a_sentence_and_takes_no_time(name: str, bomb: str) -> None:
    start = monotonic()

    read(name, BOMBS[bomb])

    assert monotonic() - start < 10


@pytest.mark.skipif(not JSON_TESTS, reason="the collection is not here")
@pytest.mark.parametrize("name", ["jsonld", "ninjs", "archive", "guardian", "liveblog", "wordpress", "bbc"])
def test_every_known_hard_json_is_a_blog_or_a_sentence(name: str) -> None:
    for path in JSON_TESTS:
        read(name, path.read_bytes())


@pytest.mark.parametrize("name", sorted(set(INPUTS) & set(OUTPUTS)))
@given(data=st.data())
def test_a_changed_file_is_a_blog_or_a_sentence(name: str, data: st.DataObject) -> None:
    whole = OUTPUTS[name].render(full_edition())
    at = data.draw(st.integers(0, len(whole)))
    put = data.draw(
        st.one_of(st.binary(max_size=20), st.sampled_from([b'"', b"<", b"null", b"</article>", b"[", b"\n\n", b"&#0;"]))
    )

    read(name, whole[:at] + put + whole[at + data.draw(st.integers(0, 200)) :])


@pytest.mark.parametrize("name", INPUTS)
@given(content=st.binary(max_size=200))
def test_anything_is_a_blog_or_a_sentence(name: str, content: bytes) -> None:
    read(name, content)


@pytest.mark.parametrize("name", OTHERS)
@given(value=JSON)
def test_any_json_is_a_blog_or_a_sentence(name: str, value: object) -> None:
    read(name, json.dumps(value).encode())


def test_a_document_type_is_refused() -> None:
    with pytest.raises(ReadingError, match="document type"):
        INPUTS["atom"].read(BILLION_LAUGHS)
