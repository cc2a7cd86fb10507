"""A child process that speaks lines, heard without waiting. Knows nothing of what they say."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

LINE_LIMIT = 2**30
"""Bytes in the longest line accepted."""
LONGEST_LOG = 1_000_000
"""Bytes from which the log of the process is begun anew when it is started."""
PATIENCE_SECONDS = 2.0
"""How long the process may take to end by itself before it is killed."""


class LineChild:
    """A process whose input and output are lines of text, and whose errors go to a log."""

    def __init__(self, process: Process) -> None:
        """Take a process that runs; see `start`."""
        self._process = process

    @classmethod
    async def start(cls, command: Sequence[str], *, log: Path | None) -> Self:
        """Start a process.

        Args:
            command: Its command line.
            log: Where its error output goes; None throws it away.

        Raises:
            OSError: It cannot be started.
        """
        errors = _open_log(log)
        try:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=errors or DEVNULL, limit=LINE_LIMIT
            )
        finally:
            if errors:
                errors.close()
        return cls(process)

    @property
    def process_id(self) -> int | None:
        """Its id while it runs, else None."""
        return self._process.pid if self._process.returncode is None else None

    async def send(self, line: str) -> None:
        """Send a line.

        Raises:
            BrokenPipeError: The process has ended.
            ConnectionResetError: So it has, by another name.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode("utf-8", "replace") + b"\n")
        await self._process.stdin.drain()

    async def read(self) -> str | None:
        """Return its next line; None where it ended or talks without end."""
        assert self._process.stdout is not None
        try:
            line = await self._process.stdout.readline()
        except (ValueError, ConnectionResetError):  # longer than LINE_LIMIT, or cut off
            return None
        return line.decode("utf-8", "replace") if line.endswith(b"\n") else None

    def kill(self) -> None:
        """End it at once: it may be stopped, and hear nothing gentler."""
        with suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        """End it, gently first."""
        with suppress(ProcessLookupError):
            self._process.terminate()
        try:
            # With input, though empty, it closes both pipes, which must happen while the loop runs.
            await asyncio.wait_for(self._process.communicate(b""), PATIENCE_SECONDS)
        except TimeoutError:
            self.kill()
            await self._process.wait()


def _open_log(log: Path | None) -> BinaryIO | None:
    """Open a log to be added to, or begun anew when it is long; None where there is none."""
    if log is None:
        return None
    # On a full disk, or in a folder that cannot be written, it is done without a log.
    with suppress(OSError):
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_long = log.exists() and log.stat().st_size > LONGEST_LOG
        return log.open("wb" if is_long else "ab")
    return None
