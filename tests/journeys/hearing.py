"""A screen with an accessibility bus of its own, and an ear at it that writes down what a screen reader would say."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.journeys.screen import IS_POSSIBLE, ROOT, Screen

PYTHON = "/usr/bin/python3"  # the system's, for which pyatspi is packaged
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


def can_hear() -> bool:
    """Whether this machine has a screen, the bus and pyatspi."""
    if not (IS_POSSIBLE and shutil.which("dbus-daemon") and Path(LAUNCHER).exists() and Path(PYTHON).exists()):
        return False
    return subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode == 0


class HeardScreen(Screen):
    """`heard` grows while the program runs; `since` is what was said after the last look."""

    def __init__(self, folder: Path, size: str = "1280x800") -> None:
        self._file, self._read = folder / "heard.txt", 0
        bus, self._bus = _own_bus()  # before the window manager, which would begin another
        super().__init__(folder, size)
        self._started.insert(0, bus)
        self._start(LAUNCHER, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        self._listen()

    def heard(self) -> str:
        return self._file.read_text("utf-8", "replace")

    def since(self, *wanted: str, seconds: float = 8) -> str:
        """What is said from now on until all that is wanted was said."""

        def new() -> str:
            return self.heard()[self._read :]

        try:
            self.wait(lambda: all(words in new() for words in wanted), seconds)
        except AssertionError:
            missing = [words for words in wanted if words not in new()]
            raise AssertionError(f"not heard: {missing}, but:\n{new()}") from None
        said = new()
        self._read += len(said)
        return said

    def _listen(self) -> None:
        with self._file.open("w") as out:
            words = [PYTHON, str(ROOT / "tests/journeys/listener.py")]
            ear = subprocess.Popen(words, env=self._environment(), stdout=out, stderr=subprocess.DEVNULL)
        self._started.append(ear)
        self.wait(lambda: "listening" in self.heard(), 15)

    def _environment(self) -> dict[str, str]:
        always = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
        return super()._environment() | always | {"DBUS_SESSION_BUS_ADDRESS": self._bus}


def _own_bus() -> tuple[subprocess.Popen[bytes], str]:
    """A bus apart from the person's own, and its address."""
    reading, writing = os.pipe()
    words = ["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"]
    bus = subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        return bus, told.readline().strip()
