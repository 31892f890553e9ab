"""Posts of Sourcefabric's Live Blog, as its API and agencies that build on it give them out."""

from collections.abc import Iterator
from typing import Any

from newsdesk.domain.entry import State
from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ReadingError
from newsdesk.formats.foreign_html import read_foreign
from newsdesk.formats.importers.foreign import embed, id_from, inside, objects
from newsdesk.formats.intake import Found, Intake, intake, json_of, line_of, moment_of, text_of
from newsdesk.formats.outline import outline

_STATES = {"open": State.PUBLISHED, "submitted": State.READY, "draft": State.DRAFT}


def read_liveblog(content: bytes) -> Intake:
    """The posts in the editors' order, the highest first. Raises ReadingError if there are none."""
    document = json_of(content)
    given = inside(document, "posts", "_items") or inside(document, "_items") or [document]
    posts = [post for post in objects(given) if isinstance(post.get("groups"), list)]
    if not posts:
        raise ReadingError("There are no posts in this file. Nothing was imported.")
    kept = [post for post in posts if not post.get("deleted") and not _is_advertisement(post)]
    kept.sort(key=_order, reverse=True)
    notices: list[str] = []
    found = [entry for post in kept if (entry := _entry(post, notices))]
    if len(kept) < len(posts):
        notices.append(f"{len(posts) - len(kept)} deleted posts and advertisements were left out.")
    return intake(
        found,
        blog_id=id_from("liveblog", posts[0].get("blog")),
        notices=[*notices, "This file does not say what the blog is called: give it a headline."],
        introduction=(),
        headline="",
        language=text_of(posts[0].get("language")) or "en",
    )


def _order(post: dict[str, Any]) -> float:
    """Fractional where posts were moved."""
    order = post.get("order")
    return float(order) if isinstance(order, int | float) else 0.0


def _entry(post: dict[str, Any], notices: list[str]) -> Found | None:
    moment = moment_of(post.get("published_date")) or moment_of(post.get("firstcreated"))
    if moment is None:
        notices.append(f"The post {text_of(post.get('_id'))[:80]} has no date and was left out.")
        return None
    name = line_of(inside(post, "publisher", "display_name")) or line_of(post.get("byline"))
    state = _STATES.get(text_of(post.get("post_status")), State.PUBLISHED)
    return Found(
        id=id_from("liveblog", post.get("_id")),
        time=ShownTime(moment),
        first_published=moment if state is State.PUBLISHED else None,
        body=normal(block for item in _items(post) for block in _body(item)),
        state=state,
        is_key=bool(post.get("lb_highlight") or post.get("highlight")),
        is_pinned=bool(post.get("sticky")),
        bylines=(name,) if name else (),
        labels=("Comment",) if any(item.get("item_type") == "comment" for item in _items(post)) else (),
    )


def _items(post: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for group in objects(post.get("groups")):
        for reference in objects(group.get("refs")):
            if isinstance(item := reference.get("item"), dict):
                yield item


def _is_advertisement(post: dict[str, Any]) -> bool:
    kinds = [text_of(item.get("item_type")).lower() for item in _items(post)]
    return bool(kinds) and all(kind.startswith(("advert", "ad ")) for kind in kinds)


def _body(item: dict[str, Any]) -> Body:
    kind, html, meta = text_of(item.get("item_type")), text_of(item.get("text")), item.get("meta")
    if kind == "image":
        return (_image(html, meta),)
    if kind == "embed":
        return (_embed(html, meta),)
    if kind == "quote" and (words := line_of(inside(meta, "quote"))):
        said = " — ".join(filter(None, [words, line_of(inside(meta, "credit"))]))
        return (Block(kind=Kind.QUOTE, spans=(Span(said),)),)
    return read_foreign(html)


def _image(html: str, meta: object) -> Block:
    picture = next((e for e in outline(html).walk() if e.tag == "img"), None)
    address = picture.attributes.get("src", "") if picture else ""
    alt = picture.attributes.get("alt", "") if picture else ""
    return embed(address, line_of(inside(meta, "caption")) or alt, line_of(inside(meta, "credit")))


def _embed(html: str, meta: object) -> Block:
    """The page that it shows, by what the system says or by its last link or frame, and the words in it."""
    given = text_of(inside(meta, "original_url")) or text_of(inside(meta, "url"))
    elements = [e for e in outline(html).walk() if e.tag in ("a", "iframe")]
    elements.sort(key=lambda element: element.tag == "a")
    links = [e.attributes.get("href") or e.attributes.get("src") or "" for e in elements]
    address = given or next((link for link in reversed(links) if link.startswith(("http", "//"))), "")
    title = line_of(inside(meta, "title"))
    words = title or " ".join(" ".join(block.text for block in read_foreign(html)).split())
    return embed(address, words.removesuffix(address).strip())
