"""A screen that nobody sees, with a window manager, and hands at its keyboard and mouse."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
TOOLS = ("Xvfb", "xdotool", "openbox", "xclip")
IS_POSSIBLE = all(map(shutil.which, TOOLS))


class Screen:
    """Close it: it ends every program that it started, and only those."""

    def __init__(self, folder: Path, size: str = "1280x800") -> None:
        self.folder = folder
        self.blog = ""  # the id of the only one, once a story has asked for it
        self._started: list[subprocess.Popen[bytes]] = []
        reading, writing = os.pipe()
        depth = f"{size}x24"
        self._start("Xvfb", "-displayfd", str(writing), "-screen", "0", depth, "-nolisten", "tcp", pass_fd=writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            self._display = f":{told.readline().strip()}"
        self._manage_windows()

    def _manage_windows(self) -> None:
        """Start the window manager; on a busy machine it may come before the display takes it."""
        for _ in range(5):
            manager = self._start("openbox")
            time.sleep(0.5)
            if manager.poll() is None:
                return

    def close(self) -> None:
        for process in reversed(self._started):
            process.terminate()
        for process in reversed(self._started):
            process.wait(10)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def open(self, *eyes: str) -> subprocess.Popen[bytes]:
        """Start Newsdesk and wait for its window; with `--eyes` it can be asked where something stands."""
        program = self.program = self._start_with_eyes(*eyes) if eyes else self.start_program()
        self.wait(self._windows, seconds=20)
        self.window = self._windows()[0]
        self.hands("windowsize", "--sync", self.window, "1100", "700")
        self.hands("windowmove", "--sync", self.window, "100", "50")
        self.hands("windowactivate", "--sync", self.window)
        time.sleep(1.2)
        return program

    def _windows(self) -> list[str]:
        return self.hands("search", "--onlyvisible", "--name", "Newsdesk$").split()

    def start_program(self) -> subprocess.Popen[bytes]:
        return self._start(sys.executable, str(ROOT / "main.py"))

    def _start_with_eyes(self, *arguments: str) -> subprocess.Popen[bytes]:
        words = (sys.executable, "-m", "tests.journeys.eyes", *arguments)
        self._watched = subprocess.Popen(
            words, env=self._environment(), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._started.append(self._watched)
        return self._watched

    def places(self, words: str) -> list[tuple[int, int]]:
        """Where on the screen these words stand now: the middles of what shows them."""
        assert self._watched.stdin is not None and self._watched.stdout is not None
        self._watched.stdin.write(f"{words}\n".encode())
        self._watched.stdin.flush()
        told: list[int] = json.loads(self._watched.stdout.readline())
        return [
            (x + width // 2, y + height // 2)
            for x, y, width, height in zip(told[::4], told[1::4], told[2::4], told[3::4], strict=True)
        ]

    def place(self, words: str) -> tuple[int, int]:
        """The same, of the first; waits until they are to be seen."""
        self.wait(lambda: self.places(words))
        return self.places(words)[0]

    def point(self, words: str, button: str = "1") -> None:
        """Move the mouse to some words and click."""
        self.point_at(*self.place(words))
        self.hands("click", button)
        time.sleep(0.15)

    def choose(self, *words: str) -> None:
        """Click one thing after the other: a menu and what is in it."""
        for each in words:
            self.point(each)

    def point_beside(self, label: str) -> None:
        """Click what stands beside a label of the same name."""
        self.wait(lambda: len(self.places(label)) > 1)
        self.point_at(*max(self.places(label)))
        self.hands("click", "1")
        time.sleep(0.15)

    def choose_from(self, label: str, words: str) -> None:
        """Drop a list down and take something out of it."""
        self.point_beside(label)
        self.point(words)

    def point_at(self, x: int, y: int) -> None:
        self.hands("mousemove", str(x), str(y))
        time.sleep(0.05)

    def drag_words(self, words: str, below: str, *, cancel: bool = False, picture: str = "") -> None:
        """Drag a row to the gap below another, or change one's mind on the way (Esc)."""
        start, end = self.place(words), self.place(below)
        self.point_at(*start)
        self.hands("mousedown", "1")
        for part in range(1, 11):
            x = start[0] + (end[0] - start[0]) * part // 10
            self.point_at(x, start[1] + (end[1] + 18 - start[1]) * part // 10)
        time.sleep(0.2)
        if picture:
            self.picture(picture)
        if cancel:
            self.hands("key", "Escape")
        self.hands("mouseup", "1")
        time.sleep(0.3)

    def source_of(self, file: Path) -> None:
        """A window at the top left from which a file can be dragged."""
        self._start(sys.executable, str(ROOT / "tests/journeys/drag_source.py"), str(file))
        time.sleep(1)

    def keys(self, *names: str) -> None:
        for name in names:
            self.hands("key", "--clearmodifiers", name)
            time.sleep(0.08)

    def type(self, text: str) -> None:
        self.hands("type", "--delay", "12", "--", text)

    def name_a_file(self, path: Path) -> None:
        """Type it where a dialog asks for a file or a folder, once that has the keys."""
        self.wait(lambda: self.hands("getactivewindow").strip() not in ("", self.window))
        time.sleep(0.3)
        self.type(str(path))
        self.keys("Return")

    def click(self, x: int, y: int) -> None:
        """Click in the window."""
        self.move(x, y)
        self.hands("click", "1")
        time.sleep(0.15)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag within the window; negative places are on the screen, left of and above it."""
        self.move(*start)
        self.hands("mousedown", "1")
        for part in range(1, 11):
            x = start[0] + (end[0] - start[0]) * part // 10
            self.move(x, start[1] + (end[1] - start[1]) * part // 10)
            time.sleep(0.04)
        time.sleep(0.3)
        self.hands("mouseup", "1")
        time.sleep(0.4)

    def put_on_clipboard(self, kind: str, content: bytes) -> None:
        """Copy something in another program, which goes on holding it."""
        holder = self._start("xclip", "-quiet", "-selection", "clipboard", "-t", kind, "-i", content=content)
        self.wait(lambda: kind in self.clipboard("TARGETS") or holder.poll() is not None)

    def clipboard(self, kind: str) -> str:
        """What another program would paste."""
        return self._run("xclip", "-selection", "clipboard", "-o", "-t", kind).stdout

    def hands(self, *words: str) -> str:
        """What xdotool answers; that it found nothing is an answer too."""
        return self._run("xdotool", *words).stdout

    def picture(self, name: str) -> None:
        """Keep a picture of the screen beside the store."""
        self._run("import", "-window", "root", str(self.folder / f"{name}.png"))

    def command(self, *words: str) -> Any:  # noqa: ANN401  what the command answers
        """What a command says about the store that the window has open."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words, "--json"],
            env=self._environment(), capture_output=True, text=True, check=True, timeout=30,
        )  # fmt: skip
        return json.loads(done.stdout)

    def wait(self, is_so: Callable[[], object], seconds: float = 10) -> None:
        """Wait until something is so. What is not there yet to be asked about is not so yet."""
        end = time.monotonic() + seconds
        while not _holds(is_so):
            assert time.monotonic() < end, "it did not come about"
            time.sleep(0.1)

    def wait_a_moment(self) -> None:
        """What a person sees before going on, such as a list of names that opens while one types."""
        time.sleep(0.5)

    def move(self, x: int, y: int) -> None:
        told = self.hands("getwindowgeometry", "--shell", self.window).split()
        where = dict(line.split("=") for line in told if "=" in line)
        self.hands("mousemove", str(int(where["X"]) + x), str(int(where["Y"]) + y))

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, env=self._environment(), capture_output=True, text=True, timeout=20, check=False
        )

    def _start(
        self, *words: str, pass_fd: int | None = None, content: bytes | None = None
    ) -> subprocess.Popen[bytes]:
        passed = () if pass_fd is None else (pass_fd,)
        given = None if content is None else subprocess.PIPE
        process = subprocess.Popen(
            words, env=self._environment(), pass_fds=passed, stdin=given, stderr=subprocess.DEVNULL
        )
        if process.stdin is not None and content is not None:
            process.stdin.write(content)
            process.stdin.close()
        self._started.append(process)
        return process

    def _environment(self) -> dict[str, str]:
        home = str(self.folder)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "NEWSDESK"))}
        return kept | {
            "DISPLAY": getattr(self, "_display", ""), "HOME": home, "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_DATA_HOME": f"{home}/data", "NEWSDESK_STORE": f"{home}/store.newsdeskdb", "TMPDIR": home,
            "QT_QPA_PLATFORM": "xcb",
        }  # fmt: skip


def _holds(is_so: Callable[[], object]) -> bool:
    try:
        return bool(is_so())
    except (LookupError, StopIteration):
        return False
