"""A long article's panels, which fill from its top: what the reader chose stays where it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.schema import Analysis, Entity, Mention, Quote, Span
from tests import canned
from tests.tui.conftest import Open, at_hand, rows_of, wait_until
from tui.analyst_events import Analysed, Reached, Working

TEXT = canned.article().text


async def test_a_part_of_an_analysis_fills_the_panels_and_is_not_kept(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        key = canned.article().key
        app.reader.report(Working(key))
        app.reader.report(Reached(key, 0.34, None))
        await wait_until(pilot, lambda: app.reader.status.activity == "analysing 34%")
        assert app.reader.part("people").notice == "analysing…"
        app.reader.report(Reached(key, 0.3, canned.analysis()))
        await wait_until(pilot, lambda: rows_of(app, "people") != [])
        assert len(rows_of(app, "quotes")) == 2
        assert app.reader.status.activity == "analysing 34%"
        await app.workers.wait_for_complete()
        assert app.reader.store.get(canned.article()) is None
        app.reader.report(Analysed(canned.analysis()))
        await wait_until(pilot, lambda: "2 people" in app.reader.status.activity)


def fuller_analysis() -> Analysis:
    """Return the analysis with one more person and one more quote, both before all others."""
    found = canned.analysis()
    first = Mention(canned.spans(TEXT, "Monday")[0], "name", 0)
    moved = [
        replace(mention, entity=mention.entity + 1)
        for mention in found.mentions
        if mention.span < first.span
    ]
    return replace(
        found,
        entities=(
            Entity(0, "person", "Monday"),
            *(replace(entity, id=entity.id + 1) for entity in found.entities),
        ),
        mentions=(
            *moved,
            first,
            *(
                replace(mention, entity=mention.entity + 1)
                for mention in found.mentions[len(moved) :]
            ),
        ),
        quotes=(
            Quote((canned.spans(TEXT, "new harbour")[0],), "mixed"),
            *(
                replace(
                    quote,
                    speaker=replace(quote.speaker, entity=quote.speaker.entity + 1)
                    if quote.speaker is not None and quote.speaker.entity is not None
                    else None,
                )
                for quote in found.quotes
            ),
        ),
    )


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [("people", 1, 2), ("people", 0, 1), ("organizations", 0, 0), ("quotes", 1, 2)],
)
async def test_a_lists_cursor_stays_on_its_row_when_more_is_found(
    opened: Open, part: str, before: int, after: int
) -> None:
    async with opened(analysed=False) as (app, pilot):
        app.reader.report(Working(canned.article().key))
        app.reader.report(Reached(canned.article().key, 0.5, canned.analysis()))
        await wait_until(pilot, lambda: rows_of(app, "people") != [])
        listed = app.reader.part(part)
        listed.take_focus()
        listed.move_to(before)
        await pilot.pause()
        row = listed.rows[before].content.plain
        app.reader.report(Analysed(fuller_analysis()))
        await wait_until(pilot, lambda: app.reader.library.shelf.current.state == "ready")
        await pilot.pause()
        assert app.focused is listed.list
        assert listed.list.cursor == after
        assert listed.rows[after].content.plain == row


async def test_whoever_is_chosen_stays_chosen_when_more_is_found(opened: Open) -> None:
    async with opened(analysed=False) as (app, pilot):
        app.reader.report(Working(canned.article().key))
        app.reader.report(Reached(canned.article().key, 0.5, canned.analysis()))
        await wait_until(pilot, lambda: rows_of(app, "people") != [])
        await pilot.press("1", "j", "enter")
        assert at_hand(app) == "Tom Reyes"
        app.reader.report(Analysed(fuller_analysis()))
        await wait_until(pilot, lambda: app.reader.library.shelf.current.state == "ready")
        assert app.reader.reading is not None
        assert app.reader.reading.chosen_entity is not None
        assert app.reader.reading.chosen_entity.name == "Tom Reyes"
        assert at_hand(app) == "Tom Reyes"


async def test_a_list_stays_scrolled_where_it_was_when_more_is_found(opened: Open) -> None:
    async with opened(analysed=False, size=(120, 24)) as (app, pilot):
        part = canned.analysis()
        many = tuple(Quote((Span(at, at + 20),), "direct") for at in range(0, len(TEXT) - 40, 10))
        key = canned.article().key
        app.reader.report(Working(key))
        app.reader.report(Reached(key, 0.5, replace(part, quotes=many[:-1])))
        await wait_until(pilot, lambda: len(rows_of(app, "quotes")) == len(many) - 1)
        app.reader.part("quotes").top = 9
        await pilot.pause()
        assert app.reader.part("quotes").top == 9
        app.reader.report(Analysed(replace(part, quotes=many)))
        await wait_until(pilot, lambda: len(rows_of(app, "quotes")) == len(many))
        await pilot.pause()
        assert app.reader.part("quotes").top == 9
