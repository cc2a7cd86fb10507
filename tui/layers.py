"""Spans of one style, found by bisection: what lies under a row of text. Knows no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import attrgetter

from analysis.schema import Span


class Layer:
    """Spans of one style, found by bisection."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        ordered = sorted(spans, key=attrgetter("start"))
        self._starts = [span.start for span in ordered]
        self._ends = [span.end for span in ordered]
        # Spans may overlap: the furthest end so far never falls, so it can be bisected.
        self._reach = list(accumulate(self._ends, max))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans that share characters with a stretch, cut to it."""
        first = bisect_right(self._reach, start)
        for index in range(first, bisect_left(self._starts, end)):
            if self._ends[index] > start:
                yield max(self._starts[index], start), min(self._ends[index], end)
