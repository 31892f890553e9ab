"""The door of the store: one user event is one transaction; values go in and come out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from newsdesk.domain.arranging import Key, Place
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry, new_id
from newsdesk.domain.record import from_record, time_to_text
from newsdesk.domain.revision import Act, Author, Done, Revision, What
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import UnknownError
from newsdesk.store import attaching, backups, changing, check, erasing, log, places, rows, search, trash
from newsdesk.store.attaching import Attachment
from newsdesk.store.backups import Kept
from newsdesk.store.database import Database
from newsdesk.store.findings import Report
from newsdesk.store.past import Past
from newsdesk.store.search import Hit
from newsdesk.store.tables import blogs, changes, entries, revisions


class Store:
    """Everything a newsroom has written, with its log."""

    def __init__(self, where: str | Path) -> None:
        self.database = Database(where)
        self.past = Past(self.database)

    @property
    def path(self) -> Path | None:
        """The file of the store; None where it is on a server."""
        return self.database.path

    def close(self) -> None:
        self.database.close()

    def apply(self, edit: Edit, author: Author, *, at: datetime, visit: str = "") -> Revision:
        """Write an edit and its place in the log, or neither; an edit that changes nothing is not written at all.

        Raises ConflictError if a field is no longer as the edit found it.
        """
        told = changing.changes_of(edit)
        revision = Revision(
            id=new_id(),
            sequence=0,
            blog=_blog_of(edit),
            author=author,
            at=at,
            title=edit.title,
            visit=visit,
            changes=told,
        )
        with self.database.writing() as connection:
            if not told:
                return replace(revision, sequence=log.end(connection))
            changing.write(connection, told)
            return log.append(connection, revision)

    def undo(self, blog: str, author: Author, *, at: datetime) -> Done | None:
        """Take back this desk's latest edit of a blog; None if there is nothing to undo.

        Raises ConflictError if somebody else has since changed the same field.
        """
        with self.database.writing() as connection:
            target = log.undoable(connection, blog, author.desk)
            return None if target is None else self._again(connection, target, Act.UNDO, author, at)

    def redo(self, blog: str, author: Author, *, at: datetime) -> Done | None:
        """Do again what this desk undid last; None if it has edited since."""
        with self.database.writing() as connection:
            target = log.redoable(connection, blog, author.desk)
            return None if target is None else self._again(connection, target, Act.REDO, author, at)

    def _again(self, connection: Connection, target: Revision, act: Act, author: Author, at: datetime) -> Done:
        told = changing.reverse(target.changes) if act is Act.UNDO else target.changes
        changing.write(connection, told)
        revision = replace(
            target, id=new_id(), author=author, at=at, act=act, target=target.id, visit="", changes=told
        )
        return Done(log.append(connection, revision), changing.edit_of(connection, target.title, told))

    def titles(self, blog: str, desk: str) -> tuple[str | None, str | None]:
        """The titles of the edits that undo and redo are about to take; None where there is nothing."""
        with self.database.reading() as connection:
            undoable, redoable = log.undoable_id(connection, blog, desk), log.redoable_id(connection, blog, desk)
            return undoable and log.title(connection, undoable), redoable and log.title(connection, redoable)

    def blogs(self) -> list[Blog]:
        """All blogs, the latest changed first."""
        with self.database.reading() as connection:
            wanted = select(*rows.columns(What.BLOG)).order_by(blogs.c.last_changed.desc(), blogs.c.id)
            return [rows.read_blog(row) for row in connection.execute(wanted)]

    def counts(self) -> dict[str, dict[str, int]]:
        """How many entries each blog has in each state."""
        counted = select(entries.c.blog, entries.c.state, func.count()).group_by(entries.c.blog, entries.c.state)
        found: dict[str, dict[str, int]] = {}
        with self.database.reading() as connection:
            for blog, state, count in connection.execute(counted):
                found.setdefault(blog, {})[state] = count
        return found

    def blog(self, id: str) -> Blog:
        """The blog with an id. Raises UnknownError if there is none."""
        with self.database.reading() as connection:
            row = connection.execute(select(*rows.columns(What.BLOG)).where(blogs.c.id == id)).first()
        if row is None:
            raise UnknownError("There is no such blog any more; it may have been undone in another window.")
        return rows.read_blog(row)

    def keys(self, blog: str) -> list[Key]:
        """The places of all entries of a blog, in the editor's arrangement."""
        return list(self.each_key(blog))

    def each_key(self, blog: str) -> Iterator[Key]:
        """The same one after the other, for whoever need not hold them all."""
        c = entries.c
        wanted = select(c.order, c.id, c.time).where(c.blog == blog).order_by(c.order, c.id)
        with self.database.reading() as connection:
            for row in connection.execution_options(yield_per=1_000).execute(wanted):
                yield Key(*row)

    def entries(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Those of these entries that exist, by id."""
        with self.database.reading() as connection:
            found = rows.read_records(connection, What.ENTRY, ids)
        return {id: from_record(Entry, record) for id, record in found.items()}

    def entries_of(self, blog: str) -> list[Entry]:
        """All entries of a blog, in the editor's arrangement."""
        c = entries.c
        wanted = select(*rows.columns(What.ENTRY)).where(c.blog == blog).order_by(c.order, c.id)
        with self.database.reading() as connection:
            return [rows.read_entry(row) for row in connection.execute(wanted)]

    def above(self, blog: str, place: Place, count: int) -> list[Place]:
        """Up to `count` places directly above one, from top to bottom."""
        with self.database.reading() as connection:
            return places.above(connection, blog, place, count)

    def below(self, blog: str, place: Place, count: int) -> list[Place]:
        """Up to `count` places directly below one, from top to bottom."""
        with self.database.reading() as connection:
            return places.below(connection, blog, place, count)

    def ends(self, blog: str) -> tuple[Place | None, Place | None]:
        """The first and the last place of a blog; None in an empty one."""
        with self.database.reading() as connection:
            return places.ends(connection, blog)

    def place_at_time(self, blog: str, time: ShownTime) -> tuple[Place | None, Place | None]:
        """The places above and below of an entry that joins by its time; None is an end."""
        with self.database.reading() as connection:
            return places.at_time(connection, blog, time_to_text(time))

    def is_newest_first(self, blog: str) -> bool:
        """Whether the newest end of a blog is its top."""
        with self.database.reading() as connection:
            return places.is_newest_first(connection, blog)

    def ids_starting(self, start: str) -> tuple[list[str], list[str]]:
        """The ids of blogs and of entries that begin so; two of each at the most."""
        with self.database.reading() as connection:
            found = [
                list(connection.scalars(select(c.id).where(c.id.startswith(start, autoescape=True)).limit(2)))
                for c in (blogs.c, entries.c)
            ]
        return found[0], found[1]

    def revisions_since(self, sequence: int) -> list[Revision]:
        """What was written after a place in the log, by whomever, as the log tells it."""
        with self.database.reading() as connection:
            return list(log.since(connection, sequence))

    def done_since(self, sequence: int) -> list[Done]:
        """What was written after a place in the log, by whomever, as edits with the values of today."""
        with self.database.reading() as connection:
            return [
                Done(revision, changing.edit_of(connection, revision.title, revision.changes))
                for revision in log.since(connection, sequence)
            ]

    def never_seen(self, ids: Sequence[str]) -> set[str]:
        """Those of these ids that no revision has ever spoken of."""
        unseen = set(ids)
        with self.database.reading() as connection:
            for batch in rows.batches(ids):
                unseen -= set(connection.scalars(select(changes.c.id).where(changes.c.id.in_(batch))))
        return unseen

    def last_edited(self, desk: str) -> str | None:
        """The id of the blog that a desk edited last."""
        c = revisions.c
        with self.database.reading() as connection:
            wanted = select(c.blog).where(c.desk == desk).order_by(c.sequence.desc()).limit(1)
            return connection.execute(wanted).scalar()

    def end_of_log(self) -> int:
        with self.database.reading() as connection:
            return log.end(connection)

    def search(self, words: str, limit: int = 100, blog: str | None = None) -> list[Hit]:
        """The latest entries (of one blog, or of all) that hold all words; a word may be the beginning of one."""
        return search.search(self.database, words, limit, blog)

    def update_index(self, should_stop: Callable[[], bool] = lambda: False) -> bool:
        """Catch the search index up with what was written; True when nothing is left to do."""
        return search.update_index(self.database, should_stop)

    def check(self) -> Report:
        """Whether everything is as it was written: the file, every row, the log, and every reference."""
        return check.check(self.database)

    def add_attachment(self, content: bytes, media_type: str) -> str:
        """Keep an image; returns what a body calls it: `attachment:` and a hash. The same bytes are kept once."""
        with self.database.writing() as connection:
            return attaching.attach(connection, content, media_type)

    def attachment(self, url: str) -> Attachment | None:
        """The image that a body calls so, or whose hash this is; None if there is none."""
        with self.database.reading() as connection:
            return attaching.attachment(connection, url)

    def erase(self, entry: str, author: Author, *, at: datetime, backups: Iterable[Path] = ()) -> Revision:
        """Erase for ever everything that an entry ever said, here and in these backups; a tombstone stays.

        No undo brings it back. Raises UnknownError if the store never held it.
        """
        erasure = erasing.Erasure(author, at, self._blog_of_entry(entry))
        return erasing.erase_everywhere(self.database, backups, erasure, erasing.entry_erased(entry))

    def erase_words(
        self, words: str, author: Author, *, at: datetime, blog: str = "", backups: Iterable[Path] = ()
    ) -> Revision:
        """Erase words for ever, letter by letter, wherever they stand in blogs, entries and log; a tombstone stays.

        The tombstone belongs to `blog`, or to none. Raises UnknownError if the words are nowhere.
        """
        erasure = erasing.Erasure(author, at, blog)
        return erasing.erase_everywhere(self.database, backups, erasure, erasing.words_erased(words))

    def _blog_of_entry(self, entry: str) -> str:
        wanted = (
            select(revisions.c.blog)
            .join(changes, changes.c.sequence == revisions.c.sequence)
            .where(changes.c.id == entry)
            .order_by(changes.c.number)
            .limit(1)
        )
        with self.database.reading() as connection:
            return connection.scalar(wanted) or ""

    def backup(self, path: Path) -> None:
        """Write a complete copy of the store; nothing that it does not contain is overwritten."""
        backups.back_up(self.database, path)

    def keep_backups(self, folder: Path, now: datetime) -> Kept:
        """Make an automatic backup if it is time for one, and thin out the old ones."""
        return backups.keep_backups(self.database, folder, now)

    def trash(self, blog: str) -> list[tuple[Revision, Entry]]:
        """The entries of a blog that were deleted and are not back, the latest first, each with its deletion."""
        with self.database.reading() as connection:
            return trash.removed_entries(connection, blog)


def _blog_of(edit: Edit) -> str:
    """The blog whose undo an edit belongs to: that of its first value."""
    value = next(after or before for before, after in edit.changes)
    if value is None:
        raise ValueError("an edit of nothing")
    return value.id if isinstance(value, Blog) else value.blog
