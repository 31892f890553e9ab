"""Rows of tuples, whose places must be those of the columns."""

import pytest

from newsdesk.store.bulk import insert_many
from newsdesk.store.store import Store
from newsdesk.store.tables import attachments


def test_columns_in_another_order_are_refused_and_no_row_is_written(store: Store) -> None:
    rows = [(b"bytes", "image/png", "hash")]

    with pytest.raises(ValueError, match="order"), store.database.writing() as connection:
        insert_many(connection, attachments, ("bytes", "media_type", "hash"), rows)

    with store.database.reading() as connection:
        assert not connection.execute(attachments.select()).all()
