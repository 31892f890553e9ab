"""A survey follows edits as a new survey would find them."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsdesk.desk import surveying, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import Options, export
from newsdesk.desk.preflighting import preflight
from newsdesk.desk.surveying import fix_as_it_stands, followed, survey
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import paragraphs, texts
from newsdesk.domain.preflight import Finding, Severity
from newsdesk.domain.revision import Done
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import NewsdeskError

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


def everything(desk: Desk, blog: str) -> list[Finding]:
    """As the rules say it of the whole blog at once."""
    return preflight(desk, desk.store.blog(blog))


@pytest.mark.parametrize("seed", range(60 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 6))
def test_a_survey_that_follows_every_edit_is_what_a_new_one_finds(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    blog = writing.new_blog(desk, "A day")
    known = survey(desk, blog.id, {})
    bodies = (paragraphs("It (began.."), paragraphs("A text that is long enough to be compared with others."), ())

    def any_id() -> str:
        return dice.choice([entry.id for entry in desk.store.entries_of(blog.id)])

    def add() -> None:
        time = replace(NOON, clock=NOON.clock.replace(minute=dice.randrange(4)))
        states = [State.DRAFT, State.READY, State.PUBLISHED]
        writing.add_entry(desk, blog, headline=dice.choice("ab"), time=time, state=dice.choice(states))

    def edit() -> None:
        writing.change(desk, desk.entry(any_id()), "Edit", headline=dice.choice("abc"), body=dice.choice(bodies))

    def change_time() -> None:
        time = replace(NOON, clock=NOON.clock.replace(minute=dice.randrange(4)))
        writing.change(desk, desk.entry(any_id()), "Edit time", time=time)

    does: list[Callable[[], object]] = [
        add, edit, edit, change_time,
        lambda: writing.set_state(desk, [any_id()], dice.choice([*State])),
        lambda: writing.set_pinned(desk, [any_id()], is_pinned=dice.choice([True, False])),
        lambda: writing.move_entries(desk, [any_id()], above=any_id()),
        lambda: writing.delete_entries(desk, [any_id()], though_released=True),
        lambda: desk.undo(blog.id),
    ]
    seen: list[Done] = []
    desk.listen(seen.append)
    add()
    for number in range(40):
        try:
            dice.choice(does)()
        except (IndexError, NewsdeskError):
            add()
        if number == 20:
            add()
            export(desk, blog, "text", options=Options(include_drafts=True))
            known = survey(desk, blog.id, {})
        known = followed(desk, known, {id for done in seen for id in done.edit.ids} - {blog.id})
        seen.clear()

        assert known.findings == everything(desk, blog.id)


def test_a_survey_goes_page_by_page_and_is_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    blog, *_ = blog_of_two(desk)
    at_once = survey(desk, blog, {}).findings

    monkeypatch.setattr(surveying, "PAGE", 1)

    assert survey(desk, blog, {}).findings == at_once == everything(desk, blog)
