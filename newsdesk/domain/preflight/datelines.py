"""Datelines: `MOSCOW (Sputnik) - ` opens a body. A dateline that is nearly one is a slip."""

import re
from collections.abc import Iterator

from newsdesk.domain.preflight.findings import Slip

# Agencies that sign their datelines so. Where brackets or dash are missing, only these make a dateline of it.
AGENCIES = (
    "AFP", "ANSA", "AP", "Anadolu", "Bloomberg", "EFE", "Interfax", "Kyodo", "PA", "PTI", "RIA Novosti", "Reuters",
    "Sputnik", "TASS", "UPI", "Xinhua", "Yonhap", "dpa",
)
_FURTHEST = 400  # characters of a text in which its dateline must have ended
_KNOWN = "|".join(map(re.escape, AGENCIES))
_CITY = r"(?P<city>[^\W\d_][^\W\d_ .'’/-]*(?:[ .'’/-]+[^\W\d_]+)*\.?(?:, ?[\w.]+ [\w.]+)?)"
_NAME = r"[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,2}"
_DASH = r"(?P<dash>[-–—])"
_FORMS = [
    # both brackets and a dash; white space somewhere about the dash, so that “NATO (KFOR)-led” is none
    re.compile(rf"{_CITY}\s*\(\s*(?P<agency>{_NAME}|{_KNOWN})\s*\)(?=\s|[-–—]\s)\s*{_DASH}\s*"),
    re.compile(rf"{_CITY}\s*\(\s*(?P<agency>{_KNOWN})\s*\)\s*{_DASH}?\s*"),
    re.compile(rf"{_CITY}\s*\(\s*(?P<agency>{_NAME}|{_KNOWN})\s+{_DASH}\s+(?![^()]*\))"),
    re.compile(rf"{_CITY}\s+(?P<agency>{_KNOWN})\s*\)\s*{_DASH}?\s*"),
]


def datelines(text: str) -> Iterator[Slip]:
    """The opening of a body that is a dateline but for a space, a bracket or a dash."""
    if not text[:2].isupper():
        return
    opening = text[:_FURTHEST]
    match = next(filter(None, (form.match(opening) for form in _FORMS)), None)
    if match is None or not match["city"].partition(",")[0].isupper():
        return
    right = f"{match['city']} ({match['agency']}) {match['dash'] or '-'} "
    if match[0].replace("\xa0", " ") != right:
        yield Slip(0, match.end(), f"The dateline is not quite one; it should read “{right.strip()}”.", right)
