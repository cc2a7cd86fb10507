"""Searching all open articles: what is listed, where it leads, and what comes late."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import Open, wait_until
from tui.app import NewsreaderApp
from tui.screens.search_all import SearchAll


def rows(app: NewsreaderApp) -> list[str]:
    """Return what the rows say, titles included."""
    page = app.screen
    assert isinstance(page, SearchAll)
    options = page.query_one(SearchAll._Rows)
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def open_page(app: NewsreaderApp, pilot: Pilot[None]) -> SearchAll:
    """Open the page."""
    await pilot.press("S")
    await wait_until(pilot, lambda: isinstance(app.screen, SearchAll))
    page = app.screen
    assert isinstance(page, SearchAll)
    return page


async def search(app: NewsreaderApp, pilot: Pilot[None], query: str) -> None:
    """Open the page and wait for what a query finds."""
    page = await open_page(app, pilot)
    await pilot.press(*query)
    await wait_until(pilot, lambda: page.query_now == query and page.is_answered)


async def test_hits_of_all_articles_are_listed_below_their_titles(opened: Open) -> None:
    async with opened() as (app, pilot):
        await search(app, pilot, "tuesday")
        assert rows(app) == [
            "Rain at last\n  ¶ It rained in the valley on Tuesday, said the weather service."
        ]


async def test_enter_opens_the_article_at_the_hit_and_ctrl_o_leads_back(opened: Open) -> None:
    async with opened() as (app, pilot):
        await search(app, pilot, "valley")
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.reader.library.shelf.index == 1)
        reading = app.reader.reading
        assert reading is not None and app.reader.place is not None
        assert app.reader.place.of(reading.article.text) == "valley"
        assert app.reader.finder.places == (app.reader.place,)
        await pilot.press("ctrl+o")
        await wait_until(pilot, lambda: app.reader.library.shelf.index == 0)


async def test_the_one_at_hand_is_searched_for_until_something_is_typed(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1")
        page = await open_page(app, pilot)
        await wait_until(pilot, lambda: page.query_now == "Ana Škoda" and page.is_answered)
        assert "Ana Škoda" in rows(app)[0]
        await pilot.press(*"reyes")
        await wait_until(pilot, lambda: page.query_now == "reyes" and page.is_answered)
        assert "Tom Reyes" in rows(app)[0]


async def test_without_a_hit_it_says_so_and_enter_stays(opened: Open) -> None:
    async with opened() as (app, pilot):
        await search(app, pilot, "zzyzx")
        assert rows(app) == []
        assert "no match" in str(app.screen.query_one(".sheet--notice").render())
        await pilot.press("enter")
        assert isinstance(app.screen, SearchAll)
        await pilot.press("escape")
        assert app.screen is app.reader


async def test_an_empty_line_tells_what_can_be_found(opened: Open) -> None:
    async with opened() as (app, pilot):
        await search(app, pilot, "")
        told = str(app.screen.query_one(".sheet--notice").render())
        assert told == (
            "Names, quotes and words of 2 open articles; of 1 not analysed yet, words alone"
        )


async def test_enter_before_the_answer_takes_the_first_hit_when_it_comes(opened: Open) -> None:
    async with opened() as (app, pilot):
        may_answer = threading.Event()
        find = app.reader._find_in_all

        def find_late(query: str, is_given_up: object) -> Sequence[object]:
            may_answer.wait(10)
            return find(query, is_given_up)  # type: ignore[arg-type]

        app.reader._find_in_all = find_late  # type: ignore[assignment, method-assign]
        await open_page(app, pilot)
        await pilot.press(*"valley", "enter")
        assert app.screen.query_one(Input).value == "valley"
        may_answer.set()
        await wait_until(pilot, lambda: app.reader.library.shelf.index == 1)
