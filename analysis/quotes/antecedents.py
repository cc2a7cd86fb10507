"""Find whom a pronoun or a description may stand for, each with what speaks for it, by name.

Looks back from the words over the narrator's sentences; weighs nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.quotes.candidate import Candidate
from analysis.quotes.gender import Gender, gender_by_shape, gender_of_word
from analysis.quotes.lexicon import OBJECT_PRONOUNS
from analysis.quotes.memory import Memory, Referent
from analysis.quotes.nouns import singular

_SENTENCES_BACK = 14
_CANDIDATES_BACK = 90
_GENERIC_BODIES = frozenset(
    """company firm group agency organization organisation corporation body ngo charity institution
    union party team club association federation newspaper""".split()
)
_OFFICES = frozenset(
    """government ministry department police parliament senate court cabinet army directorate
    secretariat bureau embassy municipality""".split()
)
_OFFICIAL_WORDS = frozenset("agency organization organisation body institution".split())
"""What news may call a body whose name ends in one of the offices; never a firm or a club."""
_GOING_ON = frozenset(("add", "continue", "go on", "reiterate", "repeat"))
_DEFINITE = frozenset("the this that these those".split())
_OWNERS = {"his": "he", "her": "he", "its": "it", "their": "they"}


@dataclass(frozen=True, slots=True)
class Antecedent:
    """One whom words may stand for."""

    referent: Referent
    """Whom."""
    features: tuple[str, ...]
    """What speaks for it and against it."""


@dataclass(slots=True)
class _Trace:
    """Where somebody was last spoken of before the words in question."""

    referent: Referent
    nearest: int
    """The nearest candidate that stands for it."""
    subject: int | None = None
    """The nearest one that is a subject."""
    sayer: int | None = None
    """The nearest one that says something."""


def word_class(memory: Memory, index: int) -> str | None:
    """Return by which rules words are understood; None for words that stand for nobody known.

    Returns:
        `he` (he, she), `it`, `they`, `the` (a person described), `body` (a group described),
        `paper` (a writing, which stands for its author); "its letter" is understood as "it".
    """
    candidate = memory.stage.candidates[index]
    first = memory.stage.scene.lower[candidate.start]
    if candidate.form == "pronoun":
        first = OBJECT_PRONOUNS.get(first, first)
        return {"he": "he", "she": "he", "it": "it", "they": "they"}.get(first)
    if candidate.noun == "document":
        return _OWNERS.get(first, "paper")
    is_single = not candidate.is_plural and not candidate.is_indefinite
    if is_single and first in _DEFINITE:
        return {"person": "the", "group": "body"}.get(candidate.noun or "")
    return None


def find_antecedents(memory: Memory, index: int) -> list[Antecedent]:
    """Return all whom a pronoun or a definite description may stand for, the nearest first.

    Args:
        memory: The article as far as it has been read.
        index: The candidate's; all before it have been resolved.

    Returns:
        Each referent once; empty for words that stand for nobody by their form.
    """
    kind = word_class(memory, index)
    if kind is None:
        return []
    candidate = memory.stage.candidates[index]
    traces = [
        trace
        for trace in _traces_before(memory, index)
        if _may_stand_for(memory, kind, candidate, trace)
    ]
    by_subject = sorted(
        (trace for trace in traces if trace.subject is not None),
        key=lambda trace: -(trace.subject or 0),
    )
    subject_ranks = {id(trace): rank for rank, trace in enumerate(by_subject)}
    last = memory.sayer_before(candidate.start)
    goes_on = any(
        cue.lemma in _GOING_ON and memory.stage.subjects.get(cue.start) == index
        for cue in memory.stage.cues_in.get(memory.stage.frame(candidate), [])
    )
    found = []
    for rank, trace in enumerate(traces):
        features = [
            *_place_features(memory, candidate, trace),
            *_own_features(memory, kind, candidate, trace),
            f"recency={min(rank, 3)}",
            f"subject-recency={min(subject_ranks.get(id(trace), 4), 3)}",
        ]
        if len(traces) == 1:
            features.append("only")
        if last is not None and last.key == trace.referent.key:
            features.append("last-sayer")
            if goes_on:
                features.append("last-sayer:goes-on")
        found.append(Antecedent(trace.referent, tuple(f"{kind}:{feature}" for feature in features)))
    return found


def _traces_before(memory: Memory, index: int) -> list[_Trace]:
    """Return everybody spoken of shortly before a candidate, the nearest first."""
    stage = memory.stage
    here = memory.sentence[stage.frame(stage.candidates[index])]
    traces: dict[tuple[str, int], _Trace] = {}
    for earlier in range(index - 1, max(-1, index - _CANDIDATES_BACK), -1):
        other = stage.candidates[earlier]
        if here - memory.sentence[stage.frame(other)] > _SENTENCES_BACK:
            break
        referent = memory.known.get(earlier)
        if referent is None:
            continue
        if (
            other.form == "nominal"
            and referent.entity is not None
            and not memory.is_subject(earlier)
        ):
            continue  # beside its name, which says it better
        trace = traces.setdefault(referent.key, _Trace(referent, earlier))
        if trace.subject is None and memory.is_subject(earlier):
            trace.subject = earlier
        if trace.sayer is None and memory.roles[earlier] == "sayer":
            trace.sayer = earlier
    return list(traces.values())


def _may_stand_for(memory: Memory, kind: str, words: Candidate, trace: _Trace) -> bool:
    """Say whether words can stand for somebody, by kind, number and gender."""
    stage = memory.stage
    other = stage.candidates[trace.nearest]
    described = stage.candidates[trace.referent.candidate]
    entity = trace.referent.entity
    what = stage.scene.entities[entity].kind if entity is not None else None
    noun = other.noun or described.noun
    is_person = what == "person" or (what is None and noun == "person")
    stands_for_author = other.noun == "document" and entity is not None  # "his statements"
    is_plural = (other.is_plural and not stands_for_author) or (
        described.is_plural and what != "person"
    )
    if kind == "paper":
        is_meant = not words.is_plural and stage.scene.lower[words.start] in _DEFINITE
        return is_meant and what in ("person", "organization")
    if kind == "he":
        told = _genders(memory, trace)
        gender = gender_of_words(memory, words)
        return is_person and not is_plural and not (told and gender not in told)
    if kind == "the":
        told = _genders(memory, trace)
        if words.gender != "?" and told and words.gender not in told:
            return False
        return is_person and not is_plural and entity is not None
    if kind == "it":
        if what is not None and other.noun != "document":
            return what in ("organization", "place")
        return noun in ("group", "document") and not is_plural
    if kind == "body":
        return what == "organization"
    return is_plural or what == "organization" or noun == "group"


def gender_of_words(memory: Memory, words: Candidate) -> Gender:
    """Return the gender that a pronoun tells, be it before a writing ("her letter")."""
    if words.noun != "document":
        return words.gender
    return gender_of_word(memory.stage.scene.lower[words.start])


def _genders(memory: Memory, trace: _Trace) -> set[Gender]:
    """Return the genders by which the article's words tell somebody; empty where none does."""
    candidates = memory.stage.candidates
    told = {candidates[trace.referent.candidate].gender}
    if candidates[trace.nearest].form != "pronoun":
        told.add(candidates[trace.nearest].gender)
    return told - {"?"}


