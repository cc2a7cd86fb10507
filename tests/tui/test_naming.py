"""The lists of names, the card, the line of mentions, and places."""

from __future__ import annotations

from dataclasses import replace

from analysis.corrections import Rename, Who
from tests import canned
from tests.tui.conftest import Open, wait_until
from tests.tui.test_reader import at_hand, notices, rows_of
from tui.analyst_events import Analysed
from tui.app import NewsreaderApp
from tui.config import Config
from tui.screens.card import Card
from tui.screens.choices import Choices
from tui.widgets.spread_bar import SpreadBar


def with_a_place() -> Analysed:
    """Return the canned analysis with its organization made a place."""
    found = canned.analysis()
    entities = list(found.entities)
    entities[1] = replace(entities[1], kind="place", name="Port")
    return Analysed(replace(found, entities=tuple(entities)))


def bar_of(app: NewsreaderApp) -> SpreadBar:
    """Return the line of mentions."""
    return app.reader.query_one(SpreadBar)


def card_text(app: NewsreaderApp) -> str:
    """Return what the card says."""
    return "\n".join(str(line.render()) for line in app.screen.query("Static"))


async def test_the_row_at_hand_is_told_with_a_line_of_its_mentions(opened: Open) -> None:
    async with opened() as (app, pilot):
        assert not bar_of(app).display
        await pilot.press("1")
        assert app.reader.status.place == "Ana Škoda · 3 mentions · Mayor · also Škoda"
        assert len(bar_of(app).spans) == 3
        await pilot.press("j")
        await wait_until(pilot, lambda: len(bar_of(app).spans) == 2)
        assert app.reader.status.place == "Tom Reyes · 2 mentions"
        assert app.reader.status.activity == ""
        await pilot.press("escape")
        assert not bar_of(app).display
        assert app.reader.status.activity == "2 people · 1 organization · 2 quotes"


async def test_a_click_on_the_line_jumps_to_the_mention_there(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1")
        await pilot.pause()
        await pilot.click(SpreadBar, offset=(bar_of(app).size.width - 1, 0))
        assert at_hand(app) == "Škoda"
        assert app.reader.status.place == "Ana Škoda · mention 3 of 3"
        await pilot.press("ctrl+o")
        assert app.reader.place is not None
        assert app.reader.place.start == 0


async def test_the_card_tells_how_somebody_is_introduced_and_leaves_the_place(opened: Open) -> None:
    async with opened() as (app, pilot):
        top = app.reader.view.first_visible_offset
        await pilot.press("1", "c")
        await wait_until(pilot, lambda: isinstance(app.screen, Card))
        await wait_until(pilot, lambda: "▂" in card_text(app))
        text = card_text(app)
        for words in (
            "person · 3 mentions · Mayor · also Škoda · 1 quote",
            "Mayor Ana Škoda asked",
        ):
            assert words in text
        await pilot.press("escape")
        assert app.screen is app.reader
        assert app.reader.view.first_visible_offset == top
        assert app.reader.place is None


async def test_the_card_says_what_the_reader_corrected_and_e_corrects_more(opened: Open) -> None:
    async with opened() as (app, pilot):
        app.reader.correct(Rename(Who("Ana Škoda", "person"), "Maria"))
        await pilot.press("1", "c")
        await wait_until(pilot, lambda: isinstance(app.screen, Card))
        assert "corrected by you" in card_text(app)
        await pilot.press("e")
        await wait_until(pilot, lambda: isinstance(app.screen, Choices))
        await pilot.press("escape")


async def test_without_anybody_at_hand_c_says_what_to_do(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        await pilot.press("c")
        await wait_until(pilot, lambda: bool(notices(app)))
        assert notices(app)[-1] == "Nobody at hand: ] goes to the next"


async def test_places_are_shown_lit_and_walked_by_a_key(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        app.reader.report(with_a_place())
        await pilot.pause()
        places = app.reader.part("places")
        assert not places.display
        assert app.reader.status.activity == "2 people · 0 organizations · 2 quotes"
        await pilot.press("p")
        assert notices(app)[-1] == "Places shown"
        assert places.region.area
        assert rows_of(app, "places") == ["  2 Port"]
        assert app.reader.status.activity == "2 people · 0 organizations · 1 place · 2 quotes"
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert at_hand(app) == "Port Authority"
        await pilot.press("4", "f", *"por", "enter", "enter")
        assert app.reader.status.place == "Port · mention 1 of 2"
        await pilot.press("p")
        assert app.reader.focused is app.reader.view
        assert not places.display


async def test_4_shows_the_places_and_goes_there(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("4")
        assert app.reader.focused_part is app.reader.part("places")
        await pilot.press("J", "tab")
        assert app.reader.part("places").display


async def test_a_setting_shows_places_from_the_start(opened: Open) -> None:
    async with opened(config=Config(places=True), analysed=False) as (app, pilot):
        app.reader.report(with_a_place())
        await pilot.pause()
        assert app.reader.part("places").region.area
        assert app.reader.reading is not None
        assert "place" in app.reader.reading.kinds_shown
