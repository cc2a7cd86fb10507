"""A file of ours: brought up to date, set aside, and whole whenever its writer is killed."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.database import Database, Layout

FIRST = ("CREATE TABLE notes (words TEXT NOT NULL)",)
SECOND = ("ALTER TABLE notes ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",)
THIRD = ("CREATE TABLE shelves (name TEXT)", "UPDATE notes SET stars = 1")
KILLS = 60


def layout(*steps: tuple[str, ...], application: int = 77) -> Layout:
    return Layout(application, steps, "FULL", loss="reading goes on", what="notes")


def write(database: Database, words: str) -> bool:
    def insert(connection: sqlite3.Connection) -> bool:
        connection.execute("INSERT INTO notes (words) VALUES (?)", (words,))
        return True

    return database.run(insert, False)


def rows(database: Database, what: str = "words") -> list[object]:
    def select(connection: sqlite3.Connection) -> list[object]:
        return [row[0] for row in connection.execute(f"SELECT {what} FROM notes ORDER BY rowid")]

    return database.run(select, [])


@pytest.mark.parametrize("start", [(FIRST,), (FIRST, SECOND)])
def test_a_file_of_every_earlier_version_is_copied_and_brought_up_to_date(
    tmp_path: Path, start: tuple[tuple[str, ...], ...]
) -> None:
    old = Database(tmp_path / "n.db", layout(*start))
    assert write(old, "kept")
    old.close()
    new = Database(tmp_path / "n.db", layout(FIRST, SECOND, THIRD))
    assert rows(new) == ["kept"]
    assert rows(new, "stars") == [1]
    assert (new.error, new.notice) == (None, None)
    new.close()
    copy = Database(tmp_path / "n.db.before-3", layout(*start))
    assert rows(copy) == ["kept"]
    assert copy.notice is None, "the copy is of the version it was"


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    old = Database(tmp_path / "n.db", layout(FIRST))
    assert write(old, "kept")
    old.close()
    broken = Database(tmp_path / "n.db", layout(FIRST, (*SECOND, "CREATE TABLE notes (again)")))
    assert rows(broken) == []
    aside = next(tmp_path.glob("n.db.aside-1"))
    again = Database(aside, layout(FIRST))
    assert rows(again) == ["kept"]


@pytest.mark.parametrize("application", [77, 78], ids=["newer", "foreign"])
def test_what_is_not_ours_is_set_aside_whole_and_said(tmp_path: Path, application: int) -> None:
    other = Database(tmp_path / "n.db", layout(FIRST, SECOND, application=application))
    assert write(other, "theirs")
    other.close()
    ours = Database(tmp_path / "n.db", layout(FIRST))
    assert write(ours, "ours")
    assert rows(ours) == ["ours"]
    assert ours.notice is not None
    assert "n.db.aside-1" in ours.notice
    aside = Database(tmp_path / "n.db.aside-1", layout(FIRST, SECOND, application=application))
    assert rows(aside) == ["theirs"]


def test_a_damaged_page_is_found_when_the_file_is_opened(tmp_path: Path) -> None:
    database = Database(tmp_path / "n.db", layout(FIRST))
    for number in range(500):
        assert write(database, f"note {number} " * 20)
    database.close()
    data = bytearray((tmp_path / "n.db").read_bytes())
    data[8192:12288] = bytes(4096)
    (tmp_path / "n.db").write_bytes(data)
    again = Database(tmp_path / "n.db", layout(FIRST))
    assert rows(again) == []
    assert again.notice is not None
    assert (tmp_path / "n.db.aside-1").read_bytes() == bytes(data)


WRITER = """
import sys
from pathlib import Path
from analysis.database import Database, Layout
layout = Layout(77, (("CREATE TABLE notes (words TEXT NOT NULL)",),), "FULL", loss="", what="")
database = Database(Path(sys.argv[1]), layout)
for number in range(int(sys.argv[2]), 10**9):
    def insert(connection):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO notes VALUES (?)", (f"{number} first half",))
        connection.execute("INSERT INTO notes VALUES (?)", (f"{number} second half",))
        connection.execute("COMMIT")
        return True
    if database.run(insert, False):
        print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills so hard here")
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there_whenever_it_is_killed(
    tmp_path: Path,
) -> None:
    chance = random.Random(20260301)
    path = tmp_path / "n.db"
    acknowledged: list[int] = []
    for _ in range(KILLS):
        following = acknowledged[-1] + 1 if acknowledged else 0
        with subprocess.Popen(
            [sys.executable, "-S", "-c", WRITER, str(path), str(following)],
            stdout=subprocess.PIPE,
            env={"PYTHONPATH": str(Path(__file__).parents[2])},
            text=True,
        ) as writer:
            assert writer.stdout is not None
            told = [writer.stdout.readline() for _ in range(chance.randrange(1, 40))]
            writer.kill()
            told += writer.stdout.read().splitlines()
        acknowledged += map(int, told)
        database = Database(path, layout(FIRST))
        written = [str(words) for words in rows(database)]
        numbers = sorted({int(words.split()[0]) for words in written})
        assert database.notice is None
        assert set(acknowledged) <= set(numbers)
        assert len(written) == 2 * len(numbers), "each note is there with both halves"
        # One may have been written and the writer killed before it could say so.
        acknowledged = numbers
        database.close()
