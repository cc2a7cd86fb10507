"""Collect everything in an article that might be a speaker: names, descriptions, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from analysis.quotes.cues import Cue
from analysis.quotes.gender import Gender, gender_of_name, gender_of_word
from analysis.quotes.lexicon import (
    AMBIGUOUS_FORMS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    PRONOUNS,
    STANDALONE,
    TIME_WORDS,
    VERB_FORMS,
)
from analysis.quotes.scene import Scene, is_dash, is_mark
from analysis.schema import EntityKind, MentionForm, Span

NounClass = Literal["person", "group", "document", "other"]
_PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "PRON"})
_DETERMINERS = frozenset(
    "a an the this that these those his her its their my our another some one two three".split()
)
_NOT_IN_PHRASE = frozenset(", . : ; whose which who that what there".split())
_LINKS = frozenset("of for from at with in".split())
_SEVERAL = frozenset("some others many several most both people police authorities".split())
_AUXILIARIES = frozenset(
    """is are was were be been has have had do does did will would can could should might
    must""".split()
)
_PERSONAL = frozenset("he him his himself she her hers herself".split())
_INDEFINITE = frozenset("a an another one some two three several many".split())


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
        candidate = _pronoun(scene, at) or _nominal(
            scene, at, taken, persons, is_beside_cue=at in beside_cue, names=by_start
        )
        if candidate is not None:
            found.append(candidate)
            taken.update(range(candidate.start, candidate.end))
    found.sort(key=lambda candidate: (candidate.head, candidate.end))
    return [_with_modifier(scene, candidate, by_start) for candidate in found]


def _with_modifier(scene: Scene, candidate: Candidate, names: dict[int, Candidate]) -> Candidate:
    """Mark a name or noun that only leads on to the noun or the person's name behind it."""
    if candidate.form == "pronoun":
        return candidate
    reached = _leads_to(scene, candidate.end, names)
    if reached is None:
        return candidate
    return replace(candidate, is_modifier=True)


def _leads_to(scene: Scene, at: int, names: dict[int, Candidate]) -> int | None:
    """Return the noun or person's name that a phrase leads to, through nouns and adjectives."""
    limit = min(len(scene.doc), at + 8)
    noun: int | None = None
    is_joined = False
    while at < limit and scene.frame_of[at] >= 0:
        if at in names and names[at].kind == "person":
            return at
        word = scene.lower[at]
        if word in VERB_FORMS and word not in AMBIGUOUS_FORMS:
            break
        if word == "," and noun is not None and at + 1 in names:
            return at + 1 if names[at + 1].kind == "person" else None if is_joined else noun
        pos = scene.doc[at].pos_
        if word == "and" and not is_joined:
            is_joined = True  # "founder and president, NAME": only a name at the end counts
        elif singular(word) in TIME_WORDS:
            break  # "Holm yesterday announced"
        elif pos == "NOUN" or (noun_class(word) != "other" and pos in ("PROPN", "")):
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


def genders_of(scene: Scene) -> dict[int, Gender]:
    """Return how the article's persons are spoken of: by title, role, or first name."""
    genders: dict[int, Gender] = {}
    for entity in scene.entities:
        if entity.kind != "person":
            continue
        gender = gender_of_name(entity.name)
        for word in (entity.role or "").split():
            told = gender_of_word(word)
            gender = told if told != "?" else gender
        for name in (entity.name, *entity.aliases):
            told = gender_of_word(name.split()[0]) if name.split() else "?"
            gender = told if told != "?" else gender
        genders[entity.id] = gender
    starts = [token.idx for token in scene.doc]
    for mention in scene.mentions:
        if mention.entity not in genders or mention.form != "name":
            continue
        first = bisect_left(starts, mention.span.start)
        if first:
            told = gender_of_word(scene.lower[first - 1])
            if told != "?" and scene.lower[first - 1] not in _PERSONAL:
                genders[mention.entity] = told
    return genders


def _names(scene: Scene, genders: dict[int, Gender]) -> list[Candidate]:
    starts = [token.idx for token in scene.doc]
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
            if scene.has_tags and scene.doc[at].pos_ not in _PREMODIFIERS:
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


def _pronoun(scene: Scene, at: int) -> Candidate | None:
    word = scene.lower[at]
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


