"""How the analysing process is set up: what is imported, what is kept, what is still there."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(program: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-c", f"from analysis.process import set_up; set_up()\n{program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stdout.strip()


def test_spacy_is_imported_without_its_command_line() -> None:
    assert run("import sys; print('spacy' in sys.modules, 'spacy.cli' in sys.modules)") == (
        "True False"
    )


@pytest.mark.parametrize(
    "program",
    [
        "import spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)",
        "import spacy.cli; print(spacy.cli.info(silent=True)['pipelines'] is not None)",
    ],
)
def test_the_command_line_is_there_for_whoever_wants_it(program: str) -> None:
    assert run(program) == "True"


def test_it_gives_way_to_others() -> None:
    assert run("import os; print(os.nice(0) > 0)") == "True"
