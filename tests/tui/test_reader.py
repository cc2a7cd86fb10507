"""The main screen, by its keys: what each does to the state, and what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from analysis.schema import Span
from tests import canned
from tests.tui.conftest import Open, at_hand, notices, rows_of, wait_until
from tui.analyst_events import Failed, Refused, Working
from tui.app import NewsreaderApp
from tui.config import Config
from tui.finder import SHORT
from tui.folders import Folders
from tui.reader import ReaderScreen
from tui.widgets.search_bar import SearchBar

TEXT = canned.article().text


async def test_the_panel_shows_each_person_once_with_count_and_role(opened: Open) -> None:
    async with opened() as (app, _):
        assert rows_of(app, "people") == ["  3 Ana Škoda  Mayor", "  2 Tom Reyes"]
        assert rows_of(app, "organizations") == ["  2 Port Authority"]


async def test_the_panel_shows_each_quote_with_its_speaker(opened: Open) -> None:
    async with opened() as (app, _):
        assert rows_of(app, "quotes") == [
            "Ana Škoda\n“We cannot build on sand,” “Not now, not ever.”",
            "Tom Reyes in part\n“sound”",
        ]


async def test_before_the_analysis_the_text_is_there_and_the_panel_says_so(opened: Open) -> None:
    async with opened(analysed=False) as (app, _):
        assert app.reader.view.last_visible_offset > 0
        assert app.reader.part("people").notice == "analysing…"
        assert app.reader.status.activity == "not analysed yet"


async def test_enter_on_a_person_jumps_to_the_first_mention_and_again_to_the_next(
    opened: Open,
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1", "enter")
        assert at_hand(app) == "Ana Škoda"
        assert app.reader.status.place == "Ana Škoda · mention 1 of 3"
        await pilot.press("enter")
        assert app.reader.status.place == "Ana Škoda · mention 2 of 3"
        assert at_hand(app) == "Škoda"


async def test_brackets_walk_the_chosen_person_and_escape_frees_them(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("1", "j", "enter", "escape", "right_square_bracket")
        assert at_hand(app) == "he"
        assert app.reader.status.place == "Tom Reyes · mention 2 of 2"
        await pilot.press("escape", "right_square_bracket")
        assert at_hand(app) == "Škoda"
        await pilot.press("left_square_bracket")
        assert at_hand(app) == "Port Authority"


async def test_parentheses_walk_the_quotes(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis")
        assert at_hand(app) == "We cannot build on sand,"
        assert app.reader.status.place == "Ana Škoda · quote 1 of 2"
        await pilot.press("right_parenthesis")
        assert at_hand(app) == "sound"
        await pilot.press("left_parenthesis")
        assert app.reader.status.place == "Ana Škoda · quote 1 of 2"


async def test_a_step_before_the_analysis_says_why_it_goes_nowhere(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        await pilot.press("right_square_bracket")
        assert notices(app)[-1] == "Nothing to go to yet: not analysed yet"


async def test_back_and_forward_follow_the_jumps(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis", "right_parenthesis")
        await pilot.press("ctrl+o")
        place = app.reader.place
        assert place is not None
        assert place.start == TEXT.index("We cannot")
        await pilot.press("alt+o")
        assert app.reader.place is not None
        assert app.reader.place.start == TEXT.index("sound")
        await pilot.press("alt+o")
        assert notices(app)[-1] == "This is the last place"


async def test_back_crosses_articles(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis", "J")
        assert app.reader.library.shelf.index == 1
        await pilot.press("slash", *"rain", "enter", "ctrl+o")
        assert app.reader.library.shelf.index == 1
        await pilot.press("ctrl+o")
        assert app.reader.library.shelf.index == 0


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("reyes", "Reyes"),
        ("skoda", "Škoda"),
        ("skdoa", "Škoda"),
        ("tomr", "Tom Reyes"),
        ("authority port", "Port Authority"),
        ("letter", "letter"),
    ],
)
async def test_a_search_lands_on_what_was_meant(opened: Open, query: str, words: str) -> None:
    async with opened() as (app, pilot):
        await pilot.press("slash", *("space" if key == " " else key for key in query), "enter")
        assert words in at_hand(app) or at_hand(app) in words
        assert app.reader.focused is app.reader.view


async def test_n_walks_the_places_found_and_escape_clears_them(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("slash", *"skoda", "enter")
        assert app.reader.status.place == "found 1 of 3"
        await pilot.press("n", "n")
        assert app.reader.status.place == "found 3 of 3"
        await pilot.press("n")
        assert app.reader.status.place == "found 1 of 3"
        await pilot.press("N")
        assert app.reader.status.place == "found 3 of 3"
        await pilot.press("escape", "n")
        assert notices(app)[-1] == "Nothing is searched for: / begins"


async def test_escape_leaves_the_search_where_it_began(opened: Open) -> None:
    async with opened(size=(80, 14)) as (app, pilot):
        await pilot.press("j", "j")
        top = app.reader.view.first_visible_offset
        await pilot.press("slash", *"result")
        await pilot.press("escape")
        assert app.reader.view.first_visible_offset == top
        assert app.reader.place is None
        assert not app.reader.search_bar.display
        assert app.reader.finder.places == ()


async def test_a_search_without_a_hit_says_so_and_enter_goes_nowhere(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("slash", *"qqqqq")
        assert "no match" in str(app.reader.query_one("#search-count").render())
        await pilot.press("enter")
        assert app.reader.place is None
        assert not app.query_one(SearchBar).display


async def test_y_copies_the_quote_at_the_place(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[tuple[str, str]] = []
    monkeypatch.setattr(
        NewsreaderApp, "copy_and_tell", lambda _, text, what: copied.append((text, what))
    )
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis", "y")
        await pilot.pause()
        ((text, what),) = copied
        assert "We cannot build on sand," in text
        assert "Ana Škoda" in text
        assert "Harbour vote divides the council" in text
        assert what == "Ana Škoda, 42 characters"


async def test_y_takes_the_quote_of_the_list_that_has_the_focus(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(NewsreaderApp, "copy_and_tell", lambda _, text, what: copied.append(what))
    async with opened() as (_, pilot):
        await pilot.press("right_parenthesis", "3", "j", "y")
        await pilot.pause()
        assert copied == ["Tom Reyes, 5 characters"]


async def test_capital_y_asks_in_which_form(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(NewsreaderApp, "copy_and_tell", lambda _, text, what: copied.append(text))
    async with opened() as (app, pilot):
        await pilot.press("right_parenthesis", "Y")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("escape")
        await pilot.press("Y")
        await wait_until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("m")
        await wait_until(pilot, lambda: bool(copied))
        (text,) = copied
        assert text.startswith("> ")


async def test_without_a_quote_in_sight_y_says_what_to_do(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        await pilot.press("y")
        assert notices(app)[-1].startswith("No quote on this screen")


async def test_a_list_is_filtered_by_typing_and_escape_shows_all_again(opened: Open) -> None:
    async with opened() as (app, pilot):
        people = app.reader.part("people")
        await pilot.press("1", "f", *"SKO")
        assert len(people.list.rows) == 1
        await pilot.press("enter", "enter")
        assert at_hand(app) == "Ana Škoda"
        await pilot.press("escape")
        assert len(people.list.rows) == 2


async def test_sorting_by_count_and_back(opened: Open) -> None:
    async with opened(config=Config(sort="count")) as (app, pilot):
        assert [row.key for row in app.reader.part("people").rows] == [0, 2]
        await pilot.press("s")
        assert notices(app)[-1] == "Sorted by first mention"


async def test_i_shows_and_hides_reported_speech(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("i")
        assert notices(app)[-1] == "Reported speech shown"
        assert app.reader.reading is not None
        assert app.reader.reading.shows_reported
        await pilot.press("J", "K")
        assert app.reader.reading.shows_reported
        await pilot.press("i")
        assert not app.reader.reading.shows_reported


async def test_tab_goes_round_the_panes_on_the_screen(opened: Open) -> None:
    async with opened() as (app, pilot):
        seen = []
        for _ in range(5):
            await pilot.press("tab")
            part = app.reader.focused_part
            seen.append(part.id if part else "article")
        assert seen == ["people", "organizations", "quotes", "articles", "article"]
        await pilot.press("shift+tab")
        assert app.reader.focused_part is app.reader.part("articles")


async def test_z_shows_the_article_alone_and_back(opened: Open) -> None:
    async with opened() as (app, pilot):
        narrow = app.reader.view.size.width
        await pilot.press("z")
        assert app.reader.view.size.width == 120 - 2
        assert app.reader.panes() == [app.reader.view]
        await pilot.press("z")
        assert app.reader.view.size.width == narrow


async def test_plus_and_minus_change_the_measure_within_bounds(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("plus", "plus", "minus")
        assert app.reader.view.measure == 84
        await pilot.press(*["minus"] * 20)
        assert app.reader.view.measure == 40


async def test_choosing_an_article_opens_it_and_remembers_the_place_in_the_first(
    opened: Open,
) -> None:
    async with opened(size=(120, 14)) as (app, pilot):
        await pilot.press("space")
        top = app.reader.view.first_visible_offset
        assert top > 0
        await pilot.press("a", "j", "enter")
        assert app.reader.library.shelf.index == 1
        assert app.reader.view.first_visible_offset == 0
        await pilot.press("K")
        assert app.reader.view.first_visible_offset == top


async def test_every_command_is_on_the_help_page(opened: Open) -> None:
    async with opened(size=(100, 100)) as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        page = str(app.screen.query("#help Static").first().render())
        for sentence in ("previous quote", "copy the quote at hand", "jump to the one at hand"):
            assert sentence in page
        await pilot.press("escape")
        assert app.screen is app.reader


async def test_the_palette_does_what_the_key_does(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.press(*"sort")
        await wait_until(pilot, lambda: app.screen.query_one("CommandList").option_count == 1)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Sorted by count" in notices(app))


async def test_trouble_with_the_cache_is_said_once_and_reading_goes_on(
    opened: Open, folders: Folders
) -> None:
    folders.cache.write_text("in the way")
    async with opened() as (app, pilot):
        await app.workers.wait_for_complete([w for w in app.workers if w.group == "store"])
        await pilot.pause()
        told = [notice for notice in notices(app) if str(folders.cache) in notice]
        assert len(told) == 1
        assert rows_of(app, "people")


async def test_a_terminal_that_is_too_small_is_told_kindly(opened: Open) -> None:
    async with opened(size=(30, 8)) as (app, pilot):
        assert app.reader.query_one("#too-small").region.area
        assert not app.reader.view.region.area
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.reader.view.region.area


async def test_an_unreadable_file_is_said_and_the_others_can_be_read(
    opened: Open, articles: list[Path], tmp_path: Path
) -> None:
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    async with opened([picture, *articles], analysed=False) as (app, pilot):
        assert app.reader.library.shelf.current.state == "failed"
        assert "picture.txt" in (app.reader.library.shelf.current.problem or "")
        await pilot.press("right_parenthesis", "y", "slash", "R", "n", "ctrl+o")
        await pilot.press("J")
        assert app.reader.reading is not None


async def test_a_failed_analysis_leaves_the_text_readable_and_says_so(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        key = canned.article().key
        app.reader.report(Working(key))
        await pilot.pause()
        assert app.reader.status.activity == "analysing…"
        app.reader.report(Refused(key, "it stopped twice"))
        await pilot.pause()
        assert app.reader.status.activity == "not analysed: R tries again"
        app.reader.report(Failed("it keeps stopping"))
        await pilot.pause()
        assert "it keeps stopping. R tries again." in notices(app)
        await pilot.press("slash", *"letter", "enter")
        assert app.reader.place is not None


async def test_an_analysis_of_an_article_no_longer_listed_is_dropped(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        app.reader.post_message(ReaderScreen.AnalystReported(Working("another key")))
        await pilot.pause()
        assert app.reader.status.activity == "not analysed yet"


async def test_a_click_on_a_name_chooses_its_person(opened: Open) -> None:
    async with opened() as (app, pilot):
        view = app.reader.view
        column = view.render_line(0).text.index("Ana")
        await pilot.click(view, offset=(column + 1, 0))
        assert app.reader.reading is not None
        assert app.reader.reading.chosen == 0


async def test_a_click_on_a_row_is_as_good_as_enter(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.click("#people RowList", offset=(6, 1))
        assert at_hand(app) == "Tom Reyes"
        await pilot.click("#quotes RowList", offset=(6, 2))
        assert at_hand(app) == "sound"


async def test_the_wheel_scrolls_the_text(opened: Open) -> None:
    async with opened(size=(120, 14)) as (app, pilot):
        app.reader.view.post_message(
            events.MouseScrollDown(app.reader.view, 5, 5, 0, 1, 0, False, False, False)
        )
        await wait_until(pilot, lambda: app.reader.view.first_visible_offset > 0)


async def test_what_was_analysed_is_there_at_the_next_start_without_any_process(
    opened: Open,
) -> None:
    async with opened() as (app, _):
        store = app.reader.store
        assert store.put(replace(canned.analysis(), fingerprint=store.fingerprint))
    async with opened(analysed=False) as (app, _):
        assert app.reader.library.analyst is None
        assert app.reader.library.shelf.current.state == "ready"
        assert rows_of(app, "people") == ["  3 Ana Škoda  Mayor", "  2 Tom Reyes"]


async def test_an_analysis_made_by_other_rules_is_not_shown(opened: Open) -> None:
    async with opened() as (app, _):
        assert app.reader.store.put(canned.analysis())
    async with opened(analysed=False) as (app, _):
        assert app.reader.library.shelf.current.state == "loaded"


async def test_markup_in_an_article_is_shown_as_it_is(opened: Open) -> None:
    async with opened() as (app, pilot):
        await pilot.press("slash", *"bold", "enter")
        assert app.reader.place is not None
        assert app.reader.place.of(TEXT) == "bold"
        assert Span(0, 4).of(TEXT) == "Mayo"


async def test_in_a_longer_article_all_that_matches_is_lit_once_nothing_is_typed(
    opened: Open, tmp_path: Path
) -> None:
    times = SHORT // 20
    (tmp_path / "long.txt").write_text("The river rose again.\n\n" * times, encoding="utf-8")
    async with opened([tmp_path / "long.txt"], analysed=False) as (app, pilot):
        await pilot.press("slash", *"river")
        await wait_until(pilot, lambda: len(app.reader.finder.places) == times)
        count = app.reader.query_one("#search-count").render()
        assert str(count) == f"{times} in the text"
        await pilot.press("backspace", "enter")
        await wait_until(pilot, lambda: len(app.reader.finder.places) == times)
        assert app.reader.status.place == f"found 1 of {times}"
