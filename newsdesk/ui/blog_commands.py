"""What one does with a blog as a whole."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QLocale, QObject
from PySide6.QtGui import QAction

from newsdesk.desk import shelving, writing
from newsdesk.desk.shelving import Deleted
from newsdesk.domain.blog import Blog, Shelf
from newsdesk.ui.menus import Menu
from newsdesk.ui.messages import Choice
from newsdesk.ui.offering import offer
from newsdesk.ui.overlay import sheet_parent
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import entries as count_of_entries
from newsdesk.ui.words import plain, short_date, tr

if TYPE_CHECKING:  # what opens over the window is loaded when it is first wanted
    from newsdesk.ui.blog_details.sheet import BlogDetails
    from newsdesk.ui.two_lines import Item

# What the right mouse button offers in the list of blogs, in groups.
_IN_LIST = (
    ("new_blog", "new_entry"),
    ("rename_blog", "introduction", "blog_details"),
    ("export_blog", "print_blog"),
    ("duplicate_blog", "close_blog", "archive_blog"),
    ("delete_blog",),
)


class BlogCommands(QObject):
    """One method an action."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around = around
        self._live, self._blogs, self._toast = around.live, around.panes.blogs, around.messages.toast
        self._details: BlogDetails | None = None
        self._closing: QAction | None = None
        self._blogs.chosen.connect(self._name_closing)
        self._blogs.model.dataChanged.connect(self._name_closing)
        self._blogs.view.delegate.renamed.connect(self._rename)

    def know(self, by_id: Mapping[str, QAction]) -> None:
        """The actions, once they are made."""
        self._closing = by_id["close_blog"]
        self._name_closing()
        offer(self._blogs.view, by_id, _IN_LIST, plain(tr(Menu.BLOG.value)))

    def blog_details(self) -> None:
        self._ask_details(is_introduction=False)

    def introduction(self) -> None:
        """The details, ready for the introduction to be written."""
        self._ask_details(is_introduction=True)

    def _rename(self, blog: Blog, headline: str) -> None:
        self._live.ask(lambda desk: writing.change(desk, blog, "Rename blog", headline=headline))

    def duplicate_blog(self) -> None:
        if (blog := self._open_blog()) is not None:
            id = blog.id
            choose = self._blogs.choose
            self._live.ask(lambda desk: shelving.duplicate_blog(desk, id), then=lambda copy: choose(copy.id))

    def close_blog(self) -> None:
        """Close the blog's coverage, or open it again."""
        if (blog := self._open_blog()) is not None:
            id = blog.id
            self._live.ask(lambda desk: shelving.close_or_reopen(desk, id), then=self._say_open)

    def _name_closing(self) -> None:
        """The action says which of the two it will do."""
        if self._closing is not None:
            is_closed = self._blogs.current is not None and not self._blogs.current.is_open
            self._closing.setText(tr("Re&open the blog") if is_closed else tr("&Close the blog"))

    def archive_blog(self) -> None:
        self._put_away(Shelf.ARCHIVE, tr("Archived {0}"))

    def delete_blog(self) -> None:
        self._put_away(Shelf.TRASH, tr("Deleted {0}"))

    def shelves(self) -> None:
        """Archived and deleted blogs."""
        self._live.ask(shelving.shelved, then=self._show_shelves)

    def deleted_entries(self) -> None:
        """What was deleted from the open blog."""
        if (blog := self._open_blog()) is not None:
            id = blog.id
            self._live.ask(lambda desk: shelving.deleted_entries(desk, id), then=self._show_deleted)

    def _ask_details(self, *, is_introduction: bool) -> None:
        from newsdesk.ui.blog_details.sheet import BlogDetails

        if (blog := self._open_blog()) is not None:
            if self._details is None:
                self._details = BlogDetails(sheet_parent(self._blogs), self._around)
            self._details.ask(blog, self._details.introduction if is_introduction else self._details.headline.line)

    def _open_blog(self) -> Blog | None:
        self._around.panes.entry.flush()
        blog = self._blogs.current
        if blog is None:
            self._toast.say(tr("There is no blog yet"))
        return blog

    def _put_away(self, shelf: Shelf, told: str) -> None:
        if (blog := self._open_blog()) is None:
            return
        id, name = blog.id, _name(blog)
        self._live.ask(
            lambda desk: shelving.put_on(desk, [id], shelf),
            then=lambda _: self._toast.say(told.format(name), Choice(tr("Undo"), lambda: self._bring_back([id]))),
        )

    def _bring_back(self, ids: Sequence[str]) -> None:
        self._live.ask(
            lambda desk: shelving.put_on(desk, ids, Shelf.DESK), then=lambda _: self._blogs.choose(ids[0])
        )

    def _say_open(self, blog: Blog) -> None:
        told = tr("{0} is open again") if blog.is_open else tr("{0} is closed")
        self._toast.say_done(told.format(_name(blog)))

    def _show_shelves(self, blogs: list[Blog]) -> None:
        from newsdesk.ui.two_lines import Item

        shelf = {Shelf.ARCHIVE: tr("Archive"), Shelf.TRASH: tr("Trash")}
        items = [Item(blog.id, _name(blog), _when(blog), shelf[blog.shelf]) for blog in blogs]
        empty = tr("Blogs that you archive or delete are kept here.")
        self._show(self._bring_back, tr("Archive and trash"), items, empty)

    def _show_deleted(self, deleted: list[Deleted]) -> None:
        from newsdesk.ui.two_lines import Item

        items = [Item(it, _entry_name(it), _deleted_by(it), str(it.entry.time)[:9]) for it in deleted]
        empty = tr("Entries that you delete from this blog are kept here.")
        self._show(self._restore_entries, tr("Deleted entries"), items, empty)

    def _show(self, restore: Callable[[list[Any]], object], name: str, items: "list[Item]", empty: str) -> None:
        from newsdesk.ui.shelf.sheet import ShelfSheet

        sheet = ShelfSheet(sheet_parent(self._blogs), restore)
        sheet.closed.connect(sheet.deleteLater)
        sheet.show_items(name, items, empty)

    def _restore_entries(self, deleted: list[Deleted]) -> None:
        restored = [it.entry for it in deleted]
        told = tr("Restored {0}").format(count_of_entries(len(restored)))
        self._live.ask(
            lambda desk: writing.restore_entries(desk, restored),
            then=lambda _: self._toast.say_done(told),
        )


def _name(blog: Blog) -> str:
    return f"“{blog.headline}”" if blog.headline else tr("Untitled blog")


def _when(blog: Blog) -> str:
    return short_date(blog.date or blog.last_changed.date())


def _entry_name(deleted: Deleted) -> str:
    entry = deleted.entry
    return entry.headline or " ".join(block.text for block in entry.body)[:200] or tr("No headline yet")


def _deleted_by(deleted: Deleted) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(deleted.by.at.timestamp()))
    at = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    return tr("Deleted by {0}, {1}").format(deleted.by.author.name or tr("somebody"), at)
