"""Long lists: what is painted, where the cursor goes, what a click chooses."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from analysis.load import make_article
from tui.reading import Reading
from tui.row_list import RowList
from tui.rows import article_rows
from tui.shelf import Shelf

LONG = [Content(f"row {number}\nof two lines, the second a long one") for number in range(10_000)]


class ListApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[RowList.Pointed | RowList.Chosen] = []

    def compose(self) -> ComposeResult:
        yield RowList()

    def on_row_list_pointed(self, message: RowList.Pointed) -> None:
        self.told.append(message)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.told.append(message)


@pytest.mark.parametrize(
    ("cursor", "first"),
    [(None, "row 0"), (0, "row 0"), (4, "row 0"), (5, "row 1"), (9999, "row 9995")],
)
async def test_the_row_under_the_cursor_is_in_sight(cursor: int | None, first: str) -> None:
    app = ListApp()
    async with app.run_test(size=(20, 10)) as pilot:
        rows = app.query_one(RowList)
        rows.show(LONG, cursor)
        await pilot.pause()
        assert rows.render_line(0).text.rstrip() == first
        assert rows.render_line(1).text.rstrip() == "of two lines, the …"


async def test_a_cursor_stays_on_the_rows_there_are() -> None:
    app = ListApp()
    async with app.run_test(size=(20, 10)) as pilot:
        rows = app.query_one(RowList)
        rows.show(LONG, 9999)
        rows.show(LONG[:3], 2)
        await pilot.pause()
        assert rows.cursor == 2
        rows.cursor = 7
        assert rows.cursor == 2
        rows.show([])
        await pilot.pause()
        assert rows.cursor is None
        rows.action_choose()
        assert rows.render_line(0).text.strip() == ""
        await pilot.pause()
        assert not any(isinstance(message, RowList.Chosen) for message in app.told)


async def test_a_click_on_either_line_chooses_the_row() -> None:
    app = ListApp()
    async with app.run_test(size=(20, 10)) as pilot:
        app.query_one(RowList).show(LONG)
        await pilot.click(RowList, offset=(3, 5))
        assert app.told == [RowList.Pointed(2), RowList.Chosen(2)]


async def test_a_click_below_the_rows_chooses_nothing() -> None:
    app = ListApp()
    async with app.run_test(size=(20, 10)) as pilot:
        app.query_one(RowList).show(LONG[:2])
        await pilot.click(RowList, offset=(3, 8))
        assert not app.told


def test_rows_of_articles_that_are_as_they_were_are_taken_over() -> None:
    shelf = Shelf.of([Path(f"{name}.txt") for name in "abc"])
    rows = article_rows(shelf)
    now = shelf.changing(1, reading=Reading(make_article("A title\n\nText.")), state="loaded")
    after = article_rows(now, before=shelf, rows=rows)
    assert [row is old for row, old in zip(after, rows, strict=True)] == [True, False, True]
    assert after == article_rows(now)
    opened = now.opening(2)
    assert article_rows(opened, before=now, rows=after) == article_rows(opened)
