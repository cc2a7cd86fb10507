"""The line that shows where mentions lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.schema import Span
from tui.spread import LEVELS, NOTHING, cell_of, draw_spread, nearest


@pytest.mark.parametrize(
    ("starts", "length", "cells", "line"),
    [
        ([], 100, 4, "····"),
        ([0, 99], 100, 4, "▂··▂"),
        ([0, 1, 2, 30, 31, 99], 100, 4, "▆▄·▂"),
        ([0, 1, 2, 3, 4, 5], 100, 2, "█·"),
        ([0], 1, 3, "▂··"),
        ([], 0, 2, "··"),
        ([5], 10, 0, ""),
    ],
)
def test_a_line_stands_up_where_mentions_begin(
    starts: list[int], length: int, cells: int, line: str
) -> None:
    assert draw_spread([Span(start, start + 1) for start in starts], length, cells) == line


@given(st.lists(st.integers(0, 999), max_size=30), st.integers(1, 200))
def test_every_mention_is_seen_and_can_be_clicked(starts: list[int], cells: int) -> None:
    spans = [Span(start, start + 1) for start in sorted(starts)]
    line = draw_spread(spans, 1000, cells)
    assert len(line) == cells
    assert set(line) <= {*LEVELS, NOTHING}
    for cell, sign in enumerate(line):
        chosen = nearest(spans, cell, 1000, cells)
        if sign != NOTHING:
            assert chosen is not None
            assert cell_of(chosen.start, 1000, cells) == cell
        assert (chosen is None) == (not spans)
