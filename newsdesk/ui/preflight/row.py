"""A row of the panel in words."""

from dataclasses import dataclass

from newsdesk.domain.blog import Blog
from newsdesk.domain.preflight import Finding
from newsdesk.ui.preflight import shapes
from newsdesk.ui.words import tr

_FIELDS = {
    "headline": "headline", "body": "text", "introduction": "introduction", "time": "time", "notices": "notice",
    "embargo": "embargo",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, what it says, and where it is."""

    finding: Finding
    where: str

    @property
    def sentence(self) -> str:
        """As a screen reader says it."""
        return f"{shapes.word(self.finding.severity)}: {self.finding.sentence} {self.where}"


def row_of(finding: Finding) -> Row:
    return Row(finding, " · ".join(filter(None, (*_value(finding), tr(_FIELDS.get(finding.place.field, ""))))))


def _value(finding: Finding) -> tuple[str, ...]:
    value = finding.value
    if isinstance(value, Blog):
        return (tr("The blog"),)
    words = value.headline or " ".join(block.text for block in value.body)[:80]
    return f"{value.time.local:%H:%M}", words or tr("No headline yet")
