"""One value for every change."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.edit import Edit, Value, differing
from newsdesk.domain.entry import Entry
from newsdesk.domain.stamp import ShownTime
from tests.domain import bodies

entries = st.builds(
    Entry,
    id=st.sampled_from("abcdef"),
    blog=st.just("b"),
    order=st.just("U"),
    time=st.just(ShownTime(bodies.NOW)),
    created=st.just(bodies.NOW),
    last_changed=st.just(bodies.NOW),
    headline=st.text(max_size=3),
)
entry_maps = st.lists(entries, max_size=3).map(lambda found: {entry.id: entry for entry in found})


def applied(edit: Edit, values: dict[str, Value]) -> dict[str, Value]:
    kept = {id: value for id, value in values.items() if id not in edit.before}
    return kept | dict(edit.after)


@given(entry_maps, entry_maps, entries.map(lambda entry: replace(entry, id="other")))
def test_an_edit_and_its_inverse_change_nothing(
    before: dict[str, Value], after: dict[str, Value], other: Entry
) -> None:
    edit = Edit.of("Edit", before.values(), after.values())
    values = before | {other.id: other}

    assert applied(edit.inverse(), applied(edit, values)) == values
    assert edit.inverse().inverse() == edit
    assert edit.inverse("Undo").title == "Undo"
    assert set(edit.ids) == set(before) | set(after)


@given(entries)
def test_only_bookkeeping_is_no_change(entry: Entry) -> None:
    later = replace(entry, last_changed=datetime(2100, 1, 1, tzinfo=UTC))
    renamed = replace(later, headline=f"{entry.headline}!")

    assert Edit.of("x", [entry], [later]).is_empty
    assert not Edit.of("x", [entry], [renamed]).is_empty
    assert not Edit.of("x", after=[entry]).is_empty
    assert differing(later, renamed) == {"headline"}


def test_the_changes_are_given_before_and_after() -> None:
    now = bodies.NOW
    entry = Entry(id="a", blog="b", order="U", time=ShownTime(now), created=now, last_changed=now)
    changed, added = replace(entry, headline="H"), replace(entry, id="c")

    edit = Edit.of("Edit", before=[entry], after=[changed, added])

    assert list(edit.changes) == [(entry, changed), (None, added)]
