"""Settings: which place counts more, and what is said about a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import NewsreaderError
from tui.config import Config, ConfigError, read_config
from tui.folders import Folders


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(text)
    return file


def test_without_any_setting_the_defaults_hold(tmp_path: Path) -> None:
    assert read_config(file=tmp_path / "none.toml", environment={}, flags={}) == Config()


def test_a_flag_counts_more_than_the_environment_and_that_more_than_the_file(
    tmp_path: Path,
) -> None:
    config = read_config(
        file=write(tmp_path, 'theme = "nord"\nwidth = 60\nsort = "count"'),
        environment={"NEWSREADER_WIDTH": "70", "NEWSREADER_THEME": "gruvbox"},
        flags={"theme": "dracula", "width": None},
    )
    assert config == Config(theme="dracula", width=70, sort="count")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("width = 20", "a number from 40 to 200"),
        ("width = true", "a number from 40 to 200"),
        ('sort = "size"', '"first" or "count"'),
        ("theme = 3", "theme is 3"),
        ("places = 1", "true or false"),
        ("trust_pipeline = 1", "true or false"),
        ('colour = "red"', "no setting is called 'colour'"),
        ("width = ", "cannot be read as settings"),
        ('pipeline = "./mine"', "it takes a name, or a path from the root"),
        ('pipeline = "models/mine"', "it takes a name, or a path from the root"),
        ("width = " + "[" * 5000, "a value is too long, or nested too deeply"),
        ("width = " + "9" * 5000, "a value is too long, or nested too deeply"),
        ("width = 0x" + "9" * 5000, "a value is too long, or nested too deeply"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError, match=str(file)) as caught:
        read_config(file=file, environment={}, flags={})
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "environment", "places"),
    [
        ("places = true", {}, True),
        ("", {"NEWSREADER_PLACES": "true"}, True),
        ("places = true", {"NEWSREADER_PLACES": "False"}, False),
    ],
)
def test_places_are_a_matter_of_yes_or_no(
    tmp_path: Path, text: str, environment: dict[str, str], places: bool
) -> None:
    file = write(tmp_path, text)
    assert read_config(file=file, environment=environment, flags={}).places is places


@pytest.mark.parametrize(
    ("file", "environment", "flags", "trusts"),
    [
        ('pipeline = "a"\ntrust_pipeline = true', {}, {}, True),
        ('pipeline = "a"\ntrust_pipeline = true', {}, {"pipeline": "b"}, False),
        ('pipeline = "a"\ntrust_pipeline = true', {"NEWSREADER_PIPELINE": "b"}, {}, False),
        ("", {"NEWSREADER_PIPELINE": "b", "NEWSREADER_TRUST_PIPELINE": "true"}, {}, True),
        ('pipeline = "a"', {}, {"trust_pipeline": True}, True),
        ('pipeline = "a"\ntrust_pipeline = true', {}, {"trust_pipeline": None}, True),
    ],
)
def test_trust_is_in_the_pipeline_it_is_said_with(
    tmp_path: Path, file: str, environment: dict[str, str], flags: dict[str, object], trusts: bool
) -> None:
    config = read_config(file=write(tmp_path, file), environment=environment, flags=flags)
    assert config.trust_pipeline is trusts


def test_a_user_without_a_home_is_told_to_set_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", *(f"XDG_{name}_HOME" for name in ("CONFIG", "CACHE", "DATA", "STATE"))):
        monkeypatch.delenv(name)
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)
    with pytest.raises(NewsreaderError, match="set HOME"):
        Folders.of_user()
