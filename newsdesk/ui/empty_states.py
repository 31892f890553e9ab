"""What the empty places say: at the first start, in a new blog, where nothing is selected."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence

from newsdesk.domain.blog import Blog
from newsdesk.ui.controls import TextButton
from newsdesk.ui.empty import Empty
from newsdesk.ui.words import tr


class EmptyStates:
    """Fills the places of the list and of the entry."""

    def __init__(
        self, entries: Empty, pane: Empty, by_id: Mapping[str, QAction], open_sample: Callable[[], object]
    ) -> None:
        self._entries, self._pane, self._actions, self._open_sample = entries, pane, by_id, open_sample

    def say(self, blogs: int, blog: Blog | None) -> None:
        """Say what to do, with so many blogs on the desk and this one open."""
        if blog is not None:
            self._say_new_blog()
        elif not blogs:
            self._say_welcome()

    def _say_welcome(self) -> None:
        self._entries.say("", "")
        sample = TextButton(tr("Open the sample"))
        sample.clicked.connect(self._open_sample)
        self._pane.say(
            tr("Welcome to Newsdesk"),
            tr("Begin with a headline, or with a file that you have. Everything is kept as you write it."),
            self._button("new_blog", tr("New blog"), is_main=True),
            self._button("import_files", tr("Import a file…")),
            sample,
        )

    def _say_new_blog(self) -> None:
        keys = self._actions["new_entry"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._entries.say(
            tr("No entries yet"),
            tr("Press {0} to write the first. You can also drop a text file here.").format(keys),
            self._button("new_entry", tr("New entry"), is_main=True),
        )
        self._pane.say(tr("Nothing selected"), tr("Write an entry, or select one in the list."))

    def _button(self, id: str, text: str, *, is_main: bool = False) -> TextButton:
        button = TextButton(text, is_main=is_main)
        button.clicked.connect(self._actions[id].trigger)
        return button
