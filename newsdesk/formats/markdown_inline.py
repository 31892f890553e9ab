"""The text inside a block of Markdown (CommonMark 0.31, "Inlines"): emphasis, links, breaks, escapes."""

import re

from newsdesk.domain.markup import Block, Span, normal

_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<break>[ ]*\\\n[ \t]*|[ ]{2,}\n[ \t]*|<br[ ]?/?>)
    |(?P<soft>[ \t]*\n[ \t]*)
    |&\#(?P<number>[0-9]{1,7});
    |&(?P<name>amp|lt|gt|quot|nbsp);
    |<(?P<tag>/?(?:strong|em|b|i))>
    |\[(?P<text>(?:\\.|[^\[\]\\])*)\]\((?:<(?P<pointed>[^<>\n]*)>|(?P<bare>[^()\s]*))(?:\s+"[^"]*")?\)
    |<(?P<auto>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>
    |(?P<stars>\*{1,3})
    |(?<!\w)(?P<opening>_{1,2})(?=\S)
    |(?P<closing>_{1,2})(?!\w)
    """,
    re.VERBOSE | re.DOTALL,
)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": "\xa0"}
_STYLE = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}


def read_inline(text: str) -> tuple[Span, ...]:
    """The spans of a block's text."""
    spans: list[Span] = []
    _read(text.strip(" \t\n"), "", set(), spans)
    return normal([Block(spans=tuple(spans))])[0].spans if any(span.text for span in spans) else ()


def read_plain(text: str) -> str:
    """The words alone, as of a heading."""
    return "".join(span.text for span in read_inline(text)).replace("\n", " ")


def _read(text: str, link: str, styles: set[str], spans: list[Span]) -> None:
    """Tokens toggle the styles; everything else is text in them."""

    def add(words: str) -> None:
        spans.append(Span(words, strong="strong" in styles, em="em" in styles, link=link))

    at = 0
    for match in _TOKEN.finditer(text):
        add(text[at : match.start()])
        at = match.end()
        if match["text"] is not None:
            _read(match["text"], match["pointed"] or match["bare"] or "", set(styles), spans)
        elif match["auto"]:
            spans.append(Span(match["auto"], link=match["auto"]))
        elif (words := _words(match)) is not None:
            add(words)
        else:
            _turn(styles, match)
    add(text[at:])


def _words(match: re.Match[str]) -> str | None:
    """What a token says as text; None if it is about style."""
    if match["escaped"] is not None:
        return match["escaped"]
    if match["break"] is not None:
        return "\n"
    if match["soft"] is not None:
        return " "
    if match["number"] is not None:
        number = int(match["number"])
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return _NAMED[match["name"]] if match["name"] else None


def _turn(styles: set[str], match: re.Match[str]) -> None:
    if tag := match["tag"]:
        style = _STYLE[tag.removeprefix("/")]
        (styles.discard if tag.startswith("/") else styles.add)(style)
        return
    width = len(match["stars"] or match["opening"] or match["closing"])
    styles ^= {1: {"em"}, 2: {"strong"}, 3: {"strong", "em"}}[width]
