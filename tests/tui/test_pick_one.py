"""Picking one of many: what is typed is looked for beside the event loop, and keys go on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import wait_until
from tui.rows import Row
from tui.screens.pick_one import MOST_ROWS, PickOne

WORDS = ("ana", "anton", "berta")


def rows_of(words: Sequence[str]) -> list[Row]:
    return [Row(0, Content(word), word) for word in words]


class Library:
    """Finds words by how they begin, once it may answer."""

    def __init__(self) -> None:
        self.may_answer = threading.Event()
        self.asked: list[str] = []

    def find(self, query: str, is_given_up: Callable[[], bool]) -> list[str]:
        assert threading.current_thread() is not threading.main_thread()
        self.asked.append(query)
        self.may_answer.wait(30)
        return [word for word in WORDS if word.startswith(query)]


@pytest.fixture
def library() -> Iterator[Library]:
    made = Library()
    yield made
    made.may_answer.set()


def shown(page: PickOne[str]) -> list[str]:
    options = page.query_one(PickOne._Rows)
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def picked(pilot: Pilot[None], page: PickOne[str], *keys: str) -> list[str | None]:
    """Show a page, type keys, and return the list into which its answer will come."""
    answers: list[str | None] = []
    await pilot.app.push_screen(page, answers.append)
    await pilot.press(*keys)
    return answers


async def test_keys_go_on_while_it_is_looked_for_and_late_answers_are_dropped(
    library: Library,
) -> None:
    page = PickOne("One", library.find, rows_of)
    async with App[None]().run_test() as pilot:
        await picked(pilot, page, *"ant")
        assert page.query_one(Input).value == "ant"
        assert shown(page) == []
        library.may_answer.set()
        await wait_until(pilot, lambda: page.is_answered)
        assert shown(page) == ["anton"]
        # One at a time: what was typed between is never looked for.
        assert library.asked == ["", "ant"]


async def test_keys_that_pick_wait_for_the_answer(library: Library) -> None:
    page = PickOne("One", library.find, rows_of)
    async with App[None]().run_test() as pilot:
        answers = await picked(pilot, page, "a", "down", "enter")
        assert answers == []
        library.may_answer.set()
        await wait_until(pilot, lambda: bool(answers))
        assert answers == ["anton"]


async def test_what_is_typed_behind_enter_takes_it_back(library: Library) -> None:
    page = PickOne("One", library.find, rows_of)
    async with App[None]().run_test() as pilot:
        answers = await picked(pilot, page, "a", "enter", "n")
        library.may_answer.set()
        await wait_until(pilot, lambda: page.is_answered)
        assert (answers, shown(page)) == ([], ["ana", "anton"])


async def test_closed_while_it_is_looked_for_it_answers_none(library: Library) -> None:
    page = PickOne("One", library.find, rows_of)
    async with App[None]().run_test() as pilot:
        answers = await picked(pilot, page, "a", "escape")
        await wait_until(pilot, lambda: bool(answers))
        library.may_answer.set()
        await pilot.pause()
        assert answers == [None]


async def test_of_very_many_the_first_are_shown_and_the_rest_counted() -> None:
    page = PickOne("One", lambda query, _: [f"{query}{at}" for at in range(100_000)], rows_of)
    async with App[None]().run_test() as pilot:
        await picked(pilot, page)
        await wait_until(pilot, lambda: page.is_answered)
        assert len(shown(page)) == MOST_ROWS
        assert str(page.query_one(".sheet--notice").render()) == "99800 more: type to find them"
