"""The table of rules: what each is called in preferences, and how much it weighs unless the newsroom says otherwise."""

from collections.abc import Mapping
from typing import NamedTuple

from newsdesk.domain.preflight.findings import Severity


class Rule(NamedTuple):
    title: str
    severity: Severity


_ERROR, _WARNING, _INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION

RULES: Mapping[str, Rule] = {
    "EMPTY": Rule("Empty entry", _ERROR),
    "NO-HEADLINE": Rule("Entry without headline", _WARNING),
    "BLOG-HEADLINE": Rule("Blog without headline", _ERROR),
    "FUTURE": Rule("Time in the future", _ERROR),
    "COVERAGE": Rule("Outside the coverage", _WARNING),
    "ORDER": Rule("Out of order of time", _INFORMATION),
    "DUP-MINUTE": Rule("Two entries in one minute", _INFORMATION),
    "FAR-DATE": Rule("Far from the blog's date", _WARNING),
    "ZONE-UNRESOLVED": Rule("Unknown zone", _ERROR),
    "ASSUMED": Rule("Supposed zone or date", _WARNING),
    "DOUBLE-STOP": Rule("Double full stop", _WARNING),
    "QUOTES": Rule("Quotation mark without partner", _WARNING),
    "BRACKETS": Rule("Bracket without partner", _WARNING),
    "DATELINE": Rule("Malformed dateline", _WARNING),
    "REPEATED": Rule("Repeated headline or text", _WARNING),
    "MIXED-QUOTES": Rule("Straight and typographic quotes mixed", _INFORMATION),
    "INVISIBLE": Rule("Invisible character", _WARNING),
    "BIDI": Rule("Hidden control of the writing direction", _WARNING),
    "LONG-HEADLINE": Rule("Long headline", _INFORMATION),
    "UNCLASSED": Rule("Change after release without class", _WARNING),
    "NO-REASON": Rule("Withdrawal without a reason", _WARNING),
    "HEAD-CHANGED": Rule("Headline or introduction changed after release", _INFORMATION),
    "VANISHED": Rule("Released entry missing", _ERROR),
    "ALT-TEXT": Rule("Picture without alternative text", _WARNING),
    "LINK": Rule("Broken link", _WARNING),
    "EMBARGO": Rule("Under embargo", _INFORMATION),
    "DRAFTS": Rule("Drafts left out", _INFORMATION),
}
