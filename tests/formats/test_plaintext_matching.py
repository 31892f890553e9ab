"""A text that comes back from someone who edited it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, Notice, NoticeKind, State
from newsdesk.domain.markup import Block, Kind, Span, paragraphs, texts
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.plaintext import MatchKind, as_copy, match_returned, read, taken_over, write
from newsdesk.formats.plaintext.projection import plain_entry
from tests.formats import nasty

NOON = datetime(2023, 5, 17, 12, tzinfo=UTC)


def entry(id: str, headline: str = "", *body: str, minutes: int = 0) -> Entry:
    time = ShownTime(NOON + timedelta(minutes=minutes))
    found = Entry(id=id, blog="b", order="U", time=time, created=NOON, last_changed=NOON, headline=headline)
    return replace(found, body=paragraphs(*body))


def kinds(ours: list[Entry], theirs: list[Entry]) -> list[tuple[str, str, MatchKind]]:
    return [(pair.ours.id, pair.theirs.id, pair.kind) for pair in match_returned(ours, theirs).pairs]


def test_an_untouched_entry_is_itself_even_if_another_has_its_headline() -> None:
    ours = [entry("a", "Update", "One."), entry("b", "Update", "Two.")]
    theirs = [entry("x", "Update", "Two."), entry("y", "Update", "One.")]

    assert kinds(ours, theirs) == [("b", "x", MatchKind.SAME), ("a", "y", MatchKind.SAME)]


def test_stamp_and_headline_are_enough() -> None:
    found = match_returned([entry("a", "Update", "One.")], [entry("x", "Update", "Entirely new words.")])

    assert [(pair.kind, pair.is_certain) for pair in found.pairs] == [(MatchKind.SAME_HEADLINE, True)]


def test_of_two_in_one_minute_the_more_similar_is_meant() -> None:
    ours = [entry("a", "Ferry Aground Off Harwick"), entry("b", "Bridge Closed After Storm")]
    theirs = [entry("x", "Bridge Is Closed After the Storm"), entry("y", "Ferry Runs Aground Off Harwick")]

    assert kinds(ours, theirs) == [("b", "x", MatchKind.SIMILAR), ("a", "y", MatchKind.SIMILAR)]


def test_of_two_equally_similar_the_place_decides() -> None:
    ours = [entry("a", "Alpha"), entry("b", "Beta")]
    theirs = [entry("x", "Gamma"), entry("y", "Delta")]

    assert kinds(ours, theirs) == [("a", "x", MatchKind.SIMILAR), ("b", "y", MatchKind.SIMILAR)]


def test_a_headline_within_a_day_is_the_entry_at_another_time() -> None:
    ours = [entry("far", "Update", minutes=-1300), entry("near", "Update", minutes=-30)]
    theirs = [entry("x", "Update", minutes=10), entry("y", "Update", minutes=3000)]

    found = match_returned(ours, theirs)

    assert [(pair.ours.id, pair.kind, pair.is_certain) for pair in found.pairs] == [("near", MatchKind.MOVED, False)]
    assert [e.id for e in found.new] == ["y"]
    assert [e.id for e in found.absent] == ["far"]


def test_a_thousand_entries_in_one_minute_are_matched_by_their_place() -> None:
    ours = [entry(f"a{n}", f"Old {n}") for n in range(1000)]
    theirs = [entry(f"b{n}", f"New {n}") for n in range(1000)]

    assert [pair.ours.id[1:] for pair in match_returned(ours, theirs).pairs] == [str(n) for n in range(1000)]


@given(nasty.entry_lists, nasty.entry_lists)
def test_every_entry_is_in_one_pair_or_new_or_absent(ours: list[Entry], theirs: list[Entry]) -> None:
    theirs = [replace(e, id=f"t{e.id}") for e in theirs]

    found = match_returned(ours, theirs)

    assert sorted([p.ours.id for p in found.pairs] + [e.id for e in found.absent]) == [e.id for e in ours]
    assert sorted([p.theirs.id for p in found.pairs] + [e.id for e in found.new]) == [e.id for e in theirs]


@given(nasty.texts)
def test_a_copy_of_a_text_matches_it_wholly_and_writes_the_same(text: str) -> None:
    found = read(text, now=nasty.NOW)
    copy = as_copy(found)

    pairs = match_returned(found.entries, copy.entries).pairs

    assert [pair.kind for pair in pairs] == [MatchKind.SAME] * len(found.entries)
    assert not {e.id for e in found.entries} & {e.id for e in copy.entries}
    assert {e.blog for e in copy.entries} <= {copy.blog.id}
    assert write(copy.blog, copy.entries).data == write(found.blog, found.entries).data


@given(nasty.entries, nasty.entries)
def test_what_is_taken_over_says_what_came_back(ours: Entry, theirs: Entry) -> None:
    taken = taken_over(ours, theirs)

    wanted = plain_entry(ours if ours.state is State.WITHDRAWN else theirs)
    assert (taken.id, taken.order, taken.note) == (ours.id, ours.order, ours.note)
    assert plain_entry(taken) == wanted or ours.state is State.WITHDRAWN


def test_an_unchanged_paragraph_keeps_its_formatting() -> None:
    bold = Block(spans=(Span("One.", strong=True),))
    image = Block(kind=Kind.IMAGE, url="attachment:0")
    ours = replace(entry("a", "Update"), body=(bold, image, Block(kind=Kind.QUOTE, spans=(Span("Two."),))))

    taken = taken_over(ours, entry("x", "Update", "Zero.", "One.", "Changed."))

    assert texts(taken.body)[:3] == ("Zero.", "One.", "Changed.")
    assert taken.body[1] == bold
    assert image in taken.body


def test_the_same_text_is_the_very_same_entry() -> None:
    ours = replace(entry("a", "Update", "One."), is_key=True, state=State.READY)

    assert taken_over(ours, entry("x", "Update", "One.")) is ours


def test_a_withdrawal_comes_back_as_one_and_is_not_taken_back() -> None:
    stub = replace(entry("x"), state=State.WITHDRAWN, notices=(Notice(NoticeKind.WITHDRAWN, "untrue"),))
    ours = entry("a", "Update", "One.")

    withdrawn = taken_over(ours, stub)

    assert withdrawn.state is State.WITHDRAWN
    assert withdrawn.headline == "Update"
    assert taken_over(withdrawn, ours) is withdrawn
    assert plain_entry(withdrawn).notices == ("WITHDRAWN: untrue",)


def test_the_blog_may_be_empty() -> None:
    blog = Blog(created=NOON, last_changed=NOON)

    assert write(blog, []).data == b"\n"
    assert match_returned([], []).pairs == ()
