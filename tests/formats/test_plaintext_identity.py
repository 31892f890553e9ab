"""Ids that every machine works out the same from what a text says."""

import uuid
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.formats.plaintext import read
from newsdesk.formats.plaintext.identity import blog_id, entry_ids

NOW = datetime(2022, 1, 6, tzinfo=UTC)


@given(st.lists(st.text(), unique=True))
def test_an_id_is_a_uuid_of_version_5(texts: list[str]) -> None:
    blog = blog_id("Talks", None)

    ids = entry_ids(blog, texts)

    assert ids == [str(uuid.uuid5(uuid.UUID(blog), text)) for text in texts]


def test_an_entry_has_the_id_that_its_stamp_and_words_have_had_in_every_version() -> None:
    found = read("Talks\n05:41 GMT+3 06.01.2022\nTalks begin\nIn Almaty.\n11:00 MSK 05.01.2022\nTalks", now=NOW)

    stamps = "2022-01-06T02:41:00+00:00 GMT+3", "2022-01-05T11:00:00 MSK"
    words = "Talks begin\nIn Almaty.", "Talks"
    assert [entry.id for entry in found.entries] == [
        str(uuid.uuid5(uuid.UUID(found.blog.id), f"{stamp}\n{said}")) for stamp, said in zip(stamps, words, strict=True)
    ]
