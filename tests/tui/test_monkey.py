"""Random keys and clicks over seed articles and hostile ones, with the real analysis: no traceback."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.hostile import write_articles
from tui.app import NewsreaderApp
from tui.commands import COMMANDS
from tui.config import Config
from tui.folders import Folders
from tui.shelf import Shelf

PRESSES = 5000
LONGEST_BURST = 40
SEEDS = Path(__file__).parents[2] / "seeds"
SIZES = [(120, 40), (80, 24), (200, 60), (40, 12), (30, 8), (110, 20)]
KEYS = [
    *(key for command in COMMANDS for key in command.keys.split(",")),
    *"abcdefghilmnoprstuvwxyz 0123456789@“",
    *("enter", "escape", "escape", "backspace", "delete", "left", "right", "ctrl+c", "f5"),
]
CHARACTERS = {
    "space": " ",
    "slash": "/",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_parenthesis": ")",
    "left_parenthesis": "(",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
}


@pytest.fixture(params=["seeds", "hostile"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """Return the articles that are read."""
    if request.param == "seeds":
        return sorted(SEEDS.glob("*.*"))
    return [tmp_path / name for name in write_articles(tmp_path)]


@pytest.mark.timeout(900)
async def test_thousands_of_random_keys_find_the_app_alive(
    files: list[Path], folders: Folders
) -> None:
    chance = random.Random(20260301)
    pressed = 0
    while pressed < PRESSES:
        app = NewsreaderApp(Shelf.of(files), config=Config(), folders=folders)
        async with app.run_test(size=chance.choice(SIZES)) as pilot:
            pressed += await press_at_random(app, pilot, chance, PRESSES - pressed)
    assert pressed >= PRESSES


async def press_at_random(
    app: NewsreaderApp, pilot: Pilot[None], chance: random.Random, presses: int
) -> int:
    """Press keys until there were enough, or one of them (q, or the palette) ended the app."""
    pressed = 0
    while pressed < presses and app.is_running and app.return_code is None:
        for _ in range(chance.randint(1, LONGEST_BURST)):
            key = chance.choice(KEYS)
            if key not in ("q", "ctrl+q") or chance.random() < 0.02:
                character = key if len(key) == 1 else CHARACTERS.get(key)
                app.post_message(events.Key(key, character))
            pressed += 1
        if chance.random() < 0.05:
            await pilot.resize_terminal(*chance.choice(SIZES))
        # With no delay it waits for what the keys did, not for the analysis and timers to rest.
        await pilot.pause(0)
        if chance.random() < 0.1 and app.is_running and app.return_code is None:
            width, height = app.size
            place = chance.randrange(width), chance.randrange(height)
            await pilot.click(offset=place, times=chance.choice((1, 1, 2, 3)))
    # Its last keys are acted on before the test shuts it down: without screens they would fail.
    is_done = asyncio.Event()
    app.call_later(is_done.set)
    while app.is_running and not is_done.is_set():
        await asyncio.sleep(0.01)
    return pressed
