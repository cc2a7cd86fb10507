"""Folders that are deleted, replaced or locked while the program runs: what is kept, what is said."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import LIKE_ANYONE, NEWSREADER, Terminal

SEEDS = Path(__file__).parents[1] / "seeds"
FOLDERS = ("config", "cache", "data", "state")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Return a terminal with an article in it, names and quotes found, and a quote collected."""
    program = Terminal(
        [*LIKE_ANYONE, str(NEWSREADER), str(SEEDS / "macron-ukraine-troops.txt")],
        columns=140, rows=45, folder=tmp_path,
    )  # fmt: skip
    program.wait_for(lambda text: re.search(r"\d+ quotes +\d+%", text) is not None)
    program.type("g)m")
    program.wait_for(lambda text: "Collected: " in text)
    yield program
    if program.process.poll() is None:
        program.process.kill()
        program.process.wait()


def correct_and_collect(terminal: Terminal) -> None:
    """Say that the first name is none, and collect the second quote."""
    terminal.type("1ge")
    terminal.wait_for(lambda text: "x  is not a name" in text)
    terminal.type("x")
    terminal.wait_for(lambda text: "x  is not a name" not in text)
    terminal.type("g))m")


# Of the sentence on corrections one word is looked for, "yours to write": the others may be wrapped.


def printed(*arguments: str) -> str:
    return subprocess.run(
        [NEWSREADER, *arguments], capture_output=True, text=True, check=True
    ).stdout


def test_with_all_its_folders_deleted_it_makes_them_anew_and_loses_nothing_it_is_told_then(
    terminal: Terminal, own_home: Path
) -> None:
    for name in FOLDERS:
        shutil.rmtree(own_home / name, ignore_errors=True)
    correct_and_collect(terminal)
    terminal.wait_for(lambda text: text.count("Collected: ") == 2)
    terminal.type("q")
    assert terminal.end() == 0
    assert printed("notes").count("newsreader seeds") == 1
    assert len(printed("corrections").splitlines()) == 2


def test_with_files_in_their_place_it_says_what_is_not_kept(
    terminal: Terminal, own_home: Path
) -> None:
    for name in FOLDERS:
        shutil.rmtree(own_home / name, ignore_errors=True)
        (own_home / name).write_text("a file")
    correct_and_collect(terminal)
    terminal.wait_for(lambda text: "yours" in text and "Not collected" in text)
    terminal.type("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.received
    assert all((own_home / name).read_text() == "a file" for name in FOLDERS)


def test_with_its_folders_locked_it_keeps_or_says_that_it_does_not(
    terminal: Terminal, own_home: Path
) -> None:
    locked = [path for path in own_home.rglob("*") if path.is_dir()]
    for path in locked:
        path.chmod(0o500)
    correct_and_collect(terminal)
    terminal.wait_for(lambda text: "yours" in text and text.count("Collected: ") == 2)
    terminal.type("q")
    assert terminal.end() == 0
    for path in locked:
        path.chmod(0o700)
    # The database was open, and takes more; a file of corrections was not there yet.
    assert printed("notes").count("newsreader seeds") == 2
    assert "Nothing is corrected" in printed("corrections")


@pytest.mark.parametrize("is_replaced", [False, True], ids=["deleted", "replaced by a file"])
def test_a_cache_that_goes_amid_a_folder_costs_none_of_its_articles(
    tmp_path: Path, own_home: Path, is_replaced: bool
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"“We wait,” said Ana Brandt of Town {number}.\n")
    cache = own_home / "cache" / "newsreader"
    with subprocess.Popen(
        [NEWSREADER, "analyze", "--format", "jsonl", "--processes", "1", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        lines = [process.stdout.readline()]
        shutil.rmtree(cache)
        if is_replaced:
            cache.write_text("a file")
        lines += process.stdout.readlines()
        told = process.stderr.read()
    assert process.returncode == 0
    assert [json.loads(line)["text"][-3] for line in lines] == list("01234567")
    assert ("analyses cannot be kept here (File exists)" in told) == is_replaced
    assert "Traceback" not in told
    assert cache.is_file() == is_replaced
