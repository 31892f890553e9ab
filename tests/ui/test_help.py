"""The user guide is true: every action, key and format in it is there, and every one there is in it."""

import re
from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import newsdesk
from newsdesk.formats.inputs import INPUTS
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.ui import look, resources
from newsdesk.ui.about import AboutSheet
from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.help import guide
from newsdesk.ui.help.window import HelpWindow
from newsdesk.ui.words import plain
from tests.ui.conftest import Newsroom

NAMES = {plain(spec.text) for spec in ACTIONS}



def plain_text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_every_action_is_in_the_guide_with_its_keys(spec: object, qapp: object) -> None:
    table = guide.table(ACTIONS)

    assert f"<td>{plain(spec.text)}</td>" in unescape(table)  # type: ignore[attr-defined]
    assert all(keys in unescape(table) for keys in spec.keys)  # type: ignore[attr-defined]


def test_what_the_guide_calls_an_action_is_one() -> None:
    named = {unescape(name) for name in re.findall(r"<b>(.*?)</b>", guide.text())}

    assert named - NAMES == set()
    assert len(named) > 50


def test_the_keys_that_the_guide_names_do_what_it_says() -> None:
    keys_of = {plain(spec.text): spec.keys for spec in ACTIONS}

    for name, keys in re.findall(r"<b>([^<]*)</b> \(<kbd>(.*?)</kbd>", guide.text()):
        assert unescape(keys) in keys_of[unescape(name)], name


@pytest.mark.parametrize("label", [*(it.label for it in OUTPUTS.values()), *(it.label for it in INPUTS.values())])
def test_every_format_is_in_the_guide(label: str) -> None:
    assert label in plain_text(guide.text())


def test_every_picture_of_the_guide_is_there() -> None:
    pictures = re.findall(r'<img src="(.*?)"', guide.text())

    assert len(pictures) >= 5
    for picture in pictures:
        assert (resources.folder() / "help" / picture).stat().st_size > 5_000


def test_the_guide_opens_at_the_table_and_is_searched(filled: Newsroom) -> None:
    window = filled.window()
    window.actions_by_id["shortcuts"].trigger()
    (guide_window,) = window.findChildren(HelpWindow)
    assert guide_window.chapters.currentItem().data(Qt.ItemDataRole.UserRole) == "shortcuts"

    QTest.keyClicks(guide_window.words.line, "ninjs")

    assert guide_window.text.textCursor().selectedText().lower() == "ninjs"
    assert guide_window.said.text() == "2 found"
    QTest.keyClick(guide_window, Qt.Key.Key_Escape)
    assert not guide_window.isVisible()


def test_the_guide_has_the_window_s_colours(qapp: object) -> None:
    pages = [guide.page(ACTIONS, colours) for colours in (look.light(), look.dark())]

    assert look.dark().ink.name() in pages[1]
    assert pages[0] != pages[1]


def test_about_tells_where_the_work_is(filled: Newsroom) -> None:
    window = filled.window()

    window.actions_by_id["about"].trigger()
    filled.settle()

    (sheet,) = window.findChildren(AboutSheet)
    assert sheet.isVisible()
    assert str(filled.path) in sheet.kept.text()
    assert newsdesk.__version__ in sheet.version.text()
