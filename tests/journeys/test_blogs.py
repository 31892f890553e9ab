"""Blogs: new, renamed, duplicated, closed, archived, deleted and brought back; their details; counts of drafts."""

from pathlib import Path
from typing import Any

from tests.journeys.screen import Screen

TEXT = """Storm Over the Harbour
05:41 GMT 06.01.2022
Bridge Closed to All Traffic
05:09 GMT 06.01.2022
Ferries Stay in Port
"""


def blogs(screen: Screen) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = screen.command("list")
    return listed


def names(screen: Screen) -> list[str]:
    return sorted(blog["headline"] for blog in blogs(screen))


def opened(screen: Screen, folder: Path) -> None:
    (folder / "storm.txt").write_text(TEXT, "utf-8")
    screen.command("import", str(folder / "storm.txt"), "--as", "draft")
    screen.open("--eyes")


def test_a_blog_is_made_renamed_duplicated_closed_and_opened_again(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)

    screen.keys("ctrl+shift+n")
    screen.type("Election night")
    screen.keys("Return")
    screen.wait(lambda: names(screen) == ["Election night", "Storm Over the Harbour"])
    screen.picture("new")

    screen.point("Storm Over the Harbour", button="3")
    screen.point("Rename blog")
    screen.keys("ctrl+a")
    screen.type("Storm")
    screen.keys("Return")
    screen.wait(lambda: names(screen) == ["Election night", "Storm"])

    screen.point("Storm", button="3")
    screen.point("Duplicate")
    screen.wait(lambda: names(screen) == ["Election night", "Storm", "Storm (copy)"])
    copy = next(blog for blog in blogs(screen) if blog["headline"] == "Storm (copy)")
    assert copy["entries"] == 2

    screen.point("Storm (copy)", button="3")
    screen.point("Close the blog")
    screen.wait(lambda: {b["headline"]: b["open"] for b in blogs(screen)}["Storm (copy)"] is False)
    screen.wait(lambda: screen.places("2 entries · 2 drafts · closed"))
    screen.picture("closed")
    screen.point("Undo")
    screen.wait(lambda: all(blog["open"] for blog in blogs(screen)))


def test_a_blog_is_archived_and_deleted_and_comes_back_with_its_entries(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)
    screen.wait(lambda: screen.places("2 entries · 2 drafts"))

    screen.choose("Blog", "Archive")
    screen.wait(lambda: screen.places("Welcome to Newsdesk"))
    screen.picture("empty")
    screen.point("Undo")
    screen.wait(lambda: screen.places("2 entries · 2 drafts"))

    screen.choose("Blog", "Delete blog")
    screen.wait(lambda: screen.places("Welcome to Newsdesk"))
    screen.choose("Blog", "Archive and trash…")
    screen.picture("shelves")
    screen.keys("Return")
    screen.wait(lambda: screen.places("2 entries · 2 drafts"))

    screen.point("Ferries Stay in Port")
    screen.keys("Delete")
    screen.wait(lambda: screen.places("1 entry · 1 draft"))
    screen.choose("Blog", "Deleted entries…")
    screen.wait(lambda: screen.places("Deleted entries"))
    screen.picture("deleted")
    screen.point("Restore")
    screen.wait(lambda: [blog["entries"] for blog in blogs(screen)] == [2])


def test_the_details_of_a_blog_are_given_by_keys_alone(screen: Screen, tmp_path: Path) -> None:
    opened(screen, tmp_path)
    screen.keys("ctrl+shift+d")
    screen.wait(lambda: screen.places("Blog details"))

    screen.keys("ctrl+a")
    for text in ("The storm", "What we know.", "6 Jan 2022", "Almaty", "pt-br", "Ada, Bo"):
        screen.type(text)
        screen.keys("Tab")
    screen.picture("details")
    screen.keys("Escape")

    screen.wait(lambda: names(screen) == ["The storm"])
    (blog,) = blogs(screen)
    shown = screen.command("show", blog["id"])
    assert (shown["date"], shown["introduction"]) == ("2022-01-06", ["What we know."])
    done = {title for visit in screen.command("history", blog["id"]) for title in visit["titles"]}
    assert {"Edit zone of blog", "Edit language of blog", "Edit bylines of blog"} <= done

    for _ in range(3):
        screen.keys("ctrl+z")
    screen.wait(lambda: screen.command("history", blog["id"])[0]["act"] == "undo")
