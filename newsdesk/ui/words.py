"""The words for what is shown in several places."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from newsdesk.domain.entry import Entry, State

_STATES = {
    State.DRAFT: "Draft",
    State.READY: "Ready",
    State.PUBLISHED: "Published",
    State.WITHDRAWN: "Withdrawn",
}

_MARKED = {
    State.DRAFT: "{0} are drafts now",
    State.READY: "{0} are ready",
    State.PUBLISHED: "{0} published",
    State.WITHDRAWN: "{0} withdrawn",
}


def tr(text: str, count: int = -1) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("newsdesk", text, None, count)


def state(state: State) -> str:
    return tr(_STATES[state])


def long_day(day: date) -> str:
    """Thursday, 6 January 2022, as the system's language has it."""
    return QLocale().toString(_qdate(day), QLocale.FormatType.LongFormat)


def short_day(day: date) -> str:
    return QLocale().toString(_qdate(day), "d MMM")


def short_date(day: date) -> str:
    return QLocale().toString(_qdate(day), "d MMM yyyy")


def language(tag: str) -> str:
    """British English, Austrian German: in English as Qt knows it, with the region where the tag has one."""
    locale = QLocale(tag)
    name = QLocale.languageToString(locale.language())
    if locale.language() is QLocale.Language.C:
        return f"“{tag}”"
    if "-" not in tag:
        return name
    if locale.language() is QLocale.Language.English:  # British English reads better than English (United Kingdom)
        name = locale.nativeLanguageName()
    return name if " " in name else f"{name} ({QLocale.territoryToString(locale.territory())})"


def entries(count: int) -> str:
    return tr("1 entry") if count == 1 else tr("{0} entries").format(QLocale().toString(count))


def marked(marked: Sequence[Entry], state: State) -> str:
    """What became of several entries, and how many of those that readers see say nothing."""
    told = tr(_MARKED[state]).format(entries(len(marked)))
    empty = 0 if state is State.DRAFT else sum(not entry.body for entry in marked)
    return f"{told} · {tr('{0} without a text').format(QLocale().toString(empty))}" if empty else told


def shortened(name: str, longest: int = 50) -> str:
    """A name to be told in a sentence."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def drafts(count: int) -> str:
    return tr("1 draft") if count == 1 else tr("{0} drafts").format(QLocale().toString(count))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def plain(text: str) -> str:
    """An action's text without the mark of its access key: `&Find…` is `Find…`."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
