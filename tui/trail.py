"""Where the reader jumped from: a trail to go back and forward on, as in vim and browsers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

LIMIT = 200
"""Jumps remembered; older ones fall off."""


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in one of the open articles."""

    entry: int
    """The article's index in the list."""
    offset: int
    """Characters from its start."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The places jumped from, and those gone back from. State is replaced, never changed."""

    behind: tuple[Place, ...] = ()
    """Oldest first."""
    ahead: tuple[Place, ...] = ()
    """The next one forward comes first."""

    def jump_from(self, here: Place) -> Trail:
        """Return the trail after a jump from here: what lay ahead is forgotten."""
        if self.behind and self.behind[-1] == here:
            return Trail(self.behind)
        return Trail((*self.behind, here)[-LIMIT:])

    def moving(self, entry: int, move: Callable[[int], int]) -> Trail:
        """Return the trail with the offsets in one article moved, as when its text changed."""
        moved = (
            tuple(
                replace(place, offset=move(place.offset)) if place.entry == entry else place
                for place in places
            )
            for places in (self.behind, self.ahead)
        )
        return Trail(*moved)

    def back(self, here: Place) -> tuple[Place, Trail] | None:
        """Return the place before and the trail from there; None at the beginning."""
        if not self.behind:
            return None
        return self.behind[-1], Trail(self.behind[:-1], (here, *self.ahead))

    def forward(self, here: Place) -> tuple[Place, Trail] | None:
        """Return the place gone back from and the trail from there; None at the end."""
        if not self.ahead:
            return None
        return self.ahead[0], Trail((*self.behind, here), self.ahead[1:])
