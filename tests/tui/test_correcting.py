"""Correcting names on the screen: what each key does, what is told, and what is kept."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Static

from analysis.corrections import Ignore, Journal, Merge, Rename, SetSpeaker, Who
from analysis.corrections.changes import QuotedWords
from analysis.schema import Span
from tests import canned
from tests.tui.conftest import Open, wait_until
from tests.tui.test_reader import TEXT, notices, rows_of
from tui.app import NewsreaderApp
from tui.folders import Folders
from tui.screens.choices import Choices
from tui.screens.mark_words import MarkWords

SKODA = Who("Ana Škoda", "person")
REYES = Who("Tom Reyes", "person")


async def test_a_correction_is_shown_told_kept_and_undone(opened: Open, folders: Folders) -> None:
    async with opened() as (app, pilot):
        assert app.reader.correct(Merge(REYES, SKODA))
        await pilot.pause()
        assert rows_of(app, "people") == ["  5 Ana Škoda ✎  Mayor"]
        assert notices(app)[-1] == "Tom Reyes merged with Ana Škoda"
        await pilot.press("u")
        assert rows_of(app, "people") == ["  3 Ana Škoda  Mayor", "  2 Tom Reyes"]
        assert notices(app)[-1] == "Undone: Tom Reyes merged with Ana Škoda"
        await pilot.press("u")
        assert notices(app)[-1] == "There is no correction to undo"
        await pilot.press("U")
        assert notices(app)[-1] == "Redone: Tom Reyes merged with Ana Škoda"
        await pilot.press("ctrl+r")
        assert notices(app)[-1] == "There is no correction to redo"
    async with opened() as (app, _):
        assert rows_of(app, "people") == ["  5 Ana Škoda ✎  Mayor"]


async def test_what_fits_nothing_is_not_kept(opened: Open, folders: Folders) -> None:
    async with opened() as (app, _):
        assert not app.reader.correct(Ignore(Who("Nobody", "person")))
        assert not (folders.data / "corrections.jsonl").exists()


async def test_a_new_analysis_is_corrected_like_the_one_before(opened: Open) -> None:
    async with opened() as (app, pilot):
        app.reader.correct(Rename(SKODA, "Maria"))
        await pilot.press("1", "enter")
        reading = app.reader.reading
        assert reading is not None
        assert reading.own_entities == {0}
        assert reading.found == canned.analysis()
    async with opened() as (app, _):
        assert rows_of(app, "people")[0].startswith("  3 Maria")


async def test_the_chosen_person_and_the_cursor_stay_through_a_correction(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1", "j", "enter")
        app.reader.correct(Ignore(SKODA))
        assert app.reader.reading is not None
        assert app.reader.reading.chosen_entity is not None
        assert app.reader.reading.chosen_entity.name == "Tom Reyes"
        assert app.reader.part("people").key_at_hand == app.reader.reading.chosen


async def test_a_correction_that_fits_nothing_any_more_is_told_once_and_kept(
    opened: Open, folders: Folders
) -> None:
    speaker = Who("A spokeswoman nobody names", "person")
    quote = QuotedWords.of(canned.article(), canned.analysis().quotes[0])
    journal = Journal(folders.data)
    journal.add(SetSpeaker(quote, speaker), article=canned.article(), everywhere=False)
    async with opened() as (app, pilot):
        await pilot.press("J", "K")
        told = [notice for notice in notices(app) if "finds nothing to correct" in notice]
        assert len(told) == 1
        assert len(app.reader.journal.holding) == 1


async def test_undoing_elsewhere_says_where(opened: Open) -> None:
    async with opened() as (app, pilot):
        app.reader.correct(Rename(SKODA, "Maria"))
        await pilot.press("J", "u")
        assert notices(app)[-1] == (
            "Undone in “Harbour vote divides the council”: Ana Škoda renamed to Maria"
        )


async def test_what_another_newsreader_corrects_is_taken_in(opened: Open, folders: Folders) -> None:
    async with opened() as (app, pilot):
        other = Journal(folders.data)
        other.add(Rename(SKODA, "Maria"), article=canned.article(), everywhere=False)
        await pilot.press("J", "K")
        assert rows_of(app, "people")[0].startswith("  3 Maria")


async def test_another_speaker_is_the_reader_s_own(opened: Open) -> None:
    async with opened() as (app, pilot):
        reading = app.reader.reading
        assert reading is not None
        quote = QuotedWords.of(reading.article, reading.quotes[1])
        assert app.reader.correct(SetSpeaker(quote, SKODA))
        await pilot.pause()
        assert app.reader.reading is not None
        assert app.reader.reading.own_quotes == {1}
        assert "said by Ana Škoda" in notices(app)[-1]


async def test_where_nothing_can_be_kept_corrections_hold_and_that_is_said_once(
    opened: Open, folders: Folders
) -> None:
    folders.data.write_text("in the way")
    async with opened() as (app, pilot):
        app.reader.correct(Rename(SKODA, "Maria"))
        app.reader.correct(Ignore(REYES))
        await pilot.pause()
        assert len(rows_of(app, "people")) == 1
        assert len([told for told in notices(app) if "cannot be kept" in told]) == 1


async def test_lines_that_are_not_understood_are_told_once(opened: Open, folders: Folders) -> None:
    folders.data.mkdir()
    (folders.data / "corrections.jsonl").write_text("nonsense\n")
    async with opened() as (app, pilot):
        app.reader.correct(Rename(SKODA, "Maria"))
        await pilot.press("J", "K")
        assert len([told for told in notices(app) if "passed over line 1" in told]) == 1


# -- the pages of correcting -----------------------------------------------------------------


def names_of(app: NewsreaderApp) -> dict[str, str]:
    """Return the kind of each name known in the article."""
    reading = app.reader.reading
    assert reading is not None
    assert reading.analysis is not None
    return {entity.name: entity.kind for entity in reading.analysis.entities}


@pytest.mark.parametrize(
    ("keys", "told", "left"),
    [
        (["r", "home", *"Dr", "space", "enter"], "Ana Škoda renamed to Dr Ana Škoda", ["Dr Ana Škoda", "Tom Reyes"]),
        (["m", *"rey", "enter"], "Ana Škoda merged with Tom Reyes", ["Tom Reyes"]),
        (["m", *"tomr", "down", "enter"], "Ana Škoda merged with Tom Reyes", ["Tom Reyes"]),
        (["s", "down", "enter"], "Škoda split off from Ana Škoda", ["Ana Škoda", "Škoda", "Tom Reyes"]),
        (["s", *"koda", "up", "enter"], "Škoda split off from Ana Škoda", ["Ana Škoda", "Škoda", "Tom Reyes"]),
        (["o"], "Ana Škoda is an organization", ["Tom Reyes"]),
        (["x"], "Ana Škoda is no name", ["Tom Reyes"]),
        (["j", "j", "j", "j", "enter"], "Ana Škoda is a place", ["Tom Reyes"]),
        (["G", "enter"], "Ana Škoda is no name", ["Tom Reyes"]),
    ],
)  # fmt: skip
async def test_e_on_a_person_corrects_by_one_key(
    opened: Open, keys: list[str], told: str, left: list[str]
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1", "e")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press(*keys)
        await wait_until(pilot, lambda: len(app.screen_stack) == 1 and told in notices(app))
        assert [name for name, kind in names_of(app).items() if kind == "person"] == left


@pytest.mark.parametrize(
    "keys", [["escape"], ["q"], ["r", "escape"], ["r", "enter"], ["m", "escape"], ["b"]]
)
async def test_giving_up_corrects_nothing(opened: Open, folders: Folders, keys: list[str]) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1", "e")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press(*keys, "escape")
        await wait_until(pilot, lambda: len(app.screen_stack) == 1)
        assert app.reader.journal.holding == ()


@pytest.mark.parametrize(
    ("keys", "everywhere"),
    [(["1", "e", "x"], True), (["1", "e", "a", "x"], False), (["1", "e", "a", "a", "x"], True)],
)
async def test_a_correction_holds_everywhere_or_here_as_the_page_says(
    opened: Open, keys: list[str], everywhere: bool
) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*keys[:2])
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press(*keys[2:])
        await wait_until(pilot, lambda: bool(app.reader.journal.holding))
        assert (app.reader.journal.holding[0].article is None) == everywhere


async def test_e_takes_the_mention_at_the_place(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("right_square_bracket", "right_square_bracket", "e")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("l")
        await wait_until(pilot, lambda: names_of(app)["Port Authority"] == "place")


async def test_with_nobody_at_hand_e_says_what_to_do(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("e")
        await wait_until(pilot, lambda: bool(notices(app)))
        assert notices(app)[-1].startswith("Nobody at hand to correct")


async def test_words_selected_are_added_whole(opened: Open) -> None:
    async with opened() as (app, pilot):
        start = TEXT.index("council votes")
        app.reader.view.select(Span(start + 2, start + 5))
        await pilot.press("e")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("o")
        await wait_until(pilot, lambda: "council added as an organization" in notices(app))
        assert rows_of(app, "organizations") == ["  2 Port Authority", "  1 council ✎"]
        assert app.reader.view.selected is None
        assert app.reader.journal.holding[0].article == canned.article().key


@pytest.mark.parametrize("words", [" ", "harbour, [/bold] and all.\n\n“We cannot"])
async def test_what_cannot_be_a_name_is_refused_kindly(opened: Open, words: str) -> None:
    async with opened() as (app, pilot):
        start = TEXT.index(words)
        app.reader.view.select(Span(start, start + len(words)))
        await pilot.press("e")
        await wait_until(pilot, lambda: bool(notices(app)))
        assert notices(app)[-1] == "Select a name: some words of one paragraph"


async def test_adding_what_is_a_part_of_longer_names_says_so(opened: Open) -> None:
    async with opened() as (app, pilot):
        start = TEXT.index("Authority")
        app.reader.view.select(Span(start, start + 9))
        await pilot.press("e")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("o")
        await wait_until(pilot, lambda: bool(notices(app)))
        assert "part of longer names" in notices(app)[-1]
        assert app.reader.journal.holding == ()


@pytest.mark.parametrize("key", ["e", "c"])
async def test_keys_that_come_at_once_change_nothing_about_whom_a_page_is(
    opened: Open, key: str
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1")
        for each in (key, "j", "2"):
            app.post_message(events.Key(each, each))
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.pause()
        shown = " ".join(str(each.render()) for each in app.screen.query(Static))
        assert "Ana Škoda" in shown
        assert "Tom Reyes" not in shown


async def test_the_key_that_closes_a_card_closes_it_however_fast_it_comes(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1")
        for _ in range(2):
            app.post_message(events.Key("c", "c"))
        await pilot.pause()
        await wait_until(pilot, lambda: app.screen is app.reader)


@pytest.mark.parametrize("key", ["e", "v"])
async def test_a_key_that_comes_twice_opens_one_page(opened: Open, key: str) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1")
        for _ in range(2):
            app.post_message(events.Key(key, key))
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is app.reader)


async def test_words_are_marked_with_the_keys_and_added(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("v")
        await wait_until(pilot, lambda: isinstance(app.screen, MarkWords))
        assert app.reader.view.selected == Span(0, 5)
        await pilot.press("j", "k", "w", "w", "w", "v", "l", "l", "h", "e")
        await wait_until(pilot, lambda: isinstance(app.screen, Choices))
        assert app.reader.view.selected == Span(TEXT.index("asked the"), TEXT.index(" Port"))
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert app.reader.view.selected is not None
        await pilot.press("escape")
        assert app.reader.view.selected is None


async def test_y_copies_what_is_marked(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(NewsreaderApp, "copy_and_tell", lambda _, text, what: copied.append(text))
    async with opened() as (app, pilot):
        await pilot.press("right_square_bracket", "v")
        await wait_until(pilot, lambda: isinstance(app.screen, MarkWords))
        await pilot.press("v", "l", "y")
        await wait_until(pilot, lambda: app.screen is app.reader and bool(copied))
        assert copied == ["Ana Škoda"]


async def test_giving_up_marking_leaves_nothing_marked(opened: Open) -> None:
    async with opened(size=(80, 14)) as (app, pilot):
        await pilot.press("v", *["j"] * 30, *["k"] * 3, "escape")
        await wait_until(pilot, lambda: app.screen is app.reader)
        assert app.reader.view.selected is None
