"""One window a store."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from newsdesk.ui import first_window
from newsdesk.ui.first_window import FirstWindow

QUICK = """
import socket, sys
ear = socket.socket(socket.AF_UNIX)
ear.bind(sys.argv[1])
ear.listen()
print("listening", flush=True)
heard = ear.accept()[0]
heard.sendall(b"shown\\n")
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the first window is played by a Unix socket")
def test_a_first_window_that_answers_at_once_is_heard(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = str(tmp_path / "desk.newsdesk")
    place = Path(QDir.tempPath())
    before = set(place.glob("newsdesk-*.lock"))
    first, second = FirstWindow(store), FirstWindow(store)
    assert first.is_first()
    assert not second.is_first()
    (lock,) = set(place.glob("newsdesk-*.lock")) - before
    name = lock.with_suffix("")
    with subprocess.Popen(
        [sys.executable, "-c", QUICK, str(name)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as quick:
        assert quick.stdout
        quick.stdout.readline()
        connect = first_window._is_connected

        def connect_and_dawdle(socket: QLocalSocket, name: str) -> bool:
            done = connect(socket, name)
            time.sleep(0.3)  # the answer is there before the question is put
            return done

        monkeypatch.setattr(first_window, "_is_connected", connect_and_dawdle)

        assert second.hand_over()
    name.unlink()
