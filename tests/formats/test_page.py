"""The HTML page: what it holds, what it never holds."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from newsdesk.domain.entry import Notice, NoticeKind
from newsdesk.domain.markup import Block, Span, paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.edition import Edition, Options, edition
from newsdesk.formats.page import fragment, page
from newsdesk.formats.pictures import picture_files
from newsdesk.formats.themes import theme_names
from tests.formats.blogs import NOW, arabic_edition, blog, entries, full_edition, plain_edition, stamp

THEMES = theme_names()


def html(of: Edition) -> str:
    return page(of).decode("utf-8")


def one(**row: Any) -> Edition:  # noqa: ANN401
    of = blog()
    return edition(of, entries(of, row), now=NOW)


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_shows_every_entry_once_in_order(theme: str) -> None:
    export = full_edition(Options(theme=theme))

    assert re.findall(r'<article class="entry [^"]*" id="entry-([^"]*)"', html(export)) == [
        e.id for e in export.entries
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_asks_nobody_for_anything_and_runs_nothing(theme: str) -> None:
    text = html(full_edition(Options(theme=theme)))

    assert re.findall(r"<script[^>]*>", text) == ['<script type="application/ld+json">']
    assert not re.search(r"""(?:src|srcset|data|poster)=["'](?!data:image/png)|@import|url\(""", text)
    assert re.findall(r'<link rel="([^"]*)"', text) == ["canonical"]
    assert "default-src &#39;none&#39;" in text


def test_there_are_three_themes() -> None:
    assert len(THEMES) >= 3


def test_the_time_stands_above_the_headline() -> None:
    text = html(plain_edition())

    stamp, headline = (
        '">05:41 GMT 02.03.2024</time>',
        '<h2 class="p-name">Two Ferries Ride Out the Storm at Anchor</h2>',
    )
    assert 0 < text.index('datetime="2024-03-02T05:41:00+00:00' + stamp) < text.index(headline)


@pytest.mark.parametrize("make", [page, fragment])
def test_a_withdrawn_entry_is_a_stub(make: Callable[[Edition], bytes]) -> None:
    text = make(full_edition()).decode("utf-8")

    assert "SECRET" not in text
    assert "This entry was withdrawn." in text
    assert "It named a person who has no part in this." in text


@pytest.mark.parametrize("make", [page, fragment])
def test_internal_notes_refiles_and_what_is_left_out_stay_inside(make: Callable[[Edition], bytes]) -> None:
    text = make(full_edition()).decode("utf-8")

    assert not re.search("INTERNAL NOTE|Slip in a name|DRAFT HEADLINE|EMBARGOED HEADLINE", text)


def test_a_correction_is_labelled_and_dated_and_moves_updated() -> None:
    text = html(full_edition())

    assert (
        '<b>Correction</b> <time class="noticed" datetime="2024-03-02T09:40:00+00:00">09:40 GMT 02.03.2024</time>'
        in text
    )
    assert 'Updated <time class="dt-updated" datetime="2024-03-02T09:40:00+00:00">09:40 GMT</time>' in text


def test_a_refile_and_a_later_change_do_not_move_updated() -> None:
    export = one(
        headline="a", notices=(Notice(NoticeKind.REFILE, "slip", stamp("09:00 GMT 02.03.2024")),), last_changed=NOW
    )

    assert "Updated" not in html(export)


def test_an_update_on_another_day_shows_its_date() -> None:
    assert ">07:30 GMT 03.03.2024</time>" in html(full_edition())


def test_anchors_come_from_the_id() -> None:
    export = plain_edition()

    rewritten = replace(
        export, entries=tuple(replace(e, headline="other", order="z") for e in reversed(export.entries))
    )

    assert all(f'id="entry-{entry.id}"' in html(rewritten) for entry in export.entries)


def test_an_entry_without_headline_has_its_time_for_a_heading() -> None:
    assert re.search(
        r'<h2 class="untitled"><a class="u-url"[^>]*><time[^>]*>12:00 GMT', html(one(body=paragraphs("words")))
    )


def test_a_link_that_could_run_is_only_text() -> None:
    spans = (
        Span("one ", link="javascript:alert(1)"),
        Span("two ", link="data:text/html,x"),
        Span("three", link="https://a.example/"),
    )

    text = html(one(headline="a", body=(Block(spans=spans),)))

    assert 'one two <a href="https://a.example/">three</a>' in text
    assert "javascript" not in text


def test_pictures_stand_in_the_page_or_in_a_folder_beside_it() -> None:
    beside = full_edition(Options(image_folder="harbour_files"))

    assert 'src="data:image/png;base64,' in html(full_edition())
    assert 'src="harbour_files/3f9a1c.png" alt="A red sky above a grey harbour wall" width="640" height="360"' in html(
        beside
    )
    assert list(picture_files(beside)) == ["3f9a1c.png"]


def test_an_embed_keeps_its_address_and_its_words() -> None:
    text = html(full_edition())

    assert (
        'href="https://social.example/@harbour/1099?x=1&amp;y=2">social.example/@harbour/1099?x=1&amp;y=2</a>' in text
    )
    assert "<figcaption>“Gates open. Welcome back.” — Harbour Master</figcaption>" in text


def test_a_page_in_arabic_runs_right_to_left_and_its_stamps_do_not() -> None:
    text = html(arabic_edition())

    assert '<html lang="ar" dir="rtl">' in text
    assert (
        '<time class="dt-published" dir="ltr" datetime="2024-03-02T11:20:00+00:00">11:20 GMT 02.03.2024</time>' in text
    )
    assert '<h2 id="key-events" lang="en" dir="ltr">Key events</h2>' in text


def test_an_unresolved_time_is_shown_as_it_was_written() -> None:
    export = one(headline="a", time=ShownTime(datetime(2024, 3, 2, 5, 41), "MSK"), first_published=None)

    assert '<span class="dt-published">05:41 MSK 02.03.2024</span>' in html(export)


def test_exported_at_is_shown_only_if_asked_for() -> None:
    assert "Exported" not in html(plain_edition())
    assert "Exported 12:00 GMT 02.03.2024" in html(plain_edition(Options(exported_at=NOW)))


def test_characters_that_html_forbids_are_replaced() -> None:
    assert "bell\ufffd and \ufffd" in html(one(headline="bell\x07 and \ufdd0"))


def test_key_events_of_several_days_tell_their_day() -> None:
    of = blog()
    rows = [{"time": stamp(f"05:41 GMT {day:02}.03.2024"), "headline": "x", "is_key": True} for day in (3, 2)]

    one, two = (page(edition(of, entries(of, *kept), now=NOW)).decode() for kept in (rows[:1], rows))

    assert '<span class="at">05:41 GMT</span>' in one
    assert '<span class="at">05:41 GMT 03.03.2024</span>' in two


def test_what_html_forbids_is_nowhere_in_a_page() -> None:
    odd = "a\x07b\x7fc\x85d\ufdd0e"
    of = blog(headline=odd, introduction=paragraphs(odd), bylines=(odd,))
    rows = {"headline": odd, "body": paragraphs(odd), "bylines": (odd,), "labels": (odd,), "is_key": True}

    text = html(edition(of, entries(of, rows), now=NOW))

    assert not re.search("[\x07\x7f\x85\ufdd0]", text)
    assert "<h1 class=\"p-name\">a\ufffdb\ufffdc\ufffdd\ufffde</h1>" in text
