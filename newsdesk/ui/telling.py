"""What was done to entries, in words for those who cannot see the list: a toast says the rest."""

from PySide6.QtCore import QObject

from newsdesk.domain.edit import differing
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Act, Done
from newsdesk.ui import words
from newsdesk.ui.entry_list.model import EntryModel
from newsdesk.ui.messages import announce
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr

# The titles of edits whose effect only the list shows.
_SILENT = ("New entry", "Mark as", "Unmark", "Pin", "Unpin", "Move", "Edit time")


class Telling(QObject):
    """Follows what this desk does in the open blog; what others do says nothing."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.panes.entry)
        self._settings = around.settings
        self._entries = around.panes.entries
        around.signals.edited.connect(self._tell)

    def _tell(self, done: Done) -> None:
        blog, revision = self._entries.model.blog, done.revision
        is_here = revision.act is not Act.DO or (blog is not None and revision.blog == blog.id)
        if is_here and revision.author.desk == self._settings.value.desk:
            announce(self._entries, sentence(done, self._entries.model))


def sentence(done: Done, model: EntryModel) -> str:
    """What an edit did, shortly; nothing where that is heard anyway."""
    title = tr(done.revision.title)
    if done.revision.act is Act.UNDO:
        return tr("Undone: {0}").format(title)
    if done.revision.act is Act.REDO:
        return tr("Done again: {0}").format(title)
    after = next((value for value in done.edit.after.values() if isinstance(value, Entry)), None)
    if after is None or not done.revision.title.startswith(_SILENT):
        return ""
    before, count = done.edit.before.get(after.id), len(done.edit.after)
    told = _change(before if isinstance(before, Entry) else None, after, model)
    return f"{words.entries(count)}: {told}" if told and count > 1 else told


def _change(before: Entry | None, after: Entry, model: EntryModel) -> str:
    if before is None:
        return tr("New entry, {0}").format(after.time)
    names = differing(before, after)
    if "state" in names:
        return words.state(after.state)
    if "is_key" in names:
        return tr("Key event") if after.is_key else tr("No key event")
    if "is_pinned" in names:
        return tr("Pinned") if after.is_pinned else tr("Not pinned")
    if "time" in names:
        return str(after.time)
    row = model.row_of(after)
    return "" if row is None else tr("Moved, {0} of {1}").format(row + 1, model.rowCount())
