"""Statements that are said again and again, in the driver's own words.

A save says the same eight statements as the save before it. SQLAlchemy words them, from the tables, once for each kind
of database; its care of each call and of each row would take several times as long as the database does. So
values are those that every driver takes as they are (texts, whole numbers, bytes), and rows come as plain tuples.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Select, UpdateBase
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError

Statement = Select[*tuple[Any, ...]] | UpdateBase
Values = Mapping[str, Any]


def ask(connection: Connection, statement: Statement, values: Values) -> Sequence[Sequence[Any]]:
    """The rows that answer a question."""
    wording = _worded(statement, tuple(values), connection.dialect)
    with _speaking(connection, wording.text) as cursor:
        cursor.execute(wording.text, wording.given(values))
        return cursor.fetchall()


def run(connection: Connection, statement: Statement, rows: Sequence[Values]) -> None:
    """Do what a statement says with each of these rows, which all name the same values."""
    wording = _worded(statement, tuple(rows[0]), connection.dialect)
    with _speaking(connection, wording.text) as cursor:
        cursor.executemany(wording.text, list(map(wording.given, rows)))


@contextmanager
def _speaking(connection: Connection, text: str) -> Iterator[DBAPICursor]:
    """Raises what SQLAlchemy would, but for the values: people's words belong in no report of an error."""
    errors = connection.dialect.loaded_dbapi.Error
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except errors as error:
        raise DBAPIError.instance(text, None, error, errors, dialect=connection.dialect) from error
    finally:
        cursor.close()


class _Wording(NamedTuple):
    """A statement as a driver takes it."""

    text: str
    order: Sequence[str] | None  # in which it asks for its values; None if it asks by name
    constants: Values

    def given(self, values: Values) -> Any:  # noqa: ANN401  a sequence or a mapping, as the driver asks
        everything = {**self.constants, **values} if self.constants else values
        return everything if self.order is None else tuple(map(everything.__getitem__, self.order))


@lru_cache(maxsize=256)
def _worded(statement: Statement, names: tuple[str, ...], dialect: Dialect) -> _Wording:
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    constants = {name: value for name, value in compiled.params.items() if name not in names}
    return _Wording(str(compiled), compiled.positiontup, constants)
