"""Each rule finds what it is for, and leaves alone what only looks like it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.domain.newsroom import Standing
from newsdesk.domain.preflight import RULES, Facts, Place, Severity, fix_all, of_entry, preflight
from newsdesk.domain.stamp import Certainty, ShownTime
from tests.domain.values import BLOG, NOON, entries, entry, minutes

NOW = NOON + timedelta(hours=1)
FACTS = Facts(now=NOW)
LONG = "Waves of nine metres have been measured off the northern coast."
RELEASED = entry("Harbour closed", "Two ships wait.")
CHANGED = {"entry": Standing(RELEASED, RELEASED)}


def image(alt: str) -> Block:
    return Block(kind=Kind.IMAGE, url="attachment:00", alt=alt)


def linked(url: str) -> Block:
    return Block(spans=(Span("Read "), Span("more", link=url), Span(" here.")))


def codes(blog: Blog, several: Sequence[Entry], facts: Facts = FACTS) -> set[str]:
    return {finding.code for finding in preflight(blog, several, facts)}


ENTRIES: dict[str, list[tuple[Entry, Entry]]] = {  # code: pairs of an entry with the finding and one without
    "EMPTY": [(entry(""), entry("", "Text")), (entry("  "), entry("", state=State.DRAFT))],
    "NO-HEADLINE": [(entry("", "Text"), entry("Headline")), (entry(" ", "Text"), entry(""))],
    "FUTURE": [
        (entry(time=minutes(70)), entry(time=minutes(60))),
        (entry(time=minutes(70), embargo=NOW), entry(time=minutes(70), embargo=NOON + timedelta(minutes=70))),
    ],
    "FAR-DATE": [
        (entry(time=ShownTime(datetime(2024, 1, 3, 12, tzinfo=UTC))), entry(time=ShownTime(NOON - timedelta(days=2)))),
    ],
    "ZONE-UNRESOLVED": [
        (entry(time=ShownTime(datetime(2024, 3, 1, 12), "MSK")), entry(time=ShownTime(NOON, "GMT+3"))),
    ],
    "ASSUMED": [
        (entry(time=ShownTime(NOON, "GMT", Certainty.ZONE_ASSUMED)), entry(time=ShownTime(NOON))),
        (entry(time=ShownTime(NOON, "GMT", Certainty.DATE_INFERRED)), entry(time=ShownTime(NOON, "UTC"))),
    ],
    "DOUBLE-STOP": [
        (entry("A", "He said.."), entry("A", "He waited...")),
        (entry("A", "It ended.. Then it began."), entry("A", "And then… he waited…. Really.")),
        (entry("Closed.."), entry("Pages 1..5 of ../list")),
        (entry("A", "完了。。"), entry("A", "完了。")),
    ],
    "QUOTES": [
        (entry("A", 'He said "yes.'), entry("A", 'He said "yes".')),
        (entry("A", "He said “yes."), entry("A", "„Ja“, sagte er.")),
        (entry("A", "Il a dit « oui"), entry("A", "Il a dit « oui »")),
        (entry("A", "“One.", "Two."), entry("A", "“One.", "“Two.”")),
        (entry('"Storm'), entry("A", 'A wave of 12", the crew\'s log says')),
    ],
    "BRACKETS": [
        (entry("A", "The mayor (left"), entry("A", "The mayor (left) [sic] {x}")),
        (entry("A", "The mayor) left"), entry("A", "a) wind b) rain :) ;-)")),
        (entry("A", "(one [two)"), entry("A", "(a) wind (b) rain")),
    ],
    "DATELINE": [
        (entry("A", "MEXICO CITY(Sputnik) - All is well."), entry("A", "MEXICO CITY (Sputnik) - All is well.")),
        (entry("A", "MOSCOW (Sputnik - All is well."), entry("A", "MOSCOW (Sputnik) – All is well.")),
        (entry("A", "MOSCOW Sputnik) - All is well."), entry("A", "NATO (which met) – all of it – is well.")),
        (entry("A", "MOSCOW (Sputnik)- All is well."), entry("A", "NATO (KFOR)-led troops left.")),
        (entry("A", "MOSCOW (Sputnik) -All is well."), entry("A", "EU (Union) said no.")),
        (entry("A", "MOSCOW (Sputnik) All is well."), entry("A", "Moscow (Sputnik) All is well.")),
        (entry("A", "KIEV, March 1(Reuters)- Well."), entry("A", "KIEV, March 1 (Reuters) - Well.")),
    ],
    "REPEATED": [(entry("Harbour closed", "Harbour closed"), entry("Harbour closed", "Harbour closed today"))],
    "MIXED-QUOTES": [
        (entry('"Storm"', "He said “yes”."), entry('"Storm"', 'He said "yes".')),
        (entry("A", "It's the crew’s."), entry("A", "It’s the crew’s.")),
    ],
    "INVISIBLE": [
        (entry("Har\u200bbour"), entry("Harbour 👩‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿")),
        (entry("A", "one\u2028two"), entry("A", "one\ntwo\xa0three\u202ffour\tfive")),
        (entry("A", "soft\u00adhyphen"), entry("A", "می\u200cخواهم")),
        (entry("A", "a\u200db"), entry("A", "क्\u200dष")),
        (entry("A", "bell\x07"), entry("A", "hyphen-ated")),
    ],
    "BIDI": [
        (entry("A", "user\u202egnp.exe"), entry("A", "plain")),
        (entry("A", "left\u200fright"), entry("A", "שלום\u200f!")),
        (entry("A", "שלום \u2067abc"), entry("A", "שלום \u2067abc\u2069")),
        (entry("A", "שלום \u202eabc\u202c"), entry("A", "العربية \u202aabc\u202c")),
    ],
    "LONG-HEADLINE": [(entry("x" * 111), entry("x" * 110))],
    "NO-REASON": [
        (
            entry(state=State.WITHDRAWN, notices=(Notice(NoticeKind.WITHDRAWN, ""),)),
            entry(state=State.WITHDRAWN, notices=(Notice(NoticeKind.WITHDRAWN, "False."),)),
        ),
        (entry(state=State.WITHDRAWN), entry()),
    ],
    "ALT-TEXT": [(entry("A", body=(image(" "),)), entry("A", body=(image("A wave"),)))],
    "LINK": [
        (entry(body=(linked("www.example.org"),)), entry(body=(linked("https://www.example.org/a?b=c#d"),))),
        (entry(body=(linked("https:/example.org"),)), entry(body=(linked("mailto:desk@example.org"),))),
        (entry(body=(linked("https://exa mple.org"),)), entry(body=(linked("tel:+44123"),))),
        (entry(body=(linked("javascript:alert(1)"),)), entry(body=(linked("http://localhost:8000/"),))),
        (entry(body=(linked("/news/1"),)), entry(body=(linked("#other-entry"),))),
        (entry(body=(linked("http://http://example.org"),)), entry(body=(linked("http://[::1]/"),))),
        (entry(body=(linked("http://[::1/"),)), entry(body=(linked("https://пример.рф/"),))),
        (
            entry(body=(Block(kind=Kind.EMBED, url="video", spans=(Span("A video"),)),)),
            entry(body=(Block(kind=Kind.EMBED, url="https://example.org/v", spans=(Span("A video"),)),)),
        ),
    ],
    "EMBARGO": [
        (entry(embargo=NOW + timedelta(hours=1)), entry(embargo=NOW - timedelta(hours=1))),
        (entry(embargo=NOW + timedelta(hours=1)), entry(embargo=NOW + timedelta(hours=1), state=State.DRAFT)),
    ],
}
CASES = [(code, number, *pair) for code, pairs in ENTRIES.items() for number, pair in enumerate(pairs)]


@pytest.mark.parametrize(("code", "number", "wrong", "right"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_a_rule_about_one_entry_finds_what_it_is_for_and_nothing_else(
    code: str, number: int, wrong: Entry, right: Entry
) -> None:
    assert code in {finding.code for finding in of_entry(wrong, BLOG, FACTS)}
    assert code not in {finding.code for finding in of_entry(right, BLOG, FACTS)}


HAD = Facts(now=NOW, released=BLOG)
COVERED = replace(BLOG, coverage_start=NOON, coverage_end=NOW)
BLOGS: dict[str, list[tuple[tuple[Blog, list[Entry], Facts], tuple[Blog, list[Entry], Facts]]]] = {
    "BLOG-HEADLINE": [((replace(BLOG, headline=" "), [], FACTS), (BLOG, [], FACTS))],
    "COVERAGE": [
        ((COVERED, [entry(time=minutes(-1))], FACTS), (COVERED, [entry(time=minutes(0))], FACTS)),
        ((COVERED, [entry(time=minutes(61))], FACTS), (COVERED, [entry(time=minutes(60))], FACTS)),
    ],
    "FAR-DATE": [
        (
            (replace(BLOG, date=date(2024, 2, 1)), [entry()], FACTS),
            (replace(COVERED, date=date(2024, 2, 1)), [entry()], FACTS),
        ),
    ],
    "ORDER": [
        (
            (BLOG, entries(*(entry(time=minutes(m)) for m in (30, 10, 20, 0))), FACTS),
            (BLOG, entries(*(entry(time=minutes(m)) for m in (30, 20, 20, 0))), FACTS),
        ),
        (
            (BLOG, entries(*(entry(time=minutes(m)) for m in (0, 40, 10, 20))), FACTS),
            (BLOG, entries(entry(time=minutes(0), is_pinned=True), entry(time=minutes(9)), entry()), FACTS),
        ),
    ],
    "DUP-MINUTE": [
        ((BLOG, entries(entry("A"), entry("B")), FACTS), (BLOG, entries(entry("A"), entry(time=minutes(1))), FACTS)),
        ((BLOG, entries(entry("A"), entry("B")), FACTS),
         (BLOG, entries(entry("A"), entry("B", state=State.WITHDRAWN)), FACTS)),
    ],
    "REPEATED": [
        ((BLOG, entries(entry("Storm"), entry("storm ")), FACTS), (BLOG, entries(entry("Storm"), entry("Sun")), FACTS)),
        (
            (BLOG, entries(entry("A", LONG), entry("B", LONG)), FACTS),
            (BLOG, entries(entry("A", "Follows."), entry("B", "Follows.")), FACTS),
        ),
    ],
    "UNCLASSED": [
        (
            (BLOG, [replace(RELEASED, headline="Harbour open")], Facts(now=NOW, standings=CHANGED)),
            (BLOG, [RELEASED], Facts(now=NOW, standings=CHANGED)),
        ),
        (
            (BLOG, [replace(RELEASED, notices=(Notice(NoticeKind.CORRECTION, "Was"),))],
             Facts(now=NOW, standings=CHANGED)),
            (BLOG, [replace(RELEASED, is_key=True)], Facts(now=NOW, standings=CHANGED)),
        ),
    ],
    "VANISHED": [
        ((BLOG, [], Facts(now=NOW, standings=CHANGED)), (BLOG, [RELEASED], Facts(now=NOW, standings=CHANGED))),
        (
            (BLOG, [replace(RELEASED, state=State.DRAFT)], Facts(now=NOW, standings=CHANGED)),
            (BLOG, [replace(RELEASED, state=State.WITHDRAWN)], Facts(now=NOW, standings=CHANGED)),
        ),
    ],
    "HEAD-CHANGED": [
        ((replace(BLOG, headline="Harbour open"), [], HAD), (replace(BLOG, slug="harbour", is_open=False), [], HAD)),
        ((replace(BLOG, introduction=paragraphs("New.")), [], HAD), (BLOG, [], FACTS)),
    ],
    "DRAFTS": [((BLOG, [entry(state=State.DRAFT)], FACTS), (BLOG, [entry(state=State.READY)], FACTS))],
    "DOUBLE-STOP": [
        ((replace(BLOG, introduction=paragraphs("End..")), [], FACTS),
         (replace(BLOG, introduction=paragraphs("End...")), [], FACTS)),
    ],
}
WIDE = [(code, number, *pair) for code, pairs in BLOGS.items() for number, pair in enumerate(pairs)]


@pytest.mark.parametrize(("code", "number", "wrong", "right"), WIDE, ids=[f"{c[0]}-{c[1]}" for c in WIDE])
def test_a_rule_about_a_blog_finds_what_it_is_for_and_nothing_else(
    code: str, number: int, wrong: tuple[Blog, list[Entry], Facts], right: tuple[Blog, list[Entry], Facts]
) -> None:
    assert code in codes(*wrong)
    assert code not in codes(*right)


def test_every_rule_has_a_failing_and_a_passing_case() -> None:
    assert set(ENTRIES) | set(BLOGS) == set(RULES)


def test_a_finding_says_where_it_is() -> None:
    mine = entry("A", "First.", "Then he said.. no.")

    finding, = of_entry(mine, BLOG, FACTS)

    assert finding.place == Place("entry", "body", 1, 12, 14)
    assert mine.body[1].text[finding.place.start : finding.place.end] == ".."


def test_the_entry_that_moved_is_out_of_order_and_not_its_neighbours() -> None:
    several = entries(*(entry(str(m), time=minutes(m)) for m in (0, 50, 40, 30, 20, 10)))

    found = [finding.place.id for finding in preflight(BLOG, several, FACTS) if finding.code == "ORDER"]

    assert found == ["entry-1"]


def test_an_error_in_a_draft_stops_nothing() -> None:
    wrong = entry(time=minutes(90), state=State.DRAFT)

    assert {f.severity for f in of_entry(wrong, BLOG, FACTS)} == {Severity.WARNING}


def test_a_newsroom_may_weigh_a_rule_otherwise_or_switch_it_off() -> None:
    wrong = entry("A", "He said..")

    assert of_entry(wrong, BLOG, FACTS, {"DOUBLE-STOP": Severity.ERROR})[0].severity is Severity.ERROR
    assert of_entry(wrong, BLOG, FACTS, {"DOUBLE-STOP": Severity.OFF}) == []


def test_of_the_text_of_a_withdrawn_entry_nothing_is_said() -> None:
    notices = (Notice(NoticeKind.WITHDRAWN, "It was false."),)

    assert of_entry(entry("", "He said..", state=State.WITHDRAWN, notices=notices), BLOG, FACTS) == []


def test_a_hundred_kilobytes_of_brackets_quotes_and_capitals_take_no_age() -> None:
    for text in ("(" * 100_000, '"' * 99_999, "A " * 50_000, "A'B’" * 25_000, "\u202a" * 100_000, "." * 100_000):
        start = datetime.now(UTC)

        of_entry(entry("A", text), BLOG, FACTS)

        assert datetime.now(UTC) - start < timedelta(seconds=5)


SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "almaty-2022-01-06.txt"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not here")
def test_on_the_sample_the_double_full_stop_of_the_last_line_is_reported_and_not_the_ellipsis() -> None:
    lines = SAMPLE.read_text("ascii").split("\n")
    moment = datetime(2022, 1, 6, 4, 50, tzinfo=UTC)
    last = entry(lines[13], *lines[14:], time=ShownTime(moment))
    blog = replace(BLOG, date=date(2022, 1, 6), introduction=paragraphs(*lines[1:7]))

    finding, = preflight(blog, [last], FACTS)

    end = len(lines[15])
    assert (finding.code, finding.place) == ("DOUBLE-STOP", Place("entry", "body", 1, end - 2, end))
    assert "..." in lines[15]


def fixed(mine: Entry) -> Entry:
    edit = fix_all(of_entry(mine, BLOG, FACTS))
    after = edit.after["entry"] if edit else mine
    assert isinstance(after, Entry)
    return after


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("He said.. no.. never..", "He said. no. never."),
        ("MEXICO CITY(Sputnik) - All is well.", "MEXICO CITY (Sputnik) - All is well."),
        ("MOSCOW (Sputnik – All is well..", "MOSCOW (Sputnik) – All is well."),
        ("MOSCOW Sputnik) - All is well.", "MOSCOW (Sputnik) - All is well."),
        ("MOSCOW (Sputnik) All is well.", "MOSCOW (Sputnik) - All is well."),
        ("Har\u200bbour\ufeff", "Harbour"),
        ("one\u2028two", "one two"),
        ("safe\u202etxt", "safetxt"),
        ('“One” and “two” and "three"', "“One” and “two” and “three”"),
        ('"One" and "two" and “three”', '"One" and "two" and "three"'),
        ("It's the crew’s and the ship’s", "It’s the crew’s and the ship’s"),
    ],
)
def test_a_fix_mends_what_was_found_and_no_more(wrong: str, right: str) -> None:
    mended = fixed(entry("A", wrong))

    assert mended.body == paragraphs(right)
    assert [finding.code for finding in of_entry(mended, BLOG, FACTS)] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("www.example.org/a", "https://www.example.org/a"),
        (" https://example.org ", "https://example.org"),
        ("https:/example.org", "https://example.org"),
        ("https//example.org", "https://example.org"),
        ("http://https://example.org", "https://example.org"),
    ],
)
def test_a_link_is_mended_where_only_one_thing_can_be_meant(wrong: str, right: str) -> None:
    assert fixed(entry(body=(linked(wrong),))).body == (linked(right),)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/news/1", "https://", "one two", ""])
def test_a_link_of_which_nobody_knows_what_was_meant_stays(url: str) -> None:
    assert fixed(entry(body=(linked(url),))).body == (linked(url),)


def test_a_fix_keeps_the_styles_of_the_text() -> None:
    body = (Block(spans=(Span("He said."), Span(". ", strong=True), Span("No..", em=True))),)

    mended = fixed(entry("A", body=body))

    assert mended.body == (Block(spans=(Span("He said."), Span(" ", strong=True), Span("No.", em=True))),)


def test_all_fixes_are_one_edit() -> None:
    several = entries(entry("A..", "He said.."), entry("B", "www..", time=minutes(1)))
    blog = replace(BLOG, introduction=paragraphs("End.."))

    edit = fix_all(preflight(blog, several, FACTS))

    assert edit is not None
    assert edit.title == "Fix 4 findings"
    assert set(edit.after) == {"blog", "entry-1", "entry-2"}
    after = [value for value in edit.after.values() if isinstance(value, Entry)]
    assert "DOUBLE-STOP" not in codes(BLOG, after)


def test_nothing_to_fix_is_no_edit() -> None:
    assert fix_all(of_entry(entry("", "Text"), BLOG, FACTS)) is None
    assert fix_all([]) is None


def test_a_supposed_zone_is_confirmed_by_its_fix() -> None:
    mended = fixed(entry(time=ShownTime(NOON, "GMT+3", Certainty.ZONE_ASSUMED)))

    assert mended.time == ShownTime(NOON, "GMT+3")


def test_a_notice_of_nothing_is_removed_by_its_fix() -> None:
    noticed = replace(RELEASED, notices=(Notice(NoticeKind.CORRECTION, "Was"),))
    facts = Facts(now=NOW, standings=CHANGED)

    edit = fix_all(preflight(BLOG, [noticed], facts))

    assert edit is not None
    assert edit.after["entry"] == RELEASED
