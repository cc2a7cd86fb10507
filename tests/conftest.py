"""What every test may rely on: a home of its own, no settings from outside, and no network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offline import sitecustomize

OFFLINE = Path(sitecustomize.__file__).parent


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Redirect HOME and the XDG folders, and forget the reader's own settings."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in list(os.environ):
        if name.startswith("NEWSREADER_") and name != "NEWSREADER_SHARED":
            monkeypatch.delenv(name)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    # And the processes that tests start: Python looks for `sitecustomize` along this path.
    paths = filter(None, (str(OFFLINE), os.environ.get("PYTHONPATH")))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    yield home


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options to try in full what is otherwise tried in part."""
    parser.addoption(
        "--every-mark",
        action="store_true",
        help="change every quotation mark of every development article, not a sample",
    )
    parser.addoption(
        "--largest",
        action="store_true",
        help="open articles of 50 MB, of one line of 10 MB and of a million lines",
    )
    parser.addoption(
        "--mutations",
        type=int,
        default=300,
        metavar="N",
        help="change real inputs in N ways for each test of tests/test_mutations.py",
    )
    parser.addoption(
        "--rounds",
        type=int,
        default=2,
        metavar="N",
        help="read the seed articles in N rounds with the memory watched",
    )


@pytest.fixture
def every_mark(request: pytest.FixtureRequest) -> bool:
    """Whether every mark is to be tried."""
    return bool(request.config.getoption("--every-mark"))


@pytest.fixture
def largest(request: pytest.FixtureRequest) -> bool:
    """Whether the largest articles are to be opened."""
    return bool(request.config.getoption("--largest"))
