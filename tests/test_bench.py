"""The benchmark comes to its end whatever its parts do."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import parts
from tests.bench.commands import run_within
from tests.bench.figures import Row, Samples, to_table
from tests.bench.parts import Part, measure_part
from tests.bench.turns import Bench, take_turns

ROW = Row("rows", "rows of a part", Samples("newsreader", [2.0, 4.0]), None, 5)


def give(_: Bench) -> Iterator[Row]:
    yield ROW


def give_and_fail(_: Bench) -> Iterator[Row]:
    yield ROW
    raise OSError("the disk is full")


def give_and_hang(_: Bench) -> Iterator[Row]:
    yield ROW
    time.sleep(600)


@pytest.mark.parametrize(
    ("measure", "problems"),
    [
        ("give", []),
        ("give_and_fail", ["OSError: the disk is full"]),
        ("give_and_hang", ["not done within 5 s"]),
        ("nothing_of_the_kind", ["AttributeError"]),
    ],
)
def test_a_part_that_fails_or_hangs_is_a_row_that_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, measure: str, problems: list[str]
) -> None:
    part = Part("a part", f"tests.test_bench:{measure}", 5)
    monkeypatch.setitem(parts.PARTS, "part", part)
    found = list(measure_part("part", Bench(tmp_path, 1, with_curves=False)))
    rows = [row for row in found if isinstance(row, Row)]
    assert [row for row in rows if row.missing is None] == [ROW] * measure.startswith("give")
    missing = [row.missing or "" for row in rows if row.missing is not None]
    assert len(missing) == len(problems)
    assert all(told.startswith(problem) for told, problem in zip(missing, problems, strict=True))


def test_every_part_is_there() -> None:
    for name, part in parts.PARTS.items():
        assert callable(parts.find_measure(part.place)), name


def test_what_fails_once_is_passed_over_and_the_rest_is_measured(tmp_path: Path) -> None:
    def fail() -> float:
        run_within(["false"], 10)
        return 0.0

    turns = take_turns(
        Bench(tmp_path, 2, with_curves=False), "both", {"ours": lambda: 1.0, "theirs": fail}
    )
    row = turns.row("both", "both of them", "ours", "theirs", 1)
    assert row.ours is not None
    assert row.missing == "theirs: ended with 1: no word why"
    assert "theirs: ended with 1" in to_table([row])


def test_a_command_that_does_not_end_is_ended() -> None:
    with pytest.raises(subprocess.SubprocessError, match="did not end within"):
        run_within(["sleep", "600"], 0.2)
