"""The guide: what is written in `resources/help`, with the table of actions made from the actions themselves."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from newsdesk.ui import look, resources
from newsdesk.ui.actions import ActionSpec
from newsdesk.ui.menus import Menu
from newsdesk.ui.words import plain, tr

_HEADING = re.compile(r'<h2 id="([a-z]+)">(.*?)</h2>')
_TABLE = "<!-- shortcuts -->"
_KEYS = re.compile(r"<kbd>(.*?)</kbd>")


class Chapter(NamedTuple):
    id: str
    title: str


def text() -> str:
    """The guide as it was written."""
    return (resources.folder() / "help" / "guide.html").read_text("utf-8")


def chapters(html: str) -> list[Chapter]:
    return [Chapter(*found) for found in _HEADING.findall(html)]


def page(specs: Iterable[ActionSpec], colours: look.Colours) -> str:
    """The whole guide, to be shown in these colours."""
    html = text().replace(_TABLE, table(specs))
    html = _HEADING.sub(r'<a name="\1"></a><h2>\2</h2>', html)
    html = _KEYS.sub(lambda found: f'<span class="key">&nbsp;{found[1].replace("-", "&#8209;")}&nbsp;</span>', html)
    return f"<html><head><style>{_style(colours)}</style></head><body>{html}</body></html>"


def table(specs: Iterable[ActionSpec]) -> str:
    """All actions, menu by menu, with their keys."""
    rows: dict[Menu, list[str]] = {menu: [] for menu in Menu}
    for spec in specs:
        rows[spec.menu].append(f"<tr><td>{escape(plain(tr(spec.text)))}</td><td>{_keys(spec)}</td></tr>")
    parts = [
        f"<tr><th colspan=2 align=left>{escape(plain(tr(menu.value)))}</th></tr>{''.join(listed)}"
        for menu, listed in rows.items()
        if listed
    ]
    return f'<table cellspacing=0 cellpadding=4 width="100%">{"".join(parts)}</table>'


def _keys(spec: ActionSpec) -> str:
    shown = (QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in spec.keys)
    parts = [f"<kbd>{escape(keys)}</kbd>" for keys in shown]
    parts += [tr("{0} in the list").format(f"<kbd>{escape(keys)}</kbd>") for keys in spec.list_keys]
    return " ".join(parts)


def _style(c: look.Colours) -> str:
    return (
        f"body {{ color: {c.ink.name()} }} h2 {{ margin-top: 28px; margin-bottom: 8px }} p, li {{ line-height: 145% }}"
        f" .key {{ background-color: {c.resting.name()}; color: {c.ink.name()} }}"
        f" td, th {{ border-bottom: 1px solid {c.line.name()} }} th {{ color: {c.dim.name()}; padding-top: 16px }}"
    )
