"""Blogs as a whole: duplicated, closed, put away and brought back."""

from newsdesk.desk import shelving, writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Shelf
from newsdesk.domain.entry import State
from newsdesk.domain.markup import paragraphs


def test_a_duplicate_has_the_same_words_as_drafts_and_one_undo_takes_it_away(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Election night", bylines=("Ada",))
    writing.add_entry(desk, blog, headline="Polls close", body=paragraphs("At ten."), state=State.PUBLISHED)

    copy = shelving.duplicate_blog(desk, blog.id)

    (entry,) = desk.store.entries_of(copy.id)
    assert (copy.headline, copy.bylines, copy.slug) == ("Election night (copy)", ("Ada",), "election-night-copy")
    assert (entry.headline, entry.body) == ("Polls close", paragraphs("At ten."))
    assert entry.state is State.DRAFT
    assert entry.first_published is None
    desk.undo(copy.id)
    assert [known.id for known in desk.store.blogs()] == [blog.id]


def test_closing_ends_the_coverage_and_reopening_takes_the_end_away(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")

    closed = shelving.close_or_reopen(desk, blog.id)
    reopened = shelving.close_or_reopen(desk, blog.id)

    assert (closed.is_open, closed.coverage_end is not None) == (False, True)
    assert (reopened.is_open, reopened.coverage_end) == (True, None)


def test_closing_keeps_an_end_that_somebody_has_set(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    end = blog.created.replace(year=2020)
    writing.change(desk, blog, "Edit coverage", coverage_end=end)

    assert shelving.close_or_reopen(desk, blog.id).coverage_end == end


def test_what_is_put_away_is_listed_and_comes_back(desk: Desk) -> None:
    kept, old, bad = (writing.new_blog(desk, name) for name in ("Kept", "Old", "Bad"))

    shelving.put_on(desk, [old.id], Shelf.ARCHIVE)
    shelving.put_on(desk, [bad.id], Shelf.TRASH)

    assert {blog.headline: blog.shelf for blog in shelving.shelved(desk)} == {"Old": Shelf.ARCHIVE, "Bad": Shelf.TRASH}
    shelving.put_on(desk, [old.id, bad.id], Shelf.DESK)
    assert shelving.shelved(desk) == []
    assert desk.store.blog(kept.id) == kept


def test_deleted_entries_are_listed_with_who_deleted_them(desk: Desk) -> None:
    blog = writing.new_blog(desk, "Storm")
    entry = writing.add_entry(desk, blog, headline="Roofs off")
    writing.delete_entries(desk, [entry.id])

    (deleted,) = shelving.deleted_entries(desk, blog.id)

    assert (deleted.entry.headline, deleted.by.author.name) == ("Roofs off", "Ada")
    writing.restore_entries(desk, [deleted.entry])
    assert shelving.deleted_entries(desk, blog.id) == []
