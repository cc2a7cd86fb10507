"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.schema import Span

HitKind = Literal["person", "organization", "place", "quote", "passage"]

Sureness = tuple[int, bool]
"""How a thing matched: `Hit.tier` and `Hit.by_speaker`. What is as sure is lit together."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a query may have meant."""

    kind: HitKind
    """What it is."""
    text: str
    """One line to show; a long quote or passage is cut to the stretch round the match."""
    highlights: tuple[Span, ...]
    """What matched, in `text`; in order, never overlapping."""
    places: tuple[Span, ...]
    """Where it stands in the article, in order: the name mentions of an entity, the matched
    words of a quote or passage; the whole parts of a quote that only its speaker matches."""
    entity: int | None
    """The `Entity.id` of a person, organization or place; a quote's speaker's, where known."""
    tier: int
    """How it matched, 1 (surest) to 5; see `analysis.search`."""
    score: float
    """How well within its tier, 0 to 1."""
    by_speaker: bool = False
    """Whether a quote matches by its speaker's name alone."""
    quote: int | None = None
    """The index in `Analysis.quotes`, for a quote."""

    @property
    def sureness(self) -> Sureness:
        """How surely it matches."""
        return self.tier, self.by_speaker
