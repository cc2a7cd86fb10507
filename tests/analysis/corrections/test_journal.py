"""The file of corrections: what is acknowledged is there, whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.corrections import Add, Correction, Ignore, Journal, Rename, Split, Who
from analysis.corrections.where import FILE_NAME
from tests import canned

ARTICLE = canned.article()
HERE = Path(__file__).parent
KILLS = 300
WRITERS = 4
APPENDS = 25


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder that is not there yet."""
    return tmp_path / "data" / "newsreader"


def ignoring(journal: Journal, name: str) -> Correction:
    """Make a correction."""
    return journal.add(Ignore(Who(name, "person")), article=ARTICLE, everywhere=True)


def held_names(journal: Journal) -> list[str]:
    """Return whom the corrections that hold are about."""
    return [
        correction.change.who.name
        for correction in journal.holding
        if isinstance(correction.change, Ignore)
    ]


def opened(folder: Path) -> Journal:
    """Return a journal as a new session finds it."""
    journal = Journal(folder)
    journal.refresh()
    return journal


def test_corrections_outlive_the_session(folder: Path) -> None:
    journal = Journal(folder, now=lambda: datetime(2026, 3, 2, 10, tzinfo=UTC))
    assert not folder.exists()
    made = journal.add(
        Rename(Who("Škoda", "person"), "Ana Škoda"), article=ARTICLE, everywhere=False
    )
    assert made.when == "2026-03-02T10:00:00+00:00"
    assert made.article == ARTICLE.key
    assert made.title == ARTICLE.title
    assert opened(folder).holding == (made,)
    assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_a_split_holds_for_its_article_whatever_is_asked(folder: Path) -> None:
    change = Split(Who("Ana Škoda", "person"), "Škoda")
    assert Journal(folder).add(change, article=ARTICLE, everywhere=True).article == ARTICLE.key


def test_undo_and_redo_follow_the_order_made(folder: Path) -> None:
    journal = Journal(folder)
    a, b = ignoring(journal, "a"), ignoring(journal, "b")
    assert journal.redo() is None
    assert journal.undo() == b
    assert journal.undo() == a
    assert journal.undo() is None
    assert journal.holding == ()
    assert journal.redo() == a
    assert journal.redo() == b
    assert journal.redo() is None
    assert held_names(opened(folder)) == ["a", "b"]


def test_what_was_taken_back_stays_so_in_the_next_session_and_can_be_redone(folder: Path) -> None:
    journal = Journal(folder)
    ignoring(journal, "a")
    b = ignoring(journal, "b")
    journal.undo()
    later = opened(folder)
    assert held_names(later) == ["a"]
    assert later.redo() == b


def test_a_new_correction_ends_redoing(folder: Path) -> None:
    journal = Journal(folder)
    ignoring(journal, "a")
    journal.undo()
    ignoring(journal, "b")
    assert journal.redo() is None
    assert held_names(opened(folder)) == ["b"]


def test_nothing_is_ever_rewritten(folder: Path) -> None:
    journal = Journal(folder)
    before = b""
    for act in (lambda: ignoring(journal, "a"), journal.undo, journal.redo, journal.undo):
        act()
        now = (folder / FILE_NAME).read_bytes()
        assert now.startswith(before)
        assert len(now) > len(before)
        before = now


def test_another_session_is_seen_when_the_file_changed(folder: Path) -> None:
    first, second = Journal(folder), Journal(folder)
    assert not second.refresh()
    ignoring(first, "a")
    assert second.refresh()
    assert not second.refresh()
    ignoring(second, "b")
    assert first.refresh()
    assert held_names(first) == held_names(second) == ["a", "b"]
    (folder / FILE_NAME).unlink()
    assert first.refresh()
    assert first.holding == ()


def test_a_file_cut_anywhere_loses_at_most_its_last_line_and_takes_new_ones(folder: Path) -> None:
    journal = Journal(folder)
    for name in "abc":
        ignoring(journal, name)
    path = folder / FILE_NAME
    whole = path.read_bytes()
    ends = [index + 1 for index, byte in enumerate(whole) if byte == ord("\n")]
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        session = opened(folder)
        # A line that lacks nothing but its line end says all that it was to say.
        lines = sum(end - 1 <= cut for end in ends)
        assert held_names(session) == list("abc")[:lines]
        is_torn = cut not in (0, *ends, *(end - 1 for end in ends))
        assert (session.passed_over is not None) == is_torn
        ignoring(session, "new")
        assert held_names(opened(folder)) == [*"abc"[:lines], "new"]
        assert path.read_bytes().startswith(whole[:cut])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"nonsense", "passed over line 2 (damaged, or no correction). What"),
        (b"\xff\xfe\x00", "line 2 (damaged"),
        (b"\x00" * 4096, "line 2 (damaged"),
        (b'{"v": 2, "do": "dance"}', "line 2 (by a newer version"),
        (
            b'{"v": 2}\nnonsense\nmore',
            "line 2 (by a newer version of newsreader) and 2 lines (damaged, or no correction)",
        ),
    ],
)
def test_a_line_that_is_not_understood_is_kept_passed_over_and_said(
    folder: Path, line: bytes, told: str
) -> None:
    journal = Journal(folder)
    ignoring(journal, "a")
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes() + line + b"\n")
    session = opened(folder)
    assert told in (session.passed_over or "")
    ignoring(session, "b")
    assert held_names(opened(folder)) == ["a", "b"]
    assert line in path.read_bytes()


