"""The HTML page, one file that needs no script and no other host; and the fragment for another system's page.

The page comes from the theme's template, the entries from a function: they are put into the finished page
at a mark that no text can hold, so that a long blog is never copied through the template.
"""

import base64
import hashlib
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.body_html import body_html
from newsdesk.formats.edition import Edition
from newsdesk.formats.entry_html import bylines_html, entries_html, entry_html
from newsdesk.formats.escaping import html_characters, html_text
from newsdesk.formats.jsonld import structured_data
from newsdesk.formats.language import direction, well_formed
from newsdesk.formats.pictures import picture_of
from newsdesk.formats.public import anchor, key_events, link_words, page_url, plain, shortened
from newsdesk.formats.runs import said
from newsdesk.formats.themes import Theme, fill, theme_error, theme_named
from newsdesk.formats.voice import Voice, voice_for

_ENTRIES = "\x00entries\x00"  # no page text holds NUL
_DATA = "\x00structured data\x00"
_LONGEST_TITLE = 70  # what tabs, bookmarks and search results show; the headline itself is whole
_LONGEST_DESCRIPTION = 300


def page(edition: Edition) -> bytes:
    """A whole page. Raises ExportError if the theme does not work."""
    theme = theme_named(edition.options.theme, edition.options.theme_folders)
    voice = voice_for(edition.blog.language, theme.words, theme.language)
    data = structured_data(edition).encode("utf-8")
    html = fill(theme, _values(edition, theme, voice, data))
    before, entries, after = html.partition(_ENTRIES)
    if not entries or _ENTRIES in after:
        raise theme_error(theme.name, "page.html", None, "it must hold {{ entries }} exactly once")
    return _together(_with_data(before, data), _entries(edition, voice), _with_data(after, data))


def fragment(edition: Edition) -> bytes:
    """The same article without the page around it, for pasting into a content management system."""
    theme = theme_named(edition.options.theme, edition.options.theme_folders)
    voice = voice_for(edition.blog.language, theme.words, theme.language)
    blog = edition.blog
    turned = ' dir="rtl"' if direction(blog.language) == "rtl" else ""
    parts = [f'<article class="live-blog h-feed" lang="{well_formed(blog.language)}"{turned}>\n']
    parts.append(f'<h1 class="p-name">{html_text(blog.headline)}</h1>\n' if blog.headline else "")
    parts.append(bylines_html(blog.bylines) if blog.bylines else "")
    if introduction := _introduction(edition):
        parts.append(f'<div class="introduction p-summary">\n{introduction}\n</div>\n')
    parts.append(_key_events(edition, voice))
    return _together(["".join(parts).encode("utf-8")], _entries(edition, voice), [b"</article>\n"])


def _together(*pieces: Iterable[bytes]) -> bytes:
    """One after the other: a long page is in memory once."""
    page = io.BytesIO()
    page.writelines(chain.from_iterable(pieces))
    return page.getvalue()


def _entries(edition: Edition, voice: Voice) -> Iterator[bytes]:
    picture = picture_of(edition)
    pages = said(
        edition.entries, lambda run: entries_html(run, voice), lambda entry: entry_html(entry, voice, picture)
    )
    return ("".join(page).encode("utf-8") for page in pages)


def _with_data(html: str, data: bytes) -> list[bytes]:
    before, found, after = html.partition(_DATA)
    script = [b'<script type="application/ld+json">', data, b"</script>"] if found else []
    return [before.encode("utf-8"), *script, after.encode("utf-8")]


def _introduction(edition: Edition) -> str:
    return body_html(edition.blog.introduction, picture_of(edition), subhead="h2")


def _values(edition: Edition, theme: Theme, voice: Voice, data: bytes) -> dict[str, Any]:
    """What a template may show. Everything is escaped by the template or safe already."""
    blog = edition.blog
    headline = html_characters(blog.headline)
    introduction = html_characters(_one_line(" ".join(plain(blog.introduction))))
    css = theme.css.strip()
    exported = edition.options.exported_at
    return {
        "language": well_formed(blog.language),
        "direction": direction(blog.language),
        "title": _title(headline) or voice["live_blog"],
        "headline": headline,
        "description": shortened(introduction, _LONGEST_DESCRIPTION),
        "url": page_url(blog),
        "bylines": list(map(html_characters, blog.bylines)),
        "date": blog.date.isoformat() if blog.date else "",
        "shown_date": f"{blog.date:%d.%m.}{blog.date.year:04}" if blog.date else "",
        "is_open": blog.is_open,
        "introduction": _markup(_introduction(edition)),
        "key_events": _markup(_key_events(edition, voice)),
        "css": _markup(css),
        "policy": _policy(css, data, edition),
        "entries": _markup(_ENTRIES),
        "structured_data": _markup(_DATA),
        "words": voice.words,
        "own": _markup(voice.own),
        "exported_at": str(ShownTime(exported, blog.zone)) if exported else "",
    }


def _markup(html: str) -> Any:  # noqa: ANN401  markupsafe comes with jinja2, only when a page is made
    from markupsafe import Markup

    return Markup(html)  # noqa: S704  all that is passed here was escaped by our own functions


def _key_events(edition: Edition, voice: Voice) -> str:
    """The key events as a list of links, with the day where they are of several; nothing where there are none."""
    events = key_events(edition)
    is_one_day = len({str(entry.time)[-10:] for entry in events}) == 1
    items = [
        f'<li><a href="#{anchor(entry)}"><span class="at"{voice.stamp}>'
        f"{html_text(str(entry.time)[:-11] if is_one_day else str(entry.time))}</span> "
        f"<span>{html_text(link_words(entry))}</span></a></li>\n"
        for entry in events
    ]
    if not items:
        return ""
    heading = f'<h2 id="key-events"{voice.own}>{html_text(voice["key_events"])}</h2>'
    return f'<nav class="key-events" aria-labelledby="key-events">\n{heading}\n<ol>\n{"".join(items)}</ol>\n</nav>\n'


def _policy(css: str, data: bytes, edition: Edition) -> str:
    """Content Security Policy, level 3: nothing runs, nothing loads; one style sheet and one block of data, by hash."""
    images = "'self' data:" if edition.options.image_folder else "data:"
    return (
        f"default-src 'none'; style-src '{_digest(css.encode())}'; script-src '{_digest(data)}'; img-src {images};"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")


def _title(headline: str) -> str:
    """The headline, at most as long as its source may be: an ampersand counts five."""
    line = _one_line(headline)
    return shortened(line, _LONGEST_TITLE - (len(html_text(line)) - len(line)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
