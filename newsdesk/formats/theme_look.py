"""What of a theme's style sheet can be seen without a browser: colours, letters and where lines stand.

It takes the rules for a handful of things that every page of ours has, in words that Qt's rich text knows
(https://doc.qt.io/qt-6/richtext-html-subset.html); how things are placed on the page it leaves out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsdesk.formats.themes import Theme

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"(?<![^{}])([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:,([^()]*))?\)")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|(?!inherit|transparent|none)[a-z]+|rgba?\([\d\s.,%/]+\)")
_COLOURED = {"color": "color", "background": "background-color", "background-color": "background-color"}
_LEADING = re.compile(r"\d+(\.\d+)?")
_FONT = re.compile(
    r"(?P<before>[^/(]*?)(?P<size>clamp\([^()]*\)|[\d.]+(?:r?em|px|%))(?:/(?P<leading>\d+(?:\.\d+)?))?\s+(?P<families>.+)"
)
_SIZE = re.compile(r"(?:clamp\()?\s*(\d*\.?\d+)(rem|em|px|%)")
_REM = {"rem": 1.0, "em": 1.0, "px": 1 / 16, "%": 1 / 100}
_SHOWN = {  # the theme's names for things, and those of the rich text
    "body": "td, h1, h2, h3, p, li, blockquote", "h1": "h1", "h2": "h2", ".what h2": "h2", "h3": "h3", "a": "a",
    "blockquote": "blockquote", ".by": ".quiet", ".when": ".time, .time a", ".notice": ".notice",
}  # fmt: skip
_KEPT = {
    "font-style": re.compile(r"normal|italic"),
    "font-weight": re.compile(r"normal|bold|[1-9]\d\d"),
    "text-align": re.compile(r"center"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """Rules for rich text, sizes in `rem`; `paper` is the page's ground, empty where the theme does not say."""

    paper: str
    css: str


def looks(theme: Theme) -> tuple[Look, Look]:
    """By day and by night."""
    rules = list(_rules(theme.css))
    light = {name: value for names, body in rules if ":root" in names for name, value in body.items()}
    dark = light | {
        name: value for names, body in _night(theme.css) if ":root" in names for name, value in body.items()
    }
    return _look(rules, light), _look(rules, dark)


def _look(rules: list[tuple[list[str], Mapping[str, str]]], variables: Mapping[str, str]) -> Look:
    paper, css = "", []
    for names, body in rules:
        shown = _known({name: _resolved(value, variables) for name, value in body.items()})
        if "body" in names:
            paper = shown.pop("background-color", paper)
        said = "; ".join(f"{name}: {value}" for name, value in shown.items())
        css += [f"{_SHOWN[name]} {{ {said} }}" for name in names if name in _SHOWN and said]
    return Look(paper, "\n".join(css))


def _rules(css: str) -> Iterator[tuple[list[str], Mapping[str, str]]]:
    """Those that hold for every screen: what each is for, and what it says."""
    for prelude, body in _RULE.findall(_COMMENT.sub("", css)):
        if not re.search(r"[@()]", prelude):  # no condition, no choice
            yield [name.strip() for name in prelude.split(",")], _declarations(body)


def _night(css: str) -> Iterator[tuple[list[str], Mapping[str, str]]]:
    for prelude, body in _RULE.findall(_COMMENT.sub("", css)):
        if "prefers-color-scheme" in prelude and "dark" in prelude:
            yield from _rules(body)


def _declarations(body: str) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in body.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value.strip()}


def _resolved(value: str, variables: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda match: variables.get(match[1], match[2] or "").strip(), value)


def _known(body: Mapping[str, str]) -> dict[str, str]:
    """What Qt's rich text knows of it."""
    shown = {name: value for name, value in body.items() if name in _KEPT and _KEPT[name].fullmatch(value)}
    for name, ours in _COLOURED.items():
        if _COLOUR.fullmatch(body.get(name, "")):
            shown[ours] = body[name]
    if body.get("justify-content") == "center":
        shown["text-align"] = "center"
    if _LEADING.fullmatch(leading := body.get("line-height", "")):
        shown["line-height"] = f"{round(float(leading) * 100)}%"
    if size := _SIZE.match(body.get("font-size", "")):
        shown["font-size"] = _rem(*size.groups())
    if font := _FONT.fullmatch(body.get("font", "")):
        shown |= _of_font(font)
    return shown


def _of_font(font: re.Match[str]) -> dict[str, str]:
    """`italic 600 1rem/1.5 Name, serif`."""
    said = {"font-family": font["families"]}
    if size := _SIZE.match(font["size"]):
        said["font-size"] = _rem(*size.groups())
    if font["leading"]:
        said["line-height"] = f"{round(float(font['leading']) * 100)}%"
    for word in font["before"].split():
        for name, pattern in _KEPT.items():
            if pattern.fullmatch(word):
                said[name] = word
    return said


def _rem(number: str, unit: str) -> str:
    return f"{float(number) * _REM[unit]:g}rem"
