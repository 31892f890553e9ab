"""Whatever somebody makes of an archive's history, the store stays sound, and other blogs stay as they are."""

import io
import json
import os
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from newsdesk.desk import writing
from newsdesk.desk.exporting import Options, export
from newsdesk.desk.importing import import_file
from newsdesk.domain.revision import Act
from newsdesk.errors import ReadingError
from tests.desk.newsroom import storm
from tests.desk.test_brought_history import Rooms, edited_storm, is_sound

HISTORY = "revisions.jsonl"
Rows = list[dict[str, Any]]


def packed_again(content: bytes, rows: Rows) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, "\n".join(map(json.dumps, rows)) if name == HISTORY else old.read(name))
    return made.getvalue()


def history_in(content: bytes) -> Rows:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [json.loads(line) for line in archive.read(HISTORY).splitlines()]


def forge(rows: Rows, dice: random.Random, ids: list[str]) -> None:
    """One thing that somebody might do to it."""
    row = dice.choice(rows)
    change = dice.choice(row["changes"]) if row["changes"] else None
    match dice.randrange(11):
        case 0:
            rows.remove(row)
        case 1:
            rows.insert(dice.randrange(len(rows)), row)
        case 2:
            dice.shuffle(rows)
        case 3:
            row["act"] = dice.choice(list(Act)).value
        case 4:
            row["target"] = dice.choice(rows)["id"]
        case 5:
            row["id"] = dice.choice(ids)
        case 6:
            row["blog"] = dice.choice(ids)
        case 7 if change:
            change["id"] = dice.choice(ids)
        case 8 if change:
            change[dice.choice(["before", "after"])] = None
        case 9 if change:
            for side in filter(None, (change["before"], change["after"])):
                name = dice.choice(list(side))
                side[name] = dice.choice(["", "x", 0, 1, None, "<script>", "2022-01-06T05:41Z GMT", *ids])
        case _:
            row[dice.choice(["at", "title", "visit", "author", "changes"])] = dice.choice(["", 5, [], {}, "x" * 5_000])


@pytest.mark.parametrize("seed", range(300 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 40))
def test_no_forged_history_harms_the_store(tmp_path: Path, seed: int) -> None:
    rooms, dice = Rooms(tmp_path), random.Random(seed)
    blog, _ = edited_storm(rooms["ann"])
    mine, my_entries = storm(rooms["bob"])
    writing.change(rooms["bob"], my_entries[0], "Edit", headline="Mine")
    before = rooms["bob"].store.entries_of(mine.id)
    content = export(rooms["ann"], blog, "archive", options=Options(with_history=True)).data
    rows = history_in(content)
    known = [revision.id for revision in rooms["bob"].store.past.revisions_of(mine.id)]
    for _ in range(dice.randint(1, 3)):
        if rows:
            forge(rows, dice, [mine.id, blog.id, my_entries[0].id, known[0]])
    file = tmp_path / "forged.newsdesk"
    file.write_bytes(packed_again(content, rows))

    try:
        import_file(rooms["bob"], file)
    except ReadingError:
        assert [there.id for there in rooms["bob"].store.blogs()] == [mine.id]
    else:
        there = [entry.id for entry in rooms["ann"].store.entries_of(blog.id)]
        assert [entry.id for entry in rooms["bob"].store.entries_of(blog.id)] == there
        rooms["bob"].undo(blog.id)
        assert [there.id for there in rooms["bob"].store.blogs()] == [mine.id]

    assert rooms["bob"].store.entries_of(mine.id) == before
    assert is_sound(rooms["bob"])
    rooms.close()
