"""Where in an article mentions lie, as one line of cells. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.schema import Span

NOTHING = "·"
"""A stretch of the article without a mention."""
LEVELS = "▂▄▆█"
"""A stretch with one mention, two, three, and more."""


def draw_spread(spans: Sequence[Span], length: int, cells: int) -> str:
    """Return a line of cells that shows where spans begin in a text.

    Args:
        spans: In any order.
        length: How long the text is, in characters; all spans lie inside it.
        cells: How many cells the line has; for none it is empty.
    """
    if not cells:
        return ""
    counts = [0] * cells
    for span in spans:
        counts[cell_of(span.start, length, cells)] += 1
    return "".join(LEVELS[min(count, len(LEVELS)) - 1] if count else NOTHING for count in counts)


def cell_of(offset: int, length: int, cells: int) -> int:
    """Return in which cell of a line an offset of a text lies, counted from 0."""
    return min(cells - 1, offset * cells // max(1, length))


def nearest(spans: Sequence[Span], cell: int, length: int, cells: int) -> Span | None:
    """Return the first span of a cell, else the one whose cell is nearest; None for no spans."""
    return min(
        spans,
        key=lambda span: (abs(cell_of(span.start, length, cells) - cell), span.start),
        default=None,
    )
