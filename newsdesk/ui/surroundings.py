"""What the rooms of a window work with."""

from typing import NamedTuple

from newsdesk.desk.live import LiveDesk
from newsdesk.ui.messages import Messages
from newsdesk.ui.panes import Panes
from newsdesk.ui.settings import Settings
from newsdesk.ui.signals import DeskSignals
from newsdesk.ui.typed_time import TimeReader


class Surroundings(NamedTuple):
    live: LiveDesk
    signals: DeskSignals
    panes: Panes
    messages: Messages
    settings: Settings
    reader: TimeReader
