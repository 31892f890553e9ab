"""Blogs that tests and judges export: one as plain as the reference file, one that uses everything, one in Arabic."""

import struct
import zlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from newsdesk.domain import order
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.domain.stamp import ShownTime, read_stamp
from newsdesk.formats.edition import Attachment, Edition, Options, edition

NOW = datetime(2024, 3, 2, 12, 0, tzinfo=UTC)
STANDARD = Options()
URL = "https://news.example/live/harbour"


def png(width: int = 640, height: int = 360) -> bytes:
    """A picture of a dawn sky."""
    rows = b"".join(
        b"\x00" + bytes([40 + 150 * y // height, 70 + 90 * y // height, 140]) * width for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


PICTURE = "3f9a1c"
ATTACHMENTS = {PICTURE: Attachment(png(), "image/png")}


def stamp(text: str) -> ShownTime:
    time = read_stamp(text)
    assert time
    return time


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def blog(**fields: Any) -> Blog:  # noqa: ANN401
    given: dict[str, Any] = {"id": "5f0c2d1e-8a94-4b7e-9d3c-000000000000", "created": NOW, "last_changed": NOW}
    return Blog(**{**given, "headline": "Harbour reopens after storm", **fields})


def entries(of: Blog, *rows: dict[str, Any]) -> tuple[Entry, ...]:
    """Published entries, each with what is given and ids by their place."""
    return tuple(
        _entry(of, number, key, row)
        for number, (key, row) in enumerate(zip(order.spread(len(rows)), rows, strict=True))
    )


def _entry(of: Blog, number: int, key: str, row: dict[str, Any]) -> Entry:
    time = row.get("time") or ShownTime(NOW - timedelta(minutes=7 * number))
    given: dict[str, Any] = {
        "id": f"5f0c2d1e-8a94-4b7e-9d3c-{number + 1:012}",
        "blog": of.id,
        "order": key,
        "time": time,
        "created": time.sortable,
        "last_changed": time.sortable,
        "first_published": time.moment,
        "state": State.PUBLISHED,
    }
    return Entry(**{**given, **row})


def plain_edition(options: Options = STANDARD) -> Edition:
    """As the reference file is: six paragraphs, three entries of none, one and two paragraphs."""
    of = blog(
        headline="Ferry Services Halted in Northern Ports as Gale Reaches the Coast Amid Warnings of Floods",
        date=date(2024, 3, 2),
        introduction=paragraphs(
            *(f"Background paragraph {n}: what is known so far, and from whom." for n in range(1, 7))
        ),
    )
    rows = (
        {"time": stamp("05:41 GMT 02.03.2024"), "headline": "Two Ferries Ride Out the Storm at Anchor"},
        {
            "time": stamp("05:09 GMT 02.03.2024"),
            "headline": "Harbour Road Closed",
            "body": paragraphs("The road along the harbour is under water, the council said."),
        },
        {
            "time": stamp("04:50 GMT 02.03.2024"),
            "headline": "Trains Stop on Two Lines - Operator",
            "body": paragraphs(
                "NORTHPORT (Desk) - No trains run.", '"We hope to start again at noon", the operator said..'
            ),
        },
    )
    return edition(of, entries(of, *rows), now=NOW, options=options)


def full_blog() -> Blog:
    return blog(
        headline="Harbour reopens after storm: ferries sail again, clean-up begins & schools stay shut “until Monday”",
        date=date(2024, 3, 2),
        introduction=(
            Block(
                spans=(
                    Span("The port of Northport opened at first light, "),
                    Span("eleven hours", strong=True),
                    Span(" after the gale closed it. "),
                    Span("The forecast", link="https://weather.example/coast?a=1&b=2"),
                    Span(" is for a calm weekend."),
                )
            ),
            Block(kind=Kind.SUBHEAD, spans=(Span("What we know"),)),
            Block(kind=Kind.ITEM, spans=(Span("No one was hurt"),)),
            Block(kind=Kind.ITEM, spans=(Span("4,200 homes were without power at the worst"),)),
        ),
        zone="Europe/London",
        language="en-GB",
        slug="harbour",
        bylines=("Ann Marsh", "Tom Okafor"),
        url=URL,
        coverage_start=at("2024-03-01T18:00Z"),
        coverage_end=at("2024-03-02T11:30Z"),
        is_open=False,
    )


def _spans(*spans: Span) -> tuple[Span, ...]:
    return spans


def _rich_rows() -> Sequence[dict[str, Any]]:
    return (
        {
            "time": stamp("11:20 GMT 02.03.2024"),
            "headline": "All three ferries are at sea again",
            "is_key": True,
            "is_pinned": True,
            "bylines": ("Ann Marsh",),
            "labels": ("Ferries", "Travel & transport"),
            "body": (
                Block(
                    spans=_spans(
                        Span("NORTHPORT - The "),
                        Span("last", em=True),
                        Span(" of the three ferries left at "),
                        Span("11:14", strong=True, em=True),
                        Span(", the operator said.\nIt carried 212 people."),
                    )
                ),
                Block(kind=Kind.QUOTE, spans=_spans(Span("We have never been so glad to be late."))),
                Block(kind=Kind.SUBHEAD, spans=_spans(Span("The timetable until Monday"))),
                Block(kind=Kind.ITEM, ordered=True, spans=_spans(Span("Island boat, every two hours"))),
                Block(kind=Kind.ITEM, level=1, spans=_spans(Span("cars by booking only"))),
                Block(
                    kind=Kind.ITEM,
                    ordered=True,
                    spans=_spans(Span("Night boat, "), Span("as usual", link="https://ferry.example/")),
                ),
                Block(
                    spans=_spans(Span("Questions: "), Span("write to us", link="mailto:desk@news.example"), Span("."))
                ),
            ),
        },
        {
            "time": stamp("10:02 GMT 02.03.2024"),
            "headline": "Dawn over the outer wall",
            "body": (
                Block(
                    kind=Kind.IMAGE,
                    url=f"attachment:{PICTURE}",
                    alt="A red sky above a grey harbour wall",
                    credit="Tom Okafor/The Desk",
                    spans=_spans(
                        Span("First light at the outer wall, where the waves had stood "),
                        Span("nine metres", strong=True),
                        Span(" high."),
                    ),
                ),
            ),
        },
        {
            "time": stamp("09:31 GMT 02.03.2024"),
            "headline": "",
            "body": (
                Block(spans=_spans(Span("No headline here, only words that came in by telephone."))),
                Block(
                    kind=Kind.EMBED,
                    url="https://social.example/@harbour/1099?x=1&y=2",
                    spans=_spans(Span("“Gates open. Welcome back.” — Harbour Master")),
                ),
            ),
        },
        {
            "time": stamp("09:05 GMT 02.03.2024"),
            "headline": "Power is back in 3,900 homes",
            "is_key": True,
            "body": paragraphs("Engineers worked through the night, the grid company said."),
            "notices": (
                Notice(
                    NoticeKind.CORRECTION,
                    "An earlier version said that power was back in 9,300 homes. It is 3,900.",
                    stamp("09:40 GMT 02.03.2024"),
                ),
                Notice(NoticeKind.REFILE, "Slip in a name.", stamp("10:50 GMT 02.03.2024")),
            ),
        },
        {
            "time": stamp("08:15 GMT+1 02.03.2024"),
            "headline": "Schools stay shut until Monday",
            "body": paragraphs("All eleven schools of the town stay shut.", "Buses run."),
            "notices": (
                Notice(
                    NoticeKind.CLARIFICATION,
                    "This entry has been changed to say that the schools are shut for cleaning.",
                    stamp("07:30 GMT 03.03.2024"),
                ),
            ),
        },
        {
            "time": stamp("06:44 GMT 02.03.2024"),
            "headline": "SECRET HEADLINE of what must not stand",
            "state": State.WITHDRAWN,
            "body": paragraphs("SECRET TEXT of what must not stand."),
            "is_key": True,
            "labels": ("SECRET LABEL",),
            "bylines": ("SECRET BYLINE",),
            "notices": (
                Notice(NoticeKind.CORRECTION, "SECRET CORRECTION", stamp("06:50 GMT 02.03.2024")),
                Notice(
                    NoticeKind.WITHDRAWN, "It named a person who has no part in this.", stamp("06:58 GMT 02.03.2024")
                ),
            ),
        },
        {"time": stamp("05:30 GMT 02.03.2024"), "headline": "", "body": ()},
        {
            "time": stamp("05:30 GMT 02.03.2024"),
            "headline": "Gates open at first light",
            "note": "INTERNAL NOTE: source asked not to be named",
        },
        {
            "time": stamp("05:00 GMT 02.03.2024"),
            "headline": "DRAFT HEADLINE",
            "state": State.DRAFT,
            "first_published": None,
        },
        {
            "time": stamp("04:00 GMT 02.03.2024"),
            "headline": "EMBARGOED HEADLINE",
            "state": State.READY,
            "first_published": None,
            "embargo": NOW + timedelta(hours=2),
        },
        {
            "time": stamp("23:50 GMT 01.03.2024"),
            "headline": "Harbour closed; a very long-headed entry: " + "wind and water " * 8,
        },
    )


def full_entries() -> tuple[Entry, ...]:
    return entries(full_blog(), *_rich_rows())


def full_edition(options: Options = STANDARD) -> Edition:
    """Uses everything that an entry and a blog may have."""
    return edition(full_blog(), full_entries(), now=NOW, attachments=ATTACHMENTS, options=options)


def arabic_edition(options: Options = STANDARD) -> Edition:
    of = blog(
        headline="الميناء يفتح أبوابه بعد العاصفة والعبارات تبحر من جديد",
        date=date(2024, 3, 2),
        language="ar",
        introduction=paragraphs("فتح الميناء أبوابه مع أول ضوء، بعد إحدى عشرة ساعة من الإغلاق.", "لم يصب أحد بأذى."),
        bylines=("ليلى حداد",),
        url="https://news.example/ar/harbour",
    )
    rows = (
        {
            "time": stamp("11:20 GMT 02.03.2024"),
            "headline": "العبارات الثلاث في البحر",
            "is_key": True,
            "body": (
                Block(
                    spans=(
                        Span("غادرت العبارة الأخيرة في الساعة 11:14 وعلى متنها 212 راكبا، وفق "),
                        Span("الشركة", link="https://ferry.example/"),
                        Span(" (North Ferries Ltd)."),
                    )
                ),
                Block(kind=Kind.QUOTE, spans=(Span("لم نسعد بالتأخر قط كما سعدنا اليوم."),)),
                Block(kind=Kind.ITEM, spans=(Span("عبارة الجزيرة كل ساعتين"),)),
                Block(kind=Kind.ITEM, spans=(Span("عبارة الليل كالمعتاد"),)),
            ),
        },
        {
            "time": stamp("09:05 GMT+3 02.03.2024"),
            "headline": "عودة الكهرباء إلى 3900 منزل",
            "is_key": True,
            "body": paragraphs("عمل المهندسون طوال الليل."),
            "notices": (
                Notice(
                    NoticeKind.CORRECTION, "ذكرنا سابقا أن العدد 9300، والصحيح 3900.", stamp("09:40 GMT+3 02.03.2024")
                ),
            ),
        },
        {"time": stamp("05:41 GMT 02.03.2024"), "headline": "", "body": paragraphs("لا عنوان هنا.")},
        {
            "time": stamp("05:09 GMT 02.03.2024"),
            "headline": "SECRET",
            "state": State.WITHDRAWN,
            "notices": (
                Notice(NoticeKind.WITHDRAWN, "ذكر اسم شخص لا علاقة له بالأمر.", stamp("05:20 GMT 02.03.2024")),
            ),
        },
    )
    return edition(of, entries(of, *rows), now=NOW, options=options)
