"""What the screen looks like at three sizes, dark and light: for eyes to judge.

After a change that is meant: `python -m pytest tests/tui/test_snapshots.py --snapshot-update`,
then look at every picture.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests import canned
from tests.tui.conftest import wait_until
from tui.analyst_events import Analysed
from tui.app import NewsreaderApp
from tui.config import Config
from tui.folders import Folders
from tui.shelf import Shelf

Compare = Callable[..., bool]


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}")
def test_a_person_is_chosen(
    snap_compare: Compare,
    articles: list[Path],
    folders: Folders,
    size: tuple[int, int],
    theme: str,
) -> None:
    app = NewsreaderApp(
        Shelf.of(articles), config=Config(theme=theme), folders=folders, analyses=False
    )
    assert snap_compare(app, terminal_size=size, run_before=lambda pilot: show(pilot, "1", "enter"))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("search", ["slash", *"skdoa"]),
        ("help", ["question_mark"]),
        ("copy-form", ["right_parenthesis", "Y"]),
        ("filter", ["1", "f", *"rey"]),
        ("alone", ["z"]),
        ("articles", ["a"]),
        ("correct", ["1", "e"]),
        ("merge", ["1", "e", "m"]),
        ("card", ["1", "c"]),
        ("places", ["4"]),
        ("by-speaker", ["o"]),
        ("voices", ["V"]),
        ("why", ["right_parenthesis", "w"]),
        ("mark", ["right_square_bracket", "v", "v", "l"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_key_opens(
    snap_compare: Compare, articles: list[Path], folders: Folders, name: str, keys: list[str]
) -> None:
    app = NewsreaderApp(Shelf.of(articles), config=Config(), folders=folders, analyses=False)
    assert snap_compare(app, terminal_size=(80, 24), run_before=lambda pilot: show(pilot, *keys))


async def show(pilot: Pilot[None], *keys: str) -> None:
    """Wait for the articles, post the analysis, press the keys, and stop the cursor's blinking."""
    app = pilot.app
    assert isinstance(app, NewsreaderApp)
    reader = app.reader
    await wait_until(pilot, lambda: all(e.state != "waiting" for e in reader.library.shelf.entries))
    reader.report(Analysed(canned.analysis()))
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()
    for field in app.screen.query("Input"):
        field.cursor_blink = False  # type: ignore[attr-defined]
    await pilot.pause()
