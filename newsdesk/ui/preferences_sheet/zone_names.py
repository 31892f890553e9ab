"""What a newsroom means by MSK, BST and their like, as lines of text: `MSK = Europe/Moscow`."""

from collections.abc import Mapping

from newsdesk.domain.zones import canonical_zone
from newsdesk.errors import NewsdeskError
from newsdesk.ui.words import tr


def to_lines(zones: Mapping[str, str]) -> str:
    return "\n".join(f"{name} = {zone}" for name, zone in sorted(zones.items()))


def from_lines(text: str) -> dict[str, str]:
    """The map that was typed. Raises NewsdeskError with a sentence about the first line that is wrong."""
    found = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _, zone = (part.strip() for part in line.partition("="))
        kept = canonical_zone(zone) if name and zone else None
        if kept is None:
            raise NewsdeskError(tr("“{0}” is not understood. Write it like MSK = Europe/Moscow.").format(line))
        found[name] = kept
    return found
