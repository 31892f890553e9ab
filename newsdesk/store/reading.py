"""Everything a store can be asked: each question is one short, consistent reading."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select, tuple_

from newsdesk.domain.arranging import Key, Place
from newsdesk.domain.blog import Blog
from newsdesk.domain.bulk import collecting_later
from newsdesk.domain.entry import Entry
from newsdesk.domain.phrases import is_typing
from newsdesk.domain.record import What, from_record, time_to_text
from newsdesk.domain.revision import Act, Done, Revision
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import UnknownError
from newsdesk.store import attaching, changing, keys, log, places, rows, search, trash
from newsdesk.store.attaching import Attachment
from newsdesk.store.database import Database
from newsdesk.store.past import Past
from newsdesk.store.search import Hit
from newsdesk.store.tables import blogs, changes, entries, revisions

if TYPE_CHECKING:
    from newsdesk.store.findings import Report


class Reader:
    """What stands in a store, and what its log tells of how it came to be."""

    def __init__(self, where: str | Path) -> None:
        self.database = Database(where)
        self.past = Past(self.database)

    @property
    def path(self) -> Path | None:
        """The file of the store; None where it is on a server."""
        return self.database.path

    def close(self) -> None:
        self.database.close()

    def titles(self, blog: str, desk: str) -> tuple[str | None, str | None]:
        """The titles of the edits that undo and redo are about to take; None where there is nothing."""
        with self.database.reading() as connection:
            undoable, redoable = log.undoable_id(connection, blog, desk), log.redoable_id(connection, blog, desk)
            return undoable and log.title(connection, undoable), redoable and log.title(connection, redoable)

    def typing(self, blog: str, desk: str, act: Act) -> Revision | None:
        """The step of typing that an undo or redo is about to take; None where it is anything else."""
        with self.database.reading() as connection:
            next_id = log.undoable_id if act is Act.UNDO else log.redoable_id
            id = next_id(connection, blog, desk)
            return log.find(connection, id) if id and is_typing(log.title(connection, id)) else None

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
        with self.database.reading() as connection:
            yield from keys.each(connection, keys.wanted(blog))

    def entries(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Those of these entries that exist, by id."""
        with self.database.reading() as connection:
            found = rows.read_records(connection, What.ENTRY, ids)
        return {id: from_record(Entry, record) for id, record in found.items()}

    def home_of(self, ids: Collection[str]) -> str:
        """The blog in which one of these entries stands; empty if none of them is there. No entry is read for it."""
        each = places.each_of(ids).subquery()
        wanted = select(entries.c.blog).join(each, each.c.value == entries.c.id).limit(1)
        with self.database.reading() as connection:
            return connection.scalar(wanted) or ""

    def entries_of(self, blog: str) -> list[Entry]:
        """All entries of a blog, in the editor's arrangement."""
        c = entries.c
        wanted = select(*rows.columns(What.ENTRY)).where(c.blog == blog).order_by(c.order, c.id)
        with collecting_later(), self.database.reading() as connection:
            return [rows.read_entry(row) for row in connection.execute(wanted)]

    def page(self, blog: str, after: Place | None, count: int) -> list[Entry]:
        """So many entries of a blog directly below a place, or from its top: a short reading of a long blog."""
        c = entries.c
        wanted = select(*rows.columns(What.ENTRY)).where(c.blog == blog).order_by(c.order, c.id).limit(count)
        if after is not None:
            wanted = wanted.where(tuple_(c.order, c.id) > tuple_(*after))
        with self.database.reading() as connection:
            return [rows.read_entry(row) for row in connection.execute(wanted)]

    def pages(self, blog: str, count: int = 1_000) -> Iterator[list[Entry]]:
        """All entries of a blog, each page its own short reading, so that no edit waits for a long one."""
        page = self.page(blog, None, count)
        while page:
            yield page
            page = self.page(blog, page[-1].place, count)

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

    def is_newest_first(self, blog: str, without: Collection[str] = ()) -> bool:
        """Whether the newest end of a blog is its top; some of its entries may be left out of account."""
        with self.database.reading() as connection:
            return places.is_newest_first(connection, blog, without)

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

    def check(self) -> "Report":
        """Whether everything is as it was written: the file, every row, the log, and every reference."""
        from newsdesk.store import check

        return check.check(self.database)

    def attachment(self, url: str) -> Attachment | None:
        """The image that a body calls so, or whose hash this is; None if there is none."""
        with self.database.reading() as connection:
            return attaching.attachment(connection, url)

    def blog_of_entry(self, entry: str) -> str:
        """The blog in which an entry was made, even if it is gone; empty if there never was one."""
        wanted = (
            select(revisions.c.blog)
            .join(changes, changes.c.sequence == revisions.c.sequence)
            .where(changes.c.id == entry)
            .order_by(changes.c.number)
            .limit(1)
        )
        with self.database.reading() as connection:
            return connection.scalar(wanted) or ""

    def trash(self, blog: str) -> list[tuple[Revision, Entry]]:
        """The entries of a blog that were deleted and are not back, the latest first, each with its deletion."""
        with self.database.reading() as connection:
            return trash.removed_entries(connection, blog)
