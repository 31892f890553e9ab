"""The three panes together, for what works on more than one."""

from typing import NamedTuple

from newsdesk.ui.blog_list.pane import BlogListPane
from newsdesk.ui.entry_list.pane import EntryListPane
from newsdesk.ui.entry_pane.pane import EntryPane


class Panes(NamedTuple):
    blogs: BlogListPane
    entries: EntryListPane
    entry: EntryPane
