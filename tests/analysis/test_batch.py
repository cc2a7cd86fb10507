"""Many files: in order, bounded, one bad file passed over, what is known not done again."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.batch import (
    AHEAD,
    Analysed,
    LocalAnalyzer,
    PassedOver,
    analyze_files,
    map_in_order,
)
from analysis.errors import AnalysisError, PipelineError
from analysis.schema import Analysis, Article
from analysis.store import Store
from tests.analysis.test_child import STAND_IN


class StandIn:
    """Finds nothing in any article; counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def analyze(self, article: Article) -> Analysis:
        self.asked.append(article.text)
        if "odd" in article.text:
            raise AnalysisError("an odd article")
        return Analysis(article.key, "print", (), (), (), ())


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number:02d}.txt" for number in range(20)]
    for path in paths:
        path.write_text(f"This is article {path.stem}.")
    return paths


@given(st.lists(st.integers()), st.integers(1, 5))
def test_results_come_in_the_order_of_the_items(items: list[int], at_once: int) -> None:
    assert list(map_in_order(lambda item: item + 1, items, at_once=at_once)) == [
        item + 1 for item in items
    ]


def test_items_are_taken_only_as_their_results_are_wanted() -> None:
    items = iter(range(1000))
    results = map_in_order(lambda item: item, items, at_once=2)
    for wanted in range(50):
        assert next(results) == wanted
    results.close()
    assert next(items) <= 50 + AHEAD * 2


def test_while_the_first_result_is_waited_for_a_bounded_number_of_items_is_begun() -> None:
    others_wait = threading.Event()
    ended: list[int] = []

    def work(item: int) -> int:
        if item == 0:
            assert others_wait.wait(60)
        if item == AHEAD * 2 - 1:
            others_wait.set()
        if item >= AHEAD * 2:
            assert 0 in ended
        ended.append(item)
        return item

    assert list(map_in_order(work, range(100), at_once=2)) == list(range(100))


def test_a_bad_file_is_passed_over_and_the_others_are_done(files: list[Path]) -> None:
    files[3].write_bytes(b"\x89PNG\r\n\x1a\n\0")
    files[5].write_text("This one is odd.")
    files[7].unlink()
    outcomes = list(analyze_files(files, StandIn(), at_once=3))
    assert [outcome.path for outcome in outcomes] == files
    passed_over = [outcome for outcome in outcomes if isinstance(outcome, PassedOver)]
    assert [outcome.path for outcome in passed_over] == [files[3], files[5], files[7]]
    assert passed_over[1].problem == "an odd article"


def test_what_the_store_holds_is_not_done_again(files: list[Path], tmp_path: Path) -> None:
    first, second = StandIn(), StandIn()
    with Store(tmp_path / "cache", fingerprint="print") as store:
        half = analyze_files(files[:10], first, at_once=2, store=store)
        assert all(isinstance(outcome, Analysed) for outcome in half)
        whole = analyze_files(files, second, at_once=2, store=store)
        assert all(isinstance(outcome, Analysed) for outcome in whole)
    assert sorted(first.asked + second.asked) == sorted(path.read_text() for path in files)


def test_an_article_that_ends_its_process_twice_is_passed_over(files: list[Path]) -> None:
    files[4].write_text("Here you die.")
    with LocalAnalyzer([sys.executable, "-c", STAND_IN]) as analyzer:
        outcomes = list(analyze_files(files, analyzer, at_once=2))
    assert [isinstance(outcome, PassedOver) for outcome in outcomes] == [
        path == files[4] for path in files
    ]


def test_without_a_pipeline_the_batch_ends(files: list[Path]) -> None:
    command = [sys.executable, "-c", """print('{"failed": "no pipeline"}')"""]
    with LocalAnalyzer(command) as analyzer, pytest.raises(PipelineError, match="no pipeline"):
        list(analyze_files(files, analyzer, at_once=2))


def test_a_batch_left_early_ends_its_processes(files: list[Path]) -> None:
    files[1].write_text("Here you hang.")
    with LocalAnalyzer([sys.executable, "-c", STAND_IN]) as analyzer:
        outcomes = analyze_files(files, analyzer, at_once=2)
        assert isinstance(next(outcomes), Analysed)
        outcomes.close()
    assert not [
        thread
        for thread in threading.enumerate()
        if thread.name.startswith("analyze")
        if thread.join(60) or thread.is_alive()
    ]
