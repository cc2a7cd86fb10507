"""`newsreader analyze`: the library's own command, with the reader's settings."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.cli import main as run_analyze
from tui.config import config_of_user
from tui.folders import Folders


def main(arguments: Sequence[str]) -> int:
    """Run `newsreader analyze` and return the exit status.

    Raises:
        ConfigError: A setting is not usable.
    """
    config = config_of_user()
    folders = Folders.of_user()
    return run_analyze(
        arguments,
        pipeline=config.pipeline,
        is_trusted=config.trust_pipeline,
        cache=folders.cache,
        corrections=folders.data,
    )
