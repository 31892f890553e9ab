import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pytest

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.live import Announcements, LiveDesk
from newsdesk.desk.opening import open_desk
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError, StoreError
from newsdesk.preferences import Preferences


class Listener:
    """Hears what a live desk says, and takes its deliveries when asked."""

    def __init__(self, opening: Callable[[], Desk]) -> None:
        self.calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.edited: list[Done] = []
        self.failed: list[NewsdeskError] = []
        self.refused: list[NewsdeskError] = []
        self.crashed: list[BaseException] = []
        self.live = LiveDesk(
            opening, self.calls.put,
            Announcements(
                self.edited.append, self.failed.append, self.refused.append, self.crashed.append, lambda: None
            ),
        )  # fmt: skip

    def take_all(self) -> None:
        assert self.live.close()
        while not self.calls.empty():
            self.calls.get()()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.newsdeskdb"


def test_what_is_asked_before_the_start_is_answered_after_it_in_order(path: Path) -> None:
    heard = Listener(lambda: open_desk(str(path), Preferences(desk="d")))
    answers: list[object] = []
    heard.live.ask(lambda desk: writing.new_blog(desk, "Storm"), then=lambda blog: answers.append(blog.headline))
    heard.live.ask(lambda desk: len(desk.store.blogs()), then=answers.append)

    heard.live.start()
    heard.take_all()

    assert answers == ["Storm", 1]
    assert [done.edit.title for done in heard.edited] == ["New blog"]


def test_a_refused_store_is_told_and_what_was_asked_waits_for_the_next_try(path: Path) -> None:
    path.mkdir()
    heard = Listener(lambda: open_desk(str(path), Preferences(desk="d")))
    answers: list[int] = []
    heard.live.ask(lambda desk: len(desk.store.blogs()), then=answers.append)
    heard.live.start()
    heard.calls.get(timeout=10)()
    assert "folder" in heard.refused[0].sentence and answers == []

    path.rmdir()
    while any(thread.name == "store" for thread in threading.enumerate()):
        pass
    heard.live.start()
    heard.take_all()

    assert answers == [0]


def test_a_bug_is_told_and_the_desk_lives_on(path: Path) -> None:
    heard = Listener(lambda: open_desk(str(path), Preferences(desk="d")))
    answers: list[int] = []
    heard.live.ask(lambda _: 1 // 0)
    heard.live.ask(lambda desk: len(desk.store.blogs()), then=answers.append)

    heard.live.start()
    heard.take_all()

    assert isinstance(heard.crashed[0], ZeroDivisionError) and answers == [0]


def test_a_failed_question_is_told_to_whoever_asked(path: Path) -> None:
    def refuse(desk: Desk) -> None:
        raise StoreError("The disk is full.")

    heard = Listener(lambda: open_desk(str(path), Preferences(desk="d")))
    mine: list[NewsdeskError] = []
    heard.live.ask(refuse, failed=mine.append)
    heard.live.ask(refuse)

    heard.live.start()
    heard.take_all()

    assert [error.sentence for error in (*mine, *heard.failed)] == ["The disk is full."] * 2
