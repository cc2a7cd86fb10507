"""An app over two small articles, its analyses posted by the tests: no process, no spaCy."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests import canned, saying
from tui.analyst_events import Analysed
from tui.app import NewsreaderApp
from tui.config import Config
from tui.folders import Folders
from tui.shelf import Shelf

SECOND = """\
---
title: Rain at last
---

It rained in the valley on Tuesday, said the weather service.
"""

Opened = tuple[NewsreaderApp, Pilot[None]]
Open = Callable[..., AbstractAsyncContextManager[Opened]]


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Return two article files."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(canned.TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Return folders of the test's own."""
    return Folders(tmp_path / "config", tmp_path / "cache", tmp_path / "state", tmp_path / "data")


@pytest.fixture
def opened(articles: list[Path], folders: Folders) -> Open:
    """Return a way to open the app: `async with opened() as (app, pilot)`."""

    @asynccontextmanager
    async def open_app(
        paths: list[Path] | None = None,
        *,
        size: tuple[int, int] = (120, 40),
        analysed: bool = True,
        config: Config | None = None,
    ) -> AsyncIterator[Opened]:
        shelf = Shelf.of(articles if paths is None else paths)
        app = NewsreaderApp(shelf, config=config or Config(), folders=folders, analyses=False)
        async with app.run_test(size=size) as pilot:
            await wait_until(
                pilot,
                lambda: all(entry.state != "waiting" for entry in app.reader.library.shelf.entries),
            )
            if analysed:
                app.reader.report(Analysed(canned.analysis()))
                await pilot.pause()
            yield app, pilot

    return open_app


@pytest.fixture
def opened_quotes(opened: Open, tmp_path: Path) -> Open:
    """Return a way to open the article in which several people speak."""
    file = tmp_path / "ferry.txt"
    file.write_text(saying.TEXT, encoding="utf-8")

    @asynccontextmanager
    async def open_app(**options: object) -> AsyncIterator[tuple[NewsreaderApp, Pilot[None]]]:
        async with opened([file], analysed=False, **options) as (app, pilot):
            app.reader.report(Analysed(saying.analysis()))
            await pilot.pause()
            yield app, pilot

    return open_app


async def wait_until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait for a condition, giving up after many turns of the event loop."""
    for _ in range(500):
        await pilot.pause()
        if is_so():
            return
    raise AssertionError("what was waited for did not happen")


def at_hand(app: NewsreaderApp) -> str:
    """Return the words at the present place."""
    place, reading = app.reader.place, app.reader.reading
    return "" if place is None or reading is None else place.of(reading.article.text)


def rows_of(app: NewsreaderApp, part: str) -> list[str]:
    """Return what the rows of a list show."""
    return [row.content.plain for row in app.reader.part(part).rows]


def notices(app: NewsreaderApp) -> list[str]:
    """Return the toasts on the screen, oldest first."""
    return [str(notice.message) for notice in app._notifications]


def options_of(app: NewsreaderApp) -> list[str]:
    """Return what the choices of a page say, blanks between their columns as one."""
    options = app.screen.query_one(OptionList)
    return [
        " ".join(str(options.get_option_at_index(at).prompt).split())
        for at in range(options.option_count)
    ]
