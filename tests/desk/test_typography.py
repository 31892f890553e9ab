"""Typographic quotes in entries and in a blog: on request, as one undo."""

from newsdesk.desk import typography, writing
from newsdesk.desk.desk import Desk
from newsdesk.domain.markup import paragraphs, texts


def test_entries_get_the_quotes_of_their_blog_s_language_as_one_undo(desk: Desk) -> None:
    blog = writing.new_blog(desk, 'A "day"', language="de")
    first = writing.add_entry(desk, blog, headline='Er sagt "ja"', body=paragraphs('"Nein", it\'s'))
    second = writing.add_entry(desk, blog, headline="Nichts", body=paragraphs("Kein Zeichen"))

    changed = typography.in_entries(desk, [first.id, second.id])

    entry = desk.entry(first.id)
    assert (changed, entry.headline, texts(entry.body)) == (1, "Er sagt „ja“", ("„Nein“, it’s",))
    assert desk.store.blog(blog.id).headline == 'A "day"'
    desk.undo(blog.id)
    assert (desk.entry(first.id).headline, desk.entry(first.id).body) == (first.headline, first.body)


def test_a_whole_blog_gets_them_in_its_head_too(desk: Desk) -> None:
    blog = writing.new_blog(desk, 'A "day"', introduction=paragraphs("It's here"))
    for number in range(3):
        writing.add_entry(desk, blog, headline=f'"{number}"')

    changed = typography.in_blog(desk, blog.id)

    after = desk.store.blog(blog.id)
    assert (changed, after.headline, texts(after.introduction)) == (4, "A “day”", ("It’s here",))
    assert {entry.headline for entry in desk.store.entries_of(blog.id)} == {"“0”", "“1”", "“2”"}
    desk.undo(blog.id)
    assert desk.store.blog(blog.id).headline == 'A "day"'
    assert {entry.headline for entry in desk.store.entries_of(blog.id)} == {'"0"', '"1"', '"2"'}


def test_nothing_is_written_where_there_is_nothing_to_change(desk: Desk) -> None:
    blog = writing.new_blog(desk, "A day")
    end = desk.store.end_of_log()

    assert typography.in_blog(desk, blog.id) == 0
    assert desk.store.end_of_log() == end
