"""The window between its first picture and the rest of it: what is pressed then is answered."""

from newsdesk.desk import writing
from newsdesk.desk.opening import glance_into, open_desk
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.typed_time import TimeReader
from tests.ui.conftest import Newsroom


def test_another_blog_can_be_chosen_before_the_rest_of_the_window_is_there(filled: Newsroom) -> None:
    window = _two_blogs_at_a_glance(filled)
    other = window.blogs.model.blog(1)

    window.blogs.choose(other.id)
    window.furnish()
    filled.live.start()
    filled.settle()

    assert window.entries.model.blog == other


def _two_blogs_at_a_glance(room: Newsroom) -> MainWindow:
    desk = open_desk(str(room.path), room.preferences)
    writing.new_blog(desk, "Another day")
    desk.store.close()
    window = MainWindow(room.live, room.signals, TimeReader(), is_furnished=False)
    seen = glance_into(str(room.path))
    assert seen is not None
    window.show_glance(seen, {}, "", 0)
    return window
