"""The plain-text live-blog format, in and out: profile NL/1 and the lenient reader.

Bytes → `decode` → text → `scan` (stamps, days, head, contents, blank lines) → `read` → blog and entries.
Blog and entries → `plain` (what the format can say) → `compose` (lines) → `write` (kept bytes, encoding).
"""

from newsdesk.formats.plaintext.decoding import LARGEST_FILE, Decoded, decode
from newsdesk.formats.plaintext.fragment import Fragment, read_entries
from newsdesk.formats.plaintext.leftout import WriteNotice
from newsdesk.formats.plaintext.matching import Match, MatchKind, Pair, match_returned
from newsdesk.formats.plaintext.projection import Plain, PlainEntry, lines_of, plain
from newsdesk.formats.plaintext.reader import Reading, as_copy, read
from newsdesk.formats.plaintext.remarks import ReadNotice
from newsdesk.formats.plaintext.returned import taken_over
from newsdesk.formats.plaintext.writer import Written, write, write_text

__all__ = [
    "LARGEST_FILE", "Decoded", "Fragment", "Match", "MatchKind", "Pair", "Plain", "PlainEntry", "ReadNotice",
    "Reading", "WriteNotice", "Written", "as_copy", "decode", "lines_of", "match_returned", "plain", "read",
    "read_entries", "taken_over", "write", "write_text",
]  # fmt: skip
