"""Adding very many rows at once: the library's care of each row takes longer than the database does."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert


def insert_many(connection: Connection, table: Table, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of the columns that are named, in the order of the table, in the driver's own words."""
    text, is_by_name = _statement(table, names, connection.dialect)
    connection.exec_driver_sql(text, [dict(zip(names, row, strict=True)) for row in rows] if is_by_name else list(rows))


@lru_cache(maxsize=16)
def _statement(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, bool]:
    """The insert, and whether it asks for its values by name; else it does in the order of the table."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    if compiled.positiontup and tuple(compiled.positiontup) != names:
        raise ValueError("the columns are not in the order of the table")
    return str(compiled), not compiled.positiontup
