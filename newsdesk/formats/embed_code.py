"""The code that other sites offer for embedding a post or a video: its address, and the words in it."""

from newsdesk.formats.escaping import safe_url
from newsdesk.formats.outline import Element, outline

# Where the address of the post itself stands, the surest first; the last link of a quoted post is its date.
_PLACES = (("blockquote", "data-instgrm-permalink"), ("blockquote", "cite"), ("iframe", "src"), ("video", "src"))


def read_embed_code(code: str) -> tuple[str, str]:
    """The address and the readable text, each empty where the code has none."""
    elements = list(outline(code).walk())
    found = [element.attributes.get(name, "") for tag, name in _PLACES for element in elements if element.tag == tag]
    links = [element.attributes.get("href", "") for element in reversed(elements) if element.tag == "a"]
    address = next((safe for url in found + links if (safe := safe_url(_whole(url)))), "")
    return address, next(filter(None, map(_words, elements)), "")


def _whole(url: str) -> str:
    return f"https:{url}" if url.startswith("//") else url


def _words(element: Element) -> str:
    """What a reader would see: the text of a quoted post, or the title of a frame."""
    if element.tag == "blockquote":
        return " ".join(element.text.split())
    return element.attributes.get("title", "") if element.tag == "iframe" else ""
