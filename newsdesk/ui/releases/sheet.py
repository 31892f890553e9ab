"""The sheet: when, by whom, as what; the chosen one can be written again, byte by byte."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from newsdesk.domain.release import Release
from newsdesk.ui import look, moments
from newsdesk.ui.controls import Ground, TextButton
from newsdesk.ui.empty import Empty
from newsdesk.ui.fields import note
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.two_lines import Item, ItemList
from newsdesk.ui.words import entries, tr

_WIDTH, _HEIGHT = 680, 560
_HEAD = {"headline": "the headline", "introduction": "the introduction"}


class ReleasesSheet(Overlay):
    """`again_wanted` says which release is to be written again."""

    again_wanted = Signal(object)  # Release
    changed_wanted = Signal()  # show what has changed since

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Releases"), _WIDTH, _HEIGHT)
        self.list = ItemList(tr("Releases"))
        self.empty = Empty("entries")
        self.said = note("")
        self.changed = TextButton(tr("Show what changed since"))
        self.again = TextButton(tr("Export again…"), is_main=True)
        for button in (self.changed, self.again):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._foot = Ground("", line="top")
        across = QHBoxLayout(self._foot)
        across.setContentsMargins(3 * look.GRID, look.GRID, 3 * look.GRID, look.GRID)
        across.addWidget(self.said, 1)
        across.addWidget(self.changed)
        across.addWidget(self.again)
        self._stack = QStackedLayout()
        self.column.addWidget(SheetHeader(tr("Releases"), self.close_sheet))
        self.column.addLayout(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.column.addWidget(self._foot)
        self.list.meant.connect(self._again)
        self.again.clicked.connect(lambda _=False: self._again())
        self.changed.clicked.connect(lambda _=False: self._show_changed())

    def ask(self, releases: Sequence[Release], changed: int, head: frozenset[str]) -> None:
        """Open it with the releases, the latest first, how many entries and which parts of the head changed since."""
        self.list.show_items([_row(release) for release in releases])
        self.empty.say(tr("No release yet"), tr("Every export is remembered here, and can be made again as it was."))
        parts = [entries(changed)] if changed else []
        parts += [tr(words) for name, words in _HEAD.items() if name in head]
        since = tr("Changed since: {0}").format(" · ".join(parts))
        self.said.setText(since if parts else tr("Nothing changed since"))
        self.changed.setVisible(changed > 0)
        self._stack.setCurrentIndex(0 if releases else 1)
        self._foot.setVisible(bool(releases))
        self.open(self.list if releases else self)

    def _again(self) -> None:
        if releases := self.list.chosen:
            self.leave()
            self.again_wanted.emit(releases[0])

    def _show_changed(self) -> None:
        self.leave()
        self.changed_wanted.emit()


def _row(release: Release) -> Item:
    upper = " · ".join(filter(None, (release.format, release.file)))
    size = QLocale().formattedDataSize(release.size)
    held = entries(len(release.held)) if release.held else tr("a backup")
    parts = (tr("By {0}").format(release.author.name or tr("somebody")), held, size)
    past = (tr("as it stood earlier"),) if release.is_past else ()
    return Item(release, upper, " · ".join((*parts, *past)), moments.short(release.at))
