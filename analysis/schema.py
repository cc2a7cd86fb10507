"""The types every part of newsreader speaks. Data only: no text is cut, found or shown here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["person", "organization", "place", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "mixed", "indirect"]

MOST_RUNNERS_UP = 8
"""How many others who may have said it a quote names at most."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of `Article.text`, in characters (code points)."""

    start: int
    """The first character's offset; 0 or more."""
    end: int
    """The offset behind the last character; `start` or more."""

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def __iter__(self) -> Iterator[int]:
        """Yield start and end, so that `start, end = span` works."""
        yield self.start
        yield self.end

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character; an empty span shares none."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, sanitised and ready to be shown, analysed and quoted from."""

    key: str
    """SHA-256 of `text`, in hexadecimal: the same words have the same key wherever they lie."""
    text: str
    """What is read. Every offset in the program counts code points of this string."""
    paragraphs: tuple[Span, ...]
    """Non-blank paragraphs in reading order; they never overlap and have no blank edges."""
    title: str
    """Given by the article, or made from its first sentence; "" only for an empty text."""
    byline: str | None = None
    """Who wrote it, as the article says, without "By"."""
    source: str | None = None
    """Who published it."""
    published: str | None = None
    """When, as the article says it (an ISO date where it gives one)."""
    url: str | None = None
    """Its address (http or https), if the article tells it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an entity."""

    span: Span
    """Where it stands, without title, article or possessive 's."""
    form: MentionForm
    """`name` (Macron), `nominal` (the French president) or `pronoun` (he)."""
    entity: int
    """The `Entity.id` it stands for."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organization or another named thing; once for each article."""

    id: int
    """Its index in `Analysis.entities`."""
    kind: EntityKind
    """What it is."""
    name: str
    """The fullest form in which the article names it."""
    aliases: tuple[str, ...] = ()
    """The other forms in which the article names it, without `name`, by first appearance."""
    role: str | None = None
    """The words by which the article introduces it ("Kremlin spokesman")."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said a quote: the words that tell it, and whom they stand for."""

    span: Span | None
    """Where the words stand that name the speaker ("he"); None where nothing names one."""
    entity: int | None
    """The `Entity.id` they stand for; None for a speaker without a name."""
    description: Span | None = None
    """Where the article describes a speaker without a name ("a spokeswoman") whom `span` names
    by a pronoun; None for everybody else."""

    @property
    def key(self) -> tuple[int | None, Span | None]:
        """The same for all words that stand for the same one."""
        if self.entity is not None:
            return (self.entity, None)
        return (None, self.description or self.span)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have said a quote."""

    speaker: Speaker
    """Who, and the words that tell it."""
    confidence: float
    """How likely it is that this one said it, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words the article gives as somebody's."""

    parts: tuple[Span, ...]
    """One span, or several where the attribution splits the words; in order, without marks."""
    kind: QuoteKind
    """`direct` (all in marks), `mixed` (marked words in a reported sentence), `indirect`."""
    speaker: Speaker | None = None
    """Who said it; None is an honest "unknown"."""
    cue: Span | None = None
    """The word or phrase of saying ("said", "according to")."""
    confidence: float = 0.0
    """How sure the speaker is, 0 to 1; 0 where there is none."""
    evidence: tuple[str, ...] = ()
    """The rules that led to the speaker, by name, strongest first."""
    runners_up: tuple[Candidate, ...] = ()
    """Others who may have said it, best first: at most `MOST_RUNNERS_UP`, each person and
    organization once, the speaker not among them. All confidences sum to at most 1; what is
    missing is how likely it is that nobody here said it."""

    @property
    def span(self) -> Span:
        """From the first part's start to the last part's end."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one article. Holds no text: `span.of(article.text)` gives the words."""

    article_key: str
    """`Article.key` of the article it belongs to."""
    fingerprint: str
    """What made it (schema, rules, pipeline): an analysis of another fingerprint is stale."""
    sentences: tuple[Span, ...]
    """Sentences in reading order; none crosses a paragraph."""
    entities: tuple[Entity, ...]
    """In order of first mention; `entities[i].id == i`."""
    mentions: tuple[Mention, ...]
    """In reading order; they never overlap."""
    quotes: tuple[Quote, ...]
    """In reading order of their first parts; parts of direct and mixed quotes never overlap."""
