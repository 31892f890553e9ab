"""What the tags, classes and styles of other programs mean for the text in them."""

import re
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

from newsdesk.domain.links import is_link
from newsdesk.domain.markup import Kind

_DECLARATION = re.compile(r"\s*([a-z-]+)\s*:\s*([^;]*)", re.IGNORECASE)
_WORD_LEVEL = re.compile(r"\blevel([1-9])\b")
_LIGHT = {"normal", "lighter", "100", "200", "300", "400", "500"}
_KIND_OF_TAG = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "caption"), Kind.SUBHEAD)
_KIND_OF_TAG["blockquote"] = Kind.QUOTE
_KIND_OF_CLASS = {"MsoTitle": Kind.SUBHEAD, "MsoQuote": Kind.QUOTE, "MsoIntenseQuote": Kind.QUOTE}
_WRAPPERS = {"www.google.com": "q", "l.facebook.com": "u"}  # addresses that only count who follows a link


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for text at one place; a tag changes some of it for what is inside."""

    kind: Kind = Kind.PARAGRAPH
    list_level: int | None = None  # None outside of lists
    is_ordered: bool = False
    strong: bool = False
    em: bool = False
    link: str = ""
    is_hidden: bool = False
    keeps_space: bool = False
    is_marker: bool = False  # the bullet or number that Word writes as text
    is_converted_space: bool = False  # a no-break space that a browser made of a space


def styled(style: Style, tag: str, given: dict[str, str]) -> Style:
    """The style inside a tag."""
    return _by_declarations(_by_class(_by_tag(style, tag, given), given), given)


def _by_tag(style: Style, tag: str, given: dict[str, str]) -> Style:
    if tag == "a":
        return replace(style, link=_own_address(given.get("href", "")))
    if tag in ("ul", "ol"):
        level = 0 if style.list_level is None else style.list_level + 1
        return replace(style, list_level=level, is_ordered=tag == "ol")
    if tag in _KIND_OF_TAG:
        return replace(style, kind=_KIND_OF_TAG[tag])
    return replace(
        style,
        strong=style.strong or tag in ("b", "strong"),
        em=style.em or tag in ("em", "i"),
        keeps_space=style.keeps_space or tag == "pre",
    )


def _by_class(style: Style, given: dict[str, str]) -> Style:
    names = given.get("class", "").split()
    for name in names:
        style = replace(style, kind=_KIND_OF_CLASS.get(name, style.kind))
    is_hidden = style.is_hidden or "hidden" in given or given.get("aria-hidden") == "true"
    return replace(style, is_hidden=is_hidden, is_converted_space="Apple-converted-space" in names)


def _by_declarations(style: Style, given: dict[str, str]) -> Style:
    if "style" not in given:
        return style
    said = {match[1].lower(): match[2].strip().lower() for match in _DECLARATION.finditer(given["style"])}
    style = _by_mso_list(style, said.get("mso-list", ""))
    weight, slope, space = said.get("font-weight", ""), said.get("font-style", ""), said.get("white-space", "")
    hidden = said.get("display") == "none" or said.get("visibility") == "hidden" or said.get("mso-hide") == "all"
    return replace(
        style,
        strong=weight not in _LIGHT if weight and weight != "inherit" else style.strong,
        em=slope.startswith(("italic", "oblique")) if slope and slope != "inherit" else style.em,
        keeps_space=space.startswith(("pre", "break-spaces")) and space != "pre-line" if space else style.keeps_space,
        is_hidden=style.is_hidden or hidden,
    )


def _by_mso_list(style: Style, said: str) -> Style:
    if said == "ignore":
        return replace(style, is_marker=True)
    if level := _WORD_LEVEL.search(said):
        return replace(style, list_level=int(level[1]) - 1)
    return style


def _own_address(url: str) -> str:
    """The address that is meant, where another only leads to it; nothing where it is none."""
    parts = urlsplit(url)
    field = _WRAPPERS.get(parts.netloc, "url" if parts.netloc.endswith(".safelinks.protection.outlook.com") else "")
    if field and is_link(inner := parse_qs(parts.query).get(field, [""])[0]):
        return inner
    return url if is_link(url) else ""
