"""Start writers of a database one after the other and kill each while it writes.

    python kill_databases.py FOLDER TIMES

After each kill the file is opened as the next run would: what was acknowledged is there, nothing is
half there, and nothing had to be set aside. Every third writer begins with a file of an earlier
version, which it first brings up to date. A writer is a fork, so that hundreds take seconds.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path

from analysis.database import Database, Layout

FIRST = ("CREATE TABLE notes (words TEXT NOT NULL)",)
SECOND = (
    "ALTER TABLE notes ADD COLUMN stars INTEGER",
    "UPDATE notes SET stars = 1",
    *(f"CREATE TABLE shelf_{number} (name TEXT)" for number in range(20)),
)
OLD = Layout(77, (FIRST,), "FULL", loss="", what="")
NEW = Layout(77, (FIRST, SECOND), "FULL", loss="", what="")
OLDER_NOTES = 20
KILLED_AFTER = (-4, -1)
"""Seconds, as powers of ten: a step is done in some thousandths here, in many elsewhere."""


def write(database: Database, number: int) -> bool:
    """Write a note in two halves."""

    def insert(connection: sqlite3.Connection) -> bool:
        connection.execute("BEGIN IMMEDIATE")
        for half in ("first", "second"):
            connection.execute("INSERT INTO notes (words) VALUES (?)", (f"{number} {half}",))
        connection.execute("COMMIT")
        return True

    return database.run(insert, False)


def written(database: Database) -> list[int]:
    """Return the number of each half that is there."""

    def select(connection: sqlite3.Connection) -> list[str]:
        return [words for (words,) in connection.execute("SELECT words FROM notes")]

    return sorted(int(words.split()[0]) for words in database.run(select, []))


def write_for_ever(path: Path, layout: Layout, number: int, pipe: int) -> None:
    """Write notes and acknowledge each, until killed."""
    database = Database(path, layout)
    while write(database, number):
        os.write(pipe, f"{number}\n".encode())
        number += 1
    os._exit(3)


def main(folder: Path, times: int) -> None:
    """Start and kill writers, and print how often, and what was acknowledged."""
    chance = random.Random(20260301)
    path = folder / "n.db"
    copy = Path(f"{path}.before-2")
    older = folder / "older.db"
    old = Database(older, OLD)
    assert all(write(old, number) for number in range(OLDER_NOTES))
    old.close()
    expected: list[int] = []
    acknowledged = copies = 0
    for turn in range(times):
        is_older = turn % 3 == 0
        if is_older:
            expected = list(range(OLDER_NOTES))
            copy.unlink(missing_ok=True)
            shutil.copyfile(older, path)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            write_for_ever(path, NEW, len(expected), writing)
        os.close(writing)
        # One that has an older file before it is killed from its beginning on, others at work.
        first = b"" if is_older else os.read(reading, 1)
        time.sleep(10 ** chance.uniform(*KILLED_AFTER))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), status
        with os.fdopen(reading, "rb") as pipe:
            told = (first + pipe.read()).decode().split()
        acknowledged += len(told)
        if is_older and copy.exists():
            copies += 1
            before = Database(copy, OLD)
            assert written(before) == sorted([*range(OLDER_NOTES)] * 2), "the copy is not whole"
            before.close()
        database = Database(path, NEW)
        halves = written(database)
        assert database.notice is None, database.notice
        assert halves == sorted([*set(halves)] * 2), "a note is half there"
        assert {*expected, *map(int, told)} <= {*halves}, "what was acknowledged is lost"
        # One may have been written and the writer killed before it could say so.
        expected = sorted({*halves})
        database.close()
    sys.stdout.write(f"{times} kills, {acknowledged} notes acknowledged, {copies} copies, 0 lost\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