def _place_features(memory: Memory, words: Candidate, trace: _Trace) -> Iterator[str]:
    """Yield where somebody was spoken of last, seen from the words."""
    stage = memory.stage
    frame = stage.frame(words)
    here, paragraph = memory.sentence[frame], stage.scene.frames[frame].paragraph
    other = stage.candidates[trace.nearest]
    role = memory.roles[trace.nearest]
    near = _bucket(here - memory.sentence[stage.frame(other)])
    back = paragraph - stage.scene.frames[stage.frame(other)].paragraph
    yield f"near={near}"
    yield f"role={role}"
    yield f"paragraph={min(back, 3)}"
    for name, place in (("subject", trace.subject), ("sayer", trace.sayer)):
        if place is None:
            yield f"{name}-at=none"
        else:
            distance = here - memory.sentence[stage.frame(stage.candidates[place])]
            yield f"{name}-at={_bucket(distance)}"


def _own_features(memory: Memory, kind: str, words: Candidate, trace: _Trace) -> Iterator[str]:
    """Yield what somebody is, and how well that goes with the words."""
    stage = memory.stage
    entity = trace.referent.entity
    described = stage.candidates[trace.referent.candidate]
    if entity is None:
        yield "nameless"
        yield f"nameless:{'indefinite' if described.is_indefinite else 'definite'}"
        if described.start == described.head and not described.is_plural:
            yield "nameless:bare"  # "justice": a bare noun is hardly somebody
    else:
        yield f"kind={stage.scene.entities[entity].kind}"
        count = stage.mention_counts.get(entity, 1)
        yield f"count={'1' if count < 2 else '2' if count < 4 else '4' if count < 8 else '8'}"
    if described.is_plural:
        yield "plural"
    if kind == "he":
        gender = gender_of_words(memory, words)
        yield f"gender={_agreement(memory, gender, trace)}"
        nearest = stage.candidates[trace.nearest]
        if nearest.form == "pronoun" and nearest.gender == gender:
            yield "chain"
    elif kind in ("the", "body") and entity is not None:
        noun = singular(stage.scene.lower[words.head])
        if entity in memory.titles.bearers(noun, words.head):
            yield "title"
            if memory.titles.bearer(noun, words.head) == entity:
                yield "title:last"
        elif kind == "body":
            names = stage.scene.entities[entity]
            parts = {
                singular(word.lower())
                for name in (names.name, *names.aliases)
                for word in name.split()
            }
            is_office = _head_word(names.name) in _OFFICES
            is_generic = noun in (_OFFICIAL_WORDS if is_office else _GENERIC_BODIES)
            yield "in-name" if noun in parts else "generic" if is_generic else "not-in-name"
        else:
            yield f"untitled:{_agreement(memory, words.gender, trace)}"


def _head_word(name: str) -> str:
    """Return the word of a body's name that tells what it is: "ministry" of "Ministry of Roads"."""
    words = name.lower().split()
    of = next((at for at, word in enumerate(words) if at and word in ("of", "for")), len(words))
    return words[of - 1]


def _agreement(memory: Memory, gender: Gender, trace: _Trace) -> str:
    """Return how well a gender goes with somebody's."""
    if gender == "?":
        return "any"
    if gender in _genders(memory, trace):
        return "told"
    spoken = memory.genders.get(trace.referent.key)
    if spoken is not None:
        return "spoken" if spoken == gender else "not-spoken"
    if trace.referent.entity is None:
        return "unknown"
    shape = gender_by_shape(memory.stage.scene.entities[trace.referent.entity].name)
    return "unknown" if shape == "?" else "looks" if shape == gender else "not-looks"


def _bucket(distance: int) -> str:
    for limit in (0, 1, 2, 3, 6):
        if distance <= limit:
            return str(limit)
    return "far"
