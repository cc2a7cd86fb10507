"""`newsreader analyze`: its forms, and what it says of files it cannot read."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest

from analysis.cli import INTERRUPTED, main
from analysis.formats import FORMATS
from tests import canned
from tests.terminal import NEWSREADER
from tui.subcommands import analyze

# Tests run in the background, and what they start, are deaf to SIGINT unless they ask for it.
INTERRUPTIBLE = """
import signal, sys
from analysis.__main__ import main
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "b.txt").write_text(canned.TEXT, encoding="utf-8")
    (articles / "a.md").write_text("# Quiet\n\nNothing was said.\n", encoding="utf-8")
    return articles


def test_json_lines_have_one_article_each_in_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["doc"] for record in records] == ["a", "b"]
    assert records[1]["quotes"][0]["speaker"] == "Ana Škoda"


def test_json_is_one_array(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--format", "json"]) == 0
    assert [record["doc"] for record in json.loads(capsys.readouterr().out)] == ["a", "b"]


def test_text_is_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "b.txt")]) == 0
    assert "  Ana Škoda: “We cannot build on sand,” “Not now, not ever.”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "quote", "ends"),
    [
        ("plain", "“We cannot build on sand,” “Not now, not ever.” — Ana Škoda,", "2026-03-02\n"),
        ("markdown", "> “We cannot build", "2026-03-02\n"),
        ("html", "<blockquote><p>“We cannot", "</blockquote>\n"),
        ("words", "We cannot build on sand,\nNot now", "sound\n"),
        ("bibtex", "@article{skoda2026harbour-", "\n}\n"),
        ("csv", "speaker,words,kind,", "b.txt\n"),
    ],
)
def test_quotes_alone_are_written_in_each_form(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str, quote: str, ends: str
) -> None:
    assert main([str(folder), "--format", form]) == 0
    written = capsys.readouterr().out
    assert quote in written
    assert written.endswith(ends)


def test_quotes_for_reference_managers_are_one_array(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder / "b.txt"), str(folder / "a.md"), "--format", "csl-json"]) == 0
    notes = [item["note"] for item in json.loads(capsys.readouterr().out)]
    said = [note for note in notes if note.startswith("Said")]
    assert said == ["Said by Ana Škoda, paragraph 2", "Said by Tom Reyes, paragraph 3"]


def test_a_hostile_article_is_written_whole_and_tame_in_each_form(
    tmp_path: Path, own_home: Path
) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/=\xff\x1b[2J.txt")
    Path(path).write_text(
        '---\ntitle: "=1;=2 <b>[x](javascript:x)</b> \\\\input{x}"\nsource: "@SUM(1)"\ndate: "+1"\n'
        'url: https://e.example/"onclick="x"><script>;=1\n---\n'
        "“=1\x1b]0;x\x07 {x} <i>no</i>,” said Ana Brandt. “-2;=3,” she added.\n",
        encoding="utf-8",
    )
    written = {
        name: subprocess.run(
            [NEWSREADER, "analyze", "--format", name, path], capture_output=True, check=True
        ).stdout.decode()
        for name in FORMATS
    }
    for text in written.values():
        assert not {letter for letter in text if unicodedata.category(letter) in ("Cc", "Cs")} - {
            "\n"
        }
        assert "<script" not in text
    for (record,) in (json.loads(written["json"]), [json.loads(written["jsonl"])]):
        assert record["doc"] == Path(path).stem
        assert "␛]0;x␇" in record["text"]
    (row,) = csv.DictReader(io.StringIO(written["csv"]))
    cells = [cell.lstrip() for whole in row.values() for cell in whole.split(";")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert json.loads(written["csl-json"])[0]["title"].startswith("=1;=2 <b>")


def test_one_bad_file_is_said_and_the_others_are_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert main([str(folder), "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert "c.txt" in captured.err


@pytest.mark.parametrize("name", ["nowhere.txt", "empty"])
def test_nothing_to_analyse_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "empty").mkdir()
    assert main([str(tmp_path / name)]) == 1
    assert capsys.readouterr().err.startswith("newsreader: ")


def test_a_path_that_does_not_exist_does_not_stop_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder / "nowhere.txt"), str(folder), "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert "nowhere.txt: no such file" in captured.err


def test_what_is_piped_in_is_an_article_among_others(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = SimpleNamespace(buffer=io.BytesIO("“We will not go,” said Ana Brandt.".encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert main(["-", str(folder / "a.md"), "-", "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["doc"] for record in records] == ["-", "a"]
    assert records[0]["quotes"][0]["speaker"] == "Ana Brandt"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--processes", "0"], "no number from 1 on"),
        (["--processes", "many"], "no number from 1 on"),
        (["--format", "yaml"], "invalid choice: 'yaml'"),
    ],
)
def test_wrong_options_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(folder), *arguments])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_no_such_pipeline_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--pipeline", "nowhere"]) == 2
    assert "no spaCy pipeline 'nowhere'" in capsys.readouterr().err


def test_a_second_run_takes_from_the_cache_what_the_first_one_did(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert analyze.main([str(folder), "--format", "jsonl"]) == 0
    first = capsys.readouterr().out
    monkeypatch.setattr(sys, "executable", "/nowhere/python")  # nothing can be analysed any more
    assert analyze.main([str(folder), "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == first
    assert analyze.main([str(folder), "--format", "jsonl", "--no-cache"]) == 2


def test_interrupted_it_says_so_and_leaves_with_130(tmp_path: Path) -> None:
    for number in range(500):
        (tmp_path / f"{number:03}.txt").write_text(f"{canned.TEXT}\nThis is article {number}.")
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "analyze", "--format", "jsonl", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["doc"] == "000"
        process.send_signal(signal.SIGINT)
        rest, told = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert len(rest.splitlines()) < 499
    assert told == b"newsreader: stopped\n"
