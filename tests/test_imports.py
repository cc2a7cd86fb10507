"""What is loaded when: the run-time twin of the import contracts in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded_by(statement: str) -> set[str]:
    """Return the names of the modules loaded in a new Python after a statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(finished.stdout.split())


@pytest.mark.parametrize(
    ("statement", "never"),
    [
        ("import tui.app", ("spacy", "numpy", "rapidfuzz", "charset_normalizer", "sqlite3")),
        ("import tui.cli", ("textual", "spacy", "rich", "dataclasses")),
        (
            "import tui.cli, tui.first_page, tui.opening, tui.streams, tui.config",
            (
                "textual",
                "asyncio",
                "tomllib",
                "analysis.codec",
                "analysis.corrections",
                "tui.reading",
            ),
        ),
        (
            "from tui.offline import import_asyncio; import_asyncio(); import tui.app",
            ("ssl", "_ssl", "_hashlib"),
        ),
        ("import analysis", ("spacy", "numpy", "textual", "rich")),
        ("import analysis.pipeline", ("textual", "tui")),
        ("import tui.reading, tui.shelf, tui.trail, tui.status, tui.wrap", ("textual",)),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(statement: str, never: tuple[str, ...]) -> None:
    assert not loaded_by(statement).intersection(never)


def test_what_is_left_out_for_asyncio_can_be_imported_afterwards() -> None:
    statement = "from tui.offline import import_asyncio; import_asyncio(); import ssl"
    assert "_ssl" in loaded_by(statement)
