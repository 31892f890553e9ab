"""The door of the store: one user event is one transaction; values go in and come out.

What is seldom done (erasing, backups, bringing a history in) is loaded when it is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from newsdesk.domain.blog import Blog
from newsdesk.domain.bulk import collecting_later
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import new_id
from newsdesk.domain.revision import Act, Author, Done, Revision
from newsdesk.store import attaching, changing, log, search
from newsdesk.store.reading import Reader

if TYPE_CHECKING:
    from newsdesk.store.backups import Kept


class Store(Reader):
    """Everything a newsroom has written, with its log."""

    def apply(self, edit: Edit, author: Author, *, at: datetime, visit: str = "") -> Revision:
        """Write an edit and its place in the log, or neither; an edit that changes nothing is not written at all.

        Raises ConflictError if a field is no longer as the edit found it.
        """
        with collecting_later():
            return self._apply(edit, author, at, visit)

    def _apply(self, edit: Edit, author: Author, at: datetime, visit: str) -> Revision:
        revision = _revision(edit, author, at, visit)
        with self.database.writing() as connection:
            if not revision.changes:
                return replace(revision, sequence=log.end(connection))
            changing.write(connection, revision.changes)
            return log.append(connection, revision)

    def adopt(self, edit: Edit, history: Sequence[Revision], author: Author, *, at: datetime) -> Revision:
        """Add a blog with the history that it brings from elsewhere; one undo takes all of it away.

        Raises HistoryError if the history does not hold together; then nothing was added.
        """
        from newsdesk.store import adopting

        arrival = _revision(edit, author, at)
        with collecting_later(), self.database.writing() as connection:
            return adopting.adopt(connection, history, arrival)

    def undo(self, blog: str, author: Author, *, at: datetime) -> Done | None:
        """Take back this desk's latest edit of a blog; None if there is nothing to undo.

        Raises ConflictError if somebody else has since changed the same field.
        """
        with collecting_later(), self.database.writing() as connection:
            target = log.undoable(connection, blog, author.desk)
            return None if target is None else self._again(connection, target, Act.UNDO, author, at)

    def take_back(self, revision: Revision, author: Author, *, at: datetime) -> Done | None:
        """Undo one edit of this desk, whatever it did since; None if that is undone already.

        Raises ConflictError if the same field has changed since.
        """
        with collecting_later(), self.database.writing() as connection:
            if not log.is_done(connection, revision.blog, author.desk, revision.id):
                return None
            return self._again(connection, revision, Act.UNDO, author, at)

    def redo(self, blog: str, author: Author, *, at: datetime) -> Done | None:
        """Do again what this desk undid last; None if it has edited since."""
        with collecting_later(), self.database.writing() as connection:
            target = log.redoable(connection, blog, author.desk)
            return None if target is None else self._again(connection, target, Act.REDO, author, at)

    def _again(self, connection: Connection, target: Revision, act: Act, author: Author, at: datetime) -> Done:
        told = changing.reverse(target.changes) if act is Act.UNDO else target.changes
        changing.write(connection, told)
        revision = replace(
            target, id=new_id(), author=author, at=at, act=act, target=target.id, visit="", changes=told
        )
        return Done(log.append(connection, revision), changing.edit_of(connection, target.title, told))

    def add_attachment(self, content: bytes, media_type: str) -> str:
        """Keep an image; returns what a body calls it: `attachment:` and a hash. The same bytes are kept once."""
        with self.database.writing() as connection:
            return attaching.attach(connection, content, media_type)

    def update_index(self, should_stop: Callable[[], bool] = lambda: False) -> bool:
        """Catch the search index up with what was written; True when nothing is left to do."""
        return search.update_index(self.database, should_stop)

    def erase(self, entry: str, author: Author, *, at: datetime, backups: Iterable[Path] = ()) -> Revision:
        """Erase for ever everything that an entry ever said, here and in these backups; a tombstone stays.

        No undo brings it back. Raises UnknownError if the store never held it.
        """
        from newsdesk.store import erasing

        erasure = erasing.Erasure(author, at, self.blog_of_entry(entry))
        return erasing.erase_everywhere(self.database, backups, erasure, erasing.entry_erased(entry))

    def erase_words(
        self, words: str, author: Author, *, at: datetime, blog: str = "", backups: Iterable[Path] = ()
    ) -> Revision:
        """Erase words for ever, letter by letter, wherever they stand in blogs, entries and log; a tombstone stays.

        The tombstone belongs to `blog`, or to none. Raises UnknownError if the words are nowhere.
        """
        from newsdesk.store import erasing

        erasure = erasing.Erasure(author, at, blog)
        return erasing.erase_everywhere(self.database, backups, erasure, erasing.words_erased(words))

    def backup(self, path: Path) -> None:
        """Write a complete copy of the store; nothing that it does not contain is overwritten."""
        from newsdesk.store import backups

        backups.back_up(self.database, path)

    def keep_backups(self, folder: Path, now: datetime) -> "Kept":
        """Make an automatic backup if it is time for one, and thin out the old ones."""
        from newsdesk.store import backups

        return backups.keep_backups(self.database, folder, now)


def _revision(edit: Edit, author: Author, at: datetime, visit: str = "") -> Revision:
    """An edit as it is about to be logged."""
    return Revision(
        id=new_id(), sequence=0, blog=_blog_of(edit), author=author, at=at, title=edit.title, visit=visit,
        changes=changing.changes_of(edit),
    )


def _blog_of(edit: Edit) -> str:
    """The blog whose undo an edit belongs to: that of its first value."""
    value = next(after or before for before, after in edit.changes)
    if value is None:
        raise ValueError("an edit of nothing")
    return value.id if isinstance(value, Blog) else value.blog
