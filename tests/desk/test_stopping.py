"""A long export can be stopped while it reads and while it writes its format; the file that was there stays."""

from pathlib import Path

import pytest

from newsdesk.desk.desk import Desk
from newsdesk.desk.exporting import export
from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit
from newsdesk.domain.entry import State
from newsdesk.domain.order import spread
from newsdesk.errors import StoppedError
from newsdesk.formats.outputs import OUTPUTS
from tests.store.stories import a_blog, an_entry

MANY = 3_000
pytestmark = pytest.mark.usefixtures("qapp")  # a PDF needs fonts, and they an application


class Waiting:
    """Says stop after a number of questions."""

    def __init__(self, patience: int) -> None:
        self.patience, self.asked = patience, 0

    def __call__(self) -> None:
        self.asked += 1
        if self.asked > self.patience:
            raise StoppedError("Stopped.")


@pytest.fixture
def blog(desk: Desk) -> Blog:
    blog = a_blog()
    entries = [
        an_entry(blog, order=order, headline=f"Headline {number}", state=State.PUBLISHED)
        for number, order in enumerate(spread(MANY))
    ]
    desk.do(Edit.of("Import", after=[blog, *entries]))
    return blog


@pytest.mark.parametrize("to", [name for name in OUTPUTS if name != "docx"])
def test_an_export_asks_again_and_again_whether_to_go_on(desk: Desk, blog: Blog, to: str) -> None:
    """Not a Word document here: it takes long for so many entries."""
    waiting = Waiting(10_000)

    export(desk, blog, to, go_on=waiting, is_release=False)

    assert waiting.asked > MANY // 1_000 + 2 + MANY // 300


@pytest.mark.parametrize("patience", [0, 2, 5, 12])
@pytest.mark.parametrize("to", ["html", "ninjs", "archive", "pdf"])
def test_a_stopped_export_leaves_the_file_that_was_there(
    desk: Desk, blog: Blog, tmp_path: Path, to: str, patience: int
) -> None:
    file = tmp_path / "there"
    file.write_text("as it was")

    with pytest.raises(StoppedError):
        export(desk, blog, to, file, go_on=Waiting(patience))

    assert file.read_text() == "as it was"
    assert list(tmp_path.glob(".there*")) == []
    assert desk.store.past.releases(blog.id) == []
