"""A pseudo-terminal to try programs in as a person would: keys in, a screen out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pyte

NEWSREADER = Path(sys.executable).parent / "newsreader"
"""The installed command."""
LIKE_ANYONE = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if os.geteuid() == 0 and shutil.which("setpriv")
    else []
)
"""What runs a command as one who may not read and write everything, as root may."""
PATIENCE_SECONDS = 60
"""How long something may take to be shown."""


class Terminal:
    """A program in a pseudo-terminal, and what its screen shows.

    Args:
        command: The program and its arguments.
        columns: Cells in a row.
        rows: Rows.
        folder: Where it is run.
        environment: Variables that are set for it besides this process' own.
    """

    def __init__(
        self,
        command: list[str],
        *,
        columns: int,
        rows: int,
        folder: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.received = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_TTY", "SSH_CONNECTION")
        }
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={
                **inherited,
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                **(environment or {}),
            },
            start_new_session=True,
        )
        os.close(theirs)

    def type(self, keys: str) -> None:
        """Send keys as a terminal would."""
        os.write(self._ours, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, size)
        self._screen.resize(rows, columns)
        self.process.send_signal(signal.SIGWINCH)

    def hang_up(self) -> None:
        """Take the terminal away, as when its window is closed."""
        os.close(self._ours)

    def wait_for(self, is_shown: Callable[[str], bool]) -> str:
        """Read until the screen shows what is waited for, and return it."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            self._read()
            if is_shown(self.text):
                return self.text
        raise AssertionError(f"not shown within {PATIENCE_SECONDS} s:\n{self.text}")

    def settle(self, *, quiet_seconds: float = 0.1) -> None:
        """Read until nothing more comes for a moment."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and self._read(quiet_seconds):
            pass

    @property
    def text(self) -> str:
        """The screen's lines."""
        return "\n".join(self._screen.display)

    def _read(self, seconds: float = 0.1) -> bool:
        """Take what comes within so long; say whether anything did."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # the other side is closed
            return False
        if data:
            self.received += data
            # pyte knows no private-mode queries with a colon; colours are not looked at here.
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;:]*[a-zA-Z]", b"", data))
        return bool(data)

    @property
    def modes(self) -> list[object]:
        """How the terminal is set: whether it shows what is typed, waits for whole lines, ..."""
        return termios.tcgetattr(self._ours)

    def end(self) -> int:
        """Return the exit status, ending the program if it has not ended."""
        end = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < end:
            self._read()
        if self.process.poll() is None:
            self.process.kill()
        self.settle()
        os.close(self._ours)
        return self.process.wait()
