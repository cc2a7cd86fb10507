"""Who said a quote, asked and answered by keys: why this one, another one, the doubtful ones."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from analysis.quotation import speaker_name
from analysis.schema import Quote
from tests import saying
from tests.tui.conftest import Open, at_hand, notices, options_of, wait_until
from tui.app import NewsreaderApp
from tui.screens.why_card import WhyCard


async def show_card(app: NewsreaderApp, pilot: Pilot[None], *keys: str) -> WhyCard:
    await pilot.press(*keys)
    await wait_until(pilot, lambda: isinstance(app.screen, WhyCard))
    assert isinstance(app.screen, WhyCard)
    return app.screen


def shown(card: WhyCard) -> str:
    """Return what a card says, a string of all its texts."""
    return "\n".join(str(text.content) for text in card.query(Static))


def current_quote(app: NewsreaderApp, beginning: str) -> Quote:
    assert app.reader.reading is not None
    text = saying.article().text
    return next(
        quote
        for quote in app.reader.reading.quotes
        if quote.parts[0].of(text).startswith(beginning)
    )


def name_of_speaker(app: NewsreaderApp, beginning: str) -> str | None:
    reading = app.reader.reading
    assert reading is not None
    assert reading.analysis is not None
    return speaker_name(reading.article, reading.analysis, current_quote(app, beginning))


async def test_w_tells_the_words_the_chain_the_reasons_and_how_sure(opened_quotes: Open) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await pilot.press("right_parenthesis", "right_parenthesis", "right_parenthesis")
        before = app.reader.view.first_visible_offset
        card = await show_card(app, pilot, "w")
        assert "“Who will bring the post?” he asked." in shown(card)
        assert "he ¶4 → Oskar Brandt ¶3" in shown(card)
        assert "55% sure" in shown(card)
        assert "“he” is most likely the subject of “asked”." in shown(card)
        assert options_of(app) == [
            "⏎ Oskar Brandt 55% a fisherman",
            "1 Nora Lind 30%",
            "2 a voice from the back 10%",
            "3 The Skerry Council",
            "0 unknown",
        ]
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert app.reader.view.first_visible_offset == before
        assert at_hand(app) == "Who will bring the post?"
        assert not app.reader.journal.holding


@pytest.mark.parametrize(
    ("key", "speaker"),
    [
        ("1", "Nora Lind"),
        ("2", "a voice from the back"),
        ("3", "The Skerry Council"),
        ("0", None),
        ("minus", None),
        ("enter", "Oskar Brandt"),
    ],
)
async def test_a_digit_gives_the_quote_to_another_and_u_takes_it_back(
    opened_quotes: Open, key: str, speaker: str | None
) -> None:
    async with opened_quotes() as (app, pilot):
        await show_card(app, pilot, *["right_parenthesis"] * 3, "w")
        await pilot.press(key)
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert name_of_speaker(app, "Who will") == speaker
        assert app.reader.reading is not None
        assert app.reader.reading.is_own(current_quote(app, "Who will"))
        assert not app.reader.reading.is_doubtful(current_quote(app, "Who will"))
        await pilot.press("u")
        assert name_of_speaker(app, "Who will") == "Oskar Brandt"
        assert app.reader.reading.is_doubtful(current_quote(app, "Who will"))


async def test_a_click_on_a_card_gives_the_quote_to_another(opened_quotes: Open) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await show_card(app, pilot, *["right_parenthesis"] * 3, "w")
        await pilot.click(OptionList, offset=(2, 1))
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert name_of_speaker(app, "Who will") == "Nora Lind"


async def test_the_walk_through_doubtful_quotes_confirms_changes_and_skips(
    opened_quotes: Open,
) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        before = app.reader.view.first_visible_offset
        card = await show_card(app, pilot, "exclamation_mark")
        assert card.query_one("#why").border_title == "Who said this?  1 of 2"
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, WhyCard) and app.screen is not card)
        assert options_of(app)[:2] == ["⏎ unknown", "1 a voice from the back 15%"]
        await pilot.press("1")
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert notices(app)[-1] == "2 of 2 doubtful quotes settled: 1 confirmed, 1 changed"
        assert name_of_speaker(app, "We shall") == "a voice from the back"
        assert app.reader.view.first_visible_offset == before
        assert app.reader.place is None
        await pilot.press("exclamation_mark")
        assert notices(app)[-1] == "No speaker here is in doubt"
        await pilot.press("u", "exclamation_mark")
        await wait_until(pilot, lambda: isinstance(app.screen, WhyCard))
        await pilot.press("space")
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert notices(app)[-1] == "0 of 1 doubtful quotes settled: 1 skipped"


async def test_escape_ends_the_walk_and_keeps_what_was_settled(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        card = await show_card(app, pilot, "exclamation_mark")
        await pilot.press("1")
        await wait_until(pilot, lambda: isinstance(app.screen, WhyCard) and app.screen is not card)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert notices(app)[-1] == "1 of 2 doubtful quotes settled: 1 changed"
        assert name_of_speaker(app, "Who will") == "Nora Lind"


async def test_leaving_with_a_card_open_leaves_quietly(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        await show_card(app, pilot, "right_parenthesis", "w")
        app.exit()
        await pilot.pause()
        assert app.return_code == 0


async def test_before_the_analysis_there_is_nothing_to_explain(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        await pilot.press("w", "exclamation_mark")
        await pilot.pause()
        assert notices(app)[-2:] == [
            "No quote on this screen: ) goes to the next one",
            "No quotes here yet",
        ]


@pytest.mark.parametrize("key", ["w", "V", "Y", "exclamation_mark"])
async def test_leaving_while_a_page_opens_leaves_quietly(opened_quotes: Open, key: str) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("right_parenthesis")
        app.post_message(events.Key(key, None))
        app.call_later(app.exit)
        await pilot.pause()
    assert app.return_code == 0


@pytest.mark.parametrize("key", ["w", "V", "Y", "exclamation_mark"])
async def test_a_page_closed_as_it_opens_closes_and_nothing_else(
    opened_quotes: Open, key: str
) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("right_parenthesis")
        app.post_message(events.Key(key, None))
        app.post_message(events.Key("q", "q"))
        await pilot.pause()
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert app.return_code is None
