"""The table of subcommands: each has its module, its help, and its errors told as sentences."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tui import cli
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
    assert cli.main([name, "story.txt"]) == 2
    assert "40 to 200" in capsys.readouterr().err
