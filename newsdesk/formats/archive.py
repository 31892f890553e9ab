"""The `.newsdesk` archive: a blog with all that belongs to it, losslessly, in one zip of plain JSON.

    newsdesk.json       what this is, and the blog's record
    entries.jsonl       one record a line, in the editor's arrangement
    revisions.jsonl     the history, if it was asked for
    attachments.json    the media type of each file in attachments/
    attachments/HASH    the files themselves

It holds drafts and withdrawn texts too: make its edition with Options(everything=True).
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from newsdesk.domain.edit import BOOKKEEPING
from newsdesk.domain.entry import State
from newsdesk.domain.record import Scalar, moment_to_text, to_record
from newsdesk.domain.revision import Act, Change, Revision
from newsdesk.formats.edition import Edition
from newsdesk.formats.plaintext.earlier import blog_without_earlier_words, entries_without_earlier_words

FORMAT = "newsdesk archive"
VERSION = 1
BLOG = "newsdesk.json"
ENTRIES = "entries.jsonl"
REVISIONS = "revisions.jsonl"
ATTACHMENTS = "attachments.json"
FOLDER = "attachments/"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_PRIVATE = frozenset({"note"})


def archive_to_hand_on(edition: Edition) -> tuple[bytes, tuple[str, ...]]:
    """The archive, and what its reader will know that no other reader is told."""
    drafts = sum(entry.state is State.DRAFT for entry in edition.entries)
    withdrawn = sum(entry.state is State.WITHDRAWN for entry in edition.entries)
    parts = [f"{drafts} draft{'s' if drafts > 1 else ''}"] if drafts else []
    parts += [f"the text of {withdrawn} withdrawn {'entries' if withdrawn > 1 else 'entry'}"] if withdrawn else []
    told = (f"The archive holds all: also {' and '.join(parts)}. Hand it on with care.",) if parts else ()
    return archive(edition), told


def archive(edition: Edition) -> bytes:
    """The archive's bytes; internal notes and history only if the options ask for them."""
    options, blog, kept = edition.options, edition.blog, edition.entries
    if not options.with_history:
        blog, kept = blog_without_earlier_words(blog, kept), tuple(entries_without_earlier_words(kept))
    entries = (entry if options.with_notes else replace(entry, note="") for entry in kept)
    head = {"format": FORMAT, "version": VERSION, "blog": to_record(blog)}
    files = {BLOG: (json.dumps(head, ensure_ascii=False, indent=1) + "\n").encode("utf-8")}
    files[ENTRIES] = _lines(to_record(entry) for entry in entries)
    if options.with_history:
        files[REVISIONS] = _lines(_revision(revision) for revision in _history(edition))
    if edition.attachments:
        kinds = {name: attachment.media_type for name, attachment in sorted(edition.attachments.items())}
        files[ATTACHMENTS] = (json.dumps(kinds, indent=1) + "\n").encode("utf-8")
        files |= {FOLDER + name: edition.attachments[name].content for name in kinds}
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip whose bytes depend on nothing but its files: stored, as compressors differ from machine to machine."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return packed.getvalue()


def _lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows).encode("utf-8")


def _history(edition: Edition) -> Iterator[Revision]:
    """What an archive tells of the past: of what it holds, and only what it may."""
    held = {edition.blog.id, *(entry.id for entry in edition.entries)}
    is_part = any(is_there and id not in held for id, is_there in _at_the_end(edition.revisions).items())
    spoken_of = {revision.target for revision in edition.revisions}
    for revision in edition.revisions:
        if revision.act is Act.ADOPT and not revision.changes and revision.id not in spoken_of:
            continue  # that it came to a desk with its history is no part of that history
        told = [change for change in revision.changes if not is_part or change.id in held]
        kept = told if edition.options.with_notes else [public for change in told if (public := _public_change(change))]
        if kept or not revision.changes:
            yield replace(revision, changes=tuple(kept))


def _at_the_end(revisions: Iterable[Revision]) -> dict[str, bool]:
    """Whether each value was there at last."""
    return {change.id: change.after is not None for revision in revisions for change in revision.changes}


def _revision(revision: Revision) -> dict[str, Any]:
    """Its place in the log is the line's; what a tombstone says of the rows of one store is no use to another."""
    return {
        "id": revision.id,
        "blog": revision.blog,
        "author": {"desk": revision.author.desk, "name": revision.author.name},
        "at": moment_to_text(revision.at),
        "title": revision.title,
        "act": revision.act.value,
        "target": "" if revision.act is Act.ERASE else revision.target,
        "visit": revision.visit,
        "changes": [
            {"what": change.what.value, "id": change.id, "before": _dict(change.before), "after": _dict(change.after)}
            for change in revision.changes
        ],
    }


def _dict(record: Mapping[str, Scalar] | None) -> dict[str, Scalar] | None:
    """Records may be read-only mappings, which JSON does not know."""
    return None if record is None else dict(record)


def _public_change(change: Change) -> Change | None:
    """The change with no word of an internal note, or None if it was about nothing else."""
    if change.before is not None and change.after is not None and _is_private({*change.before, *change.after}):
        return None
    return replace(change, before=_public(change.before), after=_public(change.after))


def _is_private(names: Set[str]) -> bool:
    return names - BOOKKEEPING <= _PRIVATE


def _public(record: Mapping[str, Scalar] | None) -> dict[str, Scalar] | None:
    """A whole record keeps the field, empty, so that it stays a whole record."""
    return None if record is None else {name: "" if name in _PRIVATE else value for name, value in record.items()}
