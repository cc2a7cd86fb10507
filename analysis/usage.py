"""What all our commands share: their parser, and how they write."""

from __future__ import annotations

import argparse
import io
import sys
from typing import NoReturn


class CommandParser(argparse.ArgumentParser):
    """An `ArgumentParser` whose errors can be shown whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and leave with status 2."""
        from analysis.text import sanitise  # imported only when there is something to be told

        super().error(sanitise(message))


def write_utf_8() -> None:
    """Write UTF-8 to standard output and error from now on, whatever the locale says.

    Every article is UTF-8 within, and so is any terminal of today: in a locale that lacks a sign
    ("C", Latin-1) a quote must neither end the program nor lose its marks.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
