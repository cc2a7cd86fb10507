"""Which corrections hold after all that was made, taken back and made again. Immutable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from analysis.corrections.changes import Correction
from analysis.corrections.lines import Entry


@dataclass(frozen=True, slots=True)
class History:
    """All corrections ever made, in their order, and those taken back."""

    made: dict[str, Correction] = field(default_factory=dict)
    """By id, oldest first; never changed in place."""
    taken_back: tuple[str, ...] = ()
    """The ids of those that do not hold, the one taken back last at the end."""
    can_redo: int = 0
    """How many of the last ones taken back may hold again: those since the last one made."""

    def taking(self, entries: Iterable[Entry]) -> History:
        """Return the history with more entries; what is known already or of no one is left out."""
        made, taken_back, can_redo = dict(self.made), list(self.taken_back), self.can_redo
        for entry in entries:
            if isinstance(entry, Correction):
                if entry.id not in made:
                    made[entry.id] = entry
                    can_redo = 0
            elif entry.way == "undo":
                if entry.correction in made and entry.correction not in taken_back:
                    taken_back.append(entry.correction)
                    can_redo += 1
            elif entry.correction in taken_back:
                taken_back.remove(entry.correction)
                can_redo = max(0, can_redo - 1)
        return replace(self, made=made, taken_back=tuple(taken_back), can_redo=can_redo)

    @property
    def holding(self) -> tuple[Correction, ...]:
        """The corrections that hold, in the order in which they were made."""
        gone = set(self.taken_back)
        return tuple(made for made in self.made.values() if made.id not in gone)

    @property
    def last(self) -> Correction | None:
        """The correction that undoing takes back, or None."""
        return next(reversed(self.holding), None)

    @property
    def last_taken_back(self) -> Correction | None:
        """The correction that redoing lets hold again, or None."""
        return self.made[self.taken_back[-1]] if self.can_redo else None
