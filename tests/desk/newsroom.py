"""A blog with entries that readers have, in few words."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from newsdesk.desk import writing
from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import Exported, export
from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.markup import paragraphs
from newsdesk.domain.stamp import ShownTime

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that a test moves on."""

    now: datetime = field(default=NOON)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, minutes: float) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now


def storm(desk: Desk) -> tuple[Blog, list[Entry]]:
    """A blog with three published entries, the newest first."""
    blog = writing.new_blog(desk, "Storm")
    told = [
        writing.add_entry(
            desk, blog, headline=f"Harbour {word}", body=paragraphs(f"{number} ships wait at the {word} quay."),
            time=ShownTime(NOON + timedelta(minutes=number)), state=State.PUBLISHED,
        )
        for number, word in enumerate(("north", "south", "west"), 1)
    ]
    return blog, told[::-1]


def released(desk: Desk, blog: Blog, to: str = "text") -> Exported:
    return export(desk, blog, to)
