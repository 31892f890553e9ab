"""A survey: what preflight says of a blog, kept while somebody writes in it, entry by entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from newsdesk.desk import preflighting, standings
from newsdesk.desk.desk import Desk
from newsdesk.domain import preflight as rules
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value
from newsdesk.domain.entry import Entry
from newsdesk.domain.preflight import Facts, Finding, Severity
from newsdesk.domain.revision import Done

Found = Mapping[str, tuple[Finding, ...]]  # by the id of the blog or the entry
_NOTHING: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Findings about values by themselves, and about entries beside one another."""

    blog: Blog
    facts: Facts
    weights: Mapping[str, Severity]
    ranks: Mapping[str, int]  # of the blog and of its entries, as they are arranged
    alone: Found
    together: Found

    @property
    def findings(self) -> list[Finding]:
        """All of them: the blog's, then the entries' as they are arranged."""
        ids = sorted(self.alone.keys() | self.together.keys(), key=lambda id: self.ranks.get(id, len(self.ranks)))
        return [one for id in ids for one in (*self.alone.get(id, _NOTHING), *self.together.get(id, _NOTHING))]

    def with_entries(self, entries: Iterable[Entry]) -> "Survey":
        """With what these entries are by themselves."""
        told = ((entry.id, tuple(rules.of_entry(entry, self.blog, self.facts, self.weights))) for entry in entries)
        return replace(self, alone={**self.alone, **{id: found for id, found in told if found}})

    def after(self, done: Done) -> "Survey":
        """With what an edit made of its values by themselves; the entries beside one another wait for a new survey."""
        alone, together, blog = dict(self.alone), dict(self.together), self.blog
        for before, value in done.edit.changes:
            if value is None:
                for found in (alone, together):
                    found.pop(before.id if before else "", None)
            elif isinstance(value, Entry) and value.blog == blog.id:
                alone[value.id] = tuple(rules.of_entry(value, blog, self.facts, self.weights))
            elif isinstance(value, Blog) and value.id == blog.id:
                blog, alone[value.id] = value, tuple(rules.of_head(value, self.weights))
        return replace(self, blog=blog, alone=alone, together=together)


def survey(desk: Desk, id: str, weights: Mapping[str, Severity]) -> Survey:
    """Look through a whole blog. Takes as long as the blog is."""
    begun, entries = begin(desk, id, weights)
    return begun.with_entries(entries)


def begin(desk: Desk, id: str, weights: Mapping[str, Severity]) -> tuple[Survey, Sequence[Entry]]:
    """The entries of a blog beside one another; by themselves they can be looked at bit by bit."""
    blog, entries = desk.store.blog(id), desk.store.entries_of(id)
    facts = standings.facts(desk, id)
    together: dict[str, list[Finding]] = {}
    for finding in rules.of_blog(blog, entries, facts, weights):
        together.setdefault(finding.place.id, []).append(finding)
    begun = Survey(
        blog=blog, facts=facts, weights=weights,
        ranks={one: rank for rank, one in enumerate([id, *(entry.id for entry in entries)])},
        alone={id: tuple(rules.of_head(blog, weights))},
        together={id: tuple(found) for id, found in together.items()},
    )
    return begun, entries


def fix_as_it_stands(desk: Desk, known: Survey, findings: Iterable[Finding]) -> Done | None:
    """Do those fixes that still are needed as one edit, in the values as they are now; None if none is."""
    wanted = {(finding.code, finding.place) for finding in findings}
    ids = {place.id for _, place in wanted}
    values: list[Value] = [*desk.store.entries(list(ids - {known.blog.id})).values()]
    values += [desk.store.blog(known.blog.id)] if known.blog.id in ids else []
    found = (finding for value in values for finding in _alone(value, known))
    return preflighting.fix(desk, (finding for finding in found if (finding.code, finding.place) in wanted))


def _alone(value: Value, known: Survey) -> list[Finding]:
    if isinstance(value, Blog):
        return rules.of_head(value, known.weights)
    return rules.of_entry(value, known.blog, known.facts, known.weights)
