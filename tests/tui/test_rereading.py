"""A file that changes or goes while it is read: said quietly, read again on a key, nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from analysis.load import load_article
from analysis.schema import Article
from tests import canned
from tests.tui.conftest import Open, notices, wait_until
from tui.app import NewsreaderApp
from tui.shelf import Shelf
from tui.versions import follow, stamp_of

LONG = "\n\n".join(f"Paragraph {number} of the story, in full." for number in range(200))


async def status_says(app: NewsreaderApp, pilot: Pilot[None], words: str) -> None:
    """Look at the file, as is done every few seconds, until the status line says it."""

    def is_said() -> bool:
        app.reader.look_at_file()
        return words in app.reader.status.activity

    await wait_until(pilot, is_said)


async def read_again(app: NewsreaderApp, pilot: Pilot[None]) -> None:
    before = len(notices(app))
    await pilot.press("r")
    await wait_until(pilot, lambda: len(notices(app)) > before)


async def test_a_change_is_said_in_the_status_line_and_what_was_read_stays(
    opened: Open, articles: list[Path]
) -> None:
    async with opened() as (app, pilot):
        articles[0].write_text("Something else stands here now.")
        await status_says(app, pilot, "file changed: r reads it again")
        assert app.reader.reading is not None
        assert app.reader.reading.article == canned.article()
        assert notices(app) == []


async def test_a_file_that_is_gone_stays_on_the_screen_until_it_is_back(
    opened: Open, articles: list[Path]
) -> None:
    async with opened() as (app, pilot):
        aside = articles[0].with_suffix(".aside")
        articles[0].rename(aside)
        await status_says(app, pilot, "its file is gone")
        await read_again(app, pilot)
        assert "no such file" in notices(app)[-1]
        assert app.reader.reading is not None
        assert app.reader.reading.article == canned.article()
        aside.rename(articles[0])
        await status_says(app, pilot, "2 people")


async def test_read_again_the_place_stays_at_its_words(opened: Open, articles: list[Path]) -> None:
    articles[0].write_text(LONG)
    async with opened(analysed=False) as (app, pilot):
        await pilot.press("space", "space")
        top = app.reader.view.first_visible_offset
        words = LONG[top : top + 30]
        articles[0].write_text("A new first line.\n\n" + LONG + "\n\nAnd an end.")
        await read_again(app, pilot)
        assert app.reader.reading is not None
        text = app.reader.reading.article.text
        at = app.reader.view.first_visible_offset
        assert text.startswith("A new first line.")
        assert text[at : at + 30] == words
        await status_says(app, pilot, "not analysed yet")


async def test_collected_quotes_and_jumps_outlive_reading_again(
    opened: Open, articles: list[Path]
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis", "m", "right_parenthesis")
        place = app.reader.place
        assert place is not None
        words = place.of(canned.article().text)
        articles[0].write_text(canned.TEXT.replace("Mayor Ana", "By a reporter\n\nMayor Ana"))
        await read_again(app, pilot)
        assert len(app.reader.notebook.notes()) == 1
        assert app.reader.reading is not None
        text = app.reader.reading.article.text
        assert app.reader.place is not None
        assert app.reader.place.of(text) == words
        await pilot.press("ctrl+o")
        assert app.reader.place is not None
        assert text[app.reader.place.start :].startswith("We cannot build")


async def test_a_file_written_anew_with_the_same_words_keeps_its_analysis(
    opened: Open, articles: list[Path]
) -> None:
    async with opened() as (app, pilot):
        articles[0].write_text(canned.TEXT)
        os.utime(articles[0], (1, 1))
        await status_says(app, pilot, "file changed")
        await read_again(app, pilot)
        assert "not a word has changed" in notices(app)[-1]
        assert app.reader.status.activity.startswith("2 people")


async def test_a_correction_of_the_changed_article_alone_is_told(
    opened: Open, articles: list[Path]
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis", "w", "0")
        await wait_until(pilot, lambda: bool(app.reader.journal.holding))
        articles[0].write_text(canned.TEXT + "\nOne more line.\n")
        await read_again(app, pilot)
        assert "1 correction held for its words as they were" in notices(app)[-1]


async def test_a_file_that_could_not_be_opened_is_opened_once_it_is_there(
    opened: Open, articles: list[Path], tmp_path: Path
) -> None:
    late = tmp_path / "late.txt"
    async with opened([late, *articles], analysed=False) as (app, pilot):
        assert app.reader.reading is None
        late.write_text(LONG)
        await read_again(app, pilot)
        await wait_until(pilot, lambda: app.reader.view.last_visible_offset > 0)
        assert app.reader.library.shelf.current.state == "loaded"


async def test_what_was_piped_in_has_no_file_to_read_again(opened: Open, tmp_path: Path) -> None:
    async with opened() as (app, pilot):
        entry = app.reader.library.shelf.changing(0, given=canned.article(), stamp=None)
        app.reader.library.shelf = entry
        await pilot.press("r")
        assert "piped in" in notices(app)[-1]


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "none") is None
    assert stamp_of(Path("nul\0byte")) is None


@pytest.mark.parametrize(
    ("before", "after", "offset", "expected"),
    [
        ("same", "same", 2, 2),
        ("one two", "zero one two", 4, 9),
        ("one two three", "one three", 8, 4),
        (f"1 {LONG[:60]} 2", f"03 {LONG[:60]} 4", 2, 3),
        ("one two", "one", 5, 3),
        ("", "new", 0, 0),
        ("gone", "", 3, 0),
    ],
)
def test_a_place_follows_its_words(before: str, after: str, offset: int, expected: int) -> None:
    assert follow(before, after)(offset) == expected


@given(st.text("ab "), st.text("ab "), st.text("ab "))
def test_every_place_lies_in_the_later_text(start: str, middle: str, end: str) -> None:
    before, after = start + middle + end, start + end
    move = follow(before, after)
    assert all(0 <= move(offset) <= len(after) for offset in range(len(before) + 1))
    assert all(move(offset) == offset for offset in range(len(start)))
    assert move(len(before)) == len(after)


def test_an_article_loaded_twice_is_equal(articles: list[Path]) -> None:
    first: Article = load_article(articles[0])
    assert load_article(articles[0]) == first
    assert Shelf.of(articles).current.stamp is None
