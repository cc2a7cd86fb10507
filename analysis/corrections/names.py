"""What each correction of a name does to a draft. Each says whether it fitted."""

from __future__ import annotations

from analysis.corrections.changes import Add, Ignore, Merge, Rename, SetKind, Split, Who
from analysis.corrections.draft import Draft, DraftEntity, DraftMention, folded
from analysis.corrections.occurrences import find_occurrences
from analysis.schema import Span


def rename(draft: Draft, change: Rename, *, by_alias: bool) -> bool:
    """Call an entity otherwise; where another of its kind is called so, they become one."""
    entity = draft.find(change.who, by_alias=by_alias)
    if entity is None:
        return False
    former = entity.name
    entity.name = change.to
    draft.give_aliases(entity, [former])
    entity.is_own = True
    draft.settle(entity)
    return True


def merge(draft: Draft, change: Merge, *, by_alias: bool) -> bool:
    """Make one of two entities."""
    entity = draft.find(change.who, by_alias=False)
    into = draft.find(change.into, by_alias=by_alias)
    if entity is None or into is None or entity is into:
        return False
    draft.merge(entity, into)
    return True


def split(draft: Draft, change: Split, *, by_alias: bool) -> bool:
    """Make an entity of its own from one of another's forms, if that has other mentions, too."""
    entity = draft.find(change.who, by_alias=by_alias)
    if entity is None:
        return False
    text = draft.article.text
    mentions = draft.mentions_of(entity)
    moved = [
        mention for mention in mentions if folded(mention.span.of(text)) == folded(change.alias)
    ]
    if not moved or len(moved) == len(mentions):
        return False
    alone = DraftEntity(entity.kind, change.alias, [], is_own=True)
    draft.entities.append(alone)
    for mention in moved:
        mention.entity = alone
        draft.respeak(mention.span, alone)
    entity.aliases = [name for name in entity.aliases if folded(name) != folded(change.alias)]
    entity.is_own = True
    if entity.called(change.alias):
        # What was its name is another's now: the first of its other names takes its place.
        entity.name = entity.aliases.pop(0) if entity.aliases else _name_left(draft, entity)
    draft.settle(alone)
    return True


def _name_left(draft: Draft, entity: DraftEntity) -> str:
    text = draft.article.text
    forms = [" ".join(mention.span.of(text).split()) for mention in draft.mentions_of(entity)]
    return max(forms, key=len)


def set_kind(draft: Draft, change: SetKind, *, by_alias: bool) -> bool:
    """Make an entity one of another kind."""
    entity = draft.find(change.who, by_alias=by_alias)
    if entity is None:
        return False
    entity.kind = change.kind
    entity.is_own = True
    draft.settle(entity)
    return True


def ignore(draft: Draft, change: Ignore, *, by_alias: bool) -> bool:
    """Take an entity out."""
    entity = draft.find(change.who, by_alias=by_alias)
    if entity is None:
        return False
    draft.drop(entity)
    return True


def add(draft: Draft, change: Add) -> bool:
    """Make a name of words wherever they stand, unless they are part of a longer name there.

    What was found there is given up where it is shorter, or reaches across the words' edge.
    """
    spans = [
        span
        for span in find_occurrences(draft.article, change.words)
        if not any(_is_within(span, mention) for mention in draft.mentions)
    ]
    entity = draft.find(Who(change.words, change.kind), by_alias=True)
    if entity is None or (entity.kind != change.kind and not entity.called(change.words)):
        entity = DraftEntity(change.kind, change.words, [])
    there = {mention.span for mention in draft.mentions_of(entity)}
    spans = [span for span in spans if span not in there]
    if not spans and entity.kind == change.kind:
        return False
    if entity not in draft.entities:
        draft.entities.append(entity)
    entity.kind = change.kind
    entity.is_own = True
    for span in spans:
        _put_mention(draft, span, entity)
    return True


def _is_within(span: Span, mention: DraftMention) -> bool:
    return mention.span.covers(span) and mention.span != span


def _put_mention(draft: Draft, span: Span, entity: DraftEntity) -> None:
    overlapped = [mention for mention in draft.mentions if mention.span.overlaps(span)]
    draft.mentions = [mention for mention in draft.mentions if mention not in overlapped]
    draft.mentions.append(DraftMention(span, "name", entity))
    draft.respeak(span, entity)
    for loser in {mention.entity for mention in overlapped} - {entity}:
        if not draft.mentions_of(loser):
            draft.drop(loser)
