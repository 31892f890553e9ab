from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.screen import IS_POSSIBLE, Screen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    if not IS_POSSIBLE:
        pytest.skip("Xvfb, openbox and xdotool are needed for a real screen")
    shown = Screen(tmp_path)
    yield shown
    shown.picture("last")
    shown.close()