def singular(word: str) -> str:
    """Return a plausible singular of a plural noun, by spelling alone."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return {"people": "people", "children": "child"}.get(word, word)


def noun_class(word: str) -> NounClass:
    """Return what a noun, in lower case, stands for."""
    base = singular(word)
    if word in PERSON_NOUNS or base in PERSON_NOUNS:
        return "person"
    if word in GROUP_NOUNS or base in GROUP_NOUNS:
        return "group"
    if word in DOCUMENT_NOUNS or base in DOCUMENT_NOUNS:
        return "document"
    if "-" in word:
        return noun_class(word.rpartition("-")[2])
    return "other"


def _nominal(
    scene: Scene,
    at: int,
    taken: set[int],
    persons: set[int],
    *,
    is_beside_cue: bool,
    names: dict[int, Candidate],
) -> Candidate | None:
    """Return the description whose noun is this token."""
    token = scene.doc[at]
    word = scene.lower[at]
    if word in STANDALONE:
        if not is_beside_cue:
            return None
    else:
        is_noun = not scene.has_tags or token.pos_ in ("NOUN", "PROPN", "ADJ")
        if not is_noun and not (is_beside_cue and _looks_like_name(scene, at)):
            return None
        if not word[:1].isalpha() or singular(word) in TIME_WORDS:
            return None
        kind = noun_class(word)
        if kind == "other" and not (is_beside_cue and (not scene.has_tags or token.pos_ != "ADJ")):
            return None
    following = at + 1
    if following < len(scene.doc) and scene.frame_of[following] == scene.frame_of[at]:
        if following in names and names[following].kind == "person":
            return None  # a title before a name belongs to the name
        behind = scene.doc[following]
        if (
            following not in taken
            and scene.has_tags
            and behind.pos_ in ("NOUN", "PROPN")
            and (noun_class(scene.lower[following]) != "other" or behind.pos_ == "PROPN")
        ):
            return None
        if scene.lower[following] in ("'s", "’s", "'", "’"):
            return None
    start = _phrase_start(scene, at, persons)
    if noun_class(word) == "other" and word not in STANDALONE and _is_object(scene, start):
        return None  # "who was in the room, described": a thing behind a preposition is no subject
    end = at + 1
    first_word = scene.lower[start]
    shown = Span(scene.doc[start].idx, _shown_end(scene, at))
    return Candidate(
        start=start,
        end=end,
        head=at,
        form="nominal",
        span=shown,
        noun="person" if word in STANDALONE else _class_of(scene, at),
        gender=gender_of_word(word),
        is_plural=singular(word) != word or word in _SEVERAL,
        is_indefinite=first_word in _INDEFINITE or first_word == word,
    )


def _is_object(scene: Scene, start: int) -> bool:
    """Say whether a preposition stands straight before a phrase."""
    before = start - 1
    return (
        before >= 0
        and scene.frame_of[before] == scene.frame_of[start]
        and scene.doc[before].pos_ == "ADP"
    )


def _looks_like_name(scene: Scene, at: int) -> bool:
    """Say whether a token is a capitalised word that a tagger may have taken for a verb."""
    token = scene.doc[at]
    return (
        token.text[:1].isupper()
        and len(token.text) > 1
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "VERB", "AUX", "X", "INTJ", "")
        and token.lower_ not in _AUXILIARIES
    )


def _phrase_start(scene: Scene, at: int, persons: set[int]) -> int:
    """Return the first token of the phrase that ends in a noun ("a senior European official")."""
    if not scene.has_tags:
        for back in range(at - 1, max(-1, at - 6), -1):
            word = scene.lower[back]
            if scene.frame_of[back] != scene.frame_of[at] or not word[:1].isalpha():
                break
            if word in _DETERMINERS:
                return back
            if word in VERB_FORMS or word in PRONOUNS or back in persons:
                break
        return at
    start = at
    while start > 0 and scene.frame_of[start - 1] == scene.frame_of[at] and at - start < 8:
        before = scene.doc[start - 1]
        lower = scene.lower[start - 1]
        if lower in _DETERMINERS:
            start -= 1
            break
        is_joint = lower in ("'s", "’s", "-") or (scene.has_tags and before.pos_ in _PREMODIFIERS)
        if start - 1 in persons:
            if scene.lower[start] in ("'s", "’s", "'", "’"):
                while start - 1 in persons:
                    start -= 1  # "Hale's relatives"
            break
        if not is_joint or lower in _NOT_IN_PHRASE or lower in PRONOUNS:
            break
        start -= 1
    return start


def _class_of(scene: Scene, at: int) -> NounClass:
    """Return what a description's noun stands for; a proper noun no one knows is a person."""
    found = noun_class(scene.lower[at])
    is_proper = _looks_like_name(scene, at) and scene.doc[at].pos_ not in ("NOUN", "ADJ")
    return "person" if found == "other" and is_proper else found


def _shown_end(scene: Scene, at: int) -> int:
    """Return where a description's words end, with "of the ministry" behind its noun."""
    end = scene.doc[at].idx + len(scene.doc[at])
    behind = at + 1
    if behind + 1 >= len(scene.doc) or scene.lower[behind] not in _LINKS:
        return end
    reached = behind + 1
    length = 0
    while (
        reached < len(scene.doc)
        and scene.frame_of[reached] == scene.frame_of[at]
        and length < 8
        and (
            scene.lower[reached] in _DETERMINERS
            or (scene.has_tags and scene.doc[reached].pos_ in ("NOUN", "PROPN", "ADJ", "NUM"))
        )
    ):
        token = scene.doc[reached]
        if token.pos_ in ("NOUN", "PROPN"):
            end = token.idx + len(token)
        reached += 1
        length += 1
    return end


def resolved(candidate: Candidate, entity: int | None) -> Candidate:
    """Return the candidate as standing for an entity."""
    return replace(candidate, entity=entity)
