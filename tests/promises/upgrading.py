"""Opens a store with a program that has two more schema versions: `python -m tests.promises.upgrading STORE`."""

import sys
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.store import upgrades
from newsdesk.store.store import Store


def _add_a_table(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE extra AS SELECT headline FROM entries")


def _add_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE extra ADD COLUMN note TEXT")


if __name__ == "__main__":
    upgrades.STEPS = (_add_a_table, _add_a_column)
    Store(Path(sys.argv[1])).close()
