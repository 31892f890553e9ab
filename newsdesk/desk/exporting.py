"""Writing a blog out: chosen, rendered, and put into its file whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdesk.desk import files
from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog
from newsdesk.errors import ExportError
from newsdesk.formats import outputs
from newsdesk.formats.edition import Options, edition


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and where; `path` is None where the caller takes the bytes."""

    data: bytes
    path: Path | None
    notices: Sequence[str]


def export(desk: Desk, blog: Blog, to: str, target: Path | None = None, options: Options = Options()) -> Exported:
    """Export a blog in one format. Raises ExportError; then the target is as it was."""
    if to not in outputs.OUTPUTS:
        raise ExportError(f"“{to}” is no format that can be written. Choose one of: {', '.join(outputs.OUTPUTS)}.")
    chosen = edition(blog, desk.store.entries_of(blog.id), now=desk.now(), options=options)
    rendered = outputs.OUTPUTS[to].render(chosen)
    path = files.write(target, rendered.data, never=desk.store.path) if target else None
    notices = [chosen.explanation, *rendered.notices]
    return Exported(rendered.data, path, [notice for notice in notices if notice])
