"""Changing a line of the settings file: nothing else in it changes, ever."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config import ConfigError
from tui.settings_file import set_line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", 'pipeline = "en_x"\n'),
        ("width = 60", 'width = 60\npipeline = "en_x"\n'),
        ('# mine\npipeline = "a"  # small\nwidth = 60\n', '# mine\npipeline = "en_x"  # small\nwidth = 60\n'),
        ("pipeline='a'#b\n", 'pipeline = "en_x"#b\n'),
        ('# pipeline = "a"\n', '# pipeline = "a"\npipeline = "en_x"\n'),
        ('pipeline = "a # b"\r\nwidth = 60\r\n', 'pipeline = "en_x"\r\nwidth = 60\r\n'),
    ],
)  # fmt: skip
def test_one_line_is_changed_and_all_others_stay(tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "newsreader" / "config.toml"
    if old:
        file.parent.mkdir()
        file.write_bytes(old.encode())
    set_line(file, "pipeline", "en_x")
    assert file.read_bytes().decode() == new
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    "old",
    [
        "[table]\nwidth = 3\n",
        'note = """\npipeline = "a"\n"""\n',
        'pipeline = """a"""\n',
        "width = \n",
        "\xff",
    ],
)
def test_what_cannot_be_changed_safely_is_left_and_the_line_is_told(
    tmp_path: Path, old: str
) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(old.encode("latin-1"))
    with pytest.raises(ConfigError, match='yourself: pipeline = "en_x"'):
        set_line(file, "pipeline", "en_x")
    assert file.read_bytes() == old.encode("latin-1")


@pytest.mark.parametrize("value", ['a"b', "a\\b", "a\nb"])
def test_a_value_that_would_need_an_escape_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(ConfigError, match="rename it"):
        set_line(tmp_path / "config.toml", "pipeline", value)


@given(
    st.lists(
        st.sampled_from(
            ["width = 60", "# pipeline", 'pipeline = "b"', "", "sort = 'first'", '"pipeline" = "c"',
             'theme = """', '"""', "[pipeline]", 'pipeline.x = "y"', "pipeline = 'd' # e"]
        ),
        max_size=6,
    )
)  # fmt: skip
def test_whatever_the_file_holds_only_that_setting_changes(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    file = tmp_path_factory.mktemp("settings") / "config.toml"
    file.write_text("\n".join(lines))
    try:
        before = tomllib.loads(file.read_text())
    except tomllib.TOMLDecodeError:
        before = None
    try:
        set_line(file, "pipeline", "en_x")
    except ConfigError:
        assert file.read_text() == "\n".join(lines)
    else:
        assert before is not None
        assert tomllib.loads(file.read_text()) == {**before, "pipeline": "en_x"}
