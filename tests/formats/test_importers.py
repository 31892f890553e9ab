"""What other live-blog systems give out, as look-alikes of our own; and the real thing where it is present."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsdesk.domain.entry import State
from newsdesk.domain.markup import Kind
from newsdesk.errors import ReadingError
from newsdesk.formats.inputs import INPUTS, input_for
from newsdesk.formats.intake import Intake

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def read(document: object, name: str) -> Intake:
    content = json.dumps(document).encode()
    found = input_for("export.json", content)
    assert found is not None
    assert found.name == name
    return found.read(content)


def post(order: float, text: str = "<p>Words</p>", **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    item = {"item_type": fields.pop("item_type", "text"), "text": text, "meta": fields.pop("meta", None)}
    given = {
        "_id": f"urn:{order}",
        "particular_type": "post",
        "post_status": "open",
        "deleted": False,
        "order": order,
        "firstcreated": "2024-03-02T05:00:00+00:00",
        "published_date": f"2024-03-02T05:{int(order):02}:00+00:00",
        "groups": [{"id": "root", "refs": [{"idRef": "main"}]}, {"id": "main", "refs": [{"item": item}]}],
    }
    return {**given, **fields}


def test_posts_stand_in_the_editors_order_not_in_that_of_time() -> None:
    posts = [post(30), post(27.5), post(27.125, published_date="2024-03-02T05:59:00+00:00"), post(28)]

    times = [str(entry.time)[:5] for entry in read({"_items": posts}, "liveblog").entries]

    assert times == ["05:30", "05:28", "05:27", "05:59"]


def test_posts_keep_what_they_are() -> None:
    publisher = {"display_name": "Ann Marsh"}
    posts = [
        post(5, sticky=True, lb_highlight=True, publisher=publisher),
        post(4, post_status="submitted"),
        post(3, post_status="draft"),
        post(2, deleted=True),
        post(1, item_type="Advertisement"),
        post(0, item_type="comment", text="Well done"),
    ]

    read_in = read({"posts": {"_items": posts}}, "liveblog")

    assert [entry.state for entry in read_in.entries] == [State.PUBLISHED, State.READY, State.DRAFT, State.PUBLISHED]
    first, *_, last = read_in.entries
    assert (first.is_pinned, first.is_key, first.bylines) == (True, True, ("Ann Marsh",))
    assert last.labels == ("Comment",)
    assert read_in.notices[0] == "2 deleted posts and advertisements were left out."


def test_a_posts_parts_become_blocks() -> None:
    quote = post(
        3, item_type="quote", text="<blockquote>x</blockquote>", meta={"quote": "So glad", "credit": "A master"}
    )
    image = post(
        2,
        '<figure><img src="https://p.example/1.jpg" alt="Sky"></figure>',
        item_type="image",
        meta={"caption": "Dawn", "credit": "Tom"},
    )
    widget = '<blockquote><p>Gates open</p><a href="https://s.example/9">https://s.example/9</a></blockquote><script src="https://s.example/w.js"></script>'
    entries = read({"_items": [quote, image, post(1, widget, item_type="embed")]}, "liveblog").entries

    blocks = [entry.body[0] for entry in entries]

    assert [(block.kind, block.text, block.url, block.credit) for block in blocks] == [
        (Kind.QUOTE, "So glad — A master", "", ""),
        (Kind.EMBED, "Dawn", "https://p.example/1.jpg", "Tom"),
        (Kind.EMBED, "Gates open", "https://s.example/9", ""),
    ]


def test_the_guardians_blocks_keep_titles_key_events_and_empty_ones() -> None:
    blocks = [
        {
            "id": "a",
            "bodyHtml": "<p>One</p> <p>Two</p>",
            "firstPublishedDate": "2024-03-02T10:20:30.5+01:00",
            "published": True,
            "attributes": {"keyEvent": "true", "pinned": "true", "title": "Gates open"},
            "bodyTextSummary": "One Two",
        },
        {"id": "b", "bodyHtml": "", "firstPublishedDate": "2024-03-02T09:20:00Z", "attributes": {"summary": "true"}},
        {"id": "c", "bodyHtml": "<p>x</p>"},
    ]
    document = {
        "response": {
            "content": {"id": "x", "webTitle": "Harbour", "webUrl": "https://g.example/x", "blocks": {"body": blocks}}
        }
    }

    read_in = read(document, "guardian")

    first, second = read_in.entries
    assert (str(first.time), first.headline, first.is_key, first.is_pinned) == (
        "09:20 GMT 02.03.2024",
        "Gates open",
        True,
        True,
    )
    assert [block.text for block in first.body] == ["One", "Two"]
    assert (second.body, second.labels) == ((), ("Summary",))
    assert (read_in.blog.headline, read_in.blog.url) == ("Harbour", "https://g.example/x")
    assert read_in.notices == ("Block 3 has no date and was left out.",)


def test_wordpress_entries_of_one_second_keep_their_order() -> None:
    rows = [
        {
            "id": str(n),
            "type": "new",
            "content": f"<p>Entry {n}</p>",
            "entry_time": 1709356800,
            "author_link": '<a href="/a">Ann</a>',
        }
        for n in (3, 2, 1)
    ]
    rows += [{"id": "2", "type": "delete", "entry_time": 1709356800}]

    read_in = read({"entries": rows, "page": 1, "pages": 3}, "wordpress")

    assert [entry.body[0].text for entry in read_in.entries] == ["Entry 3", "Entry 1"]
    assert {(str(entry.time), entry.bylines) for entry in read_in.entries} == {("05:20 GMT 02.03.2024", ("Ann",))}
    assert "page 1 of 3" in read_in.notices[1]


def test_the_bbcs_nested_blocks_are_unfolded() -> None:
    def nest(kind: str, *blocks: object, **model: object) -> dict[str, object]:
        return {"type": kind, "model": {**model, "blocks": list(blocks)}}

    bold = nest("fragment", text="Loud", attributes=["bold"])
    link = nest("urlLink", nest("fragment", text="there", attributes=[]), text="there", locator="https://b.example/")
    header = nest("", nest("headline", nest("text", nest("paragraph", text="Gates open"))))
    stream = {
        "header": header,
        "content": nest("", nest("paragraph", bold, link, text="Loud there")),
        "urn": "asset:1",
        "dates": {"firstPublished": "2024-03-02T05:41:09+00:00"},
        "options": {"isBreakingNews": True},
    }
    page = {
        "title": "Harbour",
        "language": "cy",
        "liveTextStream": {"id": "s", "content": {"data": {"results": [stream]}}},
    }

    read_in = read({"data": page}, "bbc")

    (entry,) = read_in.entries
    assert (entry.headline, str(entry.time), entry.is_key) == ("Gates open", "05:41 GMT 02.03.2024", True)
    assert [(span.text, span.strong, span.link) for span in entry.body[0].spans] == [
        ("Loud", True, ""),
        ("there", False, "https://b.example/"),
    ]
    assert (read_in.blog.headline, read_in.blog.language) == ("Harbour", "cy")


def test_a_page_of_anybodys_is_read_by_its_structured_data() -> None:
    data = {
        "@graph": [
            {
                "@type": "LiveBlogPosting",
                "headline": "Harbour",
                "liveBlogUpdate": {
                    "@type": "BlogPosting",
                    "headline": "Gates open",
                    "datePublished": "2024-03-02T05:41:00-07:00",
                    "articleBody": "One\n\nTwo",
                },
            }
        ]
    }
    page = f'<!doctype html><html><script type="application/ld+json">{json.dumps(data)}</script></html>'

    read_in = INPUTS["html"].read(page.encode())

    (entry,) = read_in.entries
    assert (entry.headline, str(entry.time)) == ("Gates open", "12:41 GMT 02.03.2024")
    assert [block.text for block in entry.body] == ["One", "Two"]


def test_wordpress_ids_may_be_anything() -> None:
    gone = {"type": "delete", "id": [1]}
    rows = [{"id": id, "type": "new", "content": "<p>Here</p>", "entry_time": 1709356800} for id in ([1], "", 2)]

    read_in = read({"entries": [*rows, gone, {"type": "delete"}]}, "wordpress")

    assert len(read_in.entries) == 2


@pytest.mark.parametrize("name", ["guardian", "liveblog", "wordpress", "bbc"])
def test_a_file_without_entries_is_refused(name: str) -> None:
    with pytest.raises(ReadingError, match="Nothing was imported"):
        INPUTS[name].read(b"{}")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("start", "name", "count"),
    [
        ("04", "guardian", 6),
        ("05", "liveblog", 11),
        ("06", "liveblog", 15),
        ("07", "liveblog", 1),
        ("08", "wordpress", 5),
        ("09", "html", 3),
        ("12", "bbc", 1),
    ],
)
def test_real_files_are_read_and_read_again_to_the_same_ids(start: str, name: str, count: int) -> None:
    (path,) = CORPUS.glob(f"{start}_*")

    first, again = INPUTS[name].read(path.read_bytes()), INPUTS[name].read(path.read_bytes())

    assert len(first.entries) == count
    assert first == again
    assert len({entry.id for entry in first.entries}) == count
