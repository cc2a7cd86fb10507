"""A search under way: the query, its hits, the one pointed at, and where it began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.schema import Analysis, Span
from tui.reading import Reading

if TYPE_CHECKING:  # the search is imported once an article is on the screen
    from analysis.search import Hit, Index, Sureness

LONG = 500_000
"""Characters of an article in which to search takes too long for a key to wait for it."""
SHORT = 50_000
"""Characters of an article that is looked through whole at each key."""
MOST_HITS = 50
"""Hits listed; all that matches is lit and walked."""
KEPT_INDEXES = 4
"""Articles whose index is kept for the search in the open one."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A search in one article. Immutable: each key gives a new one."""

    index: Index | None = None
    """What is searched; None where no search has begun."""
    top: int = 0
    """The first character that was on the screen when the search began."""
    place: Span | None = None
    """Where the reader stood when the search began."""
    query: str = ""
    """What is searched for."""
    hits: tuple[Hit, ...] = ()
    """The best ones, best first."""
    everywhere: Mapping[Sureness, tuple[Span, ...]] | None = None
    """Where all stands that matches, by how surely; None while only the hits are known."""
    pointed: int = 0
    """The index of the hit under the cursor."""
    places: tuple[Span, ...] = ()
    """What is lit in the text and walked by `n`: sorted, not overlapping."""

    def finding(self, query: str) -> Finder:
        """Return the search with another query, pointing at its best hit."""
        from analysis.search import find

        hits = find(self.index, query, limit=MOST_HITS) if self.index is not None else ()
        return replace(self, query=query, hits=tuple(hits), everywhere=None).pointing(0)

    @property
    def is_whole(self) -> bool:
        """Whether all that matches is known."""
        return self.everywhere is not None or len(self.hits) < MOST_HITS

    def completed(self, is_given_up: Callable[[], bool] = lambda: False) -> Finder:
        """Return the search with all that matches, however often; as it is where given up."""
        from analysis.search import find_everywhere, join_overlapping

        if self.is_whole or self.index is None:
            return self
        places: defaultdict[Sureness, list[Span]] = defaultdict(list)
        for sureness, found in find_everywhere(self.index, self.query):
            if is_given_up():
                return self
            places[sureness] += found
        everywhere = {sureness: join_overlapping(found) for sureness, found in places.items()}
        return replace(self, everywhere=everywhere).pointing(self.pointed)

    def pointing(self, index: int) -> Finder:
        """Return the search with the cursor on another hit."""
        from analysis.search import matching_places

        if not self.hits:
            return replace(self, pointed=0, places=())
        hit = self.hits[index]
        if self.everywhere is None:
            places = matching_places(self.hits, hit)
        else:
            places = self.everywhere.get(hit.sureness, hit.places)
        return replace(self, pointed=index, places=places)

    @property
    def target(self) -> Span | None:
        """Where the hit pointed at lies: its first place from where the search began, or None."""
        if not self.hits:
            return None
        places = self.hits[self.pointed].places
        origin = self.place.start if self.place else self.top
        return next((place for place in places if place.start >= origin), places[0])


class Indexes:
    """The indexes of the last articles asked for. A lost race between threads builds one twice."""

    def __init__(self, most: int = KEPT_INDEXES) -> None:
        """Begin with none.

        Args:
            most: How many are kept.
        """
        self._most = most
        self._kept: dict[str, tuple[Analysis | None, Index]] = {}

    def kept(self, reading: Reading) -> Index | None:
        """Return the index of an article and its analysis; None if it is not built yet."""
        analysis, index = self._kept.get(reading.article.key, (None, None))
        return index if analysis is reading.analysis else None

    def of(self, reading: Reading) -> Index:
        """Return the index of an article and its analysis, building it if it is not kept."""
        from analysis.search import build_index

        key = reading.article.key
        index = self.kept(reading) or build_index(reading.article, reading.analysis)
        self._kept.pop(key, None)
        self._kept[key] = (reading.analysis, index)
        for oldest in list(self._kept)[: max(len(self._kept) - self._most, 0)]:
            self._kept.pop(oldest, None)
        return index

    def prepare(self, reading: Reading) -> Index:
        """Build an index and import what a misspelt query needs; for a worker thread."""
        from analysis.search import find

        index = self.of(reading)
        find(index, "qzxqzx")
        return index
