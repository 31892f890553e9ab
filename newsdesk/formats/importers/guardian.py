"""A live blog of the Guardian's Content API: an item with its blocks."""

from typing import Any

from newsdesk.domain.entry import State
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ReadingError
from newsdesk.formats.importers.foreign import body_from, id_from, inside, is_true, objects
from newsdesk.formats.intake import Found, Intake, intake, json_of, line_of, moment_of, text_of


def read_guardian(content: bytes) -> Intake:
    """Newest first, as its page shows them. Raises ReadingError if the item has no blocks."""
    document = json_of(content)
    item = inside(document, "response", "content") or inside(document, "content") or document
    blocks = objects(inside(item, "blocks", "body"))
    if not blocks:
        raise ReadingError("This item has no blocks: ask the Content API with show-blocks=all. Nothing was imported.")
    undated: list[str] = []
    found = [entry for number, block in enumerate(blocks, 1) if (entry := _entry(block, number, undated))]
    return intake(
        found,
        blog_id=id_from("guardian", item.get("id")),
        notices=undated,
        headline=line_of(item.get("webTitle")),
        introduction=body_from(text_of(inside(item, "blocks", "main", "bodyHtml"))),
        url=text_of(item.get("webUrl")),
    )


def _entry(block: dict[str, Any], number: int, undated: list[str]) -> Found | None:
    moment = moment_of(block.get("firstPublishedDate")) or moment_of(block.get("createdDate"))
    if moment is None:
        undated.append(f"Block {number} has no date and was left out.")
        return None
    attributes = block.get("attributes")
    return Found(
        id=id_from("guardian", block.get("id")),
        time=ShownTime(moment),
        first_published=moment,
        headline=line_of(block.get("title")) or line_of(inside(attributes, "title")),
        body=body_from(text_of(block.get("bodyHtml"))),
        state=State.DRAFT if block.get("published") is False else State.PUBLISHED,
        is_key=is_true(inside(attributes, "keyEvent")),
        is_pinned=is_true(inside(attributes, "pinned")),
        labels=("Summary",) if is_true(inside(attributes, "summary")) else (),
    )
