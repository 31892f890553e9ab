"""Spelling in the blog's language: which dictionary serves it, what is known beside it, and adding another."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from newsdesk import preferences
from newsdesk.desk.known_names import known_names
from newsdesk.desk.own_words import OwnWords
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.revision import Done
from newsdesk.errors import NewsdeskError
from newsdesk.preferences import Preferences
from newsdesk.ui import resources, words
from newsdesk.ui.controls import Line
from newsdesk.ui.messages import Choice
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.typed_quotes import TypedQuotes
from newsdesk.ui.words import tr

_MANY = 200  # entries of one edit that are not looked at one by one


@cache
def _newer_words(language: str) -> frozenset[str]:
    """Words that a dictionary of a language, for all we know of it, is too old for: plain files of ours."""
    file = resources.folder() / "spelling" / f"{language.lower().partition('-')[0]}.txt"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return frozenset(line for line in lines if line and not line.startswith("#"))


class Spelling(QObject):
    """Follows the blog that is open and the preferences."""

    told = Signal(str)  # which dictionary serves, as a sentence

    def __init__(self, around: Surroundings, foot: Line) -> None:
        super().__init__(around.panes.entry)
        self._live, self._settings = around.live, around.settings
        self._blogs, self._body = around.panes.blogs, around.panes.entry.body
        self._bars, self._toast = around.messages
        self._foot = foot
        self._spelled: object = None  # of which blog the names are known, and what they came from
        self._quotes = TypedQuotes(around.panes.entry)
        self._own_words = OwnWords(preferences.folder() / "dictionary.txt")
        self._folder = preferences.dictionaries()
        self._body.speller.own_folder = self._folder
        self._body.word_learned.connect(self._learn)
        self._body.dictionary_wanted.connect(self.add_dictionary)
        self._settings.changed.connect(self._follow)
        self._blogs.chosen.connect(self._spell)
        around.signals.edited.connect(self._note)
        self._blogs.model.dataChanged.connect(lambda *_: self._spell(self._blogs.current))
        self._say()

    def add_dictionary(self) -> None:
        """Copy a dictionary that somebody has into the folder of ours."""
        endings = f"{tr('Dictionaries')} (*.oxt *.dic *.aff)"
        name, _ = QFileDialog.getOpenFileName(self._body.window(), tr("Add a dictionary"), "", endings)
        if name:
            self.take_dictionary(Path(name))

    def take_dictionary(self, file: Path) -> None:
        from newsdesk.desk.adding_dictionaries import add_dictionary  # it unpacks: loaded when it is wanted

        try:
            languages = add_dictionary(file, self._folder)
        except NewsdeskError as error:
            self._bars.say("dictionary", error.sentence)
            return
        self._bars.clear("dictionary")
        self._toast.say(tr("Added a dictionary for {0}").format(", ".join(map(words.language, languages))))
        self._spelled = None
        self._body.set_spelling("")  # one of the same name may have been read already
        self._spell(self._blogs.current)

    def sentence(self) -> str:
        """Which dictionary serves the blog that is open."""
        if (blog := self._blogs.current) is None:
            return ""
        name, found = words.language(blog.language), self._body.speller.found
        if not self._settings.value.checks_spelling:
            return ""
        if found is None:
            return tr("There is no dictionary for {0} here, so nothing is marked in this blog.").format(name)
        if found.is_of(blog.language):
            return tr("This blog is in {0}; its dictionary is {1}.").format(name, found.path.stem)
        other = words.language(found.language)
        if self._body.speller.takes_british:
            return tr("There is no dictionary for {0} here. That for {1} is used, with British spellings.").format(
                name, other
            )
        return tr("There is no dictionary for {0} here. That for {1} is used.").format(name, other)

    def _say(self) -> None:
        """At the foot of the window only what is not as one would expect; all of it in the preferences."""
        blog, found = self._blogs.current, self._body.speller.found
        is_lacking = blog is not None and self._settings.value.checks_spelling and (
            found is None or not found.is_of(blog.language)
        )
        short = tr("No dictionary for {0}").format(words.language(blog.language)) if blog and is_lacking else ""
        self._foot.set_text(short)
        self._foot.setToolTip(self.sentence() if short else "")
        self._body.lacking = words.language(blog.language) if blog and is_lacking else ""
        self.told.emit(self.sentence())

    def _follow(self, before: Preferences, after: Preferences) -> None:
        if (after.checks_spelling, after.types_quotes) != (before.checks_spelling, before.types_quotes):
            self._spelled = None
            self._spell(self._blogs.current)

    def _spell(self, blog: Blog | None) -> None:
        chosen = self._settings.value
        self._quotes.use(blog.language if blog is not None and chosen.types_quotes else "")
        if blog is None or not chosen.checks_spelling:
            self._spelled = None
            self._body.set_spelling("")
            self._say()
            return
        named, spelled = blog, (blog.id, blog.language, blog.headline, blog.bylines)
        if spelled != self._spelled:
            self._spelled = spelled
            self._live.ask(lambda desk: known_names(desk, named), then=lambda names: self._know(named, names))

    def _know(self, blog: Blog, names: tuple[str, ...]) -> None:
        current = self._blogs.current
        if current is not None and current.id == blog.id and self._settings.value.checks_spelling:
            self._body.set_spelling(blog.language, (*names, *_newer_words(blog.language), *self._own_words.all()))
            self._say()

    def _learn(self, word: str) -> None:
        try:
            self._own_words.add(word)
        except NewsdeskError as error:
            self._toast.say(error.sentence)
        else:
            told = tr("Added “{0}” to your dictionary").format(word)
            self._toast.say(told, Choice(tr("Undo"), lambda: self._unlearn(word)))

    def _unlearn(self, word: str) -> None:
        try:
            self._own_words.remove(word)
        except NewsdeskError as error:
            self._toast.say(error.sentence)
        else:
            self._body.speller.unlearn(word)

    def _note(self, done: Done) -> None:
        """The bylines and labels of an entry are names that the blog knows."""
        before, after = done.edit.before, done.edit.after
        current = self._blogs.current
        if current is None or done.revision.blog != current.id:
            return
        if len(after) > _MANY or any(_names(before.get(id)) != _names(value) for id, value in after.items()):
            self._spelled = None
            self._spell(self._blogs.current)


def _names(value: object) -> tuple[tuple[str, ...], ...]:
    return (value.bylines, value.labels) if isinstance(value, Entry) else ((), ())
