"""Say in words what a correction does."""

from __future__ import annotations

from analysis.corrections.changes import (
    Add,
    Change,
    ConfirmSpeaker,
    Correction,
    Ignore,
    Merge,
    Rename,
    SetKind,
    SetSpeaker,
    Split,
)
from analysis.schema import EntityKind

KIND_WORDS: dict[EntityKind, str] = {
    "person": "a person",
    "organization": "an organization",
    "place": "a place",
    "other": "another thing",
}
"""Each kind with its article."""
MOST_QUOTED = 40
"""Characters of a quote that are told."""


def describe(change: Change) -> str:
    """Return what a change does, in a sentence without its full stop."""
    match change:
        case Rename(who, to):
            return f"{who.name} renamed to {to}"
        case Merge(who, into):
            return f"{who.name} merged with {into.name}"
        case Split(who, alias):
            return f"{alias} split off from {who.name}"
        case SetKind(who, kind):
            return f"{who.name} is {KIND_WORDS[kind]}"
        case Ignore(who):
            return f"{who.name} is no name"
        case Add(words, kind):
            return f"{words} added as {KIND_WORDS[kind]}"
        case SetSpeaker(quote, speaker):
            return f"{_quoted(quote.words)} {_said_by(speaker.name if speaker else None)}"
        case ConfirmSpeaker(quote, speaker):
            said = _said_by(speaker.name if speaker else None)
            return f"{_quoted(quote.words)} {said}, confirmed"


def describe_scope(correction: Correction) -> str:
    """Return where a correction holds: "everywhere", or in which article."""
    if correction.article is None:
        return "everywhere"
    return f"in “{correction.title}”" if correction.title else "in one article"


def _quoted(words: str) -> str:
    return f"“{words}”" if len(words) <= MOST_QUOTED else f"“{words[: MOST_QUOTED - 1].rstrip()}…”"


def _said_by(name: str | None) -> str:
    return f"said by {name}" if name else "said by somebody unknown"
