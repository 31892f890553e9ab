"""Printing, after a look at the pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.desk.desk import Desk
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

if TYPE_CHECKING:
    from newsdesk.desk.printing import ForPrint


class Printing(QObject):
    """The blog is read and set off the window's thread; the pages are shown before anything is printed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._around = around

    def print_blog(self) -> None:
        self._around.panes.entry.flush()
        blog = self._around.panes.blogs.current
        if blog is None:
            self._around.messages.toast.say(tr("There is no blog to print yet"))
            return
        id, preferences = blog.id, self._around.settings.value
        self._around.live.ask(lambda desk: _for_print(desk, id, preferences), then=self._show, failed=self._refuse)

    def _show(self, made: "ForPrint") -> None:
        from newsdesk.ui.print_preview import PrintPreview  # its library is loaded when it is wanted

        self._around.messages.bars.clear("print")
        PrintPreview(made.sheet, made.left_out, self._around.panes.entry.window()).open()

    def _refuse(self, error: NewsdeskError) -> None:
        self._around.messages.bars.say("print", error.sentence)


def _for_print(desk: Desk, blog: str, preferences: Preferences) -> "ForPrint":
    from newsdesk.desk.printing import for_print  # loaded when it is wanted, on the desk's thread
    from newsdesk.desk.profiles import options_as_usual

    return for_print(desk, blog, options_as_usual(preferences))
