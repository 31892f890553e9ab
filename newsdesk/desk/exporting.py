"""Writing a blog out: chosen, rendered, and put into its file whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdesk.desk import files
from newsdesk.desk.desk import Desk
from newsdesk.domain.blog import Blog
from newsdesk.formats.edition import Options, Order, edition
from newsdesk.formats.outputs import output_named

__all__ = ["Exported", "Options", "Order", "export"]


AS_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and where; `path` is None where the caller takes the bytes."""

    data: bytes
    path: Path | None
    notices: Sequence[str]


def export(desk: Desk, blog: Blog, to: str, target: Path | None = None, options: Options = AS_USUAL) -> Exported:
    """Export a blog in one format. Raises ExportError; then the target is as it was."""
    output = output_named(to)
    chosen = edition(blog, desk.store.entries_of(blog.id), now=desk.now(), options=options)
    data = output.render(chosen)
    path = files.write(target, data, never=desk.store.path) if target else None
    return Exported(data, path, [notice for notice in (chosen.explanation, *output.untold(chosen)) if notice])
