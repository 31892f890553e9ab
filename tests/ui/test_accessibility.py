"""Everyone: names, order, sentences, contrast, other languages and other directions."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from newsdesk.ui import look
from newsdesk.ui.actions import ACTIONS
from newsdesk.ui.controls import Line, TextButton
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.words import plain, tr
from tests.ui.conftest import Newsroom

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QAbstractItemView)
SHEETS = (
    "palette", "preferences", "blog_details", "search_all", "replace", "go_to_time", "deleted_entries", "shelves",
    "history", "ledger", "releases", "preflight_rules", "erase_entry", "export_blog", "about",
)


class Pseudo(QTranslator):
    """A language that is longer and has accents: what is not in brackets was not translated."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        accented = text.translate(str.maketrans("aeiou", "áéíóú"))
        return f"[{accented}{'~' * (len(text) // 3)}]"

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own name
        return False


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def opened(newsroom: Newsroom, window: MainWindow, sheet: str) -> Overlay:
    """A sheet that an action opens."""
    window.actions_by_id[sheet].trigger()
    newsroom.settle()
    (found,) = [overlay for overlay in window.findChildren(Overlay) if overlay.isVisible()]
    assert isinstance(found, Overlay)
    return found


def controls(place: QWidget) -> list[QWidget]:
    """What one can act on in a place, but for the parts that controls are made of."""
    found = [widget for widget in place.findChildren(QWidget) if isinstance(widget, CONTROLS) and widget.isVisible()]
    return [widget for widget in found if not widget.objectName().startswith("qt_")]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_control_of_a_sheet_has_a_name_of_its_own(filled: Newsroom, sheet: str) -> None:
    place = opened(filled, filled.window(), sheet)

    names = Counter(name_of(widget) for widget in controls(place))

    assert "" not in names
    assert [name for name, count in names.items() if count > 1] == []


def test_names_in_a_pane_are_told_apart(filled: Newsroom) -> None:
    window = filled.window()

    for pane in (window.blogs, window.entries, window.pane):
        names = Counter(name_of(widget) for widget in controls(pane))
        assert "" not in names
        assert [name for name, count in names.items() if count > 1] == []


def test_a_button_is_called_what_stands_on_it(filled: Newsroom) -> None:
    window = filled.window()
    for sheet in SHEETS:
        place = opened(filled, window, sheet)
        for button in place.findChildren(QAbstractButton):
            assert plain(button.text()) in name_of(button)
        place.close_sheet()


def test_tab_walks_through_a_sheet_from_top_to_bottom_and_stays_in_it(filled: Newsroom) -> None:
    window = filled.window()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    place = opened(filled, window, "preferences")
    walked: list[QWidget] = []

    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert place.isAncestorOf(focus)
        if focus in walked:
            break
        walked.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    # tops = from the first field on; the button that closes stands above and comes last
    tops = [widget.mapTo(place, widget.rect().topLeft()).y() for widget in walked]
    turn = tops.index(min(tops))
    assert tops[:turn] == sorted(tops[:turn])
    assert len(walked) > 8


def test_tab_walks_through_the_window_as_one_reads_it_and_comes_round(filled: Newsroom) -> None:
    window = filled.window()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.blogs.view.setFocus()
    walked: list[str] = []

    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None and focus.isVisible()
        if focus is window.blogs.view and walked:
            break
        walked.append(name_of(focus))
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    way = ["Blogs", "Introduction", "Entries", "Time", "Headline", "Text", "Details", "State: Ready", "Key event"]
    assert walked[: len(way)] == way
    assert walked[-2:] == ["New blog", "New entry"]


def test_no_menu_has_two_actions_of_one_access_key_or_two_of_one_shortcut() -> None:
    shortcuts = Counter(keys for spec in ACTIONS for keys in spec.keys if not spec.in_list)
    names = Counter((spec.menu, plain(spec.text)) for spec in ACTIONS)

    assert [keys for keys, count in shortcuts.items() if count > 1] == []
    assert [name for name, count in names.items() if count > 1] == []


def test_what_is_found_is_said(filled: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    window = filled.window()
    place = opened(filled, window, "palette")
    QTest.keyClicks(place.line, "focus")  # type: ignore[attr-defined]

    assert any("Focus mode, View, F8" in sentence for sentence in said)


INKS = ("ink", "dim", "accent")
GROUNDS = ("page", "list", "side", "chosen", "resting", "hover")
OTHERS = (("on_error", "error"), ("on_toast", "toast"), ("toast_accent", "toast"), ("on_accent", "accent"))


@pytest.mark.parametrize("colours", [look.light(), look.dark()], ids=["light", "dark"])
def test_everything_can_be_read(colours: look.Colours) -> None:
    pairs = [*product(INKS, GROUNDS), *OTHERS]

    ratios = {(ink, ground): contrast(getattr(colours, ink), getattr(colours, ground)) for ink, ground in pairs}

    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 4.5} == {}


def test_both_palettes_have_every_colour() -> None:
    assert {*look.Colours._fields} >= {*INKS, *GROUNDS}


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2.2 reckons it (1.4.3)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def shown_texts(place: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that the program itself shows in a place."""
    for widget in place.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and widget.isVisible():
            yield widget, widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and widget.placeholderText():
            yield widget, widget.placeholderText()
        if isinstance(widget, CONTROLS) and widget.accessibleName():
            yield widget, widget.accessibleName()


NOT_WORDS = ("%", "GMT", "en", "https://", "05:", "23:", "MSK", "American", "2022", "root")


@pytest.mark.usefixtures("pseudo")
def test_nothing_is_left_untranslated(filled: Newsroom) -> None:
    window = filled.window()
    texts = {text for _, text in shown_texts(window)}
    texts |= {action.text() for action in window.actions_by_id.values()}
    for sheet in SHEETS:
        place = opened(filled, window, sheet)
        texts |= {text for _, text in shown_texts(place)}
        place.close_sheet()

    plain_texts = {text for text in texts if "[" not in text and not any(part in text for part in NOT_WORDS)}

    assert plain_texts == set()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_is_clipped_in_a_longer_language(filled: Newsroom, sheet: str) -> None:
    window = filled.window()
    window.resize(1024, 700)
    place = opened(filled, window, sheet)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    buttons = [button for button in place.findChildren(QAbstractButton) if button.text() and button.isVisible()]
    labels = [label for label in place.findChildren(QLabel) if label.text() and label.isVisible()]

    assert [b.text() for b in buttons if b.width() < b.sizeHint().width()] == []
    assert [it.text() for it in labels if it.height() < it.heightForWidth(it.width())] == []


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("sheet", SHEETS)
def test_mirrored_sheets_stay_inside_and_begin_at_the_right(filled: Newsroom, sheet: str) -> None:
    window = filled.window()
    place = opened(filled, window, sheet)

    for widget in controls(place):
        left = widget.mapTo(window, widget.rect().topLeft()).x()
        assert 0 <= left <= left + widget.width() <= window.width()
    labels = [label for label in place.findChildren(QLabel) if label.buddy() is not None and label.isVisible()]
    for label in labels:
        buddy = label.buddy()
        assert label.mapTo(place, label.rect().topLeft()).x() > buddy.mapTo(place, buddy.rect().topLeft()).x()


@pytest.mark.usefixtures("pseudo")
def test_names_follow_the_language(qapp: QApplication) -> None:
    assert tr("Headline") == "[Héádlíné~~]"
    button = TextButton(tr("Undo"))
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance(button.text())
    assert Line(tr("Blogs")).text == "[Blógs~]"
