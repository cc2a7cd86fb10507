"""What the benchmark finds: rows of its table, and curves. How they are told, kept and compared."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

LAST = Path(__file__).with_name("last.json")
"""The ratios of the last release, to compare with."""


@dataclass(frozen=True)
class Samples:
    """One thing measured several times."""

    who: str
    """What was measured."""
    values: Sequence[float]
    """In the order measured; at least one."""
    unit: str = "ms"
    """What they count."""

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def share(self, percent: int) -> float:
        """Return the value that so many percent of the samples do not exceed."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]

    def __str__(self) -> str:
        low, high = min(self.values), max(self.values)
        told = f"{_round(self.median)} {self.unit}"
        return told if low == high else f"{told} ({_round(low)} to {_round(high)})"


@dataclass(frozen=True)
class Row:
    """A line of the table: ours beside theirs, and how the two shall compare."""

    name: str
    """A short name that stays."""
    what: str
    """What is measured, for a reader."""
    ours: Samples | None
    """Of newsreader; None where it could not be measured."""
    theirs: Samples | None
    """What it is measured beside; None where that cannot be had, or where the value itself counts."""
    limit: float | None
    """What the ratio of the medians (else the median itself) may be; None where nothing is aimed at."""
    is_least: bool = False
    """Whether the limit is what must be reached, not what must not be exceeded."""
    missing: str | None = None
    """Why it, or what it is measured beside, could not be measured."""

    @property
    def ratio(self) -> float:
        """Of the medians; the median itself where there is nothing beside it."""
        if self.ours is None:
            return math.nan
        return self.ours.median / self.theirs.median if self.theirs else self.ours.median

    @property
    def verdict(self) -> str:
        if self.missing is not None or self.limit is None:
            return self.missing or ""
        is_met = self.ratio >= self.limit if self.is_least else self.ratio <= self.limit
        return "met" if is_met else "missed"

    def cells(self, last: float | None) -> list[str]:
        """Return the row's cells as text, the ratio of the last release at its end."""
        against = "" if self.theirs is None else f"{self.theirs.who}: {self.theirs}"
        ratio = f"{self.ratio:.3g}" if self.ours and self.theirs else ""
        aim = "" if self.limit is None else f"{'≥' if self.is_least else '≤'} {self.limit:g}"
        before = "" if last is None or self.missing is not None else f"{last:.3g}"
        return [self.what, str(self.ours or ""), against, ratio, aim, self.verdict, before]


HEADING = ["what", "newsreader", "beside", "ratio", "aim", "", "last release"]


@dataclass(frozen=True)
class Curve:
    """How a cost grows: a plot of several lines, both axes logarithmic."""

    name: str
    """Names its file."""
    title: str
    """What is plotted."""
    across: str
    """What the x axis counts."""
    up: str
    """What the y axis counts."""
    lines: dict[str, list[tuple[float, float]]]
    """Each line's points, by its name."""


def read_last() -> dict[str, float]:
    """Return the ratios of the last release; empty where none were kept."""
    if not LAST.exists():
        return {}
    kept: dict[str, float] = json.loads(LAST.read_text(encoding="utf-8"))
    return kept


def keep(rows: Iterable[Row]) -> None:
    """Keep the ratios, for the next states to be compared with; those not measured now stay."""
    ratios = {row.name: round(row.ratio, 4) for row in rows if row.missing is None}
    LAST.write_text(json.dumps(read_last() | ratios, indent=1) + "\n", encoding="utf-8")


def to_table(rows: Iterable[Row]) -> str:
    """Return the table in Markdown, its columns in line."""
    last = read_last()
    cells = [HEADING, *(row.cells(last.get(row.name)) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADING))]
    lines = [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _round(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
