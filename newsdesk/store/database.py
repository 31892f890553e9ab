"""The connection: how a store is opened, guarded and asked, with SQLite's settings in one place.

The settings carry the promises: a rollback journal (a copy of the one file is the whole work),
synchronous=EXTRA (what is acknowledged survives a power cut), and transactions that begin when they say so.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from newsdesk.errors import StoreError
from newsdesk.store import header, refusals
from newsdesk.store.tables import SCHEMA_VERSION, metadata

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
            _prepare_file(self.path)
            header.refuse_other_files(self.path)
            self._identity = _identity(self.path)
        self._engine = self._connected()
        self._make_or_refuse()

    def _connected(self) -> Engine:
        try:
            if self.path is None:
                return create_engine(self.url or "")
            engine = create_engine(f"sqlite:///{self.path}", connect_args={"timeout": BUSY_SECONDS})
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            raise _no_store(self.name) from error
        event.listen(engine, "connect", _settings)
        event.listen(engine, "begin", _begin)
        return engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the store. Keep it short: read, then render."""
        with self._told(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that holds the pen from its first statement; all of it is kept, or nothing."""
        self._refuse_replaced()
        with self._told(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

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

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            self._engine.dispose()  # after an I/O error a connection is not to be trusted
            raise StoreError(refusals.sentence(self.name, error.orig or error)) from error
        except UnicodeDecodeError as error:
            raise StoreError(refusals.sentence(self.name, error)) from error

    def _make_or_refuse(self) -> None:
        if self.path is None:
            metadata.create_all(self._engine)
            return
        with self.reading() as connection:
            is_new = _schema_version(connection) == 0
        if is_new:
            with self.writing() as connection:
                if _schema_version(connection) == 0:  # nobody else was quicker
                    _make(connection)

    def _refuse_replaced(self) -> None:
        """A sync program may put another file in the place of ours: writing on into the old one would be lost."""
        if self.path and _identity(self.path) != self._identity:
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


def _prepare_file(path: Path) -> None:
    """Make an empty private file; SQLite gives its journal the same permissions."""
    if path.is_dir():
        raise StoreError(f"“{path.name}” is a folder, not a store. Name the file inside it.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        links = path.stat().st_nlink
    except OSError as error:
        reason = error.strerror or error
        raise StoreError(f"The store “{path.name}” could not be made: {reason}. Choose another place.") from error
    if links > 1:  # each name would have a journal of its own, and a crash under one is not mended under the other
        raise StoreError(
            f"The store “{path.name}” has a second name on this disk (a hard link), which is not safe to write; "
            "it was not changed. Make a copy and open that."
        )


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path: None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _schema_version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def _make(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {header.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _settings(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own type
    connection.isolation_level = None  # the driver would begin only at the first write
    for setting, value in SETTINGS.items():
        connection.execute(f"PRAGMA {setting} = {value}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
