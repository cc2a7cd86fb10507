"""What lies over a row of text: spans found by bisection, in layers. Knows no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from operator import attrgetter

from analysis.schema import Span
from tui.wrap import cell_widths


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


def runs(
    layers: Mapping[str, Layer], start: int, text: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Cut a stretch of text to runs over which the same layers lie.

    A letter is never parted from what combines with it: both are in the layers of the letter.

    Args:
        layers: By name, from under to over.
        start: The offset at which the text stands.
        text: The text, of one row.

    Yields:
        Each run's text and the names of its layers, in their order; together all of the text.
    """
    end = start + len(text)
    spans = [(name, *span) for name, layer in layers.items() for span in layer.within(start, end)]
    edges = {start, end}
    for _, first, last in spans:
        edges |= {first, last}
    if len(edges) > 2 and not text.isascii():
        begins = [0, *(at for at, cells in enumerate(cell_widths(text)) if at and cells), len(text)]
        edges = {start + begins[bisect_left(begins, edge - start)] for edge in edges}
    for begin, stop in pairwise(sorted(edges)):
        names = dict.fromkeys(name for name, first, last in spans if first <= begin < last)
        yield text[begin - start : stop - start], tuple(names)
