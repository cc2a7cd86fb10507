"""Where a reader's corrections are kept. A file of its own: it is asked at each start."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "corrections.jsonl"
"""The file in the folder a journal is given."""


def journal_file(folder: Path | str) -> Path:
    """Return the file of the journal in a folder, whether it is there or not."""
    return Path(folder) / FILE_NAME
