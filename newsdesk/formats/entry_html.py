"""One entry as HTML, with its h-entry classes (microformats.org). A function, not a template, for its speed."""

from newsdesk.domain.entry import Entry, Notice
from newsdesk.domain.stamp import ShownTime
from newsdesk.formats.body_html import Picture, body_html
from newsdesk.formats.escaping import html_text, html_texts, may_stand_in_html
from newsdesk.formats.public import anchor, are_anchorable, is_stub, public_notices, updated
from newsdesk.formats.runs import Run, stamp
from newsdesk.formats.voice import Voice

_NBSP = "\xa0"  # which canonical HTML escapes


def entry_html(entry: Entry, voice: Voice, picture: Picture) -> str:
    """The time above the headline, then the body, then what was corrected; a withdrawn entry as a stub."""
    name = anchor(entry)
    marks = _marks(entry, voice) if entry.is_key or entry.is_pinned or entry.notices else ""
    link = f'<a class="u-url" href="#{name}">{time_html(entry.time, "dt-published", voice)}</a>'
    if entry.headline or is_stub(entry):
        when = f'<div class="when">{link}{marks}</div>'
    else:
        when = f'<div class="when"><h2 class="untitled">{link}</h2>{marks}</div>'
    what = _stub(entry, voice) if is_stub(entry) else _content(entry, voice, picture)
    start = f'<article class="entry h-entry{_classes(entry)}" id="{name}">'
    return f'{start}\n{when}\n<div class="what">\n{what}</div>\n</article>\n'


def entries_html(run: Run, voice: Voice) -> list[str | None]:
    """The same of plain entries; None where an entry has no headline or holds what HTML forbids."""
    if not are_anchorable(run.ids):
        return [None] * len(run.ids)
    together = "".join(run.bodies)
    is_safe = may_stand_in_html(together)
    bodies = [body.replace("&nbsp;", _NBSP) for body in run.bodies] if "&nbsp;" in together else run.bodies
    return [
        f'<article class="entry h-entry" id="entry-{id}">\n<div class="when"><a class="u-url" href="#entry-{id}">'
        f'<time class="dt-published"{voice.stamp} datetime="{time[:16]}:00+00:00">{stamp(time)}</time></a></div>\n'
        f'<div class="what">\n<h2 class="p-name">{headline}</h2>\n'
        f'<div class="e-content">\n{body}\n</div>\n</div>\n</article>\n'
        if headline and (is_safe or may_stand_in_html(body)) else None
        for id, time, headline, body in zip(run.ids, run.times, html_texts(run.headlines), bodies, strict=True)
    ]


def time_html(time: ShownTime, name: str, voice: Voice) -> str:
    """`<time datetime="…">05:41 GMT 06.01.2022</time>`; an unresolved time has no moment to give."""
    if time.zone in ("GMT", "UTC") and time.clock.tzinfo:
        iso = time.clock.isoformat()
        stamp = f"{iso[11:16]} {time.zone} {iso[8:10]}.{iso[5:7]}.{iso[:4]}"
        return f'<time class="{name}"{voice.stamp} datetime="{iso}">{stamp}</time>'
    if time.moment is None:
        return f'<span class="{name}"{voice.stamp}>{html_text(str(time))}</span>'
    return f'<time class="{name}"{voice.stamp} datetime="{time.moment.isoformat()}">{time}</time>'


def short_time(time: ShownTime, beside: ShownTime) -> str:
    """`06:10 GMT` on the day of what it stands beside, else the whole stamp."""
    stamp = str(time)
    return stamp[:-11] if stamp[-10:] == str(beside)[-10:] else stamp


def _classes(entry: Entry) -> str:
    if is_stub(entry):
        return " withdrawn"
    return (" key" if entry.is_key else "") + (" pinned" if entry.is_pinned else "")


def _marks(entry: Entry, voice: Voice) -> str:
    marks = [voice["key_event"]] if entry.is_key else []
    marks += [voice["pinned"]] if entry.is_pinned else []
    html = "" if is_stub(entry) else "".join(f'<p class="mark"{voice.own}>{html_text(mark)}</p>' for mark in marks)
    if (time := updated(entry)) and time.moment:
        shown = f'<time class="dt-updated" datetime="{time.moment.isoformat()}">{short_time(time, entry.time)}</time>'
        html += f'<p class="updated"{voice.own}>{html_text(voice["updated"])} {shown}</p>'
    return html


def _content(entry: Entry, voice: Voice, picture: Picture) -> str:
    parts = []
    if entry.headline:
        parts.append(f'<h2 class="p-name">{html_text(entry.headline)}</h2>\n')
    if entry.bylines:
        parts.append(bylines_html(entry.bylines))
    if entry.body:
        parts.append(f'<div class="e-content">\n{body_html(entry.body, picture)}\n</div>\n')
    if entry.notices:
        parts.extend(notice_html(notice, voice) for notice in public_notices(entry))
    if entry.labels:
        items = "".join(f'<li class="p-category">{html_text(label)}</li>' for label in entry.labels)
        parts.append(f'<ul class="labels">{items}</ul>\n')
    return "".join(parts)


def bylines_html(bylines: tuple[str, ...]) -> str:
    names = ", ".join(f'<span class="p-author h-card">{html_text(name)}</span>' for name in bylines)
    return f'<p class="by">{names}</p>\n'


def _stub(entry: Entry, voice: Voice) -> str:
    notices = "".join(notice_html(notice, voice) for notice in public_notices(entry))
    return f'<h2 class="p-name"{voice.own}>{html_text(voice["was_withdrawn"])}</h2>\n{notices}'


def notice_html(notice: Notice, voice: Voice) -> str:
    """Labelled and dated: what was wrong and what is right, or why an entry was withdrawn."""
    time = f" {time_html(notice.time, 'noticed', voice)}" if notice.time else ""
    label = f'<p class="label"><b{voice.own}>{html_text(voice[notice.kind.value])}</b>{time}</p>'
    text = html_text(notice.text).replace("\n", "<br>")
    words = f'<p class="words">{text}</p>' if text else ""
    return f'<div class="notice {notice.kind.value}" role="note">{label}{words}</div>\n'
