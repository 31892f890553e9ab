"""G6: one key in the whole window over 100,000 entries, spelling on, beside a bare QTextEdit in a bare window.

Both have the same text in the same font and size. A key comes in as the window system gives it, and is
painted before the next. CPU time of the process, both sides in turn, the median of the ratios. `with_steps`
is the same with the second after the sentence, in which the step is read, stored and announced.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from newsdesk.domain.markup import Block, Body, Kind, Span
from newsdesk.store.store import Store
from newsdesk.ui.main_window import MainWindow
from tests.store.stories import a_blog, added, entries_for
from tests.store.stories import edited as stored
from tests.ui.conftest import Newsroom

ENTRIES, ROUNDS = 100_000, 31
KEYS = "The president said that calm had retured to all regions. "
_SENTENCE = "Troops of the regional bloc will begin leaving the country in two days, the president said on Tuesday. "


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one blog of 100,000 entries; the two on top have long texts."""
    path = tmp_path_factory.mktemp("typing") / "store.newsdeskdb"
    store, blog = Store(path), a_blog(language="en-US")
    entries = entries_for(blog, ENTRIES)
    added(store, blog, *entries)
    for entry, words in zip(entries, (2_000, 17_000), strict=False):
        stored(store, entry, body=_body(words))
    store.close()
    return path


@pytest.fixture
def window(large: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    room = Newsroom(large, qtbot)
    shown = room.window()
    shown.resize(1280, 800)
    yield shown
    room.close()


@pytest.mark.parametrize(("row", "limit"), [(0, 1.8), (1, 2.5)], ids=["2,000 words", "100 kB"])
def test_one_key_costs_little_more_than_in_a_bare_window(
    benchmark: BenchmarkFixture, qtbot: QtBot, window: MainWindow, row: int, limit: float
) -> None:
    ours = _ours(qtbot, window, row)
    bare_window, bare = _bare(qtbot, ours)
    _type(ours), _type(bare)

    ratios = benchmark.pedantic(_ratios, args=(ours, bare), rounds=1)  # type: ignore[no-untyped-call]
    with_steps = [_type_and_rest(ours) / _type_and_rest(bare) for _ in range(5)]

    benchmark.extra_info.update(ratio=round(median(ratios), 2), with_steps=round(median(with_steps), 2))
    assert window.entries.model.rowCount() == ENTRIES and bare_window.isVisible()
    assert median(ratios) <= limit


def _ratios(ours: QTextEdit, bare: QTextEdit) -> list[float]:
    return [_type(ours) / _type(bare) for _ in range(ROUNDS)]


def _body(words: int) -> Body:
    """Paragraphs of some 50 words, with bold, links, subheads and lists among them."""
    blocks = []
    for number in range(words // 50):
        text = _SENTENCE * 3
        spans = (Span(text[:40]), Span(text[40:60], strong=True), Span(text[60:80], link="https://example.org"))
        kind = (Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.SUBHEAD, Kind.ITEM)[number % 4]
        blocks.append(Block(kind=kind, spans=(*spans, Span(text[80:]))))
    return tuple(blocks)


def _ours(qtbot: QtBot, window: MainWindow, row: int) -> QTextEdit:
    entries, body = window.entries, window.pane.body
    qtbot.waitUntil(lambda: entries.model.entry(row) is not None)
    entries.view.choose(row)
    qtbot.waitUntil(lambda: window.pane.entry is not None and window.pane.entry == entries.model.entry(row))
    qtbot.waitUntil(lambda: body.speller.is_ready)
    _stand_in_the_middle(qtbot, body)
    return body


def _bare(qtbot: QtBot, ours: QTextEdit) -> tuple[QMainWindow, QTextEdit]:
    """The same text without its formatting, as high, as wide and in the same font."""
    window, editor = QMainWindow(), QTextEdit()
    editor.setFont(ours.font())
    editor.setPlainText(ours.toPlainText())
    editor.setHorizontalScrollBarPolicy(ours.horizontalScrollBarPolicy())
    window.setCentralWidget(editor)
    qtbot.addWidget(window)
    window.show()
    window.resize(window.size() + ours.viewport().size() - editor.viewport().size())
    _stand_in_the_middle(qtbot, editor)
    return window, editor


def _stand_in_the_middle(qtbot: QtBot, editor: QTextEdit) -> None:
    _come_to(editor)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(editor.document().blockCount() // 2).position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + editor.cursorRect().top() - editor.viewport().height() // 2)
    qtbot.wait(500)


def _come_to(editor: QTextEdit) -> None:
    editor.window().activateWindow()
    editor.setFocus()
    QApplication.processEvents()
    assert editor.hasFocus()


def _type(editor: QTextEdit) -> float:
    """The CPU time of some keys, each painted before the next."""
    _come_to(editor)
    handle = editor.window().windowHandle()
    start = process_time()
    for character in KEYS:
        shift = Qt.KeyboardModifier.ShiftModifier if character.isupper() else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(handle, Qt.Key(ord(character.upper())), shift)
        QApplication.processEvents()
    spent = process_time() - start
    for _ in KEYS:
        editor.textCursor().deletePreviousChar()
    QApplication.processEvents()
    return spent


def _type_and_rest(editor: QTextEdit) -> float:
    start = process_time()
    _type(editor)
    QTest.qWait(1_000)
    return process_time() - start
