"""The pinned PySide6 keeps its references: 6.12.0 aborts on this Python after some thousand calls."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal(object)
app = QCoreApplication([])
bell, heard = Bell(), []
bell.rung.connect(heard.append)
for _ in range(20_000):
    bell.setObjectName("bell")
for _ in range(2_000):
    bell.rung.emit(None)
assert len(heard) == 2_000
print("alive")
"""


def test_many_void_calls_and_many_emits_leave_the_program_alive() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)

    assert done.stdout == "alive\n", done.stderr
