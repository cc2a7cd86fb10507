"""What one does with quotes, by its keys: copying, listing, walking, counting."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList, Static

from tests.tui.conftest import Open, at_hand, notices, options_of, wait_until
from tui.app import NewsreaderApp
from tui.screens.copy_form import LETTERS

Copied = list[tuple[str, str]]


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> Copied:
    """Return what goes to the clipboard, with what is said of it."""
    texts: Copied = []
    monkeypatch.setattr(
        NewsreaderApp, "copy_and_tell", lambda _, text, what: texts.append((text, what))
    )
    return texts


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
        assert at_hand(app) == "It is decided,"
        await pilot.press("f", *"doctor")
        assert quote_rows(app) == [
            "Oskar Brandt  2\n  ? “Who will bring the post?” “Who will bring the doctor?”"
        ]
        await pilot.press("escape", "o")
        assert quote_rows(app)[1].startswith("Oskar Brandt in part")


async def test_braces_walk_the_quotes_of_one_speaker(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("right_parenthesis", "right_curly_bracket")
        assert at_hand(app) == "It is decided,"
        assert app.reader.status.place == "Nora Lind · quote 5 of 6"
        await pilot.press("left_curly_bracket")
        assert at_hand(app) == "We have no passengers left,"
        await pilot.press("right_parenthesis", "right_curly_bracket")
        assert at_hand(app) == "Who will bring the post?"
        await pilot.press("right_parenthesis", "right_curly_bracket")
        assert at_hand(app) == "We shall swim,"
        assert notices(app)[-1] == "This is the only quote of this speaker"
        assert app.reader.status.place == "speaker unknown · quote 4 of 6"


async def test_the_list_points_at_the_quote_one_is_at(opened_quotes: Open) -> None:
    async with opened_quotes() as (app, pilot):
        await pilot.press("right_parenthesis", "right_parenthesis", "right_parenthesis")
        assert app.reader.part("quotes").key_at_hand == 2


async def test_capital_v_shows_who_speaks_how_much_and_enter_goes_there(
    opened_quotes: Open,
) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await pilot.press("V")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        assert options_of(app) == [
            "Nora Lind ████████████████ 40% 2 12 20%",
            "Oskar Brandt ██████████████▋ 37% 2 11 41%",
            "The Skerry Council █████▍ 13% 1 4 95%",
            "unknown ████ 10% 1 3 64%",
        ]
        await pilot.press("s", "s", "s")
        assert [row.split()[0] for row in options_of(app)] == ["Nora", "Oskar", "The", "unknown"]
        await pilot.press("j", "enter")
        await wait_until(pilot, lambda: len(app.screen_stack) == 1)
        assert at_hand(app) == "madness"
        await pilot.press("ctrl+o")
        assert at_hand(app) == "Nora Lind"  # the article's first words, where it was left


async def test_a_click_on_a_voice_goes_there(opened_quotes: Open) -> None:
    async with opened_quotes(size=(80, 24)) as (app, pilot):
        await pilot.press("V")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.click(OptionList, offset=(2, 2))
        await wait_until(pilot, lambda: len(app.screen_stack) == 1)
        assert at_hand(app) == "look at every offer"


async def test_without_quotes_no_voices_are_counted(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        await pilot.press("V", "right_curly_bracket")
        assert len(app.screen_stack) == 1
        assert notices(app)[-2:] == [
            "No quotes here to count",
            "No quote on this screen: ) goes to the next one",
        ]
