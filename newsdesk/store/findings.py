"""What a check says: a report with its findings, each a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written. `place` names it for a machine: `entry ID`, `revision 12`."""

    code: str
    sentence: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a check. The settings are those that carry the promises."""

    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)  # of blogs, entries, revisions, attachments
    settings: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        return not self.findings

    @property
    def sentence(self) -> str:
        """The outcome in one sentence."""
        held = ", ".join(_counted(count, name) for name, count in self.counts.items())
        if self.is_sound:
            return f"The store is sound: {held}; the file, the log and every reference agree."
        several = _counted(len(self.findings), "findings")
        return (
            f"The store is damaged: {several}. Nothing was changed. Restore a backup, or run “newsdesk salvage” "
            "to get its entries into a new file."
        )

    @property
    def shape(self) -> dict[str, object]:
        """The report as plain JSON."""
        findings = [{"code": each.code, "place": each.place, "message": each.sentence} for each in self.findings]
        return {
            "sound": self.is_sound,
            "message": self.sentence,
            "findings": findings,
            "counts": dict(self.counts),
            "settings": dict(self.settings),
        }


def _counted(count: int, names: str) -> str:
    if count != 1:
        return f"{count:,} {names}"
    return f"1 {names.removesuffix('ies')}y" if names.endswith("ies") else f"1 {names.removesuffix('s')}"


def readable(text: object) -> str:
    """A text out of a damaged store, fit to be printed."""
    return str(text).encode("utf-8", "replace").decode()
