"""A survey follows edits as a new survey would find them."""

from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.surveying import fix_as_it_stands, survey
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import paragraphs, texts
from newsdesk.domain.preflight import Severity
from newsdesk.domain.revision import Done
from newsdesk.domain.stamp import ShownTime

NOON = ShownTime(datetime(2022, 1, 6, 12, tzinfo=UTC))


def blog_of_two(desk: Desk) -> tuple[str, Entry, Entry]:
    blog = writing.new_blog(desk, "A day")
    older = writing.add_entry(desk, blog, headline="Second", body=paragraphs("It ended.."), time=NOON)
    time = replace(NOON, clock=NOON.clock.replace(hour=13))
    return blog.id, writing.add_entry(desk, blog, headline="First", body=paragraphs("It began."), time=time), older


def codes(found: object) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.id) for finding in found.findings]  # type: ignore[attr-defined]


def test_findings_stand_as_the_entries_are_arranged(desk: Desk) -> None:
    blog, newer, older = blog_of_two(desk)
    writing.change(desk, newer, "Edit text", body=paragraphs("It (began."))

    found = survey(desk, blog, {})

    assert codes(found) == [("DRAFTS", blog), ("BRACKETS", newer.id), ("DOUBLE-STOP", older.id)]


def test_a_survey_after_an_edit_is_what_a_new_one_finds(desk: Desk) -> None:
    blog, newer, _ = blog_of_two(desk)
    seen: list[Done] = []
    desk.listen(seen.append)
    known = survey(desk, blog, {})

    writing.change(desk, newer, "Edit text", body=paragraphs("It (began.."))
    followed = known.after(seen[0])

    assert codes(followed) == codes(survey(desk, blog, {}))
    assert codes(followed) != codes(known)


def test_what_is_deleted_is_not_spoken_of_any_more(desk: Desk) -> None:
    blog, _, older = blog_of_two(desk)
    known = survey(desk, blog, {})
    seen: list[Done] = []
    desk.listen(seen.append)

    writing.delete_entries(desk, [older.id])

    assert ("DOUBLE-STOP", older.id) not in codes(known.after(seen[0]))


def test_a_fix_is_done_in_the_text_as_it_is_now(desk: Desk) -> None:
    blog, _, older = blog_of_two(desk)
    known = survey(desk, blog, {})
    writing.change(desk, older, "Edit headline", headline="Later")

    done = fix_as_it_stands(desk, known, [finding for finding in known.findings if finding.fix])

    now = desk.entry(older.id)
    assert done is not None
    assert (now.headline, texts(now.body)) == ("Later", ("It ended.",))
    assert fix_as_it_stands(desk, known, known.findings) is None


def test_a_rule_that_is_off_says_nothing(desk: Desk) -> None:
    blog, _, _ = blog_of_two(desk)

    found = survey(desk, blog, {"DOUBLE-STOP": Severity.OFF, "DRAFTS": Severity.ERROR})

    assert [(finding.code, finding.severity) for finding in found.findings] == [("DRAFTS", Severity.ERROR)]
