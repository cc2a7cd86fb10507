"""An analysis while it is corrected: the same things, joined by reference instead of by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from analysis.corrections.changes import Who
from analysis.schema import (
    Analysis,
    Article,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Quote,
    Span,
    Speaker,
)
from analysis.text import fold


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """Return words as names are compared: without case, accents and odd spaces."""
    return " ".join(fold(words).text.split())


@dataclass(slots=True, eq=False)
class DraftEntity:
    """A person, organization or place; the same one however it is called meanwhile."""

    kind: EntityKind
    """What it is."""
    name: str
    """Its name."""
    aliases: list[str]
    """Its other names."""
    role: str | None = None
    """How the article introduces it."""
    is_own: bool = False
    """Whether the reader corrected it."""
    is_gone: bool = False
    """Whether it is an entity no longer."""

    def called(self, name: str) -> bool:
        """Say whether this is its name."""
        return folded(self.name) == folded(name)

    def known_as(self, alias: str) -> bool:
        """Say whether this is one of its other names."""
        return folded(alias) in map(folded, self.aliases)


@dataclass(slots=True, eq=False)
class DraftMention:
    """A stretch of text and whom it stands for."""

    span: Span
    """Where it stands."""
    form: MentionForm
    """How it names."""
    entity: DraftEntity
    """Whom it stands for."""


@dataclass(slots=True, eq=False)
class DraftQuote:
    """A quote and who said it."""

    quote: Quote
    """The quote; its speaker's entity is the one below."""
    entity: DraftEntity | None
    """Who said it, where that is a name."""
    is_own: bool = False
    """Whether the reader corrected or confirmed it."""


@dataclass(slots=True)
class Draft:
    """An analysis that can be changed."""

    article: Article
    """What was analysed."""
    entities: list[DraftEntity] = field(default_factory=list)
    """All of them, those that are gone included."""
    mentions: list[DraftMention] = field(default_factory=list)
    """In any order; they never overlap."""
    quotes: list[DraftQuote] = field(default_factory=list)
    """In any order."""

    @classmethod
    def of(cls, article: Article, analysis: Analysis) -> Draft:
        """Return a draft that says what the analysis says."""
        entities = [
            DraftEntity(entity.kind, entity.name, list(entity.aliases), entity.role)
            for entity in analysis.entities
        ]
        return cls(
            article,
            entities,
            [
                DraftMention(mention.span, mention.form, entities[mention.entity])
                for mention in analysis.mentions
            ],
            [DraftQuote(quote, _speaker_of(quote, entities)) for quote in analysis.quotes],
        )

    # -- finding -----------------------------------------------------------------------------

    def find(self, who: Who, *, by_alias: bool) -> DraftEntity | None:
        """Return the entity that is called so, or None.

        Of several of one name the one of the kind that it had is meant, else the first.

        Args:
            who: Whom to find.
            by_alias: Whether one that has this among its other names will do.
        """
        here = [entity for entity in self.entities if not entity.is_gone]
        found = [entity for entity in here if entity.called(who.name)]
        if not found and by_alias:
            found = [entity for entity in here if entity.known_as(who.name)]
        of_kind = [entity for entity in found if entity.kind == who.kind]
        return next(iter(of_kind or found), None)

    def mentions_of(self, entity: DraftEntity) -> list[DraftMention]:
        """Return where an entity is mentioned."""
        return [mention for mention in self.mentions if mention.entity is entity]

    # -- changing ----------------------------------------------------------------------------

    def merge(self, entity: DraftEntity, into: DraftEntity) -> None:
        """Make one of two: the second takes over all that the first has."""
        for mention in self.mentions_of(entity):
            mention.entity = into
        for draft in self.quotes:
            if draft.entity is entity:
                draft.entity = into
        self.give_aliases(into, (entity.name, *entity.aliases))
        into.role = into.role or entity.role
        into.is_own = True
        entity.is_gone = True

    def give_aliases(self, entity: DraftEntity, names: Iterable[str]) -> None:
        """Add to an entity's other names, and keep them in order of appearance."""
        known = dict.fromkeys((*entity.aliases, *names))
        known.pop(entity.name, None)
        text = self.article.text
        entity.aliases = sorted(known, key=lambda name: (name not in text, text.find(name)))

    def settle(self, entity: DraftEntity) -> None:
        """Merge an entity with another of its kind that is called the same."""
        for other in self.entities:
            is_same = other.kind == entity.kind and other.called(entity.name)
            if is_same and other is not entity and not other.is_gone:
                self.merge(other, entity)

    def drop(self, entity: DraftEntity) -> None:
        """Take an entity out; who spoke in its name is known by the words alone."""
        entity.is_gone = True
        self.mentions = [mention for mention in self.mentions if mention.entity is not entity]
        for draft in self.quotes:
            if draft.entity is entity:
                self.unname(draft)

    def unname(self, draft: DraftQuote) -> None:
        """Leave a quote with the words that tell its speaker, or with none."""
        draft.entity = None
        speaker = draft.quote.speaker
        if speaker is None or speaker.span is None:
            draft.quote = replace(draft.quote, speaker=None, confidence=0.0, evidence=())

    def respeak(self, span: Span, entity: DraftEntity) -> None:
        """Let the quotes whose speaker is named at a stretch of text be an entity's."""
        for draft in self.quotes:
            words = draft.quote.speaker.span if draft.quote.speaker else None
            if words is not None and span.covers(words):
                draft.entity = entity

    # -- the outcome -------------------------------------------------------------------------

    def finish(self, analysis: Analysis) -> tuple[Analysis, frozenset[int], frozenset[int]]:
        """Return the corrected analysis, and which entities and quotes in it are the reader's."""
        mentions = sorted(self.mentions, key=lambda mention: mention.span)
        firsts: dict[int, int] = {}
        for mention in mentions:
            firsts.setdefault(id(mention.entity), mention.span.start)
        end = len(self.article.text)
        entities = [entity for entity in self.entities if not entity.is_gone]
        entities.sort(key=lambda entity: firsts.get(id(entity), end))
        numbers = {id(entity): number for number, entity in enumerate(entities)}
        quotes = sorted(self.quotes, key=lambda draft: draft.quote.parts[0])
        corrected = replace(
            analysis,
            entities=tuple(
                Entity(number, entity.kind, entity.name, tuple(entity.aliases), entity.role)
                for number, entity in enumerate(entities)
            ),
            mentions=tuple(
                Mention(mention.span, mention.form, numbers[id(mention.entity)])
                for mention in mentions
            ),
            quotes=tuple(_finish_quote(draft, numbers) for draft in quotes),
        )
        return (
            corrected,
            frozenset(numbers[id(entity)] for entity in entities if entity.is_own),
            frozenset(index for index, draft in enumerate(quotes) if draft.is_own),
        )


def _speaker_of(quote: Quote, entities: list[DraftEntity]) -> DraftEntity | None:
    if quote.speaker is None or quote.speaker.entity is None:
        return None
    return entities[quote.speaker.entity]


def _finish_quote(draft: DraftQuote, numbers: dict[int, int]) -> Quote:
    span = draft.quote.speaker.span if draft.quote.speaker else None
    if draft.entity is None:
        speaker = None if span is None else Speaker(span, None)
    else:
        speaker = Speaker(span, numbers[id(draft.entity)])
    return replace(draft.quote, speaker=speaker)
