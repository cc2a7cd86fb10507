"""Moving in an article: mentions, quotes, and what is at an offset."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.schema import Span
from tests import canned
from tui.reading import Reading, index_at, step

SPANS = (Span(2, 4), Span(10, 12), Span(20, 25))


@pytest.fixture
def reading() -> Reading:
    return Reading(canned.article(), canned.analysis())


@pytest.mark.parametrize(
    ("offset", "direction", "index"),
    [
        (-1, 1, 0),
        (2, 1, 1),
        (3, 1, 1),
        (4, 1, 1),
        (20, 1, 0),
        (99, 1, 0),
        (-1, -1, 2),
        (2, -1, 2),
        (3, -1, 0),
        (20, -1, 1),
        (99, -1, 2),
    ],
)
def test_a_step_goes_to_the_next_span_and_round_at_the_ends(
    offset: int, direction: int, index: int
) -> None:
    assert step(SPANS, offset, direction) == index


def test_there_is_no_step_without_spans() -> None:
    assert step((), 3, 1) is None


@pytest.mark.parametrize(
    ("offset", "index"), [(1, None), (2, 0), (4, None), (11, 1), (24, 2), (25, None)]
)
def test_the_span_at_an_offset_is_found(offset: int, index: int | None) -> None:
    assert index_at(SPANS, offset) == index


def test_without_a_choice_all_names_of_people_and_organizations_are_walked(
    reading: Reading,
) -> None:
    words = [span.of(reading.article.text) for span in reading.walk]
    assert words == [
        "Ana Škoda",
        "Port Authority",
        "Škoda",
        "Tom Reyes",
        "Port Authority",
        "Škoda",
    ]


def test_a_chosen_person_is_walked_with_pronouns(reading: Reading) -> None:
    words = [span.of(reading.article.text) for span in reading.choosing(2).walk]
    assert words == ["Tom Reyes", "he"]


def test_a_choice_follows_its_mention_into_a_new_analysis(reading: Reading) -> None:
    assert reading.choosing(1).with_analysis(canned.analysis()).chosen == 1
    first_alone = replace(canned.analysis(), mentions=canned.analysis().mentions[:1])
    assert reading.choosing(1).with_analysis(first_alone).chosen is None


def test_between_the_parts_of_a_quote_there_is_no_quote(reading: Reading) -> None:
    quote = reading.quotes[0]
    assert reading.quote_at(quote.parts[1].start) is quote
    assert reading.quote_at(quote.parts[0].end + 3) is None


def test_the_first_quote_of_a_stretch_is_found(reading: Reading) -> None:
    first, second = reading.quotes
    assert reading.first_quote_within(0, len(reading.article.text)) is first
    assert reading.first_quote_within(first.span.end, len(reading.article.text)) is second
    assert reading.first_quote_within(0, first.span.start) is None


def test_reported_speech_counts_only_when_it_is_shown(reading: Reading) -> None:
    assert reading.analysis is not None
    reported = replace(reading.quotes[0], kind="indirect")
    mixed = reading.with_analysis(replace(reading.analysis, quotes=(reported, reading.quotes[1])))
    assert [quote.kind for quote in mixed.quotes] == ["mixed"]
    assert [quote.kind for quote in mixed.showing_reported(True).quotes] == ["indirect", "mixed"]


def test_an_article_without_analysis_has_nothing_to_walk() -> None:
    bare = Reading(canned.article())
    assert (bare.walk, bare.quotes, bare.entities("person")) == ((), (), [])
    assert bare.mention_at(0) is None
