"""Values as records of plain scalars."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime

from hypothesis import given

from newsdesk.domain.blog import Blog, Layout
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import normal
from newsdesk.domain.record import from_fields, from_record, moment_to_text, text_to_time, time_to_text, to_record
from newsdesk.domain.stamp import Certainty, ShownTime
from tests.domain import bodies


@given(bodies.entries)
def test_an_entry_comes_back_from_its_record(entry: Entry) -> None:
    entry = replace(entry, body=normal(entry.body))

    record = to_record(entry)

    assert from_record(Entry, record) == entry
    assert from_record(Entry, json.loads(json.dumps(record))) == entry
    assert set(record) == {field.name for field in fields(Entry)}
    assert all(value is None or type(value) in (str, int) for value in record.values())


@given(bodies.blogs)
def test_a_blog_comes_back_from_its_record(blog: Blog) -> None:
    blog = replace(blog, introduction=normal(blog.introduction))

    assert from_record(Blog, json.loads(json.dumps(to_record(blog)))) == blog


def test_some_fields_can_be_recorded_alone() -> None:
    blog = Blog(created=bodies.NOW, last_changed=bodies.NOW, headline="H", layout=Layout(has_prefix=True))

    record = to_record(blog, frozenset({"headline", "layout"}))

    assert from_fields(record) == {"headline": "H", "layout": Layout(has_prefix=True)}


@given(bodies.moments)
def test_a_moment_is_written_as_the_standard_has_it(moment: datetime) -> None:
    assert moment_to_text(moment) == moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def test_moments_and_times_sort_as_text() -> None:
    moments = [datetime(1, 1, 1, tzinfo=UTC), datetime(999, 1, 1, tzinfo=UTC), datetime(2022, 1, 6, 5, 41, 0, 1, UTC)]

    assert [moment_to_text(moment) for moment in moments] == sorted(map(moment_to_text, moments))
    assert time_to_text(ShownTime(moments[2], "GMT+3")) == "2022-01-06T05:41Z GMT+3"
    assert text_to_time("2022-01-06T05:41? MSK ~date") == ShownTime(
        datetime(2022, 1, 6, 5, 41), "MSK", Certainty.DATE_INFERRED
    )
