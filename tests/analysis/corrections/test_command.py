"""`newsreader corrections` and what `newsreader analyze` makes of corrections."""

from __future__ import annotations

import os
import re
import resource
from pathlib import Path

import pytest

from analysis.corrections import Add, Journal, Merge, Rename, Split, Who
from analysis.corrections.where import FILE_NAME
from analysis.errors import CorrectionError
from tests import canned
from tui import cli

ARTICLE = canned.article()
SKODA = Who("Ana Škoda", "person")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def journal(own_home: Path) -> Journal:
    """Return the reader's own journal with two corrections."""
    journal = Journal(own_home / "data" / "newsreader")
    journal.add(Merge(Who("Škoda", "person"), SKODA), article=ARTICLE, everywhere=True)
    journal.add(Split(SKODA, "Škoda"), article=ARTICLE, everywhere=False)
    return journal


def test_it_says_where_they_lie_and_each_in_words(journal: Journal, capsys: Capture) -> None:
    assert cli.main(["corrections"]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert first == str(journal.path)
    assert [line[18:] for line in lines] == [
        "Škoda merged with Ana Škoda, everywhere",
        "Škoda split off from Ana Škoda, in “Harbour vote divides the council”",
    ]


def test_without_any_it_says_so(capsys: Capture) -> None:
    assert cli.main(["corrections"]) == 0
    assert "Nothing is corrected." in capsys.readouterr().out
    assert cli.main(["corrections", "export", "nothing.jsonl"]) == 1


def test_what_one_exports_another_imports_once(
    journal: Journal, tmp_path: Path, own_home: Path, capsys: Capture
) -> None:
    sent = tmp_path / "sent.jsonl"
    journal.undo()
    assert cli.main(["corrections", "export", str(sent)]) == 0
    assert "1 correction written to" in capsys.readouterr().out
    colleague = Journal(tmp_path / "colleague")
    colleague.add(Rename(SKODA, "Maria"), article=ARTICLE, everywhere=False)
    with sent.open("ab") as file:
        file.write((tmp_path / "colleague" / FILE_NAME).read_bytes() + b'nonsense\n{"v": 9}\n')
    assert cli.main(["corrections", "import", str(sent)]) == 0
    told = capsys.readouterr()
    assert "Ana Škoda renamed to Maria" in told.out
    assert "1 correction taken in" in told.out
    assert "lines passed over: 2" in told.err
    assert cli.main(["corrections", "import", str(sent)]) == 0
    assert "0 corrections taken in" in capsys.readouterr().out
    journal.refresh()
    assert len(journal.holding) == 2


def test_an_export_overwrites_nothing_unless_it_is_told_to(
    journal: Journal, tmp_path: Path, capsys: Capture
) -> None:
    there = tmp_path / "there.jsonl"
    there.write_text("precious")
    assert cli.main(["corrections", "export", str(there)]) == 1
    assert "--force" in capsys.readouterr().err
    assert there.read_text() == "precious"
    assert cli.main(["corrections", "export", str(there), "--force"]) == 0
    assert there.read_text() == journal.path.read_text()
    assert list(tmp_path.glob(".there*")) == []


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "cannot be read (No such file"),
        (lambda path: path.mkdir(), "cannot be read (a folder, not a file"),
        (
            lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00"),
            "no corrections of newsreader's",
        ),
        (lambda path: path.write_bytes(b""), "no corrections of newsreader's"),
        (lambda path: os.truncate(path.open("w").name, 60_000_000), "(larger than 50 MB"),
        (os.mkfifo, "cannot be read (a named pipe"),
        (lambda path: path.symlink_to("/dev/zero"), "cannot be read (a device"),
    ],
)
def test_a_file_that_cannot_be_imported_is_told(
    tmp_path: Path, capsys: Capture, make: object, told: str
) -> None:
    path = tmp_path / "sent"
    make(path)  # type: ignore[operator]
    assert cli.main(["corrections", "import", str(path)]) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_an_export_never_takes_the_place_of_what_is_no_file(
    journal: Journal, tmp_path: Path, capsys: Capture, options: list[str]
) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link, tmp_path):
        assert cli.main(["corrections", "export", str(path), *options]) == 1
        told = "not a file" if options else "is there already"
        assert told in capsys.readouterr().err
    assert pipe.is_fifo()
    assert link.is_symlink()