def test_a_turn_about_nobody_known_changes_nothing(folder: Path) -> None:
    journal = Journal(folder)
    ignoring(journal, "a")
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes() + b'{"v": 1, "id": "z", "when": "now", "undo": "no one"}\n')
    assert held_names(opened(folder)) == ["a"]


def test_a_folder_that_cannot_be_written_holds_corrections_for_the_session(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    journal = Journal(folder)
    ignoring(journal, "a")
    ignoring(journal, "b")
    assert held_names(journal) == ["a", "b"]
    assert journal.undo() is not None
    assert held_names(journal) == ["a"]
    assert "cannot be kept" in (journal.trouble or "")
    folder.unlink()
    ignoring(journal, "c")
    assert journal.trouble is None
    assert held_names(journal) == held_names(opened(folder)) == ["a", "c"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_leaves_the_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(folder)
    ignoring(journal, "a")
    before = (folder / FILE_NAME).read_bytes()
    write = os.write
    full = os.open("/dev/full", os.O_WRONLY)

    def write_half(descriptor: int, data: bytes) -> int:
        if data.startswith(b"{"):
            return write(descriptor, data[: len(data) // 2])
        return write(full, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write_half)
        ignoring(journal, "b")
    os.close(full)
    assert "No space left" in (journal.trouble or "")
    assert held_names(journal) == ["a", "b"]
    assert (folder / FILE_NAME).read_bytes() == before
    ignoring(journal, "c")
    assert held_names(opened(folder)) == ["a", "b", "c"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_one_may_only_read_still_holds(folder: Path) -> None:
    ignoring(Journal(folder), "a")
    (folder / FILE_NAME).chmod(0o400)
    session = opened(folder)
    ignoring(session, "b")
    assert held_names(session) == ["a", "b"]
    assert session.trouble is not None


def test_taking_in_adds_what_is_new_and_changes_nothing_decided_here(
    folder: Path, tmp_path: Path
) -> None:
    theirs = Journal(tmp_path / "theirs")
    shared, gone = ignoring(theirs, "shared"), ignoring(theirs, "gone")
    journal = Journal(folder)
    assert journal.take_in(theirs.contents.entries) == [shared, gone]
    journal.undo()
    assert held_names(journal) == ["shared"]
    ignoring(theirs, "more")
    theirs.undo()
    theirs.undo()
    theirs.add(Add("Bank", "organization"), article=ARTICLE, everywhere=True)
    (new,) = journal.take_in(theirs.contents.entries)
    assert new.change == Add("Bank", "organization")
    assert journal.take_in(theirs.contents.entries) == []
    assert held_names(opened(folder)) == ["shared"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_writers_killed_at_any_moment_lose_nothing_acknowledged(folder: Path) -> None:
    finished = subprocess.run(
        [sys.executable, str(HERE / "kill_writers.py"), str(folder), str(KILLS)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(HERE.parents[2])},
    )
    acknowledged = finished.stdout.split()
    assert len(acknowledged) >= KILLS
    session = opened(folder)
    kept = {correction.id for correction in session.holding}
    assert set(acknowledged) <= kept
    assert session.contents.newer == ()
    ignoring(session, "after all")
    assert held_names(opened(folder))[-1] == "after all"


def test_writers_at_once_lose_nothing(folder: Path) -> None:
    program = (
        "import sys; from analysis.corrections import *; from analysis.load import make_article\n"
        "journal = Journal(sys.argv[1])\n"
        f"for number in range({APPENDS}):\n"
        "    journal.add(Ignore(Who(f'{sys.argv[2]} {number}', 'person')),"
        " article=make_article('Words.'), everywhere=True)\n"
        "assert journal.trouble is None, journal.trouble"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(folder), str(writer)],
            env=os.environ | {"PYTHONPATH": str(HERE.parents[2])},
        )
        for writer in range(WRITERS)
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * WRITERS
    session = opened(folder)
    assert session.passed_over is None
    assert sorted(held_names(session)) == sorted(
        f"{writer} {number}" for writer in range(WRITERS) for number in range(APPENDS)
    )
