"""A Word document (DOCX) with real headings, links, lists and pictures. Its dates are the blog's own."""

import io
import zipfile
from datetime import UTC, datetime
from unicodedata import bidirectional

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from newsdesk.domain.entry import Entry, Notice
from newsdesk.domain.markup import Block, Body, Kind, Span, normal
from newsdesk.formats import word_xml
from newsdesk.formats.archive import zipped
from newsdesk.formats.edition import Edition
from newsdesk.formats.escaping import safe_url, xml_characters
from newsdesk.formats.language import direction, well_formed
from newsdesk.formats.pictures import attachment_of
from newsdesk.formats.public import (
    LABELS,
    WITHDRAWN_SENTENCE,
    is_stub,
    key_events,
    last_changed,
    link_words,
    public_notices,
    uuid_of,
)

_INK = RGBColor(0x17, 0x19, 0x1C)
_QUIET = RGBColor(0x5A, 0x60, 0x6B)
_LINK = RGBColor(0x0A, 0x4F, 0x9C)
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_STYLE_OF = {Kind.SUBHEAD: "Heading 2", Kind.QUOTE: "Quote"}
_LEFT_TO_RIGHT = "\u200e"  # the mark that nobody sees
_DEEPEST_LIST = 3  # the list styles that Word has


def word(edition: Edition) -> bytes:
    """The document's bytes, the same for the same content."""
    writer = _Writer(edition)
    writer.write()
    saved = io.BytesIO()
    writer.document.save(saved)
    with zipfile.ZipFile(saved) as made:
        return zipped({name: made.read(name) for name in made.namelist()})


