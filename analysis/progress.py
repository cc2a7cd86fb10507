"""How far a long run is, as one line at the foot of a terminal. Nothing where there is none."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import TextIO

REDRAW_SECONDS = 0.1
"""The line is drawn at most this often."""
BAR_CELLS = 24
"""How long the bar is."""


class Progress:
    """A line such as `[#####-----] 1,200 of 5,000, 3 min to go`, wiped when it ends."""

    def __init__(
        self, output: TextIO, *, total: int, environment: Mapping[str, str] = os.environ
    ) -> None:
        """Prepare; nothing is drawn yet.

        Args:
            output: Commonly standard error; what is no terminal is left alone.
            total: How many steps there are.
            environment: Where TERM may say that the terminal is a simple one.
        """
        self._output = output
        self._total = total
        self._is_shown = output.isatty() and environment.get("TERM", "") not in ("", "dumb")
        self._done = 0
        self._cells_drawn = 0
        self._began = time.monotonic()
        self._drawn_at = float("-inf")

    def advance(self) -> None:
        """Count one step more, and draw if it is time to."""
        self._done += 1
        if self._is_shown and time.monotonic() - self._drawn_at >= REDRAW_SECONDS:
            self.draw()

    def draw(self) -> None:
        """Draw the line in place of the one before."""
        if not self._is_shown:
            return
        self._drawn_at = time.monotonic()
        filled = BAR_CELLS * self._done // max(1, self._total)
        bar = "#" * filled + "-" * (BAR_CELLS - filled)
        line = f"[{bar}] {self._done:,} of {self._total:,}{self._time_to_go()}"
        line = line[: _columns(self._output) - 1]
        self._output.write("\r" + line.ljust(self._cells_drawn))
        self._output.flush()
        self._cells_drawn = len(line)

    def wipe(self) -> None:
        """Take the line off, so that something else can be written there."""
        if self._cells_drawn:
            self._output.write("\r" + " " * self._cells_drawn + "\r")
            self._output.flush()
            self._cells_drawn = 0

    def _time_to_go(self) -> str:
        if not self._done:
            return ""
        seconds = (time.monotonic() - self._began) / self._done * (self._total - self._done)
        minutes = round(seconds / 60)
        return f", {minutes} min to go" if minutes else ", less than a minute to go"


def _columns(output: TextIO) -> int:
    try:
        return os.get_terminal_size(output.fileno()).columns or 80
    except OSError:
        return 80
