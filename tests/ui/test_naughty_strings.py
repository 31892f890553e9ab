"""Public naughty strings, typed and pasted in the window, come back from the store code point by code point."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from newsdesk.desk.opening import open_desk
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import texts
from newsdesk.domain.text import clean, clean_line
from newsdesk.preferences import Preferences
from newsdesk.ui.main_window import MainWindow
from tests.ui.conftest import Newsroom
from tests.ui.test_window import trigger

LIST = Path(__file__).parents[3] / "shared/hostile/blns.json"
pytestmark = pytest.mark.skipif(not LIST.exists(), reason="the list of naughty strings is not here")


def naughty() -> list[str]:
    """Lines of the list that say something; what an event made in Python cannot begin with is left out."""
    lines = (line for text in json.loads(LIST.read_text("utf-8")) for line in clean(text).split("\n"))
    return [line for line in lines if line.strip() and line[0] not in "\ufeff\ufffe"]


def chunks(lines: list[str], size: int = 120) -> Iterator[list[str]]:
    return (lines[start : start + size] for start in range(0, len(lines), size))


def type_line(edit: QTextEdit, line: str) -> None:
    """A key for each character; what no key has comes by an input method, a byte order mark behind another."""
    for unit in re.findall("[^\ufeff\ufffe][\ufeff\ufffe]*", line):
        if len(unit) > 1 or unit < " " or unit == "\x7f":
            event = QInputMethodEvent("", [])
            event.setCommitString(unit)
            QApplication.sendEvent(edit, event)
        else:
            modifiers = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, modifiers, unit))


def enter(edit: QTextEdit) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifiers, "\r"))


def stored(newsroom: Newsroom, window: MainWindow) -> Entry:
    """The entry on the screen, as another reader of the file finds it."""
    window.pane.flush()
    newsroom.settle()
    assert window.pane.entry is not None
    desk = open_desk(str(newsroom.path), Preferences(desk="reader"))
    found = desk.entry(window.pane.entry.id)
    desk.store.close()
    return found


def as_points(lines: list[str]) -> list[str]:
    """Readable where two look the same."""
    return [line.encode("unicode_escape").decode() for line in lines]


def test_typed_into_a_text(filled: Newsroom) -> None:
    window = filled.window()
    for lines in chunks(naughty()):
        trigger(filled, window, "new_entry")
        for number, line in enumerate(lines):
            if number:
                enter(window.pane.body)
            type_line(window.pane.body, line)

        assert as_points(list(texts(stored(filled, window).body))) == as_points(lines)
        window.pane.headline.set_text("next")


def test_pasted_into_a_text(filled: Newsroom) -> None:
    window = filled.window()
    for lines in chunks(naughty()):
        trigger(filled, window, "new_entry")
        mime = QMimeData()
        mime.setText("\n".join(lines))
        window.pane.body.insertFromMimeData(mime)

        assert as_points(list(texts(stored(filled, window).body))) == as_points(lines)


def test_typed_and_pasted_into_a_headline(filled: Newsroom) -> None:
    window = filled.window()
    for line in naughty()[::7]:
        headline = window.pane.headline
        for is_pasted in (False, True):
            headline.selectAll()
            mime = QMimeData()
            mime.setText(line)
            if is_pasted:
                headline.insertFromMimeData(mime)
            else:
                type_line(headline, line)

            assert as_points([stored(filled, window).headline]) == as_points([clean_line(line)])
