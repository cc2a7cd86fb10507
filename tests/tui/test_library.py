"""The shelf's keeper: whose analysis is asked for, and whose is not wanted any more."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import cast

import pytest

from analysis.load import make_article
from analysis.schema import Article
from tests import canned
from tui.analyst import Analyst
from tui.analyst_events import Dropped, Reached, Working
from tui.library import Library
from tui.shelf import Shelf


class StandIn:
    """An analyst that only remembers what it is told."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.kept: Container[str] = ()

    def submit(self, article: Article, *, urgent: bool = False) -> None:
        self.asked.append(article.text)

    def keep(self, keys: Container[str]) -> None:
        self.kept = keys


ARTICLES = [make_article(f"Article {number}.") for number in range(8)]


@pytest.fixture
def library() -> Library:
    shelf = Shelf.of(Path(f"{number}.txt") for number in range(len(ARTICLES)))
    library = Library(shelf, analyst=cast("Analyst", StandIn()))
    for index, article in enumerate(ARTICLES):
        library.take_article(index, article, None)
    return library


def test_only_the_open_article_and_those_around_it_are_still_wanted(library: Library) -> None:
    library.open(4, leaving_at=0)
    kept = cast("StandIn", library.analyst).kept
    assert [index for index, article in enumerate(ARTICLES) if article.key in kept] == [
        2,
        3,
        4,
        5,
        6,
    ]


def test_once_all_are_wanted_none_is_dropped(library: Library) -> None:
    analyst = cast("StandIn", library.analyst)
    library.analyse_all()
    analyst.kept = ()
    library.open(4, leaving_at=0)
    assert analyst.kept == ()


def test_an_article_that_was_read_anew_is_not_wanted_as_it_was(library: Library) -> None:
    library.take_article(0, make_article("Article 0, mended."), None)
    assert ARTICLES[0].key not in cast("StandIn", library.analyst).kept


def test_what_was_dropped_is_asked_for_again_when_it_is_opened(library: Library) -> None:
    key = ARTICLES[0].key
    library.analyse_open()
    library.hear(Working(key))
    library.hear(Reached(key, 0.5, None))
    library.hear(Dropped(key))
    assert (library.shelf.current.state, library.shelf.current.share) == ("loaded", 0.0)
    library.analyse_open()
    assert cast("StandIn", library.analyst).asked == [ARTICLES[0].text] * 2


def test_what_is_under_way_becomes_urgent_when_it_is_opened(library: Library) -> None:
    library.hear(Working(ARTICLES[1].key))
    library.open(1, leaving_at=0)
    library.analyse_open()
    library.hear(Working(ARTICLES[2].key))
    library.take_problem(1, "gone")
    library.analyse_neighbours()
    asked = cast("StandIn", library.analyst).asked
    assert asked[0] == ARTICLES[1].text
    assert ARTICLES[2].text not in asked


def test_a_part_that_is_late_does_not_take_back_how_far_the_analysis_is() -> None:
    library = Library(Shelf.of([Path("a.txt")]), analyst=None)
    library.take_article(0, canned.article(), None)
    library.hear(Working(canned.article().key))
    library.hear(Reached(canned.article().key, 0.5, None))
    library.hear(Reached(canned.article().key, 0.2, canned.analysis()))
    entry = library.shelf.current
    assert (entry.state, entry.share) == ("analysing", 0.5)
    assert entry.reading is not None
    assert entry.reading.analysis == canned.analysis()
