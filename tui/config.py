"""The reader's settings: a flag counts more than the environment, that more than the file.

The file is `newsreader/config.toml` in the user's configuration folder:

    theme = "nord"        # any theme of the palette (Ctrl+P)
    width = 80            # cells in a line of an article, 40 to 200
    sort = "first"        # people and organizations by "first" mention or by "count"
    places = true         # show places beside people and organizations
    pipeline = "en_core_web_sm"
    trust_pipeline = false         # whether that pipeline may run code of its own
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from analysis.errors import NewsreaderError, told_by_system
from analysis.plain_file import read_plain_file
from tui.folders import Folders

WIDTHS = range(40, 201)
"""Cells a line may have."""
MOST_BYTES = 1_000_000
"""A file larger than this is none of settings."""
Sort = Literal["first", "count"]


class ConfigError(NewsreaderError):
    """A setting is not usable; the message names it, where it stands, and what it may be."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader has set."""

    theme: str = "textual-dark"
    """The name of a Textual theme; an unknown one is said on the screen and the default taken."""
    width: int = 80
    """Cells in a line of an article."""
    sort: Sort = "first"
    """How people and organizations are sorted."""
    places: bool = False
    """Whether places are shown beside people and organizations."""
    pipeline: str | None = None
    """Another spaCy pipeline than the one that ships, by name or path."""
    trust_pipeline: bool = False
    """Whether that pipeline may run code of its own."""


def config_of_user(**flags: Any) -> Config:
    """Return the settings of whoever runs this, from their file, environment and command line.

    Args:
        flags: Settings of the command line by name; None means not given.

    Raises:
        ConfigError: A value is of the wrong kind, or the file is no TOML.
    """
    return read_config(file=config_file(), environment=os.environ, flags=flags)


def config_file() -> Path:
    """Return where the reader's settings file is, or would be."""
    return Folders.of_user().config / "config.toml"


def read_config(*, file: Path, environment: Mapping[str, str], flags: Mapping[str, Any]) -> Config:
    """Return the settings from all three places.

    Args:
        file: The settings file; a missing one sets nothing.
        environment: Where NEWSREADER_THEME, _WIDTH and so on may stand.
        flags: Settings of the command line; None means not given.

    Raises:
        ConfigError: A value is of the wrong kind, or the file is no TOML.
    """
    config = Config()
    for where, settings in (
        (str(file), _read_file(file)),
        ("the environment", _read_environment(environment)),
        ("the command line", flags),
    ):
        if settings.get("pipeline") is not None:
            # Trust is in one pipeline: it must be said where the pipeline is chosen.
            config = replace(config, trust_pipeline=False)
        for name, value in settings.items():
            if value is not None:
                config = replace(config, **{name: _checked(name, value, where)})
    return config


def _read_file(file: Path) -> dict[str, Any]:
    try:
        settings = parse_settings(read_settings(file))
        pipeline = settings.get("pipeline")
        if isinstance(pipeline, str) and _depends_on_folder(pipeline):
            raise ValueError(f"pipeline is {pipeline!r}; it takes a name, or a path from the root")
    except ValueError as error:
        raise ConfigError(
            f"{file}: cannot be read as settings ({error}); mend or remove it"
        ) from error
    return settings


def _depends_on_folder(path: str) -> bool:
    """Say whether a path leads elsewhere from another folder: trust in it would be in anything."""
    from analysis.pipelines import is_name  # not needed where no pipeline is set

    return not is_name(path) and not path.startswith("~") and not Path(path).is_absolute()


def read_settings(file: Path) -> str:
    """Return what stands in a settings file, line ends as they are; "" where there is none.

    Raises:
        ValueError: It cannot be read; the message says why, as a part of a sentence.
    """
    try:
        return read_plain_file(file, most_bytes=MOST_BYTES).decode()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8, at byte {error.start}") from error
    except OSError as error:
        raise ValueError(told_by_system(error)) from error


def parse_settings(text: str) -> dict[str, Any]:
    """Return the settings that a text sets.

    Raises:
        ValueError: It is no TOML, or holds what no setting is like: values nested without end, or
            a number of thousands of digits.
    """
    if not text:
        return {}  # most have no such file, and need not wait for what reads it
    import tomllib

    try:
        settings = tomllib.loads(text)
        repr(settings)  # what cannot be told cannot be told to be wrong
    except tomllib.TOMLDecodeError:
        raise
    except (RecursionError, ValueError) as error:
        raise ValueError("a value is too long, or nested too deeply") from error
    return settings


def _read_environment(environment: Mapping[str, str]) -> dict[str, str | None]:
    return {
        field.name: environment.get(f"NEWSREADER_{field.name.upper()}") or None
        for field in fields(Config)
    }


def _checked(name: str, value: Any, where: str) -> Any:
    if name == "width":
        if str(value) in map(str, WIDTHS):
            return int(value)
        raise ConfigError(f"{where}: width is {value!r}; it takes a number from 40 to 200")
    if name == "sort":
        if value in ("first", "count"):
            return value
        raise ConfigError(f'{where}: sort is {value!r}; it takes "first" or "count"')
    if name in ("places", "trust_pipeline"):
        if str(value).lower() in ("true", "false"):
            return str(value).lower() == "true"
        raise ConfigError(f"{where}: {name} is {value!r}; it takes true or false")
    if name in ("theme", "pipeline"):
        if isinstance(value, str):
            return value
        raise ConfigError(f"{where}: {name} is {value!r}; it takes a name")
    known = ", ".join(field.name for field in fields(Config))
    raise ConfigError(f"{where}: no setting is called {name!r}; there are {known}")
