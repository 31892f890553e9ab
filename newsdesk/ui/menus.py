"""The menus, whose names stand in the first picture; `actions` fills them."""

from enum import Enum


class Menu(Enum):
    """The menus, in order."""

    FILE = "&File"
    EDIT = "&Edit"
    ENTRY = "E&ntry"
    FORMAT = "F&ormat"
    BLOG = "&Blog"
    VIEW = "&View"
    HELP = "&Help"
