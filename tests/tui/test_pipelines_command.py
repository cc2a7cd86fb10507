"""`newsreader pipelines`: the list, the scores, and choosing one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy

from tui import cli

FLOORS = {"people": 92, "organizations": 80, "quotes": 94, "with speaker": 86}
"""What the shipped pipeline must reach on the seed articles."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Jacinda Ardern"}])
    nlp.to_disk(tmp_path / "en_mine")
    return tmp_path / "en_mine"


def test_the_shipped_pipeline_is_listed_as_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pipelines"]) == 0
    listed = capsys.readouterr().out
    assert re.search(r"^en_news \S+, ships with newsreader, in use$", listed, re.MULTILINE)
    assert "names: LOC, MISC, ORG, PERSON" in listed
    assert "licence: MIT" in listed


def test_the_shipped_pipeline_is_as_good_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pipelines", "--score"]) == 0
    line = re.search(r"on the seed articles: (.*)", capsys.readouterr().out)
    assert line is not None
    for what, floor in FLOORS.items():
        figure = re.search(rf"{what} ([\d.]+)", line[1])
        assert figure is not None
        assert float(figure[1]) >= floor, line[1]


def test_a_chosen_folder_is_listed_and_in_use(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["pipelines", "use", str(folder)]) == 0
    assert f'now says: pipeline = "{folder}"' in capsys.readouterr().out
    assert cli.main(["pipelines"]) == 0
    listed = capsys.readouterr().out
    assert f"{folder} 0.0.0, {folder}, in use" in listed
    assert "ships with newsreader, in use" not in listed
    assert cli.main(["pipelines", "use", "en_news"]) == 0
    assert cli.main(["pipelines"]) == 0
    assert "ships with newsreader, in use" in capsys.readouterr().out


def test_what_would_run_code_is_told_and_the_others_are_scored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "setup.py").write_text("")
    assert cli.main(["pipelines", "use", str(folder)]) == 0
    assert cli.main(["pipelines", "--score"]) == 1
    listed = capsys.readouterr().out
    assert "on the seed articles: people" in listed
    assert "cannot be used: the spaCy pipeline in" in listed
    assert "setup.py, a program" in listed


def test_the_environment_counts_more_and_that_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWSREADER_PIPELINE", "en_core_web_md")
    assert cli.main(["pipelines", "use", str(folder)]) == 0
    assert "NEWSREADER_PIPELINE counts more" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["nowhere", "./nowhere"])
def test_what_is_not_there_cannot_be_used(
    name: str, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["pipelines", "use", name]) == 2
    assert f"no spaCy pipeline '{name}'" in capsys.readouterr().err
    assert not (own_home / "config").exists()
