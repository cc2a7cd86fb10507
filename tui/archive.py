"""Analyses kept between runs, for one pipeline. Trouble with the disk never stops the reading."""

from __future__ import annotations

from pathlib import Path

from analysis.errors import StoreError
from analysis.schema import Analysis, Article


class Archive:
    """A store that opens itself when first asked, and remembers why it cannot be used."""

    def __init__(self, folder: Path, *, pipeline: str | None) -> None:
        """Prepare; the folder is not touched before the first call."""
