"""Statements that are said again and again, in the driver's own words.

A save says the same eight statements as the save before it. SQLAlchemy words them, from the tables, once for each kind
of database; its care of each call and of each row would take several times as long as the database does. So
values are those that every driver takes as they are (texts, whole numbers, bytes), and rows come as plain tuples.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Select, UpdateBase
from sqlalchemy.exc import DBAPIError

Statement = Select[*tuple[Any, ...]] | UpdateBase
Values = Mapping[str, Any]


def ask(connection: Connection, statement: Statement, values: Values) -> Sequence[Sequence[Any]]:
    """The rows that answer a question."""
    wording = _worded(statement, tuple(values), connection.dialect)
    cursor = connection.connection.cursor()
    try:
        cursor.execute(wording.text, wording.given(values))
        return cursor.fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        raise _refusal(connection, wording, error) from error


def run(connection: Connection, statement: Statement, rows: Sequence[Values]) -> None:
    """Do what a statement says with each of these rows, which all name the same values."""
    wording = _worded(statement, tuple(rows[0]), connection.dialect)
    _execute(connection, wording, list(map(wording.given, rows)))


def run_rows(
    connection: Connection, statement: Statement, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    """The same for very many rows of values, which stand in the order of their names."""
    wording = _worded(statement, names, connection.dialect)
    if wording.order is None or tuple(wording.order) != names:
        rows = [wording.given(dict(zip(names, row, strict=True))) for row in rows]
    _execute(connection, wording, rows)


def _execute(connection: Connection, wording: "_Wording", given: Sequence[Any]) -> None:
    try:
        connection.connection.cursor().executemany(wording.text, given)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _refusal(connection, wording, error) from error


class _Wording(NamedTuple):
    """A statement as a driver takes it."""

    text: str
    order: Sequence[str] | None  # in which it asks for its values; None if it asks by name
    constants: Values

    def given(self, values: Values) -> Any:  # noqa: ANN401  a sequence or a mapping, as the driver asks
        everything = {**self.constants, **values} if self.constants else values
        return everything if self.order is None else tuple(map(everything.__getitem__, self.order))


def _refusal(connection: Connection, wording: _Wording, error: Exception) -> BaseException:
    """What SQLAlchemy would raise, but for the values: people's words belong in no report of an error."""
    dialect = connection.dialect
    return DBAPIError.instance(wording.text, None, error, dialect.loaded_dbapi.Error, dialect=dialect)


@lru_cache(maxsize=256)
def _worded(statement: Statement, names: tuple[str, ...], dialect: Dialect) -> _Wording:
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    constants = {name: value for name, value in compiled.params.items() if name not in names}
    return _Wording(str(compiled), compiled.positiontup, constants)
