"""What a reader can correct. Data only; a change names people and quotes by words, never by ids.

Words are what survives a new analysis: it may number everything anew, but the article still says
"Macron".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from analysis.schema import Article, Entity, EntityKind, Quote, QuoteKind, Span
from analysis.text import sanitise_line

MOST_WORDS = 100
"""Characters of a quote that are kept for people to read."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person, organization or place, as it was called when the reader corrected it."""

    name: str
    """Its name then; compared without case and accents."""
    kind: EntityKind
    """What it was taken for; decides where two are called the same."""

    @classmethod
    def of(cls, entity: Entity) -> Who:
        """Return how an entity is called now."""
        return cls(entity.name, entity.kind)


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quote, as it stood when the reader corrected it."""

    parts: tuple[Span, ...]
    """Where its words stand in the article; in order, at least one."""
    kind: QuoteKind
    """How it was quoted."""
    words: str
    """How it begins, for whoever reads the file of corrections."""

    @classmethod
    def of(cls, article: Article, quote: Quote) -> QuotedWords:
        """Return a quote as it stands in an article now."""
        words = sanitise_line(quote.parts[0].of(article.text))
        return cls(quote.parts, quote.kind, words[:MOST_WORDS])


@dataclass(frozen=True, slots=True)
class Rename:
    """One is called otherwise."""

    who: Who
    """Whom."""
    to: str
    """The right name; where another of the same kind has it already, both become one."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two are one."""

    who: Who
    """The one that is shown no longer."""
    into: Who
    """The one that takes over its mentions, its quotes and its names."""


@dataclass(frozen=True, slots=True)
class Split:
    """A form of a name stands for somebody else. Of one article only."""

    who: Who
    """The one it was taken for."""
    alias: str
    """The form, which becomes a name of its own."""


@dataclass(frozen=True, slots=True)
class SetKind:
    """One is of another kind."""

    who: Who
    """Which."""
    kind: EntityKind
    """The right kind."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """It is no name at all, or none that matters."""

    who: Who
    """Which."""


@dataclass(frozen=True, slots=True)
class Add:
    """These words are a name wherever they stand."""

    words: str
    """The name, as the article writes it."""
    kind: EntityKind
    """What it names."""


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """Somebody else said this. Of one article only."""

    quote: QuotedWords
    """What was said."""
    speaker: Who | None
    """Who said it; one without a name by the words that describe it; None for unknown."""


@dataclass(frozen=True, slots=True)
class ConfirmSpeaker:
    """The speaker found is right. Of one article only."""

    quote: QuotedWords
    """What was said."""
    speaker: Who | None
    """Who was found to have said it, so that no new analysis takes it away; None for unknown."""


NameChange: TypeAlias = Rename | Merge | Split | SetKind | Ignore | Add
"""What can be corrected about names."""
QuoteChange: TypeAlias = SetSpeaker | ConfirmSpeaker
"""What can be corrected about quotes."""
Change: TypeAlias = NameChange | QuoteChange
"""What can be corrected."""

ONE_ARTICLE = (Split, SetSpeaker, ConfirmSpeaker)
"""The changes that never hold for more than the article they were made in."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A change, when it was made and where it holds."""

    id: str
    """Unlike that of any other correction, whoever made it."""
    when: str
    """When it was made, as ISO 8601 in UTC."""
    change: Change
    """What is changed."""
    article: str | None = None
    """`Article.key` of the one article it holds for; None wherever it fits."""
    title: str = ""
    """The title of the article it was made in."""
