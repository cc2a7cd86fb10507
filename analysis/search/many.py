"""Search in many articles at once: the best hits of each, the likeliest article first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.search.find import find
from analysis.search.hits import Hit
from analysis.search.index import Index

HITS_OF_ONE = 6
"""Hits listed of one article: what is found fifty times there must not hide the others."""

_NAMES = frozenset({"person", "organization", "place"})


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a query may have meant, and where."""

    article: int
    """The number of the article, as the caller counts them."""
    hit: Hit
    """What was found there."""


def find_in_each(indexes: Iterable[tuple[int, Index]], query: str) -> Iterator[list[Found]]:
    """Search one article after the other.

    Args:
        indexes: What is searched, each with the number of its article.
        query: As for `find`.

    Yields:
        For each article its best hits, best first, at most `HITS_OF_ONE`; an empty list where
        nothing is found. Whoever asks may stop at any time.
    """
    for number, index in indexes:
        yield [Found(number, hit) for hit in find(index, query, limit=HITS_OF_ONE)]


def rank_articles(found: Iterable[Sequence[Found]], *, limit: int = 60) -> list[Found]:
    """Put the hits of many articles in one list, those of an article together.

    Args:
        found: The hits of each article, best first.
        limit: How many hits at most.

    Returns:
        The article with the surest hit first; as sure ones, names before quotes before
        passages, by how often they are mentioned, then in the order given.
    """
    ranked = sorted((hits for hits in found if hits), key=lambda hits: _rank(hits[0].hit))
    return [one for hits in ranked for one in hits][:limit]


def _rank(hit: Hit) -> tuple[int, int, int]:
    group = 0 if hit.kind in _NAMES else 1 if hit.kind == "quote" else 2
    return hit.tier, group, -len(hit.places) if group == 0 else 0
