"""Where a command is done, and what the person prefers."""

from dataclasses import dataclass

from newsdesk.desk.desk import Desk
from newsdesk.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Setting:
    """A desk, and the preferences of whoever sits at it."""

    desk: Desk
    preferences: Preferences
