"""Random sessions of two desks in two processes, compared after every step with an independent oracle."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.order import between
from newsdesk.domain.revision import Author
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import ConflictError
from newsdesk.store.store import Store
from tests.store.oracle import Oracle, Refused, Value
from tests.store.second_process import SecondProcess
from tests.store.stories import ANN, BOB, NOON, a_blog, an_entry

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"), max_size=12)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "headline": WORDS,
        "body": WORDS.map(paragraphs),
        "state": st.sampled_from(State),
        "time": st.integers(0, 10_000).map(lambda minutes: ShownTime(NOON - timedelta(minutes=minutes))),
        "is_key": st.booleans(),
        "labels": st.lists(WORDS, max_size=2).map(tuple),
        "source": st.none() | WORDS,
    },
)
DESKS = st.sampled_from([ANN, BOB])


@contextmanager
def refused_alike(expected: Callable[[], object]) -> Iterator[list[object]]:
    """What the oracle says first; if it refuses, the store must too."""
    answers: list[object] = []
    try:
        answers.append(expected())
    except Refused:
        note("refused")
        with pytest.raises(ConflictError):
            yield answers
        return
    yield answers


class Session(RuleBasedStateMachine):
    """Ann works here, Bob in another process; nobody waits for anybody."""

    second: SecondProcess

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "desk.newsdesk"
        self.store = Store(self.path)
        self.second.open(self.path)
        self.oracle = Oracle()
        self.blog = a_blog()

    @initialize()
    def begin(self) -> None:
        self.change([], [self.blog], desk=BOB.desk)

    def change(self, before: list[Value], after: list[Value], desk: str) -> None:
        sides = [{value.id: value for value in values} for values in (before, after)]
        with refused_alike(lambda: self.oracle.apply(desk, *sides)):
            if desk == ANN.desk:
                self.store.apply(Edit.of("Edit", before, after), ANN, at=NOON)
            else:
                self.second.apply(before, after)

    def an_entry(self, data: st.DataObject) -> Entry | None:
        entries = self.oracle.entries(self.blog.id)
        return data.draw(st.sampled_from(entries)) if entries else None

    @rule(desk=DESKS, data=st.data(), number=st.integers(1, 4))
    def add(self, desk: Author, data: st.DataObject, number: int) -> None:
        new: list[Value] = [an_entry(self.blog, order=data.draw(st.sampled_from("59AZaz"))) for _ in range(number)]
        self.change([], new, desk=desk.desk)

    @rule(desk=DESKS, data=st.data(), fields=CHANGES)
    def edit(self, desk: Author, data: st.DataObject, fields: dict[str, object]) -> None:
        if entry := self.an_entry(data):
            new = replace(entry, **fields)  # type: ignore[arg-type]
            if new != entry:
                self.change([entry], [new], desk=desk.desk)

    @rule(data=st.data(), letters=st.text("abc é北", min_size=1, max_size=4))
    def type(self, data: st.DataObject, letters: str) -> None:
        if not (entry := self.an_entry(data)):
            return
        for letter in letters:
            typed = replace(entry, headline=entry.headline + letter)
            self.change([entry], [typed], desk=ANN.desk)
            entry = typed

    @rule(data=st.data(), fields=CHANGES, stale=st.text("xyz", max_size=3))
    def edit_what_is_no_longer_so(self, data: st.DataObject, fields: dict[str, object], stale: str) -> None:
        if entry := self.an_entry(data):
            seen = replace(entry, headline=stale)
            new = replace(seen, headline="!", **{k: v for k, v in fields.items() if k != "headline"})  # type: ignore[arg-type]
            self.change([seen], [new], desk=ANN.desk)

    @rule(desk=DESKS, data=st.data())
    def move_to_the_top(self, desk: Author, data: st.DataObject) -> None:
        entries = self.oracle.entries(self.blog.id)
        if entry := self.an_entry(data):
            moved = replace(entry, order=between("", entries[0].order))
            self.change([entry], [moved], desk=desk.desk)

    @rule(desk=DESKS, data=st.data())
    def delete(self, desk: Author, data: st.DataObject) -> None:
        if entry := self.an_entry(data):
            self.change([entry], [], desk=desk.desk)

    @rule(headline=WORDS)
    def rename_the_blog(self, headline: str) -> None:
        blog = self.oracle.now[self.blog.id]
        if blog.headline != headline:
            self.change([blog], [replace(blog, headline=headline)], desk=ANN.desk)

    @rule()
    def undo(self) -> None:
        with refused_alike(lambda: self.oracle.undo(ANN.desk)) as expected:
            assert (self.store.undo(self.blog.id, ANN, at=NOON) is not None) == expected[0]

    @rule()
    def redo(self) -> None:
        with refused_alike(lambda: self.oracle.redo(ANN.desk)) as expected:
            assert (self.store.redo(self.blog.id, ANN, at=NOON) is not None) == expected[0]

    @precondition(lambda self: len(self.oracle.done.get(BOB.desk, [])) > 1)
    @rule()
    def undo_in_the_other_process(self) -> None:
        with refused_alike(lambda: self.oracle.undo(BOB.desk)) as expected:
            assert self.second.undo(self.blog.id) == expected[0]

    @rule()
    def redo_in_the_other_process(self) -> None:
        with refused_alike(lambda: self.oracle.redo(BOB.desk)) as expected:
            assert self.second.redo(self.blog.id) == expected[0]

    @rule(count=st.integers(1, 5))
    def undo_and_redo_as_often(self, count: int) -> None:
        before, done = dict(self.oracle.now), 0
        try:
            while done < count and self.oracle.undo(ANN.desk):
                assert self.store.undo(self.blog.id, ANN, at=NOON)
                self.nothing_differs()
                done += 1
        except Refused:
            note("undone as far as it went")
        for _ in range(done):
            assert self.oracle.redo(ANN.desk)
            assert self.store.redo(self.blog.id, ANN, at=NOON)
        assert self.oracle.now == before

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store(self.path)

    @invariant()
    def nothing_differs(self) -> None:
        blog = self.oracle.now.get(self.blog.id)
        assert self.store.blogs() == ([blog] if blog else [])
        assert self.store.entries_of(self.blog.id) == self.oracle.entries(self.blog.id)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


def test_two_desks_and_the_oracle_agree_after_every_step() -> None:
    Session.second = SecondProcess()

    run_state_machine_as_test(Session, settings=settings(stateful_step_count=20))

    Session.second.stop()
