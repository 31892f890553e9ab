"""What the window says about saving: the time in the status line, and a bar while the store refuses."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from newsdesk.desk.desk import Desk
from newsdesk.domain.revision import Done
from newsdesk.errors import ConflictError, NewsdeskError
from newsdesk.ui.entry_pane.visit import Visit
from newsdesk.ui.messages import Choice
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.words import tr


class Saving(QObject):
    """Watches the visits to entries."""

    def __init__(self, around: Surroundings, say: Callable[[str], object]) -> None:
        super().__init__(around.panes.entry)
        self._live, self._pane, self._say = around.live, around.panes.entry, say
        self._bars, self._toast = around.messages
        self._settings = around.settings
        self._pane.visited.connect(self._watch)
        around.signals.edited.connect(self._note_done)

    def save_now(self) -> None:
        """Store what was typed so far, and say so."""
        self._pane.flush()
        for visit in self._pane.unsaved():
            visit.try_again()
        self._live.ask(Desk.catch_up, then=lambda _: self._confirm())

    def may_close(self) -> bool:
        """Whether nothing would be lost; asks where the store still refuses."""
        self._pane.flush()
        if not self._pane.unsaved():
            return True
        asked = QMessageBox(self._pane.window())
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setText(tr("Some of what you typed could not be stored yet."))
        asked.setInformativeText(tr("If you quit now, it is lost. Stay, and it is tried again every few seconds."))
        stay = asked.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = asked.addButton(tr("Quit and lose it"), QMessageBox.ButtonRole.DestructiveRole)
        asked.setDefaultButton(stay)
        asked.exec()
        return asked.clickedButton() is leave

    def _watch(self, visit: Visit) -> None:
        visit.saved.connect(self._note_saved)
        visit.refused.connect(lambda error, visit=visit: self._say_refused(visit, error))
        visit.recovered.connect(lambda visit=visit: self._bars.clear(_key(visit)))
        if visit.refusal is not None:
            self._say_refused(visit, visit.refusal)

    def _note_done(self, done: Done) -> None:
        """Whatever this desk did is stored: a move, a state, a sorting."""
        if done.revision.author.desk == self._settings.value.desk and not self._pane.unsaved():
            self._note_saved(done.revision.at)

    def _note_saved(self, at: datetime) -> None:
        self._say(tr("Saved {0}").format(at.astimezone().strftime("%H:%M:%S")))

    def _confirm(self) -> None:
        if not self._pane.unsaved():
            self._note_saved(datetime.now().astimezone())
            self._toast.say(tr("Everything is saved"))

    def _say_refused(self, visit: Visit, error: NewsdeskError) -> None:
        if isinstance(error, ConflictError):
            choices = [Choice(tr("Keep mine"), visit.insist), Choice(tr("Take theirs"), visit.yield_to_others)]
        else:
            choices = [Choice(tr("Try again"), visit.try_again)]
        self._bars.say(_key(visit), error.sentence, *choices, is_lasting=True)


def _key(visit: Visit) -> str:
    return f"entry {visit.entry.id}"
