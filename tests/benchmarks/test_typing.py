"""G6: one key in an entry with spelling on, beside a bare QTextEdit; CPU time, both sides in turn, median of ratios."""

from collections.abc import Callable
from statistics import median
from time import process_time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from newsdesk.domain.markup import Block, Body, Kind, Span
from newsdesk.ui.body_editor import BodyEditor

KEYS = "The president said that calm had retured to all regions. "
ROUNDS = 15
_SENTENCE = "Troops of the regional bloc will begin leaving the country in two days, the president said on Tuesday. "


@pytest.mark.parametrize(("words", "limit"), [(2_000, 1.8), (17_000, 2.5)], ids=["2,000 words", "100 kB"])
def test_one_key_costs_little_more_than_in_a_bare_editor(
    benchmark: BenchmarkFixture, qtbot: QtBot, words: int, limit: float
) -> None:
    ours, bare = _ours(qtbot, _body(words)), _bare(qtbot, _body(words))
    _type(ours), _type(bare)

    ratios = benchmark.pedantic(_ratios, args=(ours, bare), rounds=1)  # type: ignore[no-untyped-call]

    benchmark.extra_info["ratio"] = round(median(ratios), 2)
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


def _ours(qtbot: QtBot, body: Body) -> QTextEdit:
    editor = BodyEditor()
    editor.set_spelling("en", ["Sputnik"])
    editor.set_body(body)
    _show(qtbot, editor)
    qtbot.waitUntil(lambda: editor.speller.is_ready)
    qtbot.wait(500)
    return editor


def _bare(qtbot: QtBot, body: Body) -> QTextEdit:
    editor = QTextEdit()
    editor.setPlainText("\n".join(block.text for block in body))
    _show(qtbot, editor)
    return editor


def _show(qtbot: QtBot, editor: QTextEdit) -> None:
    qtbot.addWidget(editor)
    editor.resize(720, 800)
    editor.show()
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(editor.document().blockCount() // 2).position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    qtbot.waitExposed(editor)


def _type(editor: QTextEdit) -> float:
    """The CPU time of some keys, each painted before the next."""
    send: Callable[[QKeyEvent], bool] = lambda event: QApplication.sendEvent(editor, event)  # noqa: E731
    start = process_time()
    for character in KEYS:
        send(QKeyEvent(QEvent.Type.ShortcutOverride, 0, Qt.KeyboardModifier.NoModifier, character))
        send(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character))
        send(QKeyEvent(QEvent.Type.KeyRelease, 0, Qt.KeyboardModifier.NoModifier, character))
        QApplication.processEvents()
    spent = process_time() - start
    for _ in KEYS:
        editor.textCursor().deletePreviousChar()
    QApplication.processEvents()
    return spent
