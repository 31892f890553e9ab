"""Handing over: what has changed since one gave a blog to a colleague."""

from dataclasses import replace

from newsdesk.desk import standings
from newsdesk.desk.desk import Desk
from newsdesk.preferences import Preferences


def hand_over(preferences: Preferences, desk: Desk, blog: str) -> Preferences:
    """The preferences with this moment as my last hand-over of a blog; they are yet to be saved."""
    return replace(preferences, handed_over={**preferences.handed_over, blog: desk.store.end_of_log()})


def changed(preferences: Preferences, desk: Desk, blog: str) -> set[str]:
    """The entries of a blog that came or changed since my last hand-over; all of them if there was none."""
    return standings.changed_since(desk, blog, preferences.handed_over.get(blog, 0))
