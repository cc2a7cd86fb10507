"""Lay a reader's corrections over an analysis. Pure: neither is changed, a third comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
    Who,
)
from analysis.corrections.draft import Draft
from analysis.corrections.names import add, ignore, merge, rename, set_kind, split
from analysis.corrections.quotes import set_speaker
from analysis.schema import Analysis, Article


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis as the reader has corrected it."""

    analysis: Analysis
    """What holds now; as valid as any other analysis."""
    own_entities: frozenset[int] = frozenset()
    """The `Entity.id`s of those the reader corrected or added."""
    own_quotes: frozenset[int] = frozenset()
    """The indices in `Analysis.quotes` of those the reader corrected or confirmed."""
    unused: tuple[Correction, ...] = ()
    """The corrections of this very article that find nothing to correct, and are not so already."""


def apply_corrections(
    article: Article, analysis: Analysis, corrections: Iterable[Correction]
) -> Corrected:
    """Correct an analysis.

    Args:
        article: What was analysed.
        analysis: What was found in it.
        corrections: Those that hold, in the order in which they were made. Those of other
            articles, and those whose names are not in this one, change nothing.

    Returns:
        A valid analysis: entities in order of first mention, mentions sorted and never
        overlapping. Where nothing fits it is the one given.
    """
    draft = Draft.of(article, analysis)
    fitting = False
    unused: list[Correction] = []
    for correction in corrections:
        if correction.article not in (None, article.key):
            continue
        if _apply(draft, correction):
            fitting = True
        elif correction.article is not None and not _is_so_already(draft, correction.change):
            unused.append(correction)
    if not fitting:
        return Corrected(analysis, unused=tuple(unused))
    corrected, own_entities, own_quotes = draft.finish(analysis)
    return Corrected(corrected, own_entities, own_quotes, tuple(unused))


def _apply(draft: Draft, correction: Correction) -> bool:
    """Apply one correction, if it fits, and say whether it did."""
    # Elsewhere "Smith", short for "Jane Smith", is not the Smith that the reader corrected.
    by_alias = correction.article is not None
    match correction.change:
        case Rename() as change:
            return rename(draft, change, by_alias=by_alias)
        case Merge() as change:
            return merge(draft, change, by_alias=by_alias)
        case Split() as change:
            return split(draft, change, by_alias=by_alias)
        case SetKind() as change:
            return set_kind(draft, change, by_alias=by_alias)
        case Ignore() as change:
            return ignore(draft, change, by_alias=by_alias)
        case Add() as change:
            return add(draft, change)
        case SetSpeaker() | ConfirmSpeaker() as change:
            return set_speaker(draft, change)


def _is_so_already(draft: Draft, change: Change) -> bool:
    """Say whether the analysis agrees with a correction that found nothing to correct."""
    match change:
        case Rename(who, to):
            return draft.find(Who(to, who.kind), by_alias=False) is not None
        case Merge(_, into):
            return draft.find(into, by_alias=True) is not None
        case Split(who, alias):
            return draft.find(Who(alias, who.kind), by_alias=False) is not None
        case Add(words, kind):
            return draft.find(Who(words, kind), by_alias=True) is not None
        case SetKind() | Ignore():
            return True  # nothing here is called so any more
        case SetSpeaker() | ConfirmSpeaker():
            return False
