"""Preferences: what one chooses counts at once and is kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.desk.opening import open_desk
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui import look
from newsdesk.ui.appearance import row_height
from newsdesk.ui.dressing import Wardrobe
from newsdesk.ui.preferences_sheet.sheet import PreferencesSheet
from newsdesk.ui.preferences_sheet.zone_names import from_lines, to_lines
from newsdesk.ui.settings import LARGEST, SMALLEST, Settings, zoomed
from newsdesk.ui.zone_field import find_zone
from tests.ui.conftest import Newsroom


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Settings]:
    """Settings that the program is dressed by; afterwards it looks as before."""
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    settings = Settings(keep=lambda _: None)
    wardrobe = Wardrobe(qapp, settings)
    yield settings
    settings.change(zoom=100)
    wardrobe.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyle(style)


def sheet_of(window: object) -> PreferencesSheet:
    window.actions_by_id["preferences"].trigger()  # type: ignore[attr-defined]
    (sheet,) = window.findChildren(PreferencesSheet)  # type: ignore[attr-defined]
    assert isinstance(sheet, PreferencesSheet)
    return sheet


def test_dark_and_light_change_the_palette_at_once(dressed: Settings, qapp: QApplication) -> None:
    dressed.change(theme="dark")
    was_dark = look.colours(qapp.palette()) is look.dark()
    menu = QMenu()
    menu.ensurePolished()
    edge = menu.palette().window().color()

    dressed.change(theme="light")

    assert was_dark
    assert edge.lightness() > look.dark().side.lightness() + 60
    assert look.colours(qapp.palette()) is look.light()


def test_zoom_changes_all_type_and_back_to_what_it_was(
    dressed: Settings, filled: Newsroom, qapp: QApplication
) -> None:
    window = filled.window()
    fonts = [window.pane.headline.font(), window.pane.body.font(), qapp.font()]
    height = window.entries.view.verticalHeader().defaultSectionSize()

    dressed.change(zoom=200)
    qapp.processEvents()
    large = [window.pane.headline.font(), window.pane.body.font(), qapp.font()]
    larger_height = window.entries.view.verticalHeader().defaultSectionSize()
    dressed.change(zoom=100)
    qapp.processEvents()

    for before, after in zip(fonts, large, strict=True):
        assert after.pointSizeF() == pytest.approx(2 * before.pointSizeF())
    assert larger_height > height
    assert window.pane.headline.font().pointSizeF() == pytest.approx(fonts[0].pointSizeF())
    assert window.entries.view.verticalHeader().defaultSectionSize() == height


def test_zoom_goes_in_steps_and_stops_at_both_ends() -> None:
    assert [zoomed(100, 1), zoomed(100, -1), zoomed(103, 1), zoomed(103, -1)] == [110, 90, 110, 100]
    assert [zoomed(LARGEST, 1), zoomed(SMALLEST, -1)] == [LARGEST, SMALLEST]


def test_low_rows_are_low(filled: Newsroom) -> None:
    window = filled.window()

    window.actions_by_id["compact_list"].trigger()

    height = window.entries.view.verticalHeader().defaultSectionSize()
    assert height == row_height(is_compact=True) < row_height()
    assert window.actions_by_id["compact_list"].isChecked()


def test_focus_mode_leaves_the_entry_alone_and_brings_back_what_was_shown(filled: Newsroom) -> None:
    window = filled.window()
    window.actions_by_id["toggle_blogs"].trigger()

    window.actions_by_id["focus_mode"].trigger()
    focused = [pane.isVisible() for pane in (window.blogs, window.entries, window.pane)]
    remembered = window.desk_work.appearance.panes_hidden()
    window.actions_by_id["focus_mode"].trigger()

    assert focused == [False, False, True]
    assert remembered == [True, False]
    assert [pane.isVisible() for pane in (window.blogs, window.entries, window.pane)] == [False, True, True]


def test_the_name_signs_what_is_written_from_now_on(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    sheet = sheet_of(window)
    sheet.author.line.clear()
    QTest.keyClicks(sheet.author.line, "Grace  Hopper")
    sheet.author.flush()

    window.actions_by_id["mark_published"].trigger()
    filled.settle()

    desk = open_desk(str(filled.path), Preferences(desk="reader"))
    last = list(desk.store.revisions_since(0))[-1]
    desk.store.close()
    assert last.author.name == "Grace Hopper"


def test_a_zone_is_found_by_its_city_and_nonsense_stays_with_a_note(filled: Newsroom, qtbot: QtBot) -> None:
    window = filled.window()
    sheet = sheet_of(window)

    sheet.zone.line.clear()
    QTest.keyClicks(sheet.zone.line, "almaty")
    sheet.zone.flush()
    found = window.desk_work.settings.value.zone
    sheet.zone.line.clear()
    QTest.keyClicks(sheet.zone.line, "Atlantis")
    sheet.zone.flush()

    assert found == "Asia/Almaty"
    assert "Atlantis" in sheet.zone.note
    assert window.desk_work.settings.value.zone == "Asia/Almaty"


def test_new_blogs_have_the_newsroom_s_zone(filled: Newsroom) -> None:
    window = filled.window()
    window.desk_work.settings.change(zone="Asia/Almaty")

    window.actions_by_id["new_blog"].trigger()
    filled.settle()

    blog = window.blogs.current
    assert blog is not None
    assert blog.zone == "Asia/Almaty"


def test_names_of_zones_are_lines_and_a_wrong_line_is_told() -> None:
    zones = {"MSK": "Europe/Moscow", "NPT": "GMT+5:45"}

    assert from_lines(to_lines(zones)) == zones
    with pytest.raises(NewsdeskError, match="MSK"):
        from_lines("MSK")
    assert find_zone("gmt+3", {}) == "GMT+3"
    assert find_zone("", {}) is None


def test_names_of_zones_count_for_times_typed_afterwards(filled: Newsroom) -> None:
    window = filled.window()
    sheet = sheet_of(window)

    sheet.names.setPlainText("MSK = Europe/Moscow")
    sheet.names.left.emit()

    assert window.reader.zones == {"MSK": "Europe/Moscow"}


def test_settings_are_kept_at_every_change_and_told_once() -> None:
    kept: list[Preferences] = []
    told: list[object] = []
    settings = Settings(Preferences(), kept.append)
    settings.changed.connect(lambda before, after: told.append(after))

    settings.change(zoom=125)
    settings.change(zoom=125)

    assert [value.zoom for value in kept] == [125]
    assert told == kept


def test_what_your_name_is_for_stands_beneath_it_also_after_typing(newsroom: Newsroom) -> None:
    sheet = sheet_of(newsroom.window())
    hint = sheet.author.note

    QTest.keyClicks(sheet.author.line, "Ann")

    assert hint and sheet.author.note == hint
