"""Atom and RSS, judged by feedparser."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

from newsdesk.domain.entry import Entry, Notice, NoticeKind
from newsdesk.formats.atom import atom
from newsdesk.formats.edition import Edition, edition
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.rss import rss
from tests.formats.blogs import NOW, URL, arabic_edition, blog, entries, full_edition, plain_edition, stamp

MAKERS = [atom, rss]


def parsed(content: bytes) -> Any:  # noqa: ANN401
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def updated_of(entry: Entry) -> str:
    of = blog()
    return str(parsed(atom(edition(of, [entry], now=NOW))).entries[0].updated)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("of", [full_edition, plain_edition, arabic_edition])
def test_a_feed_has_every_entry_in_order_with_its_own_id_and_time(make: Any, of: Any) -> None:  # noqa: ANN401
    export: Edition = of()

    feed = parsed(make(export))

    assert [entry.id for entry in feed.entries] == [f"urn:uuid:{entry.id}" for entry in export.entries]
    assert [entry.published_parsed[:5] for entry in feed.entries] == [
        entry.time.clock.timetuple()[:5] for entry in export.entries
    ]


@pytest.mark.parametrize("make", MAKERS)
def test_a_feed_tells_nothing_that_is_withdrawn_or_internal(make: Any) -> None:  # noqa: ANN401
    text = make(full_edition()).decode()

    assert not any(word in text for word in ("SECRET", "INTERNAL", "DRAFT HEADLINE", "EMBARGOED", "Slip in a name"))
    assert "It named a person who has no part in this." in text


def test_a_feed_names_an_entry_without_headline_by_its_time() -> None:
    assert parsed(atom(full_edition())).entries[2].title == "09:31 GMT 02.03.2024"


def test_a_correction_moves_updated_and_a_refile_does_not() -> None:
    (entry,) = entries(blog(), {"time": stamp("05:41 GMT 02.03.2024"), "headline": "a"})
    at = stamp("06:10 GMT 02.03.2024")

    corrected = replace(entry, notices=(Notice(NoticeKind.CORRECTION, "x", at),))
    refiled = replace(entry, notices=(Notice(NoticeKind.REFILE, "x", at),), last_changed=NOW)

    assert updated_of(corrected) == "2024-03-02T06:10:00+00:00"
    assert updated_of(refiled) == updated_of(entry) == "2024-03-02T05:41:00+00:00"


def test_a_correction_in_the_minute_of_publication_moves_updated_forward_and_so_does_the_next() -> None:
    (entry,) = entries(blog(), {"time": stamp("05:41 GMT 02.03.2024"), "headline": "a"})
    fresh = replace(entry, first_published=datetime(2024, 3, 2, 5, 41, 14, tzinfo=UTC))
    notice = Notice(NoticeKind.CORRECTION, "x", stamp("05:41 GMT 02.03.2024"))

    moments = [updated_of(replace(fresh, notices=(notice,) * count)) for count in range(3)]

    assert moments == ["2024-03-02T05:41:14+00:00", "2024-03-02T05:41:15+00:00", "2024-03-02T05:41:16+00:00"]


def test_rss_guids_are_no_links_and_dates_are_english_with_their_zone() -> None:
    text = rss(full_edition()).decode()

    assert '<guid isPermaLink="false">urn:uuid:5f0c2d1e-8a94-4b7e-9d3c-000000000001</guid>' in text
    assert "<pubDate>Sat, 02 Mar 2024 11:20:00 +0000</pubDate>" in text
    assert f"<link>{URL}#entry-5f0c2d1e-8a94-4b7e-9d3c-000000000001</link>" in text


@pytest.mark.parametrize("make", MAKERS)
def test_characters_that_xml_can_not_hold_do_not_break_a_feed(make: Any) -> None:  # noqa: ANN401
    of = blog()

    feed = parsed(make(edition(of, entries(of, {"headline": "a\x07b\x0cc\uffffd & <e> ]]>"}), now=NOW)))

    assert feed.entries[0].title_detail.value in (
        "a\ufffdb\ufffdc\ufffdd & <e> ]]>",
        "a\ufffdb\ufffdc\ufffdd &amp; <e> ]]&gt;",
    )


def test_ninjs_keeps_every_entry_and_says_what_became_of_it() -> None:
    item = json.loads(OUTPUTS["ninjs"].render(full_edition()))

    assert (item["type"], item["profile"]) == ("composite", "liveblog")
    assert {entry["rel"] for entry in item["associations"]} == {"liveBlogUpdate"}
    assert [entry["pubStatus"] for entry in item["associations"]][4:7] == ["usable", "canceled", "usable"]
    assert item["associations"][5]["edNote"].endswith("It named a person who has no part in this.")
    assert "SECRET" not in json.dumps(item)
