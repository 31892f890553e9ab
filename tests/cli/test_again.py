"""What was exported in a random session comes out again, byte by byte, in a process that knows nothing of it."""

import os
from datetime import UTC
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.desk.test_record_sessions import play

SEEDS = range(20 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_exported_comes_out_again_in_another_process(run: Run, tmp_path: Path, seed: int) -> None:
    session = play(tmp_path / "test.newsdeskdb", seed)
    session.desk.store.close()

    for done, at in session.exported[-3:]:
        release = done.release
        assert release is not None
        assert run("export", "--again", release.id).out == done.data
        if not release.options and not any(taken > at for taken in session.withdrawn_at):
            moment = at.astimezone(UTC).isoformat()
            as_of = ("export", release.blog, "--to", release.format, "--as-of")
            assert run(*as_of, release.id).out == done.data
            assert run(*as_of, moment).out == done.data
    assert run("check").code == 0
