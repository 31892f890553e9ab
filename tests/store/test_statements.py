"""Statements in the driver's own words say and refuse what SQLAlchemy would."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, bindparam, create_engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from newsdesk.store.statements import ask, run
from newsdesk.store.tables import attachments, metadata

_ONE = {"hash": "ab", "media_type": "“image”", "bytes": b"\x00\xff"}
_OTHER = {"hash": "cd", "media_type": "", "bytes": b""}
_BY_HASH = select(
    attachments.c.media_type, attachments.c.bytes, func.coalesce(func.nullif(attachments.c.media_type, ""), "none")
).where(attachments.c.hash == bindparam("wanted"))


@pytest.fixture(params=["qmark", "named", "numeric"])
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection of a driver that asks for its values in order, by name or by number."""
    engine = create_engine("sqlite://", paramstyle=request.param)
    with engine.connect() as connection:
        metadata.create_all(connection)
        yield connection
    engine.dispose()


def test_what_is_written_in_the_drivers_words_is_read_by_either(connection: Connection) -> None:
    run(connection, insert(attachments), [_ONE, _OTHER])

    for row in (_ONE, _OTHER):
        found = [tuple(each) for each in connection.execute(_BY_HASH, {"wanted": row["hash"]})]
        assert ask(connection, _BY_HASH, {"wanted": row["hash"]}) == found
        assert found == [(row["media_type"], row["bytes"], row["media_type"] or "none")]


def test_a_statement_may_name_other_values_the_next_time(connection: Connection) -> None:
    into = insert(attachments)

    run(connection, into, [_ONE])
    run(connection, into, [_OTHER | {"number": 9}])

    assert ask(connection, select(attachments.c.number), {}) == [(1,), (9,)]


def test_a_refusal_is_told_without_peoples_words(connection: Connection) -> None:
    run(connection, insert(attachments), [_ONE])

    with pytest.raises(IntegrityError) as refusal:
        run(connection, insert(attachments), [_ONE | {"media_type": "a secret"}])

    assert "attachments.hash" in str(refusal.value.orig)
    assert "a secret" not in str(refusal.value)
