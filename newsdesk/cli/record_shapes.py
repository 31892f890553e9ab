"""What the commands about the record show, as JSON-able shapes and as lines for a person."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from newsdesk.desk.history import Visit
from newsdesk.domain.entry import Entry
from newsdesk.domain.preflight import Finding, Severity
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Revision

Shape = dict[str, Any]


def finding_row(finding: Finding) -> Shape:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.sentence,
        "entry": place.id if isinstance(finding.value, Entry) else None,
        "field": place.field or None,
        "block": place.block,
        "start": place.start,
        "end": place.end,
        "fix": finding.fix.title if finding.fix else None,
    }


def finding_line(finding: Finding) -> str:
    where = f"{finding.value.time} " if isinstance(finding.value, Entry) else ""
    fix = f" Fix: {finding.fix.title}." if finding.fix else ""
    return f"{finding.severity.value}: {where}{finding.sentence}{fix} [{finding.code}]"


def verdict(found: Sequence[Finding]) -> str:
    """One sentence on all of it."""
    counts = Counter(finding.severity for finding in found)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for severity, word in words.items() if (n := counts[severity])]
    return f"Preflight: {', '.join(parts)}." if parts else "Preflight: all clear."


def visit_row(visit: Visit) -> Shape:
    return {
        "who": visit.author.name,
        "desk": visit.author.desk,
        "began": visit.began.isoformat(),
        "ended": visit.ended.isoformat(),
        "titles": list(visit.titles),
        "changes": [
            {"field": told.field, "pieces": [[piece.side.value, piece.text] for piece in told.pieces]}
            for told in visit.told()
        ],
    }


def visit_lines(visit: Visit) -> str:
    told = [f"  {told.line}" for told in visit.told()]
    return "\n".join([f"{_when(visit.ended)}  {visit.author.name}: {', '.join(visit.titles)}", *told])


def session_row(session: Sequence[Revision]) -> Shape:
    first, last = session[0], session[-1]
    return {
        "who": last.author.name,
        "desk": last.author.desk,
        "began": first.at.isoformat(),
        "ended": last.at.isoformat(),
        "titles": list(dict.fromkeys(revision.title for revision in session)),
        "act": last.act.value,
        "revisions": [revision.id for revision in session],
    }


def session_line(session: Sequence[Revision]) -> str:
    last = session[-1]
    return f"{_when(last.at)}  {last.author.name}: {', '.join(dict.fromkeys(r.name for r in session))}"


def release_row(release: Release) -> Shape:
    return {
        "id": release.id,
        "at": release.at.isoformat(),
        "who": release.author.name,
        "format": release.format,
        "options": dict(release.options),
        "file": release.file or None,
        "sequence": release.sequence,
        "content": release.content,
        "sha256": release.hash,
        "bytes": release.size,
        "entries": [{"id": id, "state": state.value} for id, state in release.held.items()],
    }


def release_line(release: Release) -> str:
    where = f" in {release.file}" if release.file else ""
    count = f"{len(release.held)} {'entry' if len(release.held) == 1 else 'entries'}" if release.held else "a backup"
    return f"{release.id[:8]}  {_when(release.at)}  {release.format}{where}, {count}, by {release.author.name}"


def trash_row(revision: Revision, entry: Entry) -> Shape:
    return {
        "id": entry.id,
        "stamp": str(entry.time),
        "headline": entry.headline,
        "deleted": revision.at.isoformat(),
        "who": revision.author.name,
    }


def trash_line(revision: Revision, entry: Entry) -> str:
    words = entry.headline or "(no headline)"
    return f"{entry.id[:8]}  {entry.time}  {words}  [deleted {_when(revision.at)} by {revision.author.name}]"


def _when(moment: datetime) -> str:
    return moment.strftime("%d.%m.") + f"{moment.year:04} " + moment.strftime("%H:%M:%S GMT")
