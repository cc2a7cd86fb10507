"""A search under way: the query, its hits, the one pointed at, and where it began."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.schema import Span
from analysis.search import Hit, Index, build_index, find, matching_places
from tui.reading import Reading


@dataclass(frozen=True, slots=True)
class Finder:
    """A search in one article. Immutable: each key gives a new one."""

    index: Index | None = None
    """What is searched; None where no search has begun."""
    top: int = 0
    """The first character that was on the screen when the search began."""
    place: Span | None = None
    """Where the reader stood when the search began."""
    hits: tuple[Hit, ...] = ()
    """Best first."""
    pointed: int = 0
    """The index of the hit under the cursor."""
    places: tuple[Span, ...] = ()
    """What is lit in the text and walked by `n`: sorted, not overlapping."""

    @classmethod
    def over(cls, reading: Reading, top: int, place: Span | None) -> Finder:
        """Begin a search of a reading, seen from where the reader is."""
        return cls(index=_index_of(reading), top=top, place=place)

    def finding(self, query: str) -> Finder:
        """Return the search with another query, pointing at its best hit."""
        hits = tuple(find(self.index, query)) if self.index is not None else ()
        return replace(self, hits=hits).pointing(0)

    def pointing(self, index: int) -> Finder:
        """Return the search with the cursor on another hit."""
        if not self.hits:
            return replace(self, pointed=0, places=())
        return replace(self, pointed=index, places=matching_places(self.hits, self.hits[index]))

    @property
    def target(self) -> Span | None:
        """Where the hit pointed at lies: its first place from where the search began, or None."""
        if not self.hits:
            return None
        places = self.hits[self.pointed].places
        origin = self.place.start if self.place else self.top
        return next((place for place in places if place.start >= origin), places[0])


@lru_cache(maxsize=4)
def _index_of(reading: Reading) -> Index:
    return build_index(reading.article, reading.analysis)
