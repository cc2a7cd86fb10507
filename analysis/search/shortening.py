"""Tell whether some letters shorten a name, in the manner of fzf: "emac", "vzel", "mcrn"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from analysis.search.zone import Zone

_LONGEST_NAME = 80
_MOST_WORDS = 8
_MOST_LETTERS = 24
_MOST_NAMES_ALIGNED = 40
_TO_NEXT_WORD = 0.2
_TO_NEXT_LETTER = 1.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the letters of a query lie in a name."""

    offsets: tuple[int, ...]
    """Where each letter was found, in order."""
    cost: float
    """0 where they all follow one another; more for each gap."""

    @property
    def is_close(self) -> bool:
        """Say whether at most half of the letters come behind a gap."""
        return self.cost <= len(self.offsets) / 2


def find_shortened(zone: Zone, letters: str) -> Iterator[tuple[int, float]]:
    """Find the names that some letters shorten.

    The first letter must begin a word. The others follow one another, go on at a later word's
    start, or leave letters out, as long as at most half of them come behind such a gap. A few
    dozen names at most are looked at closely, those mentioned most first, and names of more than
    eight words or 80 letters not at all.

    Yields:
        A line's number and how well the letters fit, 0 to 1; at most one for each line.
    """
    if not 2 <= len(letters) <= _MOST_LETTERS:
        return
    # Each class stops at the letter wanted next, so the pattern cannot go back on itself.
    rest = "".join(f"[^\n{re.escape(letter)}]*{re.escape(letter)}" for letter in letters[1:])
    pattern = re.compile(f" {re.escape(letters[0])}{rest}")
    for number in islice(_lines_matching(zone, pattern), _MOST_NAMES_ALIGNED):
        name = zone.line(number).strip()
        if len(name) <= _LONGEST_NAME and name.count(" ") < _MOST_WORDS:
            alignment = align(name, letters)
            if alignment and alignment.is_close:
                yield number, 1 - alignment.cost / len(letters)


def align(name: str, letters: str) -> Alignment | None:
    """Lay letters along a name with as few gaps as can be.

    Args:
        name: Comparable words joined by spaces.
        letters: What to find in it, in order.

    Returns:
        The cheapest alignment whose first letter begins a word; None where there is none.
    """
    starts = {at for at in range(len(name)) if at == 0 or name[at - 1] == " "}
    # For each letter so far: the end of each alignment -> its cost and the end before.
    columns: list[dict[int, tuple[float, int]]] = []
    for index, letter in enumerate(letters):
        column: dict[int, tuple[float, int]] = {}
        if index == 0:
            column = {at: (0.0, -1) for at in starts if name[at : at + 1] == letter}
        else:
            before = columns[-1]
            best, best_at = float("inf"), -1
            for at, character in enumerate(name):
                # `best` holds the cheapest alignment that ends before the letter just behind.
                if at >= 2 and (ended := before.get(at - 2)) and ended[0] < best:
                    best, best_at = ended[0], at - 2
                if character != letter:
                    continue
                jump = best + (_TO_NEXT_WORD if at in starts else _TO_NEXT_LETTER)
                adjoining = before.get(at - 1)
                if adjoining and adjoining[0] <= jump:
                    column[at] = (adjoining[0], at - 1)
                elif best_at >= 0:
                    column[at] = (jump, best_at)
        if not column:
            return None
        columns.append(column)
    end = min(columns[-1], key=lambda at: columns[-1][at][0])
    cost = columns[-1][end][0]
    offsets: list[int] = []
    for column in reversed(columns):
        offsets.append(end)
        end = column[end][1]
    return Alignment(tuple(reversed(offsets)), cost)


def _lines_matching(zone: Zone, pattern: re.Pattern[str]) -> Iterator[int]:
    match = pattern.search(zone.joined)
    while match:
        number = bisect_right(zone.starts, match.start()) - 1
        yield number
        if number + 1 >= len(zone.starts):
            return
        match = pattern.search(zone.joined, zone.starts[number + 1])
