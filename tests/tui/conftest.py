"""An app over two small articles, its analyses posted by the tests: no process, no spaCy."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests import canned
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


async def wait_until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait for a condition, giving up after many turns of the event loop."""
    for _ in range(500):
        await pilot.pause()
        if is_so():
            return
    raise AssertionError("what was waited for did not happen")
