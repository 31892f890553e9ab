"""A release: an export as it is remembered, for ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from newsdesk.domain.entry import State, new_id
from newsdesk.domain.revision import Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One export of a blog: enough to make it again, byte by byte.

    `content` is the place in the log of what it holds: `sequence`, the end of the log when it was made, unless
    the blog as of an earlier moment was exported. A backup holds nothing that readers get.
    """

    id: str = field(default_factory=new_id)
    blog: str
    author: Author
    at: datetime
    sequence: int
    content: int
    format: str
    options: Mapping[str, Any] = field(default_factory=dict)  # what was asked for beyond the usual; plain JSON
    file: str = ""  # the name of the file, without its folder; empty where the bytes went elsewhere
    hash: str = ""  # SHA-256 of the bytes, in hex
    size: int = 0  # bytes
    held: Mapping[str, State] = field(default_factory=dict)  # the entries in their order, and what each was

    @property
    def is_past(self) -> bool:
        """Whether it shows the blog as of an earlier moment."""
        return self.content < self.sequence
