"""An analysis while it is corrected: the same things, joined by reference instead of by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from analysis.corrections.changes import Who
from analysis.schema import (
    Analysis,
    Article,
    Candidate,
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
class DraftSpeaker:
    """Somebody who said a quote, or may have said it."""

    words: Speaker
    """The words that tell who; its entity is the one below."""
    entity: DraftEntity | None
    """Who it is, where that is a name."""
    confidence: float
    """How likely it is, 0 to 1."""

    @property
    def is_known(self) -> bool:
        """Whether a name or words tell who it is."""
        return bool(self.entity or self.words.span or self.words.description)


@dataclass(slots=True, eq=False)
class DraftQuote:
    """A quote, who said it, and who may have."""

    quote: Quote
    """The quote; of its speakers the ones below count."""
    speaker: DraftSpeaker | None = None
    """Who said it; None for unknown."""
    runners_up: list[DraftSpeaker] = field(default_factory=list)
    """Who may have said it, best first."""
    is_own: bool = False
    """Whether the reader corrected or confirmed it."""

    @property
    def speakers(self) -> list[DraftSpeaker]:
        """The speaker, if there is one, and the others."""
        return [self.speaker, *self.runners_up] if self.speaker else self.runners_up


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
            [_draft_quote(quote, entities) for quote in analysis.quotes],
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
        for speaker in self.speakers_of(entity):
            speaker.entity = into
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
        for speaker in self.speakers_of(entity):
            speaker.entity = None

    def respeak(self, span: Span, entity: DraftEntity) -> None:
        """Let whoever is named as a speaker at a stretch of text be this entity."""
        for quote in self.quotes:
            for speaker in quote.speakers:
                if speaker.words.span is not None and span.covers(speaker.words.span):
                    speaker.entity = entity

    def speakers_of(self, entity: DraftEntity) -> list[DraftSpeaker]:
        """Return wherever an entity said something, or may have."""
        return [
            speaker
            for quote in self.quotes
            for speaker in quote.speakers
            if speaker.entity is entity
        ]

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


def _draft_quote(quote: Quote, entities: list[DraftEntity]) -> DraftQuote:
    def draft(speaker: Speaker, confidence: float) -> DraftSpeaker:
        entity = None if speaker.entity is None else entities[speaker.entity]
        return DraftSpeaker(speaker, entity, confidence)

    return DraftQuote(
        quote,
        draft(quote.speaker, quote.confidence) if quote.speaker else None,
        [draft(candidate.speaker, candidate.confidence) for candidate in quote.runners_up],
    )


def _finish_quote(draft: DraftQuote, numbers: dict[int, int]) -> Quote:
    known = [
        Candidate(
            replace(speaker.words, entity=numbers[id(speaker.entity)] if speaker.entity else None),
            speaker.confidence,
        )
        for speaker in draft.speakers
        if speaker.is_known
    ]
    # Two that are one now count once, and the speaker is not a runner-up as well.
    candidates: dict[object, Candidate] = {}
    for candidate in known:
        candidates.setdefault(candidate.speaker.key, candidate)
    if draft.speaker is None or not draft.speaker.is_known:
        return replace(
            draft.quote, speaker=None, confidence=0.0, runners_up=tuple(candidates.values())
        )
    first, *others = candidates.values()
    return replace(
        draft.quote,
        speaker=first.speaker,
        confidence=first.confidence,
        runners_up=tuple(others),
    )
