"""What a screen reader would say, a line each: run by the system's Python, the one that has pyatspi."""

from __future__ import annotations

from typing import Any

import pyatspi  # type: ignore[import-not-found]

HEARD = (
    "object:state-changed:focused", "object:active-descendant-changed", "object:announcement",
    "object:state-changed:checked", "object:text-caret-moved", "object:text-changed:insert", "window:activate",
    "object:property-change:accessible-name",  # so that names are not kept that have changed
)  # fmt: skip
STATES = ("CHECKED", "EXPANDED", "READ_ONLY", "INVALID_ENTRY")
Thing = Any  # an Atspi.Accessible


class Ear:
    """Knows where the keys are, so that of a place only what is new is said."""

    def __init__(self) -> None:
        self._around: list[str] = []

    def hear(self, event: Any) -> None:  # noqa: ANN401  an Atspi.Event
        """Write down one event, unless it says that something is over."""
        kind = str(event.type)
        try:
            if said := self._said(kind, event):
                print(said, flush=True)
        except Exception as error:  # the thing has gone meanwhile
            print(f"gone before it was heard: {kind} ({error})", flush=True)

    def _said(self, kind: str, event: Any) -> str:  # noqa: ANN401
        thing = event.source
        if "announcement" in kind:
            return f"ANNOUNCED {event.any_data}"
        if "caret" in kind:
            line = thing.queryText().getTextAtOffset(event.detail1, pyatspi.TEXT_BOUNDARY_LINE_START)[0]
            return f"caret {event.detail1} in {thing.name}: {line!r}"
        if "accessible-name" in kind:
            return ""
        if "insert" in kind:
            return f"typed {event.any_data!r} in {thing.name}"
        if "focused" in kind:
            return f"FOCUS {self._entered(thing)}{described(thing)}" if event.detail1 else ""
        return f"{kind.rpartition(':')[2].upper()} {event.detail1} {described(thing)}"

    def _entered(self, thing: Thing) -> str:
        """The named places around a thing that were not around the one before."""
        found: list[str] = []
        place = thing.parent
        while place and place.getRole() != pyatspi.ROLE_APPLICATION:
            found[:0] = [f"{place.name} {place.getRoleName()}"] if place.name else []
            place = place.parent
        new = [name for name in found if name not in self._around]
        self._around = found
        return f"<{' / '.join(new)}> " if new else ""


def described(thing: Thing) -> str:
    """Name, role, states, description and text, as they are read out."""
    states = thing.getState()
    said = [f"“{thing.name}”", thing.getRoleName()]
    said += [name.lower() for name in STATES if states.contains(getattr(pyatspi, f"STATE_{name}"))]
    said += [] if states.contains(pyatspi.STATE_ENABLED) else ["disabled"]
    said += [f"({thing.description})"] if thing.description not in ("", thing.name) else []
    for relation in thing.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            said.append(f"[labelled {relation.getTarget(0).name}]")
    if "Text" in pyatspi.listInterfaces(thing):
        text = thing.queryText()
        said.append(f"{text.getText(0, min(80, text.characterCount))!r} at {text.caretOffset}")
    return " ".join(said)


if __name__ == "__main__":
    print("listening", flush=True)
    pyatspi.Registry.registerEventListener(Ear().hear, *HEARD)
    pyatspi.Registry.start()
