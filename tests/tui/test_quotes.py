"""What one does with quotes, by its keys: copying, listing, counting, asking who said them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from analysis.quotation import speaker_name
from analysis.schema import Quote
from tests import saying
from tests.tui.conftest import Open, wait_until
from tui.analyst_events import Analysed
from tui.app import NewsreaderApp
from tui.screens.copy_form import LETTERS
from tui.screens.why_card import WhyCard

Copied = list[tuple[str, str]]


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> Copied:
    """Return what goes to the clipboard, with what is said of it."""
    texts: Copied = []
    monkeypatch.setattr(
        NewsreaderApp, "copy_and_tell", lambda _, text, what: texts.append((text, what))
    )
    return texts


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


def notices(app: NewsreaderApp) -> list[str]:
    return [str(notice.message) for notice in app._notifications]


async def test_ctrl_y_copies_all_quotes_of_the_speaker_in_reading_order(
    opened_quotes: Open, copied: Copied
) -> None:
    async with opened_quotes() as (_, pilot):
        await pilot.press("right_parenthesis", "ctrl+y")
        await wait_until(pilot, lambda: bool(copied))
        ((text, what),) = copied
        assert what == "Nora Lind, 2 quotes, 59 characters"
        assert text.split(" — ")[0] == "“We have no passengers left,” “Not one in winter.”"
        assert "\n\n“It is decided,” — Nora Lind" in text


async def test_ctrl_y_on_a_person_takes_that_one_s(opened_quotes: Open, copied: Copied) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("1", "j", "ctrl+y")
        await wait_until(pilot, lambda: bool(copied))
        assert copied[0][1].startswith("Oskar Brandt, 2 quotes")
        await pilot.press("i", "1", "k", "ctrl+y")
        await wait_until(pilot, lambda: len(copied) == 2)
        assert copied[1][1].startswith("Nora Lind, 3 quotes")


async def test_a_person_without_quotes_is_said_to_have_none(opened: Open, copied: Copied) -> None:
    async with opened() as (app, pilot):
        await pilot.press("2", "ctrl+y", "Y")
        await pilot.pause()
        assert not copied
        assert notices(app)[-2:] == ["No quotes of this one in the article"] * 2


@pytest.mark.parametrize(("form", "letter"), LETTERS.items())
async def test_each_form_is_chosen_by_its_letter(
    opened_quotes: Open, copied: Copied, form: str, letter: str
) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("right_parenthesis", "Y")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        previews = []
        for _ in LETTERS:
            previews.append(str(app.screen.query_one("#copy-preview", Static).content))
            await pilot.press("j")
        await pilot.press("a", letter)
        await wait_until(pilot, lambda: bool(copied))
        ((text, what),) = copied
        assert what.startswith("Nora Lind, 2 quotes")
        assert previews[list(LETTERS).index(form)] != text
        assert "We have no passengers left," in text
        assert "It is decided," in text


async def test_the_page_of_forms_shows_what_each_gives_and_enter_copies_it(
    opened_quotes: Open, copied: Copied
) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await pilot.press("right_parenthesis", "Y")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("j", "j", "j", "j")
        shown = str(app.screen.query_one("#copy-preview", Static).content)
        assert shown.startswith("@article{lind2026ferry-")
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(copied))
        assert copied[0][0] == shown


async def test_every_letter_is_of_its_form_s_name_and_of_no_other() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert all(letter in form for form, letter in LETTERS.items())


async def test_a_click_chooses_a_form(opened_quotes: Open, copied: Copied) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await pilot.press("right_parenthesis", "Y")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.click(OptionList, offset=(2, 2))
        await wait_until(pilot, lambda: bool(copied))
        assert copied[0][0].startswith("<blockquote>")


def quote_rows(app: NewsreaderApp) -> list[str]:
    """Return what the list of quotes shows, a string a row."""
    return [str(row) for row in app.reader.part("quotes").list.rows]


async def test_rows_tell_kind_and_doubt_in_words_and_signs(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("i")
        assert quote_rows(app) == [
            "Nora Lind reported\nthat the line would close in June",
            "Nora Lind\n“We have no passengers left,” “Not one in winter.”",
            "Oskar Brandt in part\n“madness”",
            "Oskar Brandt ?\n“Who will bring the post?” “Who will bring the doctor?”",
            "unknown ?\n“We shall swim,”",
            "Nora Lind\n“It is decided,”",
            "The Skerry Council in part\n“look at every offer”",
        ]


async def test_o_puts_each_speaker_s_quotes_together_under_the_name(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("o")
        assert quote_rows(app) == [
            "Nora Lind  2\n “We have no passengers left,” “Not one in winter.”",
            " “It is decided,”",
            "Oskar Brandt  2\n  in part “madness”",
            "  ? “Who will bring the post?” “Who will bring the doctor?”",
            "unknown  1\n  ? “We shall swim,”",
            "The Skerry Council  1\n  in part “look at every offer”",
        ]
        await pilot.press("3", "j", "enter")
        assert place_of(app) == "It is decided,"
        await pilot.press("f", *"doctor")
        assert quote_rows(app) == [
            "Oskar Brandt  2\n  ? “Who will bring the post?” “Who will bring the doctor?”"
        ]
        await pilot.press("escape", "o")
        assert quote_rows(app)[1].startswith("Oskar Brandt in part")


def place_of(app: NewsreaderApp) -> str:
    place = app.reader.place
    return place.of(saying.article().text) if place else ""


async def test_braces_walk_the_quotes_of_one_speaker(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("right_parenthesis", "right_curly_bracket")
        assert place_of(app) == "It is decided,"
        assert app.reader.status.place == "Nora Lind · quote 5 of 6"
        await pilot.press("left_curly_bracket")
        assert place_of(app) == "We have no passengers left,"
        await pilot.press("right_parenthesis", "right_curly_bracket")
        assert place_of(app) == "Who will bring the post?"
        await pilot.press("right_parenthesis", "right_curly_bracket")
        assert place_of(app) == "We shall swim,"
        assert notices(app)[-1] == "This is the only quote of this speaker"
        assert app.reader.status.place == "speaker unknown · quote 4 of 6"


async def test_the_list_points_at_the_quote_one_is_at(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("right_parenthesis", "right_parenthesis", "right_parenthesis")
        assert app.reader.part("quotes").key_at_hand == 2


def voices(app: NewsreaderApp) -> list[str]:
    options = app.screen.query_one(OptionList)
    return [
        " ".join(str(options.get_option_at_index(at).prompt).split())
        for at in range(options.option_count)
    ]


async def test_capital_v_shows_who_speaks_how_much_and_enter_goes_there(
    opened_quotes: Open,
) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await pilot.press("V")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        assert voices(app) == [
            "Nora Lind ████████████████ 40% 2 12 20%",
            "Oskar Brandt ██████████████▋ 37% 2 11 41%",
            "The Skerry Council █████▍ 13% 1 4 95%",
            "unknown ████ 10% 1 3 64%",
        ]
        await pilot.press("s", "s", "s")
        assert [row.split()[0] for row in voices(app)] == ["Nora", "Oskar", "The", "unknown"]
        await pilot.press("j", "enter")
        await wait_until(pilot, lambda: len(app.screen_stack) == 1)
        assert place_of(app) == "madness"
        await pilot.press("ctrl+o")
        assert place_of(app) == "Nora Lind"  # the article's first words, where it was left


async def test_a_click_on_a_voice_goes_there(opened_quotes: Open) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await pilot.press("V")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.click(OptionList, offset=(2, 2))
        await wait_until(pilot, lambda: len(app.screen_stack) == 1)
        assert place_of(app) == "look at every offer"


async def test_without_quotes_no_voices_are_counted(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        await pilot.press("V", "right_curly_bracket")
        assert len(app.screen_stack) == 1
        assert notices(app)[-2:] == [
            "No quotes here to count",
            "No quote on this screen: ) goes to the next one",
        ]


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
        assert voices(app) == [
            "⏎ Oskar Brandt 55% a fisherman",
            "1 Nora Lind 30%",
            "2 a voice from the back 10%",
            "3 The Skerry Council",
            "0 unknown",
        ]
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert app.reader.view.first_visible_offset == before
        assert place_of(app) == "Who will bring the post?"
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
        assert voices(app)[:2] == ["⏎ unknown", "1 a voice from the back 15%"]
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
