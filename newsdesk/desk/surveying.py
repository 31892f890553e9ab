"""A survey: what preflight says of a blog, kept while somebody writes in it.

A blog is looked through page by page, each page one short reading. After an edit only the entries that it touched
are looked at again, and entries are compared with one another only in what the edit changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from newsdesk.desk import preflighting, standings
from newsdesk.desk.desk import Desk
from newsdesk.domain import preflight as rules
from newsdesk.domain.arranging import Place
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Value, differing
from newsdesk.domain.entry import Entry
from newsdesk.domain.preflight import BLOG_RULES, TEXT, Beside, BlogRule, Facts, Finding, Severity
from newsdesk.domain.revision import Done

PAGE = 250  # entries; some 25 ms

Found = Mapping[str, Sequence[Finding]]  # by the id of the blog or the entry
_NOTHING: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Findings about values by themselves, and about entries beside one another."""

    blog: Blog
    facts: Facts
    weights: Mapping[str, Severity]
    told: Sequence[Beside]  # as they are arranged
    alone: Found
    together: Mapping[BlogRule, Sequence[Finding]]

    @property
    def findings(self) -> list[Finding]:
        """All of them: the blog's, then the entries' as they are arranged."""
        together: dict[str, list[Finding]] = {}
        for found in self.together.values():
            for one in found:
                together.setdefault(one.place.id, []).append(one)
        is_named = self.alone.keys() | together.keys()
        arranged = [self.blog.id, *(entry.id for entry, _ in self.told if entry.id in is_named)]
        ids = dict.fromkeys([*arranged, *self.alone])  # one just added is not arranged yet
        return [one for id in ids for one in (*self.alone.get(id, _NOTHING), *together.get(id, _NOTHING))]

    def after(self, done: Done) -> "Survey":
        """With what an edit made of its values by themselves; `followed` tells the rest."""
        alone, blog, gone = dict(self.alone), self.blog, set[str]()
        for before, value in done.edit.changes:
            if value is None and before is not None:
                alone.pop(before.id, None)
                gone.add(before.id)
            elif isinstance(value, Entry) and value.blog == blog.id:
                alone[value.id] = rules.of_entry(value, blog, self.facts, self.weights)
            elif isinstance(value, Blog) and value.id == blog.id:
                blog, alone[value.id] = value, rules.of_head(value, self.weights)
        if not gone:
            return replace(self, blog=blog, alone=alone)
        together = {rule: [f for f in found if f.place.id not in gone] for rule, found in self.together.items()}
        return replace(self, blog=blog, alone=alone, together=together)


class Look:
    """A survey on its way."""

    def __init__(self, desk: Desk, id: str, weights: Mapping[str, Severity]) -> None:
        self._blog, self._weights = desk.store.blog(id), weights
        self._facts = standings.facts(desk, id)
        self._alone: dict[str, Sequence[Finding]] = {id: rules.of_head(self._blog, weights)}
        self._told: list[Beside] = []
        self._last: Place | None = None
        self.count = sum(desk.store.counts().get(id, {}).values())

    @property
    def done(self) -> int:
        """How many entries were looked at."""
        return len(self._told)

    def step(self, desk: Desk) -> Survey | None:
        """Look at the next page; the survey, after the last."""
        page = desk.store.page(self._blog.id, self._last, PAGE)
        for entry in page:
            if found := rules.of_entry(entry, self._blog, self._facts, self._weights):
                self._alone[entry.id] = found
            self._told.append(Beside.of(entry))
            self._last = entry.place
        return None if page else self._survey()

    def _survey(self) -> Survey:
        empty = Survey(
            blog=self._blog, facts=self._facts, weights=self._weights, told=self._told, alone=self._alone, together={}
        )
        return replace(empty, together={rule: _of_rule(empty, rule) for rule in BLOG_RULES})


def survey(desk: Desk, id: str, weights: Mapping[str, Severity]) -> Survey:
    """Look through a whole blog. Takes as long as the blog is."""
    look = Look(desk, id, weights)
    while (found := look.step(desk)) is None:
        pass
    return found


def followed(desk: Desk, known: Survey, ids: Iterable[str]) -> Survey:
    """A survey with these entries as they are now, and with what that changes for the others."""
    touched = set(ids)
    now = {id: entry for id, entry in desk.store.entries(touched).items() if entry.blog == known.blog.id}
    told = {id: standing for id, standing in known.facts.standings.items() if id not in touched}
    facts = replace(known.facts, standings=told | standings.standings(desk, known.blog.id, touched))
    alone = {id: found for id, found in known.alone.items() if id not in touched}
    alone |= {id: rules.of_entry(entry, known.blog, facts, known.weights) for id, entry in now.items()}
    before = {one.entry.id: one for one in known.told if one.entry.id in touched}
    after = {id: Beside.of(entry) for id, entry in now.items()}
    again = replace(known, facts=facts, alone=alone, told=_arranged(known.told, touched, after))
    changed = _changed(before, after)
    is_same = before.keys() == after.keys()
    kept = {rule for rule, fields in BLOG_RULES.items() if is_same and fields and not fields & changed}
    return replace(
        again, together={r: known.together[r] if r in kept else _of_rule(again, r) for r in BLOG_RULES}
    )


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


def _of_rule(known: Survey, rule: BlogRule) -> list[Finding]:
    return rules.of_blog(known.blog, known.told, known.facts, known.weights, [rule])


def _changed(before: Mapping[str, Beside], after: Mapping[str, Beside]) -> frozenset[str]:
    """The names of the fields in which any of these entries differs."""
    names: set[str] = set()
    for id in before.keys() & after.keys():
        old, new = before[id], after[id]
        names |= differing(old.entry, new.entry)
        names |= {TEXT} if old.text != new.text else set()
    return frozenset(names)


def _arranged(told: Sequence[Beside], touched: set[str], after: Mapping[str, Beside]) -> list[Beside]:
    """With what the touched ones are now. Nearly in order as it is, which sorting makes use of."""
    kept = [one for one in told if one.entry.id not in touched]
    return sorted([*kept, *after.values()], key=lambda one: one.entry.place)
