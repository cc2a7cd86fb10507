"""`newsreader corrections`: the library's own command, on the reader's own file."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.corrections.command import main as run_corrections
from tui.config import config_of_user
from tui.folders import Folders


def main(arguments: Sequence[str]) -> int:
    """Run `newsreader corrections` and return the exit status.

    Raises:
        ConfigError: A setting is not usable.
        CorrectionError: A file of corrections cannot be read or written.
    """
    config_of_user()  # a wrong setting is told whatever is run
    return run_corrections(arguments, folder=Folders.of_user().data)
