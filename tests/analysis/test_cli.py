"""`newsreader analyze`: its three forms, and what it says of files it cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli import main
from tests import canned


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
