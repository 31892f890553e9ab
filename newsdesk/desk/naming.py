"""Finding what a person names: by id, by the beginning of one, or by slug; and what files are called."""

from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog, Shelf
from newsdesk.domain.entry import Entry
from newsdesk.domain.slug import file_words, slug
from newsdesk.errors import UnknownError


def find_blog(desk: Desk, name: str) -> Blog:
    """The blog with this id, slug, or unique beginning of an id. Raises UnknownError."""
    blogs = [blog for blog in desk.store.blogs() if blog.shelf is not Shelf.TRASH]
    exact = [blog for blog in blogs if name and name in (blog.id, blog.slug)]
    found = exact or [blog for blog in blogs if name and blog.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownError(f"“{name}” could be {len(found)} blogs. Give more of the id; “newsdesk list” shows them.")
    raise UnknownError(f"There is no blog “{name}”. “newsdesk list” shows what there is.")


def find_entry(desk: Desk, name: str) -> Entry:
    """The entry with this id or unique beginning of one. Raises UnknownError."""
    _, ids = desk.store.ids_starting(name) if name else ([], [])
    if len(ids) > 1 and name not in ids:
        raise UnknownError(f"“{name}” could be several entries. Give more of the id; “newsdesk show” shows them.")
    if not ids:
        raise UnknownError(f"There is no entry “{name}”. “newsdesk show BLOG” shows what there is.")
    return desk.entry(name if name in ids else ids[0])


def find_in_trash(desk: Desk, name: str) -> Entry:
    """The deleted entry with this id or unique beginning of one. Raises UnknownError."""
    trashed = [entry for blog in desk.store.blogs() for _, entry in desk.store.trash(blog.id)]
    found = [entry for entry in trashed if name and entry.id.startswith(name)]
    if len(found) != 1:
        many = f"could be {len(found)} entries of the trash. Give more of the id" if found else "is not in the trash"
        raise UnknownError(f"“{name}” {many}; “newsdesk trash BLOG” shows what is.")
    return found[0]


def find_ever(desk: Desk, name: str) -> Entry:
    """The entry with this id or unique beginning of one, be it there or in the trash. Raises UnknownError."""
    try:
        return find_entry(desk, name)
    except UnknownError:
        return find_in_trash(desk, name)


def file_stem(blog: Blog) -> str:
    """What the files of a blog are called, without their endings.

    A slug may have come in with somebody's archive, so it names no folder, and nothing that a file system refuses.
    """
    named = slug(blog.slug) or slug(blog.headline) or file_words(blog.headline)
    return named or f"live-blog-{slug(blog.id)[:8]}".rstrip("-")


def image_folder(blog: Blog) -> str:
    """The name of the folder beside a page that holds its images."""
    return f"{file_stem(blog)}-images"
