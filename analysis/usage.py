"""The parser that all our commands use."""

from __future__ import annotations

import argparse
from typing import NoReturn


class CommandParser(argparse.ArgumentParser):
    """An `ArgumentParser` whose errors can be shown whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and leave with status 2."""
        from analysis.text import sanitise  # imported only when there is something to be told

        super().error(sanitise(message))
