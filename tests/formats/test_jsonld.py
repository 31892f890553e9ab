"""LiveBlogPosting: every update with its own facts, and nothing invented."""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ExportError
from newsdesk.formats import plaintext
from newsdesk.formats.edition import Edition, edition
from newsdesk.formats.jsonld import jsonld
from newsdesk.formats.page import page
from tests.formats.blogs import NOW, URL, blog, entries, full_edition, plain_edition, stamp


def read(of: Edition) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(jsonld(of))
    return document


def inside_the_page(of: Edition) -> dict[str, Any]:
    (inside,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(of).decode(), flags=re.DOTALL)
    document: dict[str, Any] = json.loads(inside)
    return document


def test_every_update_has_its_own_time_headline_and_address() -> None:
    export = full_edition()
    updates = read(export)["liveBlogUpdate"]

    assert [u["datePublished"] for u in updates] == [e.time.clock.isoformat() for e in export.entries]
    assert [u["url"] for u in updates] == [f"{URL}#entry-{e.id}" for e in export.entries]
    assert updates[0]["headline"] == "All three ferries are at sea again"
    assert "headline" not in updates[2]


def test_a_body_is_paragraphs_of_text_and_absent_where_there_is_none() -> None:
    updates = read(plain_edition())["liveBlogUpdate"]

    assert "articleBody" not in updates[0]
    assert updates[2]["articleBody"].split("\n\n") == [
        "NORTHPORT (Desk) - No trains run.",
        '"We hope to start again at noon", the operator said..',
    ]


def test_only_corrections_clarifications_and_withdrawals_modify_an_update() -> None:
    updates = read(full_edition())["liveBlogUpdate"]

    assert [u.get("dateModified") for u in updates[3:7]] == [
        "2024-03-02T09:40:00+00:00",
        "2024-03-03T07:30:00+00:00",
        "2024-03-02T06:58:00+00:00",
        None,
    ]
    assert updates[3]["correction"] == [
        {
            "@type": "CorrectionComment",
            "name": "Correction",
            "datePublished": "2024-03-02T09:40:00+00:00",
            "text": "An earlier version said that power was back in 9,300 homes. It is 3,900.",
        }
    ]


def test_the_blogs_own_dates() -> None:
    document = read(full_edition())

    assert document["datePublished"] == "2024-03-01T23:50:00+00:00"
    assert document["dateModified"] == "2024-03-03T07:30:00+00:00"
    assert document["coverageStartTime"] == "2024-03-01T18:00:00+00:00"
    assert document["coverageEndTime"] == "2024-03-02T11:30:00+00:00"


def test_coverage_starts_at_the_oldest_entry_and_an_open_blog_has_no_end() -> None:
    document = read(plain_edition())

    assert document["coverageStartTime"] == "2024-03-02T04:50:00+00:00"
    assert "coverageEndTime" not in document
    assert document["@id"] == "urn:uuid:5f0c2d1e-8a94-4b7e-9d3c-000000000000"
    assert "url" not in document


def test_editing_the_shown_time_does_not_move_the_publication() -> None:
    of = blog()
    (entry,) = entries(of, {"time": stamp("05:41 GMT 02.03.2024")})
    moved = replace(entry, time=stamp("07:00 GMT 02.03.2024"))

    (update,) = read(edition(of, [moved], now=NOW))["liveBlogUpdate"]

    assert update["datePublished"] == "2024-03-02T05:41:00+00:00"
    assert update["contentReferenceTime"] == "2024-03-02T07:00:00+00:00"


def test_a_withdrawn_update_keeps_its_place_and_loses_its_words() -> None:
    assert "SECRET" not in jsonld(full_edition()).decode()
    assert read(full_edition())["liveBlogUpdate"][5]["creativeWorkStatus"] == "Withdrawn"


def test_an_entry_whose_moment_nobody_knows_is_refused_by_name() -> None:
    of = blog()
    (entry,) = entries(of, {"time": ShownTime(datetime(2024, 3, 2, 5, 41), "MSK"), "first_published": None})

    with pytest.raises(ExportError, match=r"05:41 MSK 02\.03\.2024"):
        jsonld(edition(of, [entry], now=NOW))


def test_no_text_can_end_the_script_element_and_the_page_holds_the_same_document() -> None:
    of = blog()
    export = edition(
        of, entries(of, {"headline": "</script><!--<script>", "body": paragraphs("a\u2028\x85b\ufffe")}), now=NOW
    )

    (inside,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page(export).decode(), flags=re.DOTALL
    )

    assert json.loads(inside) == read(export)
    assert "<" not in inside
    assert "\x85" not in inside


def test_an_unresolved_time_brings_no_invented_moment_into_a_page() -> None:
    text = "Storm\n05:41 MSK 02.03.2024\nGale\n05:09 GMT 02.03.2024\nSea wall\n"
    reading = plaintext.read(text, now=NOW)

    document = inside_the_page(edition(reading.blog, reading.entries, now=NOW))

    assert [update.get("datePublished") for update in document["liveBlogUpdate"]] == [None, "2024-03-02T05:09:00+00:00"]
    assert document["datePublished"] == document["dateModified"] == "2024-03-02T05:09:00+00:00"
