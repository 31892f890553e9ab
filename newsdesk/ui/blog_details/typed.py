"""What is typed into the fields of a blog, and how they show it."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from newsdesk.domain.blog import Blog
from newsdesk.domain.describe import MONTHS
from newsdesk.domain.stamp import ShownTime, utc_offset
from newsdesk.errors import NewsdeskError
from newsdesk.ui.words import tr

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*").fullmatch


def date_to_text(day: date | None) -> str:
    """6 January 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def text_to_date(text: str) -> date | None:
    """The day that was typed; None if nothing was. Raises NewsdeskError."""
    from newsdesk.domain.times import read_typed  # its library is slow to load

    words = text.strip()
    if not words:
        return None
    try:
        return read_typed(f"{words} 00:00", now=datetime.now(UTC), zone="GMT").time.local.date()
    except NewsdeskError:
        raise NewsdeskError(tr("“{0}” is not a date. Try 6 Jan 2022.").format(words)) from None


def moment_to_text(moment: datetime | None, zone: str) -> str:
    """05:41 GMT 06.01.2022, in the blog's zone."""
    return str(ShownTime(moment, zone)) if moment else ""


def text_to_moment(text: str, was: datetime | None, blog: Blog, zones: Mapping[str, str]) -> datetime | None:
    """The moment that was typed, on the day that it was, or on the blog's; None if nothing was typed."""
    from newsdesk.domain.times import read_typed

    if not text.strip():
        return None
    own = was or (_on_the_day(blog) if blog.date else None)
    shown = ShownTime(own, blog.zone) if own else None
    return read_typed(text, now=datetime.now(UTC), zone=blog.zone, own=shown, zones=zones).time.moment


def _on_the_day(blog: Blog) -> datetime | None:
    if blog.date is None:
        return None
    midnight = datetime.combine(blog.date, time(), UTC)
    return midnight - utc_offset(blog.zone, midnight)


def text_to_names(text: str) -> tuple[str, ...]:
    """Names parted by commas, each once."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))


def text_to_language(text: str) -> str:
    """A language tag (BCP 47), such as en or pt-BR. Raises NewsdeskError for anything else."""
    tag = text.strip().replace("_", "-")
    if not _LANGUAGE(tag):
        raise NewsdeskError(tr("“{0}” is not a language code. Try en, ru or pt-BR.").format(tag))
    language, *rest = tag.split("-")
    return "-".join([language.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
