"""The connection: how a store is opened, guarded and asked, with SQLite's settings in one place.

The settings carry the promises: a rollback journal (a copy of the one file is the whole work),
synchronous=EXTRA (what is acknowledged survives a power cut), and transactions that begin when they say so.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from newsdesk.errors import StoreError
from newsdesk.store import files, header, refusals, upgrades
from newsdesk.store.tables import metadata

BUSY_SECONDS = 10
SETTINGS = {
    "journal_mode": "truncate",
    "synchronous": "extra",
    "secure_delete": "on",  # what is deleted does not stay readable in free pages
    "trusted_schema": "off",
}
ASKED = ("journal_mode", "synchronous", "secure_delete", "page_size", "encoding", "application_id", "user_version")


class Database:
    """One store: a file or a URL. Opening it makes it if it is new."""

    def __init__(self, where: str | Path) -> None:
        self.url = _url(str(where))
        if self.url is None:
            self.path: Path | None = Path(where).expanduser().absolute()
        else:
            is_file = self.url.get_backend_name() == "sqlite" and self.url.database
            self.path = Path(str(self.url.database)).absolute() if is_file else None
        self.name = self.path.name if self.path else str(where)
        if self.path:
            files.prepare(self.path)
            self._identity = files.identity(self.path)
            if not files.held[self._identity]:
                header.refuse_other_files(self.path)
        self._engine = self._connected()
        self._at_hand: list[Connection] = []
        self._is_open = False
        self._make_or_refuse()
        if self.path:
            self._is_open = True
            files.held[self._identity] += 1

    def _connected(self) -> Engine:
        try:
            if self.path is None:
                return create_engine(self.url or "")
            url = URL.create("sqlite", database=str(self.path))
            engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            raise _no_store(self.name) from error
        event.listen(engine, "connect", _settings)
        return engine

    def reading(self) -> AbstractContextManager[Connection]:
        """One consistent view of the store. Keep it short: read, then render."""
        return self._transaction("BEGIN")

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction that holds the pen from its first statement; all of it is kept, or nothing."""
        self._refuse_replaced()
        return self._transaction("BEGIN IMMEDIATE")

    @contextmanager
    def _transaction(self, beginning: str) -> Iterator[Connection]:
        with self._told(), self._connection() as connection, connection.begin():
            if self.path:  # SQLite's driver would begin only at the first write
                connection.connection.cursor().execute(beginning)
            yield connection

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """One that lies at hand, or another: to fetch it from the pool and bring it back takes a twentieth of a save.

        What a question wishes of its rows is set on the question: it would stay on the connection.
        """
        connection = self._taken() or self._engine.connect()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        if self.path:
            self._at_hand.append(connection)
        else:  # what a server holds for us is not held for long
            connection.close()

    def _taken(self) -> Connection | None:
        """A connection that nobody uses now, on whatever thread it was used before."""
        try:
            return self._at_hand.pop()
        except IndexError:
            return None

    @contextmanager
    def examining(self) -> Iterator[Connection]:
        """Reading that hands out damaged text too, with lone surrogates where bytes are no UTF-8."""
        with self.reading() as connection:
            driver: Any = connection.connection.driver_connection
            if self.path is None:
                yield connection
                return
            driver.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
            try:
                yield connection
            finally:
                driver.text_factory = str

    def complaints(self) -> list[str]:
        """What SQLite's own check of the file says; nothing if all is well. A second for 100 MB."""
        if self.path is None:
            return []
        with self.examining() as connection:
            said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(100)")]
        return [] if said == ["ok"] else said

    def settings(self) -> dict[str, str | int]:
        """The settings that carry the promises."""
        checksums = {"checksums": "BLAKE2b, a row", "log": "chained by BLAKE2b, a desk"}
        if self.path is None:
            return {"database": self._engine.dialect.name, **checksums}
        with self.reading() as connection:
            asked: dict[str, Any] = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ASKED}
        asked["synchronous"] = ("off", "normal", "full", "extra")[asked["synchronous"]]
        return {"database": "SQLite", "version": sqlite3.sqlite_version, **asked, **checksums}

    def rebuild(self) -> None:
        """Write the file anew, so that nothing of what was deleted is left anywhere in it."""
        if self.path:
            with self._told(), self._connection() as connection:
                connection.connection.cursor().execute("VACUUM")  # not within a transaction

    def copy_to(self, new: Path) -> None:
        """Write the whole store, as it is at one moment, into an empty file."""
        if self.path is None:
            raise StoreError("A shared store is backed up where it is kept, on its server; no backup was written.")
        with self.reading() as connection, closing(sqlite3.connect(new, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = off")  # whoever asked syncs the file when it is whole
            source: Any = connection.connection.driver_connection
            source.backup(copy)

    def close(self) -> None:
        self._let_go()
        if self._is_open:
            self._is_open = False
            files.held[self._identity] -= 1

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
            self._let_go()  # after an I/O error a connection is not to be trusted
            reason = error.orig if isinstance(error, DBAPIError) else None
            raise StoreError(refusals.sentence(self.name, reason or error)) from error

    def _let_go(self) -> None:
        """Close every connection that nobody uses now."""
        while connection := self._taken():
            connection.close()
        self._engine.dispose()

    def _make_or_refuse(self) -> None:
        if self.path is None:
            metadata.create_all(self._engine)
            return
        with self.reading() as connection:
            version = _schema_version(connection)
        if version == upgrades.newest():
            return
        if version and self.path:
            self.copy_to(files.make_private(upgrades.backup_name(self.path, version)))
        with self.writing() as connection:
            _bring_to_newest(connection)

    def _refuse_replaced(self) -> None:
        """A sync program may put another file in the place of ours: writing on into the old one would be lost."""
        if self.path and files.identity(self.path) != self._identity:
            raise StoreError(
                f"Another program has replaced or moved the store “{self.name}” while it was open; this change is not "
                "saved. Copy what you need from the window, then open the store again."
            )


def _url(where: str) -> URL | None:
    if "://" not in where:
        return None
    try:
        return make_url(where)
    except ArgumentError as error:
        raise _no_store(where) from error


def _no_store(where: str) -> StoreError:
    return StoreError(f"“{where}” names no kind of store that can be opened here. Name a file, or sqlite:///FILE.")


def _schema_version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def _bring_to_newest(connection: Connection) -> None:
    """Make the tables or upgrade them, unless another process was quicker."""
    version = _schema_version(connection)
    if version == upgrades.newest():
        return
    if version == 0:
        metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {header.APPLICATION_ID}")
    else:
        upgrades.upgrade(connection, version)
    connection.exec_driver_sql(f"PRAGMA user_version = {upgrades.newest()}")


def _settings(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own type
    connection.isolation_level = None  # the driver is not to begin by itself
    for setting, value in SETTINGS.items():
        connection.execute(f"PRAGMA {setting} = {value}")
