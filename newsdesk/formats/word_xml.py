"""The few things of WordprocessingML (ECMA-376) that python-docx has no words for."""

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_STRANGERS = ("/stylesWithEffects", "/thumbnail", "/customXml", "/extended-properties")  # parts that Word does without


def drop_what_nobody_needs(document: Document) -> None:
    """The library's template brings a hundred styles for tables, a picture of itself and more: 800 kB in each file."""
    for rels in (document.part.rels, document.part.package.rels):
        for id in [id for id, rel in rels.items() if rel.reltype.endswith(_STRANGERS)]:
            del rels[id]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) != "1":
            styles.remove(style)


def element(tag: str, **attributes: str) -> Any:  # noqa: ANN401  lxml has no types
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_paragraph(document: Document, style: str) -> Paragraph:
    """A paragraph at the end, in the style with this id, or in the usual one.

    The library's own way looks through all paragraphs and all styles each time: a long blog takes minutes.
    """
    made: Any = OxmlElement("w:p")
    document.element.body[-1].addprevious(made)  # the last is always what is said of the pages (17.6.17)
    if style:
        made.style = style
    return Paragraph(made, document._body)


def add_link(paragraph: Paragraph, url: str, run: Run) -> None:
    """Put a run of the paragraph into a link to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    _wrap(run, link)


def add_jump(run: Run, bookmark: str) -> None:
    """Put a run into a link to a place in the document."""
    _wrap(run, element("w:hyperlink", anchor=bookmark, history="1"))


def _wrap(run: Run, link: Any) -> None:  # noqa: ANN401
    run._r.addprevious(link)
    link.append(run._r)


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark the whole paragraph as a place that links can jump to."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    properties = paragraph._p.pPr
    if properties is None:
        paragraph._p.insert(0, start)
    else:
        properties.addnext(start)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def add_page_number(paragraph: Paragraph) -> None:
    field = element("w:fldSimple", instr="PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def set_language(document: Document, tag: str, *, is_rtl: bool) -> None:
    """The language that spelling and screen readers go by."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val=tag, bidi=tag) if is_rtl else element("w:lang", val=tag))


def set_right_to_left(document: Document) -> None:
    """Every paragraph style and every run from right to left."""
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:type")) == "paragraph":
            style.get_or_add_pPr().insert_element_before(
                OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
                "w:jc", "w:outlineLvl",
            )


def set_no_wider(style: ParagraphStyle) -> None:
    """Letters at their own distance: the template spaces some headings, which tears Arabic apart."""
    properties: Any = style.element.rPr
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)


def set_run_right_to_left(run: Run) -> None:
    run.font.rtl = True


def restart_numbering(document: Document, style_name: str) -> int:
    """A number of its own for a list, so that it starts at 1; its id goes to each of its paragraphs."""
    numbering = document.part.numbering_part.element
    style: Any = document.styles[style_name].element
    of_style = numbering.num_having_numId(style.pPr.numPr.numId.val)
    made = numbering.add_num(of_style.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def set_number(paragraph: Paragraph, number: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
