"""What `newsreader` does besides reading: a table of subcommands, each in a module of its own.

A module is imported when its subcommand is run, so that none makes another, or the reader, start
later. It has one public function, `main(arguments) -> int`: arguments without the subcommand's
name, the exit status back. What it raises as `NewsreaderError` is told by `tui.cli`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

SUBCOMMANDS = {
    "analyze": "print what is found in articles, as text or for other programs",
    "pipelines": "list the spaCy pipelines there are, install or choose one",
    "corrections": "tell what you have corrected; send it, or take in a colleague's",
    "notes": "print the quotes you have collected, in any form",
}
"""Each subcommand's name, which is its module's too, and what it does, in the order of the help."""


def run_subcommand(name: str, arguments: Sequence[str]) -> int:
    """Run one of `SUBCOMMANDS` and return its exit status: 0 done, 1 not all, 2 wrong usage.

    Raises:
        NewsreaderError: It could not be done; the message says what to do.
    """
    status: int = import_module(f"tui.subcommands.{name}").main(arguments)
    return status
