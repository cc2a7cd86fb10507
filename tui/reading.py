"""An article and what is known of it, and how to move in it. Immutable; knows no screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from analysis import corrections
from analysis.quotation import speaker_name
from analysis.schema import Analysis, Article, Entity, EntityKind, Mention, Quote, Span
from analysis.text import fold

DOUBT = 0.7
"""A speaker who is less sure than this is shown as doubtful."""
SpeakerKey = int | str | None
"""Who speaks: an `Entity.id`, the folded words that describe someone without a name, or None for
unknown."""


@dataclass(frozen=True)
class Reading:
    """One article, its analysis once there is one, and the entity the reader has chosen."""

    article: Article
    """What is read."""
    analysis: Analysis | None = None
    """What is in it, the reader's corrections included; None until the analysis is there."""
    chosen: int | None = None
    """The `Entity.id` whose mentions are lit and walked; None for all of them."""
    shows_reported: bool = False
    """Whether speech reported without marks (indirect quotes) counts among the quotes."""
    shows_places: bool = False
    """Whether places are listed, lit and walked with the people and organizations."""
    found: Analysis | None = None
    """What was found in it without any correction; None where that is what `analysis` says."""
    own_entities: frozenset[int] = frozenset()
    """The `Entity.id`s of those the reader has corrected or added."""
    own_quotes: frozenset[int] = frozenset()
    """The indices in `Analysis.quotes` of those the reader has corrected or confirmed."""

    unused: tuple[corrections.Correction, ...] = ()
    """The reader's corrections of this article that find nothing to correct in it any more."""

    def with_analysis(self, analysis: Analysis) -> Reading:
        """Return the same article with another analysis; who is chosen stays so, if still there."""
        return Reading(
            self.article,
            analysis,
            None if self.chosen is None else self.follow(self.chosen, analysis),
            shows_reported=self.shows_reported,
            shows_places=self.shows_places,
        )

    def with_corrections(self, holding: Sequence[corrections.Correction]) -> Reading:
        """Return the same reading as it is with these corrections, in place of all others."""
        found = self.found or self.analysis
        if found is None or (self.found is None and not holding):
            return self
        corrected = corrections.apply_corrections(self.article, found, holding)
        return replace(
            self,
            analysis=corrected.analysis,
            found=found,
            own_entities=corrected.own_entities,
            own_quotes=corrected.own_quotes,
            unused=corrected.unused,
            chosen=None if self.chosen is None else self.follow(self.chosen, corrected.analysis),
        )

    def has_same_findings(self, other: Reading) -> bool:
        """Say whether the same is known of the article, and the same of it is the reader's own."""
        return (self.analysis, self.own_entities, self.own_quotes) == (
            other.analysis,
            other.own_entities,
            other.own_quotes,
        )

    def follow(self, entity: int, analysis: Analysis) -> int | None:
        """Return whom an entity's first mention stands for in another analysis, or None."""
        first = next(iter(self.mentions_of(entity)), None)
        return next((other.entity for other in analysis.mentions if other.span == first), None)

    def choosing(self, entity: int | None) -> Reading:
        """Return the same reading with another entity chosen; None chooses nothing."""
        return replace(self, chosen=entity)

    def entities(self, kind: EntityKind) -> list[Entity]:
        """Return the entities of a kind by first mention; empty without an analysis."""
        return [entity for entity in self._entities if entity.kind == kind]

    def showing_reported(self, shows: bool) -> Reading:
        """Return the same reading with reported speech among its quotes, or without."""
        return replace(self, shows_reported=shows)

    def showing_places(self, shows: bool) -> Reading:
        """Return the same reading with places among the names shown, or without."""
        return replace(self, shows_places=shows)

    @property
    def kinds_shown(self) -> tuple[EntityKind, ...]:
        """The kinds of names that are lit and walked."""
        named: tuple[EntityKind, ...] = ("person", "organization")
        return (*named, "place") if self.shows_places else named

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes that are shown, in reading order; empty without an analysis."""
        quotes = self.analysis.quotes if self.analysis else ()
        if self.shows_reported:
            return quotes
        return tuple(quote for quote in quotes if quote.kind != "indirect")

    @property
    def chosen_entity(self) -> Entity | None:
        """The entity the reader has chosen, or None."""
        return None if self.chosen is None else self._entities[self.chosen]

    def mentions_of(self, entity: int) -> tuple[Span, ...]:
        """Return where an entity is mentioned, in reading order."""
        return self._mentions_by_entity.get(entity, ())

    def forms_of(self, entity: int) -> tuple[tuple[str, int], ...]:
        """Return the forms in which the article names an entity and how often, in their order."""
        counts: dict[str, tuple[str, int]] = {}
        for mention in self._mentions:
            if mention.entity == entity and mention.form == "name":
                form = " ".join(mention.span.of(self.article.text).split())
                first, count = counts.get(fold(form).text, (form, 0))
                counts[fold(form).text] = (first, count + 1)
        return tuple(counts.values())

    @cached_property
    def walk(self) -> tuple[Span, ...]:
        """What `]` and `[` step through: the chosen entity's mentions, else all names shown."""
        if self.chosen is not None:
            return self.mentions_of(self.chosen)
        return tuple(
            mention.span
            for mention in self._mentions
            if mention.form == "name" and self._entities[mention.entity].kind in self.kinds_shown
        )

    def mention_at(self, offset: int) -> Mention | None:
        """Return the mention that covers an offset, or None."""
        index = bisect_right(self._mention_starts, offset) - 1
        if index >= 0 and offset in self._mentions[index].span:
            return self._mentions[index]
        return None

    def quote_at(self, offset: int) -> Quote | None:
        """Return the quote one of whose parts covers an offset, or None."""
        for quote in self.quotes:
            if any(offset in part for part in quote.parts):
                return quote
        return None

    def first_quote_within(self, start: int, end: int) -> Quote | None:
        """Return the first quote that shares a character with a stretch of text, or None."""
        view = Span(start, end)
        for quote in self.quotes:
            if any(part.overlaps(view) for part in quote.parts):
                return quote
        return None

    @cached_property
    def quote_starts(self) -> tuple[Span, ...]:
        """What `)` and `(` step through: the first part of each quote shown."""
        return tuple(quote.parts[0] for quote in self.quotes)

    def find_quote(self, quote: Quote) -> Quote | None:
        """Return the quote that gives the same words in the same way now, or None."""
        same = (quote.parts, quote.kind)
        return next((other for other in self.quotes if (other.parts, other.kind) == same), None)

    def speaker_of(self, quote: Quote) -> SpeakerKey:
        """Return who said a quote, the same for all quotes of one speaker."""
        if self.analysis is None or quote.speaker is None:
            return None
        if quote.speaker.entity is not None:
            return quote.speaker.entity
        name = speaker_name(self.article, self.analysis, quote)
        return fold(name).text if name else None

    def is_own(self, quote: Quote) -> bool:
        """Say whether the reader has named or confirmed who said a quote."""
        return quote in self._own_quotes

    def is_doubtful(self, quote: Quote) -> bool:
        """Say whether it is not known, or not sure, who said a quote."""
        is_told = self.speaker_of(quote) is not None and quote.confidence >= DOUBT
        return not is_told and not self.is_own(quote)

    @cached_property
    def doubtful_quotes(self) -> tuple[Quote, ...]:
        """The quotes shown of which it is not known, or not sure, who said them."""
        return tuple(quote for quote in self.quotes if self.is_doubtful(quote))

    def quotes_of(self, speaker: SpeakerKey) -> tuple[Quote, ...]:
        """Return a speaker's quotes among those shown, in reading order."""
        return self.quotes_by_speaker.get(speaker, ())

    @cached_property
    def quotes_by_speaker(self) -> dict[SpeakerKey, tuple[Quote, ...]]:
        """The quotes that are shown, by speaker in the order of their first ones."""
        grouped: dict[SpeakerKey, list[Quote]] = {}
        for quote in self.quotes:
            grouped.setdefault(self.speaker_of(quote), []).append(quote)
        return {speaker: tuple(quotes) for speaker, quotes in grouped.items()}

    @cached_property
    def _own_quotes(self) -> frozenset[Quote]:
        quotes = self.analysis.quotes if self.analysis else ()
        return frozenset(quotes[index] for index in self.own_quotes if index < len(quotes))

    @property
    def _entities(self) -> tuple[Entity, ...]:
        return self.analysis.entities if self.analysis else ()

    @property
    def _mentions(self) -> tuple[Mention, ...]:
        return self.analysis.mentions if self.analysis else ()

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self._mentions]

    @cached_property
    def _mentions_by_entity(self) -> dict[int, tuple[Span, ...]]:
        grouped: dict[int, list[Span]] = {}
        for mention in self._mentions:
            grouped.setdefault(mention.entity, []).append(mention.span)
        return {entity: tuple(spans) for entity, spans in grouped.items()}


def step(spans: Sequence[Span], offset: int, direction: int) -> int | None:
    """Return the index of the span next to an offset, going round at the ends.

    Args:
        spans: Sorted, not overlapping.
        offset: Where one is. A span that starts here is the present one, not the next.
        direction: 1 for the next span, -1 for the one before.

    Returns:
        An index into `spans`, or None where there are none.
    """
    if not spans:
        return None
    starts = [span.start for span in spans]
    if direction > 0:
        return bisect_right(starts, offset) % len(spans)
    return (bisect_left(starts, offset) - 1) % len(spans)


def index_at(spans: Sequence[Span], offset: int) -> int | None:
    """Return the index of the span that covers an offset, or None; `spans` are sorted."""
    index = bisect_right([span.start for span in spans], offset) - 1
    return index if index >= 0 and offset in spans[index] else None
