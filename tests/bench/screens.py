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
from contextlib import suppress
from pathlib import Path

import pyte

from tests.bench.commands import megabytes_of

COLUMNS, ROWS = 120, 40
PATIENCE_SECONDS = 60
LONGEST_SETTLE_SECONDS = 10
UNANSWERED = 3
"""Keys without an answer, after which a program is taken to hang."""
LOOK_SECONDS = 1.0
"""How long a screen that never rests goes without being looked at."""
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;:]*[a-zA-Z]")


class Screen:
    """A program that runs in a terminal of 120 by 40 until it is ended."""

    def __init__(self, command: list[str], *, home: Path) -> None:
        """Start a program that keeps its files below `home`."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[tuple[float, bytes]] = []
        self._unanswered = 0
        self._has_ended = False
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
        with suppress(ProcessLookupError):  # it has ended
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)

    def milliseconds_until(
        self, pattern: str, *, since: float | None = None, patience: float = PATIENCE_SECONDS
    ) -> float:
        """Return how long it took from `since`, or from the start, until this was shown.

        Raises:
            TimeoutError: It is not shown within so many seconds; the message tells what is.
        """
        since = self.began if since is None else since
        looked = time.perf_counter()
        end = looked + patience
        while time.perf_counter() < end and not self._has_ended:
            has_come = self._read(0.03)
            if has_come and time.perf_counter() - looked < LOOK_SECONDS:
                continue
            if (moment := self._play(pattern)) is not None:
                return 1000 * (moment - since)
            looked = time.perf_counter()
        if (moment := self._play(pattern)) is not None:
            return 1000 * (moment - since)
        how = "ended before it showed" if self._has_ended else f"in {patience:g} s did not show"
        shown = "\n".join(line.rstrip() for line in self._screen.display if line.strip())
        raise TimeoutError(f"{how} {pattern!r}\n{shown}")

    def seconds_if_shown(self, pattern: str, *, within: float) -> float | None:
        """Return how long after the start this was shown; None if it is not within so long."""
        try:
            return self.milliseconds_until(pattern, patience=within) / 1000
        except TimeoutError:
            if self._has_ended:
                raise
            return None

    def milliseconds_to_answer(self, keys: str) -> float | None:
        """Type a key and return how long it took until the screen began to change, if it did.

        Raises:
            TimeoutError: Several keys were not answered.
        """
        self.settle(0.02)
        self._unseen.clear()
        typed = time.perf_counter()
        os.write(self._terminal, keys.encode())
        if self._read(2.0):
            return 1000 * (self._unseen[0][0] - typed)
        self._unanswered += 1
        if self._has_ended or self._unanswered >= UNANSWERED:
            raise TimeoutError(f"{self._unanswered} keys were not answered")
        return None

    def settle(self, seconds: float = 1.0) -> None:
        """Wait until nothing has come for so long, or the screen never rests."""
        end = time.perf_counter() + LONGEST_SETTLE_SECONDS
        while time.perf_counter() < end and self._read(seconds):
            pass

    @property
    def text(self) -> str:
        """What the screen shows, as far as it was looked at."""
        return "\n".join(self._screen.display)

    @property
    def pid(self) -> int:
        """The number of the program's first process."""
        return self._process.pid

    @property
    def megabytes(self) -> float:
        """The memory that the program's first process holds now."""
        return megabytes_of(self.pid)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            data = b""
        if data:
            self._unseen.append((time.perf_counter(), data))
        else:
            self._has_ended = True
        return bool(data)

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
