"""What might name a speaker. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.gender import Gender
from analysis.quotes.nouns import NounClass
from analysis.schema import EntityKind, MentionForm, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that might name a speaker."""

    start: int
    """The first token of the whole phrase."""
    end: int
    """The token behind the phrase's core (before "of the ministry")."""
    head: int
    """The token whose relation in the parse counts."""
    form: MentionForm
    """`name`, `nominal` or `pronoun`."""
    span: Span
    """The words as they are shown."""
    entity: int | None = None
    """Whom it names; None where that is still to be resolved, or nobody named."""
    kind: EntityKind | None = None
    """The entity's kind."""
    noun: NounClass | None = None
    """What a description's noun stands for."""
    gender: Gender = "?"
    """How it is spoken of."""
    is_plural: bool = False
    """Whether it stands for several."""
    is_indefinite: bool = False
    """Whether it introduces somebody new ("a resident")."""
    is_modifier: bool = False
    """Whether it only qualifies a noun or a name behind it ("the Merkel campaign")."""
