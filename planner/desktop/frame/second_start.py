"""Starting the program again on the same library brings the window that is there to the front."""

import getpass
import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

WAIT_MS = 1_000
AGAIN_AFTER_MS = 50
_RAISE = b"raise\n"


def raise_first_window(folder: Path) -> bool:
    """Ask this user's window on the library to come to the front, and return whether it answered.

    Takes up to a second or two where there is none.
    """
    socket = QLocalSocket()
    if not _connects(socket, _name(folder)):
        return False
    socket.write(_RAISE)
    answered = socket.waitForReadyRead(WAIT_MS)
    socket.abort()
    return answered


def _connects(socket: QLocalSocket, name: str) -> bool:
    """Connect; a window that has just appeared listens a moment later."""
    patience = QDeadlineTimer(WAIT_MS)
    while not patience.hasExpired():
        socket.connectToServer(name)
        if socket.waitForConnected(WAIT_MS):
            return True
        QThread.msleep(AGAIN_AFTER_MS)
    return False


class FirstWindow(QObject):
    """Waits for further starts on the same library, and brings the window to the front for each.

    Nothing else can be asked of it, and only the same user can ask. Whoever has the library's lock
    makes one; the socket that a process that died left behind is removed first.
    """

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))

    def _receive(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._answer)
            if socket.bytesAvailable():
                self._answer_to(socket)

    def _answer(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer_to(socket)

    def _answer_to(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()) == _RAISE:
            window = self._window
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()
            socket.write(_RAISE)
            socket.flush()


def _name(folder: Path) -> str:
    """Return a name that only the same user's window on the same folder has."""
    identity = f"{_user()}\n{folder.resolve()}"
    return f"front-foot-{hashlib.sha256(identity.encode()).hexdigest()[:24]}"


def _user() -> str:
    """Return who this is; by number where the system knows no name, as in a container."""
    return str(os.getuid()) if sys.platform != "win32" else getpass.getuser()
