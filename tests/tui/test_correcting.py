"""Correcting names on the screen: what each key does, what is told, and what is kept."""

from __future__ import annotations

from analysis.corrections import Ignore, Journal, Merge, Rename, SetSpeaker, Who
from analysis.corrections.changes import QuotedWords
from tests import canned
from tests.tui.conftest import Open
from tests.tui.test_reader import notices, rows_of
from tui.folders import Folders

SKODA = Who("Ana Škoda", "person")
REYES = Who("Tom Reyes", "person")


async def test_a_correction_is_shown_told_kept_and_undone(opened: Open, folders: Folders) -> None:
    async with opened() as (app, pilot):
        assert app.reader.correct(Merge(REYES, SKODA))
        await pilot.pause()
        assert rows_of(app, "people") == ["  5 Ana Škoda  Mayor"]
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
        assert rows_of(app, "people") == ["  5 Ana Škoda  Mayor"]


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
