"""One undo for everything, in exact order, with the caret at the change; across a restart and a kill."""

import signal

import pytest

from tests.journeys.screen import Screen
from tests.journeys.test_rich_text import begin

Shape = list[tuple[str, ...]]


def shape(screen: Screen) -> Shape:
    if not screen.blog:
        (screen.blog,) = (blog["id"] for blog in screen.command("list"))
    entries = screen.command("show", screen.blog)["entries"]
    return [(entry["headline"], entry["html"], entry["state"] + "!" * entry["key"]) for entry in entries]


def wait_for(screen: Screen, words: str) -> Shape:
    """What the store holds once that tells of these words."""
    screen.wait(lambda: words in str(shape(screen)))
    return shape(screen)


ACTS = (
    ((), "Calm returned.", "<p>Calm returned.</p>"),
    (("ctrl+Left", "ctrl+Left", "ctrl+Left", "ctrl+shift+Right", "ctrl+b"), "", "<strong>Calm </strong>returned."),
    (("ctrl+End", "Return"), "Banks open", "<p>Banks open</p>"),
    (("ctrl+alt+2",), "", "<h3>Banks open</h3>"),
    (("ctrl+shift+k",), "", "draft!"),
    (("ctrl+2",), "", "ready!"),
    (("ctrl+n",), "", "('', '', 'draft'), ('Troops leave'"),
    ((), "Second", "('Second', '', 'draft'), ('Troops leave'"),
    (("alt+Down",), "", "'ready!'), ('Second'"),
    (("shift+F6", "Delete"), "", "'ready!')]"),
)


def walk(screen: Screen, keys: str, wanted: list[Shape]) -> None:
    """Press keys until each wanted state has come, in order, with none between."""
    for state in wanted:
        screen.keys(keys)
        screen.wait(lambda state=state: shape(screen) == state)  # type: ignore[misc]


def test_everything_is_undone_in_order_and_redone(screen: Screen) -> None:
    begin(screen)
    held = [wait_for(screen, "Troops leave")]
    for keys, text, words in ACTS:
        screen.keys(*keys)
        if text:
            screen.type(text)
        held.append(wait_for(screen, words))

    walk(screen, "ctrl+z", held[-2::-1])
    screen.picture("undone")
    walk(screen, "ctrl+shift+z", held[1:])


@pytest.mark.parametrize("is_killed", [False, True])
def test_undo_goes_on_after_a_restart_and_after_a_kill(screen: Screen, is_killed: bool) -> None:
    begin(screen)
    program = screen.program
    screen.type("Calm returned.")
    wait_for(screen, "Calm returned.")
    screen.type(" Banks open.")
    before = wait_for(screen, "Banks open.")
    screen.keys("ctrl+a", "ctrl+b")
    wait_for(screen, "<strong>Calm returned. Banks open.</strong>")

    if is_killed:
        program.send_signal(signal.SIGKILL)
    else:
        screen.keys("ctrl+q")
    program.wait(10)
    screen.open()
    walk(screen, "ctrl+z", [before, [("Troops leave", "<p>Calm returned.</p>", "draft")]])
    walk(screen, "ctrl+shift+z", [before])


def test_the_caret_is_where_the_change_was(screen: Screen) -> None:
    begin(screen)

    screen.type("One two three")
    screen.keys("Return")
    screen.type("Four")
    wait_for(screen, "Four")
    screen.keys("ctrl+Home", "ctrl+Right", "ctrl+shift+Right", "ctrl+x", "ctrl+End")
    screen.wait(lambda: shape(screen)[0][1].startswith("<p>One three</p>"))
    screen.keys("ctrl+z")
    screen.wait(lambda: shape(screen)[0][1].startswith("<p>One two three</p>"))
    screen.type("and ")

    screen.wait(lambda: shape(screen)[0][1] == "<p>One two and three</p>\n<p>Four</p>")


def test_typing_is_taken_back_by_phrases_however_slowly_it_was_typed(screen: Screen) -> None:
    begin(screen)

    screen.hands("type", "--delay", "500", "--", "Calm")
    screen.type(" now, said the president. ")
    screen.type("Banks open.")
    whole = wait_for(screen, "Banks open.")

    walk(screen, "ctrl+z", [
        [("Troops leave", html, "draft")] for html in ("<p>Calm now, said the president. </p>", "<p>Calm now, </p>", "")
    ])  # fmt: skip
    for _ in range(3):
        screen.keys("ctrl+y")
    screen.wait(lambda: shape(screen) == whole)