def test_an_export_never_takes_the_place_of_ones_own_corrections(
    journal: Journal, tmp_path: Path, capsys: Capture
) -> None:
    journal.undo()
    before = journal.path.read_bytes()
    (tmp_path / "link").symlink_to(journal.path)
    (tmp_path / "hard").hardlink_to(journal.path)
    roundabout = journal.path.parent / ".." / journal.path.parent.name / journal.path.name
    for path in (journal.path, roundabout, tmp_path / "link", tmp_path / "hard"):
        assert cli.main(["corrections", "export", str(path), "--force"]) == 1
        assert "your own corrections lie there" in capsys.readouterr().err
    assert journal.path.read_bytes() == before


def test_an_export_through_a_link_writes_what_it_points_to_and_only_if_told_to(
    journal: Journal, tmp_path: Path, capsys: Capture
) -> None:
    article, link, circle = tmp_path / "article.txt", tmp_path / "link", tmp_path / "circle"
    article.write_text("An article.")
    link.symlink_to(article)
    circle.symlink_to(circle)
    for path in (article, link, circle):
        assert cli.main(["corrections", "export", str(path)]) == 1
        assert "is there already" in capsys.readouterr().err
    assert article.read_text() == "An article."
    assert cli.main(["corrections", "export", str(link), "--force"]) == 0
    assert link.is_symlink()
    assert article.read_text().startswith('{"v": 1')
    assert cli.main(["corrections", "export", str(circle), "--force"]) == 0
    assert not circle.is_symlink()


@pytest.mark.parametrize(
    "path", ["/dev/full", "no/folder/it.jsonl", "a\0b", "a" * 300, "article.txt/it.jsonl"]
)
@pytest.mark.parametrize("options", [[], ["--force"]])
def test_where_nothing_can_be_exported_to_is_told(
    journal: Journal, tmp_path: Path, capsys: Capture, path: str, options: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("An article.")
    assert cli.main(["corrections", "export", path, *options]) == 1
    assert re.search("cannot be written|is there already", capsys.readouterr().err)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["article.txt"]


def test_corrections_that_are_a_pipe_are_told(own_home: Path, capsys: Capture) -> None:
    pipe = own_home / "data" / "newsreader" / FILE_NAME
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    assert cli.main(["corrections"]) == 1
    assert "cannot be kept there (not a file)" in capsys.readouterr().err


def test_an_export_that_finds_no_room_leaves_nothing_half_written(
    journal: Journal, tmp_path: Path, capsys: Capture
) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limit[1]))
    try:
        status = cli.main(["corrections", "export", str(tmp_path / "sent")])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert status == 1
    assert "sent: cannot be written (File too large)" in capsys.readouterr().err
    assert not (tmp_path / "sent").exists()


@pytest.mark.parametrize("arguments", [["import"], ["export"], ["remove"], ["import", "a", "b"]])
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["corrections", *arguments])
    assert ended.value.code == 2


def test_an_unusable_file_of_ones_own_is_told(own_home: Path, capsys: Capture) -> None:
    (own_home / "data" / "newsreader" / FILE_NAME).mkdir(parents=True)
    assert cli.main(["corrections"]) == 1
    assert "cannot be kept there (not a file)" in capsys.readouterr().err


@pytest.mark.timeout(120)
def test_analyze_corrects_unless_it_is_told_not_to(
    own_home: Path, tmp_path: Path, capsys: Capture
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The grommets of Zorblax met. Zorblax was calm.\n")
    journal = Journal(own_home / "data" / "newsreader")
    journal.add(Add("grommets of Zorblax", "organization"), article=ARTICLE, everywhere=True)
    assert cli.main(["analyze", str(story)]) == 0
    assert "1  grommets of Zorblax" in capsys.readouterr().out
    assert cli.main(["analyze", "--no-corrections", str(story)]) == 0
    assert "1  grommets of Zorblax" not in capsys.readouterr().out


def test_the_error_is_of_its_own_kind(tmp_path: Path) -> None:
    from analysis.corrections.command import main

    with pytest.raises(CorrectionError):
        main(["import", str(tmp_path / "missing")], folder=tmp_path)
