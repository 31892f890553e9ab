"""The entries as the preview shows them."""

from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.desk.reading_page import time_html
from newsdesk.domain.entry import State
from tests.store.stories import a_blog, an_entry


def test_what_readers_do_not_get_or_not_yet_is_marked() -> None:
    entry = replace(an_entry(a_blog()), state=State.DRAFT, embargo=datetime(2024, 3, 2, 6, 0, tzinfo=UTC))

    assert "<b>Draft</b>" in time_html(entry)
    assert "<b>Not before 06:00 GMT</b>" in time_html(entry)
    assert "<b>" not in time_html(replace(entry, state=State.PUBLISHED, embargo=None))
