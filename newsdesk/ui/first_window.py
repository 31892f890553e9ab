"""One window a store: a second start hands over to the first and leaves."""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_WAIT = 10_000  # milliseconds: the first one may only just be starting, on a slow machine


class FirstWindow(QObject):
    """A lock that tells who was first, and, once there is time, an ear for those who come later."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._name = f"newsdesk-{_identity(where)}"
        self._lock = QLockFile(str(Path(gettempdir(), f"{self._name}.lock")))
        self._lock.setStaleLockTime(0)  # a crashed one is known by its process

    def is_first(self) -> bool:
        return self._lock.tryLock(0)

    def hand_over(self) -> bool:
        """Ask the first window to come to the front; False if it does not answer."""
        from PySide6.QtCore import QDeadlineTimer, QThread
        from PySide6.QtNetwork import QLocalSocket

        socket, patience = QLocalSocket(), QDeadlineTimer(_WAIT)
        while not _is_connected(socket, self._name):
            if patience.hasExpired():
                return False
            QThread.msleep(50)
        socket.write(b"show\n")
        socket.flush()
        return socket.bytesAvailable() > 0 or socket.waitForReadyRead(_WAIT)  # it may have answered at once

    def listen(self, show: Callable[[], object]) -> None:
        """From now on come to the front when asked."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)

        def answer() -> None:
            while (socket := server.nextPendingConnection()) is not None:
                show()
                socket.write(b"shown\n")
                socket.flush()
                socket.disconnected.connect(socket.deleteLater)

        server.newConnection.connect(answer)
        server.listen(self._name)


def _is_connected(socket: "QLocalSocket", name: str) -> bool:
    socket.connectToServer(name)
    return socket.waitForConnected(_WAIT)


def _identity(where: str) -> str:
    """The same for every name of one store, symbolic links included."""
    name = where if "://" in where else os.path.realpath(Path(where).expanduser())
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()
