"""The table of subcommands: each has its module, its help, and its errors told as sentences."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from analysis.notebook import Notebook
from analysis.quotation import cite, format_citations
from tests import canned
from tui import cli
from tui.folders import Folders
from tui.subcommands import SUBCOMMANDS

each = pytest.mark.parametrize("name", SUBCOMMANDS)


@each
def test_a_subcommand_has_a_module_with_a_main(name: str) -> None:
    assert callable(import_module(f"tui.subcommands.{name}").main)


@each
def test_a_subcommand_tells_its_own_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    assert ended.value.code == 0
    assert f"usage: newsreader {name}" in capsys.readouterr().out


@each
def test_the_help_lists_every_subcommand(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    assert f"newsreader {name} " in capsys.readouterr().out


@each
def test_a_wrong_setting_is_told_whatever_is_run(
    name: str, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = own_home / "config" / "newsreader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("width = 7\n")
    arguments = [] if name == "pipelines" else ["story.txt"]
    assert cli.main([name, *arguments]) == 2
    assert "40 to 200" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["plain", "bibtex"])
def test_collected_quotes_are_printed_in_any_form(
    form: str, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["notes"]) == 0
    assert "m collects one" in capsys.readouterr().err
    article, analysis = canned.article(), canned.analysis()
    citations = [cite(article, analysis, quote) for quote in analysis.quotes[:2]]
    notebook = Notebook(Folders.of_user().data)
    for quote, citation in zip(analysis.quotes, citations, strict=False):
        notebook.collect(article, quote, citation)
    notebook.close()
    assert cli.main(["notes", "--format", form]) == 0
    assert capsys.readouterr().out == format_citations(citations, form=form) + "\n"
