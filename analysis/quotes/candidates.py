"""Collect everything in an article that might be a speaker: names, descriptions, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from analysis.quotes.candidate import Candidate
from analysis.quotes.cues import Cue
from analysis.quotes.descriptions import PREMODIFIERS, describe
from analysis.quotes.gender import Gender
from analysis.quotes.genders import genders_of
from analysis.quotes.lexicon import (
    AMBIGUOUS_FORMS,
    OBJECT_PRONOUNS,
    PRONOUNS,
    TIME_WORDS,
    VERB_FORMS,
)
from analysis.quotes.nouns import noun_class, singular
from analysis.quotes.scene import Scene, is_dash, is_mark
from analysis.schema import Span


def find_candidates(scene: Scene, cues: list[Cue]) -> list[Candidate]:
    """Find all candidates outside quotations, in reading order; their cores never overlap."""
    genders = genders_of(scene)
    bracketed = _bracketed(scene, cues)
    found = [name for name in _names(scene, genders) if name.head not in bracketed]
    taken = {at for candidate in found for at in range(candidate.start, candidate.end)}
    taken.update(at for cue in cues if cue.kind == "say" for at in range(cue.start, cue.end))
    beside_cue = _beside(scene, cues)
    persons = {at for name in found if name.kind == "person" for at in range(name.start, name.end)}
    by_start = {candidate.start: candidate for candidate in found}
    for at in range(len(scene.doc)):
        if at in taken or at in bracketed or scene.frame_of[at] < 0:
            continue
        candidate = _pronoun(scene, at) or describe(
            scene, at, taken, persons, is_beside_cue=at in beside_cue, names=by_start
        )
        if candidate is not None:
            found.append(candidate)
            taken.update(range(candidate.start, candidate.end))
    found.sort(key=lambda candidate: (candidate.head, candidate.end))
    verbs = {cue.start for cue in cues if cue.kind in ("say", "weak")}
    return [_with_modifier(scene, candidate, by_start, verbs) for candidate in found]


def _with_modifier(
    scene: Scene, candidate: Candidate, names: dict[int, Candidate], verbs: set[int]
) -> Candidate:
    """Mark a name or noun that only leads on to the noun or the person's name behind it."""
    if candidate.form == "pronoun":
        return candidate
    is_office = candidate.form == "nominal" and candidate.noun == "person"
    reached = _leads_to(scene, candidate.end, names, verbs, is_office=is_office)
    if reached is None:
        return candidate
    return replace(candidate, is_modifier=True)


def _leads_to(
    scene: Scene, at: int, names: dict[int, Candidate], verbs: set[int], *, is_office: bool
) -> int | None:
    """Return the noun or person's name that a phrase leads to, through nouns and adjectives."""
    limit = min(len(scene.doc), at + 8)
    noun: int | None = None
    is_joined = False
    while at < limit and scene.frame_of[at] >= 0:
        if at in names and names[at].kind == "person":
            return at
        word = scene.lower[at]
        if word == "(" and ")" in scene.lower[at:limit]:
            at = scene.lower.index(")", at) + 1
            is_joined = True
            continue  # "the director general (DG) NAME"
        if at in verbs or (word in VERB_FORMS and word not in AMBIGUOUS_FORMS):
            break
        if scene.doc[at].tag_ == "VBD":
            break  # "Holm shot back", whatever kind of word it was taken for
        if word == "," and noun is not None and at + 1 in names:
            return at + 1 if names[at + 1].kind == "person" else None if is_joined else noun
        pos = scene.doc[at].pos_
        leads_on = at + 1 in names and names[at + 1].kind == "person"
        if word == "and" and not is_joined:
            # "founder and president, NAME", "head of police NAME": only a name at the end counts
            is_joined = True
        elif word == "of" and is_office and not is_joined:
            is_joined = True  # "director general of police NAME"
        elif singular(word) in TIME_WORDS:
            break  # "Holm yesterday announced"
        elif pos == "NOUN" or (noun_class(word) != "other" and (leads_on or pos in ("PROPN", ""))):
            noun = at
        elif not (word in ("'s", "’s", "-") or pos in ("PROPN", "ADJ")):
            break
        at += 1
    return None if is_joined else noun


def _bracketed(scene: Scene, cues: list[Cue]) -> set[int]:
    """Return the tokens inside short brackets that hold no cue: "(D-Wis.)" is nobody."""
    found: set[int] = set()
    cue_tokens = {cue.start for cue in cues}
    opened: int | None = None
    for at, word in enumerate(scene.lower):
        if word == "(" and scene.frame_of[at] >= 0:
            opened = at
        elif word == ")" and opened is not None:
            inside = range(opened + 1, at)
            if len(inside) <= 8 and not cue_tokens.intersection(inside):
                found.update(inside)
            opened = None
    return found


