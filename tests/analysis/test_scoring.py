"""Measuring analyses against gold: what counts as right, and what the gold leaves open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import LoadError
from analysis.scoring import Score, Tally, read_gold, score
from tests import canned

FIRST = canned.spans(canned.article().text, "We cannot build on sand,")[0]
SOUND = canned.spans(canned.article().text, "sound")[0]


def quote(start: int, end: int, speaker: str | None, *, optional: bool = False) -> dict[str, Any]:
    return {"start": start, "end": end, "speakers": [speaker], "optional": optional}


def name(*names: str, optional: bool = False) -> dict[str, Any]:
    return {"name": names[0], "aliases": list(names[1:]), "optional": optional}


def scored(tmp_path: Path, **gold: Any) -> Score:
    record = {"doc": "a", "people": [], "organizations": [], "quotes": [], **gold}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record))
    return score(canned.article(), canned.analysis(), read_gold(tmp_path / "gold.jsonl")[0])


@pytest.mark.parametrize(
    ("people", "tally"),
    [
        ([name("Ana Škoda"), name("Tom Reyes")], Tally(2, 2, 2)),
        ([name("Mayor Škoda", "ana  škoda")], Tally(1, 2, 1)),
        ([name("Ana Škoda"), name("Tom Reyes", optional=True)], Tally(1, 1, 1)),
        ([name("Škoda")], Tally(0, 2, 1)),
        ([], Tally(0, 2, 0)),
    ],
)
def test_a_person_is_right_once_by_any_of_the_names(
    tmp_path: Path, people: list[dict[str, Any]], tally: Tally
) -> None:
    assert scored(tmp_path, people=people).people == tally


@pytest.mark.parametrize(
    ("quotes", "right", "with_speaker"),
    [
        ([quote(*FIRST, "Ana Škoda")], Tally(1, 3, 1), Tally(1, 3, 1)),
        ([quote(FIRST.start, FIRST.end - 1, "Ana Škoda")], Tally(1, 3, 1), Tally(1, 3, 1)),
        ([quote(FIRST.start, FIRST.end - 6, "Ana Škoda")], Tally(0, 3, 1), Tally(0, 3, 1)),
        ([quote(*FIRST, "Tom Reyes")], Tally(1, 3, 1), Tally(0, 3, 1)),
        ([quote(*SOUND, None, optional=True)], Tally(0, 2, 0), Tally(0, 2, 0)),
    ],
)
def test_a_quote_is_right_by_its_ends_and_its_speaker(
    tmp_path: Path, quotes: list[dict[str, Any]], right: Tally, with_speaker: Tally
) -> None:
    found = scored(tmp_path, quotes=quotes)
    assert (found.quotes, found.speakers) == (right, with_speaker)


def test_scores_add_up_over_articles() -> None:
    both = Score(people=Tally(1, 2, 2)) + Score(people=Tally(2, 2, 2))
    assert both.people.f1 == 75.0
    assert str(both).startswith("people 75.0, organizations 100.0")


@pytest.mark.parametrize("text", ["{}", "nonsense", '{"doc": 1}', "[]"])
def test_what_is_no_gold_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "gold.jsonl").write_text(text)
    with pytest.raises(LoadError, match="no gold"):
        read_gold(tmp_path / "gold.jsonl")
