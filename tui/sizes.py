"""How wide the parts of the screen are at which size. Knows cells; knows no widget.

The style sheet says it too; `tests/tui/test_first_page.py` holds the two together.
"""

from __future__ import annotations

SMALLEST = (40, 12)
"""Columns and rows below which the reader asks for more room."""
BY_COLUMNS = [(0, "-too-narrow"), (SMALLEST[0], "-narrow"), (110, "-normal"), (170, "-wide")]
"""From how many columns on the screen has which class."""
BY_ROWS = [(0, "-too-short"), (SMALLEST[1], "-high-enough")]
"""From how many rows on the screen has which class."""
PANEL_CELLS = {"-narrow": 30, "-normal": 38, "-wide": 48}
"""The side panel's width."""
LIST_CELLS = {"-narrow": 0, "-normal": 32, "-wide": 40}
"""The list of articles' width, where there are several."""
FOOT_ROWS = 2
"""Rows below the article: the status line and the keys."""


def class_for(dimension: int, thresholds: list[tuple[int, str]]) -> str:
    """Return the class of a number of columns or rows."""
    return next(name for least, name in reversed(thresholds) if dimension >= least)
