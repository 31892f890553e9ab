"""What a key costs: nothing of the store, and nothing of the search, is touched while somebody types."""

import threading
from typing import Any, NamedTuple

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.desk.desk import Desk
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom

WORDS = "Calm has returned to all regions. "


class Statement(NamedTuple):
    thread: str
    sql: str


@pytest.fixture
def statements(filled: Newsroom) -> list[Statement]:
    """Every statement that the store is given, and the thread that gave it; a commit, with its fsync, is one."""
    seen: list[Statement] = []

    def listen(desk: Desk) -> None:
        with desk.store.database.reading() as connection:
            driver: Any = connection.connection.driver_connection
            driver.set_trace_callback(lambda sql: seen.append(Statement(threading.current_thread().name, sql)))

    filled.live.ask(listen)
    return seen


def is_write(done: Statement) -> bool:
    return done.sql.startswith(("INSERT", "UPDATE", "DELETE"))


def type_words(window: MainWindow) -> None:
    window.activateWindow()
    window.pane.body.setFocus()
    QTest.keyClicks(window.pane.body, WORDS)
    QApplication.processEvents()


def test_keys_are_taken_while_the_store_is_busy(filled: Newsroom, qtbot: QtBot) -> None:
    window, is_free = filled.window(), threading.Event()
    filled.live.ask(lambda _: is_free.wait(20))

    type_words(window)
    window.pane.body.flush()
    type_words(window)

    assert window.pane.body.toPlainText().startswith(WORDS * 2)
    is_free.set()
    filled.settle()


def test_no_key_touches_the_store_and_the_step_that_follows_only_its_thread(
    filled: Newsroom, qtbot: QtBot, statements: list[Statement]
) -> None:
    window = filled.window()
    filled.settle()
    statements.clear()

    type_words(window)
    qtbot.waitUntil(lambda: any(is_write(done) for done in statements))
    filled.settle()

    assert {done.thread for done in statements} == {"store"}
    assert [done.sql for done in statements if is_write(done) and "search" in done.sql] == []
