"""Typographic quotes on request: of what is selected, of entries, of the whole blog."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from newsdesk.desk import typography
from newsdesk.desk.desk import Desk
from newsdesk.ui import words
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr


class QuotesCommands(QObject):
    """One method an action; each is one undo."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._live, self._toast = around.live, around.messages.toast
        self._entries, self._pane = around.panes.entries, around.panes.entry

    def typographic_quotes(self) -> None:
        """Of the selected words while one writes; else of the selected entries, headline and text."""
        blog, body = self._entries.model.blog, self._pane.body
        if blog is None or self._pane.entry is None:
            self._toast.say(tr("Select an entry to make its quotes typographic"))
        elif body.hasFocus() and body.textCursor().hasSelection():
            body.make_selection_typographic(blog.language)
        else:
            ids = self._entries.view.selected_ids() if self._entries.view.hasFocus() else [self._pane.entry.id]
            self._do(lambda desk: typography.in_entries(desk, ids))

    def quotes_in_blog(self) -> None:
        """Of all entries, and of the headline and introduction of the blog."""
        if (blog := self._entries.model.blog) is not None:
            id = blog.id
            self._do(lambda desk: typography.in_blog(desk, id))

    def _do(self, act: Callable[[Desk], int]) -> None:
        self._pane.flush()
        self._live.ask(act, then=self._say)

    def _say(self, changed: int) -> None:
        if not changed:
            self._toast.say(tr("There are no straight quotes here"))
            return
        told = tr("Made the quotes of {0} typographic").format(words.entries(changed))
        self._toast.say_done(told)
