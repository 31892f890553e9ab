"""HTML that we wrote, back to a body: pictures inside it become attachments, the address of an embed its URL."""

import base64
import binascii
import hashlib
import re
from html.parser import HTMLParser

from newsdesk.domain.html import escape_attribute, read_html
from newsdesk.domain.markup import Body
from newsdesk.domain.text import clean
from newsdesk.formats.edition import Attachment

_DATA = re.compile(r"data:(image/(?:png|jpeg|gif|webp|avif));base64,([A-Za-z0-9+/=\s]*)")
_ADDRESS = "address"  # words that the page made from the URL of an embed
_MISSING = "missing"  # the alternative text of a picture that could not be shown


class BodyReader:
    """Reads bodies of one file and collects the pictures found in them."""

    def __init__(self) -> None:
        self.attachments: dict[str, Attachment] = {}

    def read(self, html: str) -> Body:
        """The body that HTML of a page, a feed or a news item holds."""
        walker = _Canonical(self)
        walker.feed(html)
        walker.close()
        return read_html(clean("".join(walker.parts)))

    def attachment_url(self, source: str) -> str:
        """Keep the picture that stands in an address itself; any other address stays as it is."""
        if not (match := _DATA.fullmatch(source)):
            return source
        try:
            content = base64.b64decode(match[2], validate=False)
        except binascii.Error:
            return ""
        digest = hashlib.sha256(content).hexdigest()
        self.attachments[digest] = Attachment(content, match[1])
        return f"attachment:{digest}"


class _Canonical(HTMLParser):
    """Writes our HTML again as the canonical subset has it."""

    def __init__(self, reader: BodyReader) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._reader = reader
        self._set_apart = ""  # the tag whose words are no text
        self._alt: list[str] | None = None  # of a picture that is missing

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self._add_image(self._reader.attachment_url(values.get("src", "")), values.get("alt", ""))
        elif values.get("class") == _MISSING and not self._set_apart:
            self._set_apart, self._alt = tag, []
        else:
            self.parts.append(self.get_starttag_text() or "")
            if not self._set_apart and values.get("class") == _ADDRESS:
                self._set_apart = tag

    def _add_image(self, source: str, alt: str) -> None:
        self.parts.append(f'<img src="{escape_attribute(source)}" alt="{escape_attribute(alt)}">')

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._set_apart:
            self._set_apart = ""
            if self._alt is not None:
                self._add_image("", "".join(self._alt))
                self._alt = None
                return
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._alt is not None:
            self._alt.append(data)
        elif not self._set_apart:
            self.parts.append(data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
