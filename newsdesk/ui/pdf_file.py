"""What a PDF file tells about itself (ISO 32000-1, 7.5 and 14.3): Qt writes the clock into it, we the blog's dates."""

import re
from datetime import datetime
from xml.sax.saxutils import escape

_DATE = re.compile(rb"\(D:[0-9]{14}[^)]*\)")
_ROW = re.compile(rb"^([0-9]{10})(?= [0-9]{5} n )", re.MULTILINE)
_START = re.compile(rb"startxref\n([0-9]+)")
_TEXTS = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)  # which glyph is which character
_DATES = 2  # of creation and change


def readable(pdf: bytes) -> bytes:
    """The same file in which a space, when copied or searched for, is a space: Qt calls its glyph a tab."""
    return _TEXTS.sub(lambda match: match[0].replace(b"<0009>", b"<0020>"), pdf)


def dated(pdf: bytes, moment: datetime) -> bytes:
    """The same file with this moment (UTC) for its dates; what stands behind them moves, and the table with it."""
    start = pdf.index(b"/CreationDate")
    end = pdf.index(b"endobj", start)
    facts, count = _DATE.subn(f"(D:{moment:%Y%m%d%H%M%S}Z)".encode("ascii"), pdf[start:end], _DATES)
    if count != _DATES:
        raise ValueError("Qt writes its dates otherwise than it did")
    moved = len(facts) - (end - start)

    def shifted(match: re.Match[bytes]) -> bytes:
        at = int(match[1])
        return b"%010d" % (at + moved if at > start else at)

    table = pdf.rindex(b"\nxref\n")
    tail = _START.sub(lambda match: b"startxref\n%d" % (int(match[1]) + moved), _ROW.sub(shifted, pdf[table:]))
    return pdf[:start] + facts + pdf[end:table] + tail


def described(title: str, author: str) -> bytes:
    """The metadata packet (XMP) that goes with it, with no clock in it."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()
