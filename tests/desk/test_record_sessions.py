"""Random sessions with restarts: what was exported comes out again, byte by byte, whatever was done since."""

import os
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.desk import correcting, releasing, standings, writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import Exported, Options, Order, export, export_again
from newsdesk.domain import newsroom
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import NoticeKind, State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.revision import Author
from newsdesk.domain.settling import standings_along
from newsdesk.errors import ConflictError, NewsdeskError
from newsdesk.store.store import Store
from tests.desk.newsroom import Clock

WORDS = ("storm", "harbour", "ships", "wait", "quay", "closed", "open", "10", "12", "night")
FORMATS = ("text", "html", "jsonld", "atom", "markdown")


@dataclass
class Session:
    """A newsroom at work: somebody does things at random, and notes what was exported."""

    file: Path
    dice: random.Random
    clock: Clock = field(default_factory=Clock)
    exported: list[tuple[Exported, datetime]] = field(default_factory=list)
    withdrawn_at: list[datetime] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk = self._at_work()
        self.blog: Blog = writing.new_blog(self.desk, "Storm")
        for _ in range(3):
            self.add()

    def _at_work(self) -> Desk:
        return Desk(Store(self.file), Author("desk-one", "Ada"), self.clock)

    def restart(self) -> None:
        self.desk.store.close()
        self.desk = self._at_work()

    def words(self, count: int) -> str:
        return " ".join(self.dice.choices(WORDS, k=count))

    def any_entry(self) -> str:
        return self.dice.choice([entry.id for entry in self.desk.store.entries_of(self.blog.id)])

    def add(self) -> None:
        state = self.dice.choice([State.DRAFT, State.READY, State.PUBLISHED, State.PUBLISHED])
        writing.add_entry(
            self.desk, self.blog, headline=self.words(3), body=paragraphs(self.words(8)), state=state
        )

    def edit(self) -> None:
        entry = self.desk.entry(self.any_entry())
        headline, body = self.words(3), paragraphs(self.words(8), self.words(4))
        writing.change(self.desk, entry, "Edit", headline=headline, body=body)

    def move(self) -> None:
        writing.move_entries(self.desk, [self.any_entry()], above=self.any_entry())

    def set_state(self) -> None:
        writing.set_state(self.desk, [self.any_entry()], self.dice.choice([State.DRAFT, State.READY, State.PUBLISHED]))

    def delete(self) -> None:
        writing.delete_entries(self.desk, [self.any_entry()])

    def embargo(self) -> None:
        until = self.clock.now + timedelta(minutes=self.dice.randint(1, 30))
        writing.set_embargo(self.desk, [self.any_entry()], self.dice.choice([None, until]))

    def correct(self) -> None:
        kind = self.dice.choice([NoticeKind.CORRECTION, NoticeKind.CLARIFICATION, NoticeKind.REFILE])
        correcting.correct(self.desk, self.desk.entry(self.any_entry()), kind)

    def withdraw(self) -> None:
        correcting.withdraw(self.desk, [self.desk.entry(self.any_entry())], self.words(3))
        self.withdrawn_at.append(self.clock.now)

    def rename(self) -> None:
        writing.change(self.desk, self.desk.store.blog(self.blog.id), "Edit", headline=self.words(4))

    def undo(self) -> None:
        self.desk.undo(self.blog.id)

    def redo(self) -> None:
        self.desk.redo(self.blog.id)

    def export(self) -> None:
        options = Options(order=self.dice.choice(list(Order)), include_drafts=self.dice.random() < 0.2)
        done = export(self.desk, self.blog, self.dice.choice(FORMATS), options=options)
        self.exported.append((done, self.clock.now))

    def play(self, acts: int) -> None:
        does = [
            self.add, self.edit, self.edit, self.edit, self.move, self.set_state, self.delete, self.correct,
            self.rename, self.undo, self.undo, self.redo, self.export, self.export, self.restart,
        ]
        if self.dice.random() < 0.4:  # these change what may be shown of the past
            does += [self.withdraw, self.embargo]
        for _ in range(acts):
            self.clock.forward(self.dice.random() * 5 + 0.01)
            try:
                self.dice.choice(does)()
            except NewsdeskError:
                continue  # refused: nothing to undo, released and so not deleted, nothing owed
            except IndexError:
                self.begin_again()

    def begin_again(self) -> None:
        """Every entry was taken back by undo, perhaps the blog itself."""
        try:
            self.add()
        except ConflictError:
            self.redo()


def play(file: Path, seed: int) -> Session:
    session = Session(file, random.Random(seed))
    session.play(70)
    session.restart()
    return session


def holds(session: Session) -> None:
    """Every release comes out the same, by itself and as of its moment; and nobody owes what was typed back."""
    for done, at in session.exported:
        release = done.release
        assert release is not None
        assert export_again(session.desk, release).data == done.data
        options, _ = releasing.asked_of(release)
        if any(taken > at for taken in session.withdrawn_at) or _embargo_since(session, release.content):
            continue  # today's withdrawals and embargoes hold for the past too
        for as_of in (release.id, at):
            cut = releasing.cut_of(session.desk, as_of, session.blog)
            again = export(session.desk, session.blog, release.format, options=options, cut=cut, is_release=False)
            assert again.data == done.data


def _embargo_since(session: Session, content: int) -> bool:
    past = session.desk.store.past
    later = past.later(dict.fromkeys(past.touched(session.blog.id, content), content))
    return any("embargo" in (change.after or {}) for _, changes in later.values() for _, change in changes)


def slowly(session: Session, id: str) -> newsroom.Standing | None:
    """The standing of an entry from the whole blog as of every revision since its first release."""
    past, blog = session.desk.store.past, session.blog.id
    held = past.held(blog)[id]
    stood = (
        (place, {entry.id: entry for entry in past.stand(blog, place).entries}.get(id))
        for place in range(held[0], session.desk.store.end_of_log() + 1)
    )
    *_, last = standings_along((entry, place in held) for place, entry in stood if entry)
    return last


def debts_are_net(session: Session) -> None:
    """Told against the slow way: compare each entry with the whole blog as of the releases that held it."""
    desk, blog = session.desk, session.blog.id
    entries = desk.store.entries_of(blog)
    told = standings.standings(desk, blog)
    held = desk.store.past.held(blog)
    for entry in entries:
        place = held[entry.id][-1] if entry.id in held else None
        then = {e.id: e for e in desk.store.past.stand(blog, place).entries} if place is not None else {}
        known = then.get(entry.id)
        standing = told.get(entry.id)
        if known is None:
            assert standing is None
        elif standing is None:
            assert newsroom.is_same_in_substance(known, entry) and known.notices == entry.notices
        else:
            assert standing.released == known
            assert standing == slowly(session, entry.id)


@pytest.mark.parametrize("seed", range(200 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 6))
def test_releases_survive_a_random_session_with_restarts(tmp_path: Path, seed: int) -> None:
    session = play(tmp_path / "test.newsdeskdb", seed)

    holds(session)
    debts_are_net(session)
    assert session.desk.store.check().findings == ()
    session.desk.store.close()
