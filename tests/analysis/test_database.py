"""A file of ours: brought up to date, set aside, and whole whenever its writer is killed."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.database import Database, Layout

FIRST = ("CREATE TABLE notes (words TEXT NOT NULL)",)
SECOND = ("ALTER TABLE notes ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",)
THIRD = ("CREATE TABLE shelves (name TEXT)", "UPDATE notes SET stars = 1")
KILLS = 200
WRITERS = 4
APPENDS = 10


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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there_whenever_it_is_killed(
    tmp_path: Path,
) -> None:
    script = Path(__file__).with_name("kill_databases.py")
    finished = subprocess.run(
        [sys.executable, script, tmp_path, str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert finished.stderr == ""
    told = re.fullmatch(rf"{KILLS} kills, (\d+) notes .*, (\d+) copies, 0 lost\n", finished.stdout)
    assert told is not None
    assert int(told[1]) >= KILLS / 2
    assert int(told[2]), "none had begun to bring its file up to date"


def test_processes_that_find_an_older_file_at_once_bring_it_up_to_date_once(
    tmp_path: Path,
) -> None:
    """Newsreaders started together after an update; each then writes what it was asked to."""
    path = tmp_path / "n.db"
    old = Database(path, layout(FIRST))
    assert write(old, "kept")
    old.close()
    program = (
        "import sys; from pathlib import Path; from tests.analysis.test_database import *\n"
        "database = Database(Path(sys.argv[1]), layout(FIRST, SECOND, THIRD))\n"
        f"assert all(write(database, f'{{sys.argv[2]}} {{n}}') for n in range({APPENDS}))\n"
        "assert (database.error, database.notice) == (None, None)"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", program, path, str(writer)], cwd=Path(__file__).parents[2]
        )
        for writer in range(WRITERS)
    ]
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    expected = {"kept", *(f"{w} {n}" for w in range(WRITERS) for n in range(APPENDS))}
    new = Database(path, layout(FIRST, SECOND, THIRD))
    assert set(rows(new)) == expected
    assert len(rows(new)) == len(expected)
    assert rows(Database(tmp_path / "n.db.before-3", layout(FIRST))) == ["kept"]


def test_a_file_in_a_folder_that_may_only_be_read_is_read_all_the_same() -> None:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are closed to everyone else
        path = Path(folder) / "data" / "n.db"
        database = Database(path, layout(FIRST))
        assert write(database, "kept")
        database.close()

        def read_and_try_to_write() -> None:
            database = Database(path, layout(FIRST))
            for _ in range(2):
                assert rows(database) == ["kept"]
                assert not write(database, "lost")
                assert "cannot be kept here (attempt to write a readonly" in str(database.error)

        for read_only in (path.parent, path):
            read_only.chmod(0o555 if read_only.is_dir() else 0o444)
            Path(folder).chmod(0o755)
            assert as_somebody_else(read_and_try_to_write) == 0
        path.parent.chmod(0o755)


def as_somebody_else(action: Callable[[], None]) -> int:
    """Do something in a process that may not write everything; return its exit status."""
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            action()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_once_there_is_space_again_it_is_kept_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(tmp_path / "n.db", layout(FIRST))
    assert write(database, "before")
    assert database._connection is not None
    database._connection.execute("PRAGMA max_page_count = 2")
    assert not write(database, "too much " * 10_000)
    assert "full" in str(database.error)
    assert not write(database, "soon after")
    monkeypatch.setattr("analysis.database.RETRY_SECONDS", 0.0)
    assert write(database, "later")
    assert database.error is None
    assert rows(database) == ["before", "later"]


def test_a_file_that_is_deleted_or_replaced_meanwhile_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "data" / "n.db"
    database = Database(path, layout(FIRST))
    assert write(database, "deleted")
    shutil.rmtree(path.parent)
    assert write(database, "kept")
    assert rows(Database(path, layout(FIRST))) == rows(database) == ["kept"]
    path.rename(tmp_path / "moved")
    other = Database(path, layout(FIRST))
    assert write(other, "another's")
    assert write(database, "ours")
    assert rows(other) == rows(database) == ["another's", "ours"]
    assert (database.error, database.notice) == (None, None)


def test_a_folder_that_becomes_a_file_is_told_until_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data" / "n.db"
    database = Database(path, layout(FIRST))
    assert write(database, "deleted")
    shutil.rmtree(path.parent)
    path.parent.write_text("a file")
    assert not write(database, "lost")
    assert "cannot be kept here (File exists)" in str(database.error)
    path.parent.unlink()
    monkeypatch.setattr("analysis.database.RETRY_SECONDS", 0.0)
    assert write(database, "kept")
    assert rows(Database(path, layout(FIRST))) == ["kept"]
