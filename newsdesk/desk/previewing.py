"""A look at an export before it is made: its beginning, what it leaves out and why, and what preflight says."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from newsdesk.desk import picturing, preflighting, profiles, releasing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import export
from newsdesk.desk.profiles import OUTPUTS, Asked
from newsdesk.domain.preflight import Severity
from newsdesk.errors import ExportError
from newsdesk.formats import paper, plaintext
from newsdesk.formats.edition import Edition, edition
from newsdesk.formats.theme_look import Look, looks
from newsdesk.formats.themes import theme_named
from newsdesk.preferences import Preferences

_SHOWN = 30  # entries
_LONGEST = 60_000  # characters of a text
_AS_PAGE = frozenset({"html", "fragment", "pdf", "docx"})
_INK = (
    "td, h1, h2, h3, p, li, blockquote { color: #000000; font-size: 10.5pt; }"
    "td, h1, h2, h3, p, li, blockquote { font-family: Newsdesk Serif, Newsdesk Naskh, serif; }"
)
_ON_PAPER = Look("#ffffff", _INK + paper.CSS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What an export looks like; `html` for what is read as a page, `text` for all else."""

    html: str = ""
    text: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    is_rtl: bool = False
    looks: tuple[Look, Look] | None = None  # by day and by night, where it is not the window's
    count: int = 0  # of the entries that it holds
    is_part: bool = False  # only the beginning is shown
    explanation: str = ""
    left_out: tuple[tuple[str, str], ...] = ()  # the first words of an entry, and why
    problem: str = ""  # what is wrong with the theme; then nothing can be exported


def look_at(
    desk: Desk, asked: Asked, to: str, preferences: Preferences, go_on: Callable[[], object] = lambda: None
) -> Seen:
    """The beginning of one format. Raises NewsdeskError with a sentence where there is nothing to export.

    `go_on` is called again and again while a long blog is read; what it raises ends the look.
    """
    blog = desk.store.blog(asked.blog)
    output = OUTPUTS[to]
    options = replace(profiles.options_of(asked, blog, preferences, desk.now()), everything=output.is_backup)
    cut = profiles.cut_asked(desk, blog, asked, preferences.zones)
    now = desk.now()
    stand, entries = releasing.content_of(desk, blog.id, cut, now=now, go_on=go_on)
    chosen = edition(stand.blog, entries, now=cut.moment or now, options=options)
    names = {entry.id: entry.headline or str(entry.time) for entry in entries}
    seen = Seen(
        count=len(chosen.entries),
        is_part=len(chosen.entries) > _SHOWN,
        explanation=chosen.explanation,
        left_out=tuple((names[id], why.value) for id, why in chosen.left_out),
    )
    beginning = picturing.with_pictures(desk, replace(chosen, entries=chosen.entries[:_SHOWN]))
    return seen if output.is_backup else _shown(seen, beginning, to)


def weighed(desk: Desk, blog: str, preferences: Preferences) -> Mapping[Severity, int]:
    """How many things preflight would look at first, by weight."""
    found = preflighting.preflight(desk, desk.store.blog(blog), preflighting.severities(preferences))
    return Counter(finding.severity for finding in found)


def clipping(desk: Desk, asked: Asked, preferences: Preferences) -> tuple[str, str]:
    """The same entries as HTML and as plain text, for the clipboard. That is no release."""
    blog = desk.store.blog(asked.blog)
    options = replace(profiles.options_of(asked, blog, preferences, desk.now()), image_folder="")
    cut = profiles.cut_asked(desk, blog, asked, preferences.zones)
    html = export(desk, blog, "fragment", options=options, cut=cut, is_release=False).data
    text = export(desk, blog, "text", options=options, cut=cut, is_release=False).data
    return html.decode("utf-8"), plaintext.decode(text).text


def page_for_browser(desk: Desk, asked: Asked, preferences: Preferences) -> bytes:
    """The page as readers would get it, in its theme, with its images inside. That is no release."""
    blog = desk.store.blog(asked.blog)
    options = replace(profiles.options_of(asked, blog, preferences, desk.now()), image_folder="")
    cut = profiles.cut_asked(desk, blog, asked, preferences.zones)
    return export(desk, blog, "html", options=options, cut=cut, is_release=False).data


def _looks(beginning: Edition, to: str) -> tuple[Look, Look] | None:
    if OUTPUTS[to].has_themes:
        return looks(theme_named(beginning.options.theme, beginning.options.theme_folders))
    return (_ON_PAPER, _ON_PAPER) if to == "pdf" else None


def _problem(beginning: Edition, to: str) -> str:
    """What the theme would be told, in a look that shows no theme."""
    if OUTPUTS[to].has_themes:
        try:
            OUTPUTS[to].render(beginning)
        except ExportError as error:
            return error.sentence
    return ""


def _shown(seen: Seen, beginning: Edition, to: str) -> Seen:
    if to in _AS_PAGE:
        sheet = paper.sheet(beginning)
        html, problem = "".join(sheet.parts), _problem(beginning, to)
        found = None if problem else _looks(beginning, to)
        return replace(seen, html=html, pictures=sheet.pictures, is_rtl=sheet.is_rtl, problem=problem, looks=found)
    data = OUTPUTS[to].render(beginning)
    text = plaintext.decode(data).text if to == "text" else data.decode("utf-8")
    return replace(seen, text=text[:_LONGEST], is_part=seen.is_part or len(text) > _LONGEST)
