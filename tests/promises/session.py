"""A short session at a store, to be killed: every step that was durably done is said on standard output.

Run as `python -m tests.promises.session STORE`. A step that is refused for a full or failing disk is said
too, and tried again, as a person would.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import paragraphs
from newsdesk.errors import ConflictError, StoreError
from newsdesk.store.store import Store
from tests.store.stories import ANN, NOON, a_blog, an_entry

Step = Callable[[Store], object]
Stood = tuple[list[Blog], list[Entry]]
_ATTEMPTS = 50


def steps() -> Iterator[Step]:
    """The session: the same in every run, ids included."""
    blog = a_blog(id="blog")
    entry = an_entry(blog, id="entry")
    yield _doing([], [blog])
    yield _doing([], [entry, *(an_entry(blog, id=f"entry {number}", order=f"{number}") for number in range(1, 60))])
    for number in range(5):
        new = replace(entry, headline=f"Version {number}", body=paragraphs("A paragraph. " * 40 * number))
        yield _doing([entry], [new])
        entry = new
    yield lambda store: store.undo(blog.id, ANN, at=NOON)
    yield lambda store: store.redo(blog.id, ANN, at=NOON)
    yield _doing([entry], [])


def _doing(before: list[Blog | Entry], after: list[Blog | Entry]) -> Step:
    return lambda store: store.apply(Edit.of("Edit", before, after), ANN, at=NOON)


def stood(path: Path) -> Stood:
    """What a store holds."""
    store = Store(path)
    try:
        return store.blogs(), store.entries_of("blog")
    finally:
        store.close()


def expected_after_each_step(path: Path) -> list[Stood]:
    """What stands after each step, the first being none; at `path` is the store made for it."""
    found: list[Stood] = [([], [])]
    for step in steps():
        store = Store(path)
        step(store)
        store.close()
        found.append(stood(path))
    return found


def _insist(attempt: Callable[[], object]) -> None:
    for _ in range(_ATTEMPTS):
        try:
            attempt()
        except ConflictError:
            raise  # it was written, and said to be not
        except StoreError as error:
            print("refused", error.sentence, flush=True)
        else:
            return
    raise SystemExit("the disk never recovered")


def run(path: Path) -> None:
    opened: list[Store] = []
    _insist(lambda: opened.append(Store(path)))
    for number, step in enumerate(steps(), 1):
        _insist(lambda step=step: step(opened[0]))  # type: ignore[misc]
        print("done", number, flush=True)
    opened[0].close()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