def _names(scene: Scene, genders: dict[int, Gender]) -> list[Candidate]:
    starts = scene.starts
    found = []
    for mention in scene.mentions:
        if mention.form != "name":
            continue
        start = bisect_left(starts, mention.span.start)
        if start >= len(starts) or starts[start] > mention.span.start:
            start = max(0, start - 1)
        end = max(start + 1, bisect_left(starts, mention.span.end))
        end = min(end, len(starts))
        outside = [at for at in range(start, end) if scene.frame_of[at] >= 0]
        if not outside:
            continue
        start, end = outside[0], outside[-1] + 1
        entity = scene.entities[mention.entity]
        if entity.kind in ("place", "other") and _is_dateline(scene, start, end):
            continue
        found.append(
            Candidate(
                start=start,
                end=end,
                head=_head_of(scene, start, end),
                form="name",
                span=mention.span,
                entity=entity.id,
                kind=entity.kind,
                gender=genders.get(entity.id, "?"),
                is_plural=entity.kind == "organization" and scene.lower[end - 1].endswith("s"),
            )
        )
    return found


def _is_dateline(scene: Scene, start: int, end: int) -> bool:
    """Say whether words in capitals and a colon open a paragraph: "OSLO: “We will go.”"."""
    is_first = start == scene.frames[scene.frame_of[start]].tokens[0]
    is_shouted = all(scene.doc[at].text.isupper() for at in range(start, end))
    return is_first and is_shouted and scene.lower[end : end + 1] == [":"]


def _head_of(scene: Scene, start: int, end: int) -> int:
    """Return the token of a run whose head lies outside of it; without a parse the last one."""
    if scene.has_parse:
        for at in range(start, end):
            head = scene.doc[at].head.i
            if (head < start or head >= end) and scene.frame_of[at] >= 0:
                return at
    return end - 1


def _beside(scene: Scene, cues: list[Cue]) -> set[int]:
    """Return the tokens that stand right before or behind a cue, or are its subject."""
    found = _signers(scene)
    for cue in cues:
        if cue.kind == "noun":
            continue
        at = cue.start - 1
        while at >= 0 and scene.lower[at] in ("also", "has", "had", "have", "later", "then", "who"):
            at -= 1
        if cue.kind != "phrase":
            found.add(at)
            if scene.has_parse:
                for child in scene.doc[cue.start].children:
                    if child.dep_ in ("nsubj", "nsubj:pass", "nsubjpass"):
                        found.add(child.i)
        # The noun behind: at the end of the phrase that begins there.
        limit = min(len(scene.doc), cue.end + 6)
        last = None
        for at in range(cue.end, limit):
            if scene.frame_of[at] < 0 or scene.lower[at] in (",", ".", ":", ";"):
                break
            is_joint = scene.lower[at] in ("'s", "’s") and last is not None
            if scene.has_tags and scene.doc[at].pos_ not in PREMODIFIERS and not is_joint:
                break
            last = at
        if last is not None:
            found.add(last)
    return found


def _signers(scene: Scene) -> set[int]:
    """Return the last tokens of capitalised runs that sign words: “...” — NAME."""
    found: set[int] = set()
    for _, end in scene.stretch_tokens:
        at = end
        while at < len(scene.doc) and is_mark(scene.doc[at].text):
            at += 1
        if at + 1 >= len(scene.doc) or not is_dash(scene.doc[at].text):
            continue
        at += 1
        while at < len(scene.doc) and scene.frame_of[at] >= 0 and scene.doc[at].text[:1].isupper():
            at += 1
        found.add(at - 1)
    return found


def _is_told_by(scene: Scene, at: int) -> bool:
    """Say whether a pronoun stands by itself behind "according to": not in "to her lawyer"."""
    is_alone = at + 1 >= len(scene.doc) or scene.doc[at + 1].pos_ not in ("NOUN", "PROPN", "ADJ")
    return scene.lower[max(0, at - 2) : at] == ["according", "to"] and is_alone


def _pronoun(scene: Scene, at: int) -> Candidate | None:
    word = scene.lower[at]
    if word in OBJECT_PRONOUNS and _is_told_by(scene, at):
        word = OBJECT_PRONOUNS[word]
    kind = PRONOUNS.get(word)
    if kind is None:
        return None
    if word == "i" and scene.doc[at].text != "I":
        return None
    token = scene.doc[at]
    gender: Gender = "m" if kind == "m" else "f" if kind == "f" else "?"
    return Candidate(
        start=at,
        end=at + 1,
        head=at,
        form="pronoun",
        span=Span(token.idx, token.idx + len(token)),
        gender=gender,
        is_plural=kind in "pw",
    )
