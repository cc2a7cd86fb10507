"""Standard input and output: what is piped in, whether a screen can be had, and plain text.

Knows no Textual, which draws on file descriptor 2 and takes keys from 0: both must be a terminal.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from analysis.errors import LoadError
from analysis.load import find_article_files, load_article, read_article_from
from tui.shelf import Entry

STANDARD_INPUT = Path("-")
"""The path that stands for what is piped in."""
SIMPLE_TERMINALS = frozenset({"", "dumb", "unknown"})
"""Values of TERM for terminals on which nothing can be drawn."""


def is_piped_in() -> bool:
    """Say whether standard input is a file or another program's output."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def find_entries(paths: Iterable[Path]) -> list[Entry]:
    """Return an entry for each article, waiting for the end of what is piped in.

    Raises:
        LoadError: A path does not exist, or what is piped in is no article.
    """
    entries: dict[str, Entry] = {}
    for path in paths:
        if path != STANDARD_INPUT:
            for file in find_article_files([path]):
                entries.setdefault(os.path.realpath(file), Entry(file))
        elif str(path) not in entries:
            piped = read_article_from(sys.stdin.buffer, name="standard input")
            entries[str(path)] = Entry(Path("standard input"), given=piped)
    return list(entries.values())


def why_no_screen(environment: Mapping[str, str]) -> str | None:
    """Say why articles cannot be shown on a screen; None where they can.

    Where keys or the screen were turned elsewhere, the terminal is put in their place.

    Returns:
        "" where standard output is no terminal, so that plain text is what is wanted.
    """
    if not os.isatty(1):
        return ""
    if environment.get("TERM", "") in SIMPLE_TERMINALS:
        return (
            f"this terminal (TERM={environment.get('TERM', '')}) shows plain text alone; "
            "set TERM to what it really is to read with names and quotes"
        )
    if not os.isatty(0) and not _take_keys_from_terminal():
        return "there is no keyboard to read from; run newsreader in a terminal"
    if not os.isatty(2):
        os.dup2(1, 2)
    return None


def _take_keys_from_terminal() -> bool:
    for name in (os.ttyname(1), "/dev/tty"):
        try:
            terminal = os.open(name, os.O_RDWR)
        except OSError:
            continue
        os.dup2(terminal, 0)
        if terminal != 0:
            os.close(terminal)
        return True
    return False


def print_plain(entries: Iterable[Entry], *, output: TextIO, errors: TextIO) -> bool:
    """Print the text of articles, a blank line between two, and nothing else.

    Returns:
        Whether all could be read; what could not is told on `errors`.
    """
    is_whole = True
    separator = ""
    for entry in entries:
        try:
            article = entry.given or load_article(entry.path)
        except LoadError as error:
            is_whole = False
            print(f"newsreader: {error}", file=errors)
            continue
        output.write(f"{separator}{article.text.rstrip(chr(10))}\n")
        output.flush()
        separator = "\n"
    return is_whole
