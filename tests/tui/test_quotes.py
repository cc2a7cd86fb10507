"""What one does with quotes, by its keys: copying them all, in every form."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from tests import saying
from tests.tui.conftest import Open, wait_until
from tui.analyst import Analysed
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