class _Writer:
    """Writes one document from top to bottom."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._is_rtl = direction(edition.blog.language) == "rtl"
        self.document: Document = docx.Document()
        self._style_ids: dict[str, str] = {}
        _set_up(self.document, edition)

    def write(self) -> None:
        blog = self._edition.blog
        if blog.headline:
            self._add("Title", Span(blog.headline))
        if blog.bylines:
            self._add("Entry Time", Span(", ".join(blog.bylines)))
        self._body(blog.introduction)
        if events := key_events(self._edition):
            self._add("Subtitle", Span("Key events"))
            for entry in events:
                words = Span(link_words(entry))
                paragraph = self._add("List Bullet", Span(f"{self._ours(str(entry.time))}  "), words)
                for run in paragraph.runs:
                    word_xml.add_jump(run, _bookmark(entry))
        for number, entry in enumerate(self._edition.entries):
            self._entry(entry, number)

    def _entry(self, entry: Entry, number: int) -> None:
        time = self._add("Entry Time", Span(self._ours(str(entry.time))))
        word_xml.add_bookmark(time, _bookmark(entry), number)
        if is_stub(entry):
            self._add("Heading 1", Span(self._ours(WITHDRAWN_SENTENCE)))
        else:
            if entry.headline:
                self._add("Heading 1", Span(entry.headline))
            if entry.bylines:
                self._add("Caption", Span(", ".join(entry.bylines)))
            self._body(entry.body)
        for notice in public_notices(entry):
            self._notice(notice)

    def _notice(self, notice: Notice) -> None:
        time = f" ({notice.time})" if notice.time else ""
        label = self._ours(f"{LABELS[notice.kind]}{time}")
        self._add("Notice", Span(f"{label}: ", strong=True), Span(notice.text))

    def _ours(self, text: str) -> str:
        """A stamp or a sentence of the program's own: from left to right, also between words that run the other way."""
        return f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}" if self._is_rtl else text

    def _body(self, body: Body) -> None:
        numbers: dict[int, int] = {}  # of the ordered lists that are open, by their level
        for block in normal(body):
            if block.kind is Kind.ITEM:
                self._item(block, numbers)
                continue
            numbers.clear()
            if block.kind is Kind.IMAGE:
                self._image(block)
            elif block.kind is Kind.EMBED:
                self._add("Quote", *block.spans)
                self._add("Quote", Span(block.url, link=block.url))
            else:
                self._add(_STYLE_OF.get(block.kind, "Normal"), *block.spans)

    def _item(self, block: Block, numbers: dict[int, int]) -> None:
        for deeper in [level for level in numbers if level > block.level]:
            del numbers[deeper]
        level = min(block.level + 1, _DEEPEST_LIST)
        style = ("List Number" if block.ordered else "List Bullet") + (f" {level}" if level > 1 else "")
        paragraph = self._add(style, *block.spans)
        if not block.ordered:
            numbers.pop(block.level, None)
            return
        if block.level not in numbers:
            numbers[block.level] = word_xml.restart_numbering(self.document, style)
        word_xml.set_number(paragraph, numbers[block.level])

    def _image(self, block: Block) -> None:
        """The picture as wide as the text at most; where Word can't show its kind, its words."""
        attachment = attachment_of(self._edition, block)
        if attachment is None or not self._add_picture(attachment.content, block.alt):
            self._add("Caption", Span(block.alt))
        self._add("Caption", *block.spans, Span(f" {block.credit}" if block.credit else ""))

    def _add_picture(self, content: bytes, alt: str) -> bool:
        try:
            shape = self.document.add_picture(io.BytesIO(content))
        except (UnrecognizedImageError, ValueError, KeyError, IndexError, EOFError):
            return False
        section = self.document.sections[0]
        widest = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        if shape.width > widest:
            shape.height, shape.width = Emu(shape.height * widest // shape.width), Emu(widest)
        shape._inline.docPr.set("descr", xml_characters(alt))
        return True

    def _add(self, style: str, *spans: Span) -> Paragraph:
        paragraph = word_xml.add_paragraph(self.document, self._style_id(style))
        for span in spans:
            if span.text:
                self._run(paragraph, span)
        return paragraph

    def _style_id(self, name: str) -> str:
        """Of the usual style nothing, as it needs no saying."""
        if name not in self._style_ids:
            style = _style(self.document, name)
            self._style_ids[name] = "" if name == "Normal" else str(style.style_id)
        return self._style_ids[name]

    def _run(self, paragraph: Paragraph, span: Span) -> None:
        run = paragraph.add_run(xml_characters(span.text))
        run.bold, run.italic = span.strong or None, span.em or None
        if self._is_rtl and _has_right_to_left(span.text):
            word_xml.set_run_right_to_left(run)
        if span.link and (url := safe_url(span.link)):
            run.font.underline, run.font.color.rgb = True, _LINK
            word_xml.add_link(paragraph, url, run)


def _has_right_to_left(text: str) -> bool:
    """Stamps and Latin names stay as they are in a document from right to left."""
    return any(bidirectional(character) in ("R", "AL") for character in text)


def _bookmark(entry: Entry) -> str:
    """At most 40 characters, letters and digits: Word's rule."""
    return "entry_" + uuid_of(entry.id).replace("-", "")


def _set_up(document: Document, edition: Edition) -> None:
    blog = edition.blog
    facts = document.core_properties
    facts.title, facts.author = xml_characters(blog.headline)[:255], xml_characters(", ".join(blog.bylines))[:255]
    facts.comments, facts.last_modified_by, facts.revision = "", "", 1
    facts.language = well_formed(blog.language)
    facts.created = edition.first_published or _EARLIEST
    facts.modified = last_changed(edition) or _EARLIEST
    word_xml.set_language(document, well_formed(blog.language), is_rtl=direction(blog.language) == "rtl")
    word_xml.drop_what_nobody_needs(document)
    _set_styles(document)
    if direction(blog.language) == "rtl":
        word_xml.set_right_to_left(document)
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    word_xml.add_page_number(footer)


def _set_styles(document: Document) -> None:
    """A page that reads like the others: ink on white, times quiet, headings that stay with their text."""
    from docx.enum.style import WD_STYLE_TYPE

    for name, size in (("Title", 24), ("Heading 1", 15), ("Heading 2", 12), ("Subtitle", 12)):
        font = _style(document, name).font
        font.size, font.bold, font.italic, font.color.rgb, font.name = Pt(size), True, False, _INK, "Georgia"
        word_xml.set_no_wider(_style(document, name))
    _style(document, "Heading 1").paragraph_format.space_before = Pt(2)
    _style(document, "Normal").paragraph_format.space_after = Pt(6)
    caption = _style(document, "Caption").font
    caption.size, caption.bold, caption.color.rgb = Pt(9), False, _QUIET
    for name, before in (("Entry Time", 16), ("Notice", 6)):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _style(document, name).base_style = _style(document, "Normal")
        _style(document, name).paragraph_format.space_before = Pt(before)
    time = _style(document, "Entry Time")
    time.font.size, time.font.color.rgb = Pt(9), _QUIET
    time.paragraph_format.keep_with_next, time.paragraph_format.space_after = True, Pt(0)


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    return style
