"""What all our commands share: their parser, how they write, and how they end."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from analysis.errors import told_by_system

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""


class CommandParser(argparse.ArgumentParser):
    """An `ArgumentParser` whose errors can be shown whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and leave with status 2."""
        from analysis.text import sanitise  # imported only when there is something to be told

        super().error(sanitise(message))


def run_to_status(run: Callable[[], int]) -> int:
    """Run a command that prints, and return its exit status whatever becomes of its output.

    Returns:
        What `run` returns; 0 where whoever read the output has seen enough, 1 where it cannot be
        written, as on a full disk, or the system refuses something else, which is told; 130 after
        Ctrl+C.
    """
    open_standard_streams()
    try:
        write_utf_8()
        status = run()
        sys.stdout.flush()
    except BrokenPipeError:
        _write_nowhere()
        return 0
    except OSError as error:
        what = f"{error.filename!a} cannot be had"
        if error.filename is None:  # as no stream has a name: with one, it is about something else
            _write_nowhere()
            what = "the output cannot be written"
        with suppress(OSError):
            sys.stderr.write(f"newsreader: {what} ({told_by_system(error)})\n")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def open_standard_streams() -> None:
    """Let a standard stream that is closed lead nowhere.

    Otherwise the next file opened would get its number, and what is printed would go into it.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def _write_nowhere() -> None:
    """Let standard output lead nowhere, so that what is left of it does not warn at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_utf_8() -> None:
    """Write UTF-8 to standard output and error from now on, whatever the locale says.

    Every article is UTF-8 within, and so is any terminal of today: in a locale that lacks a sign
    ("C", Latin-1) a quote must neither end the program nor lose its marks.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
