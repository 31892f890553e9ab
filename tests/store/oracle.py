"""What a store should say, worked out a second time from the values alone, with none of the store's code."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry

Value = Blog | Entry
Values = Mapping[str, Value]


class Refused(Exception):  # noqa: N818  it is no error: the store should refuse too
    """Somebody else changed the same field, or the value is gone or there already."""


@dataclass
class Oracle:
    """All values, and what each desk has done and undone, as whole values."""

    now: dict[str, Value] = field(default_factory=dict)
    done: dict[str, list[tuple[Values, Values]]] = field(default_factory=dict)
    undone: dict[str, list[tuple[Values, Values]]] = field(default_factory=dict)

    def apply(self, desk: str, before: Values, after: Values) -> None:
        self._change(before, after)
        self.done.setdefault(desk, []).append((before, after))
        self.undone[desk] = []

    def undo(self, desk: str) -> bool:
        if not self.done.get(desk):
            return False
        before, after = self.done[desk][-1]
        self._change(after, before)
        self.undone[desk].append(self.done[desk].pop())
        return True

    def redo(self, desk: str) -> bool:
        if not self.undone.get(desk):
            return False
        before, after = self.undone[desk][-1]
        self._change(before, after)
        self.done[desk].append(self.undone[desk].pop())
        return True

    def entries(self, blog: str) -> list[Entry]:
        mine = [value for value in self.now.values() if isinstance(value, Entry) and value.blog == blog]
        return sorted(mine, key=lambda entry: (entry.order, entry.id))

    def _change(self, before: Values, after: Values) -> None:
        now = dict(self.now)
        for id in {**before, **after}:
            old, new = before.get(id), after.get(id)
            if old is None:
                if id in now or new is None:
                    raise Refused
                now[id] = new
            else:
                now[id] = _changed(now.get(id), old, new)
                if new is None:
                    del now[id]
        self.now = now


def _changed(now: Value | None, old: Value, new: Value | None) -> Value:
    if now is None:
        raise Refused
    expected = [f.name for f in fields(old) if new is None or getattr(old, f.name) != getattr(new, f.name)]
    if any(getattr(now, name) != getattr(old, name) for name in expected if name != "last_changed"):
        raise Refused
    return now if new is None else replace(now, **{name: getattr(new, name) for name in expected})
