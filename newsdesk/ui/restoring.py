"""What is found again at the next start: the window's shape, the open blog and entry, the caret, the list's top."""

from typing import Any

from PySide6.QtCore import QByteArray

from newsdesk.ui.main_window import MainWindow

Remembered = dict[str, Any]
PANES = 3


def remember(window: MainWindow) -> Remembered:
    """Everything that a start restores, ready for JSON."""
    blog, entry = window.blogs.current, window.pane.entry
    return {
        "geometry": _to_text(window.saveGeometry()),
        "panes": of_three(window.splitter.sizes()),
        "preview": window.desk_work.preview.width,
        "hidden": window.desk_work.panes_hidden(),
        "blog": blog.id if blog else "",
        "entry": entry.id if entry else "",
        "top": max(0, window.entries.view.rowAt(0)),
        "place": _place(window),
        "caret": window.pane.body.textCursor().position(),
        "counts": window.blogs.model.counts(),
    }


def restore_shape(window: MainWindow, remembered: Remembered) -> None:
    """Give the window the shape that it had; a first one is as large as the screen likes."""
    if not window.restoreGeometry(_from_text(remembered.get("geometry"))):
        room = window.screen().availableGeometry()
        window.resize(min(1360, room.width() - 80), min(860, room.height() - 80))
        blogs, entries = min(232, window.width() * 18 // 100), min(368, window.width() * 31 // 100)
        window.set_widths([blogs, entries, window.width() - blogs - entries])
    sizes = remembered.get("panes")
    if isinstance(sizes, list) and len(sizes) == PANES and all(isinstance(s, int) for s in sizes):
        window.set_widths(sizes)
    hidden = remembered.get("hidden")
    panes = (window.blogs, window.entries)
    for pane, is_hidden in zip(panes, hidden if isinstance(hidden, list) else (), strict=False):
        pane.setVisible(not is_hidden)


def of_three(sizes: list[int]) -> list[int]:
    """What opens beside the three panes takes its room from the entry, and gives it back."""
    return [*sizes[: PANES - 1], sum(sizes[PANES - 1 :])]


def restore_caret(window: MainWindow, remembered: Remembered) -> None:
    """Put the caret where it was, once the entry is there."""
    cursor = window.pane.body.textCursor()
    cursor.setPosition(min(whole(remembered, "caret"), window.pane.body.document().characterCount() - 1))
    window.pane.body.setTextCursor(cursor)
    if window.entries.model.blog is None:
        window.pane.empty.take_keys()
        return
    places = {"body": window.pane.body, "headline": window.pane.headline, "blogs": window.blogs.view}
    places.get(str(remembered.get("place")), window.entries.place).setFocus()


def restore_preview(window: MainWindow, remembered: Remembered) -> None:
    """Open the preview if it was open, as wide as it was."""
    if width := whole(remembered, "preview"):
        window.desk_work.preview.reopen(width)


def whole(remembered: Remembered, name: str) -> int:
    """A number that is not negative, whatever stands in the file."""
    value = remembered.get(name)
    return value if isinstance(value, int) and value >= 0 else 0


def _place(window: MainWindow) -> str:
    if window.pane.body.hasFocus():
        return "body"
    if window.pane.headline.hasFocus():
        return "headline"
    return "blogs" if window.blogs.view.hasFocus() else "entries"


def _to_text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _from_text(text: object) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore")) if isinstance(text, str) else QByteArray()
