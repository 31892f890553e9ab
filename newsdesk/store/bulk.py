"""Adding very many rows at once: the library's care of each row takes longer than the database does."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, which all name the same columns, in the driver's own words."""
    text, places = _statement(table, tuple(rows[0]), connection.dialect)
    connection.exec_driver_sql(text, list(map(itemgetter(*places), rows)) if places else [dict(row) for row in rows])


@lru_cache(maxsize=16)
def _statement(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """The insert, and the order in which it asks for its values; none where it asks by name."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    return str(compiled), tuple(compiled.positiontup or ())
