"""Programs in a pseudo-terminal, timed until their screen shows something.

Reads as fast as a terminal would and looks at the screen only when nothing comes, so that looking
delays nobody: what arrived is played again, piece by piece, to find the moment.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import pyte

COLUMNS, ROWS = 120, 40
PATIENCE_SECONDS = 120
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;:]*[a-zA-Z]")


class Screen:
    """A program that runs in a terminal of 120 by 40 until it is ended."""

    def __init__(self, command: list[str], *, home: Path) -> None:
        """Start a program that keeps its files below `home`."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[tuple[float, bytes]] = []
        self._terminal, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env=environment(home),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)

    def milliseconds_until(self, pattern: str, *, since: float | None = None) -> float:
        """Return how long it took from `since`, or from the start, until this was shown.

        Raises:
            TimeoutError: It is not shown; the message tells what is.
        """
        since = self.began if since is None else since
        end = time.perf_counter() + PATIENCE_SECONDS
        while time.perf_counter() < end:
            if not self._read(0.03) and (moment := self._play(pattern)) is not None:
                return 1000 * (moment - since)
        raise TimeoutError(f"{pattern!r} is not shown:\n{self.text}")

    def milliseconds_to_answer(self, keys: str) -> float | None:
        """Type a key and return how long it took until the screen began to change, if it did."""
        while self._read(0.02):
            pass
        self._unseen.clear()
        typed = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return 1000 * (self._unseen[0][0] - typed) if self._read(2.0) else None

    def settle(self) -> None:
        """Wait until nothing has come for a second."""
        while self._read(1.0):
            pass

    @property
    def text(self) -> str:
        """What the screen shows, as far as it was looked at."""
        return "\n".join(self._screen.display)

    @property
    def megabytes(self) -> float:
        """The memory that the program's first process holds now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024 / 1000**2  # type: ignore[index]

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            self._unseen.append((time.perf_counter(), os.read(self._terminal, 65536)))
        except OSError:  # the program has ended
            time.sleep(seconds)
            return False
        return True

    def _play(self, pattern: str) -> float | None:
        """Show what arrived and was not looked at yet; return the moment it matched, if it did."""
        while self._unseen:
            moment, data = self._unseen.pop(0)
            self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
            if re.search(pattern, self.text):
                return moment
        return None


def environment(home: Path) -> Mapping[str, str]:
    """Return the variables of a program that shall find nothing of its user's."""
    inherited = ("PATH", "LD_LIBRARY_PATH", "NEWSREADER_SHARED")
    return {
        **{name: os.environ[name] for name in inherited if name in os.environ},
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
