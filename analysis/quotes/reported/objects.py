"""Find what is reported without a clause of its own: "called the plan a mistake", "urged the
council to vote", "warned of more floods". By order and parts of speech; needs tags.
"""

from __future__ import annotations

from analysis.quotes.clauses import read_form
from analysis.quotes.cues import Cue
from analysis.quotes.lexicon import TIME_WORDS
from analysis.quotes.reported.doubts import is_negated
from analysis.quotes.reported.frames import (
    ACCUSING,
    ASKING,
    CALLING_FOR,
    CALLING_ON,
    DESCRIBING,
    NAMING,
    TELLING_OF,
    WARNED_OF,
    WARNING,
)
from analysis.quotes.reported.phrases import end_phrase, opens_clause
from analysis.quotes.reported.tellers import Teller
from analysis.quotes.reported.tokens import FEWEST_WORDS, Bounds, sentence_tokens
from analysis.quotes.stage import Stage

_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_PHRASE_TAGS = frozenset("DET ADJ NOUN PROPN PRON NUM PART ADP CCONJ X".split())
_OPENING = frozenset("DET ADJ NOUN PROPN PRON NUM".split())
_OUTER = frozenset("when while after before because since although though whereas during".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_LONGEST_OBJECT = 24
_LONGEST_HEARER = 14
_WIDEST_GAP = 2


def object_of(stage: Stage, cue: Cue, teller: Teller) -> Bounds | None:
    """Return what a cue says of or asks of somebody, or the thing it tells of."""
    if cue.kind in ("phrase", "noun") or not stage.scene.has_tags:
        return None
    if teller.start >= cue.end:
        return None
    behind = [at for at in sentence_tokens(stage, cue) if at >= cue.end]
    behind = behind[_skip_time(stage, behind) :]
    if len(behind) < 2:
        return None
    for find in (_asked, _called_for, _warned_of, _accused, _described, _named, _told_of):
        found = find(stage, cue, behind)
        if found is not None:
            return found
    return None


def _asked(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Find "urged the council to vote", "called on him to go": whom, and to do what."""
    lower = stage.scene.lower
    own = behind
    if lower[own[0]] in CALLING_ON.get(cue.lemma, ()):
        own = own[1:]
    elif cue.lemma not in ASKING:
        return None
    if not own or stage.scene.doc[own[0]].pos_ not in _OPENING:
        return None
    for place, at in enumerate(own[1:_LONGEST_HEARER], 1):
        token = stage.scene.doc[at]
        if lower[at] == "to" or (lower[at] in ("not", "never") and lower[at + 1] == "to"):
            verb = own[place + 1 : place + 4]
            if any(stage.scene.doc[other].tag_ == "VB" for other in verb):
                is_late = any(lower[other] in TIME_WORDS for other in own[1:place])
                first = at if is_late else own[0]  # "asked him on Monday (to go)"
                return first, end_phrase(stage, cue, own, place), "asked-to"
        is_torn = at - own[place - 1] > _WIDEST_GAP  # quoted words stand between
        if token.pos_ in ("VERB", "AUX") or lower[at] in ("that", ":", ";") or is_torn:
            return None
    return None


def _called_for(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Find "called for a new vote", "called on Monday for calm"."""
    if cue.lemma not in CALLING_FOR or stage.scene.lower[behind[0]] != "for":
        return None
    return behind[1], end_phrase(stage, cue, behind[1:], 0), "called-for"


def _warned_of(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Find "warned of more floods", "complained about the noise"."""
    if cue.lemma not in WARNING or stage.scene.lower[behind[0]] not in WARNED_OF:
        return None
    if stage.scene.doc[behind[1]].pos_ == "ADP":
        return None  # "the floods they warned of in a report"
    return behind[1], end_phrase(stage, cue, behind[1:], 0), "warned-of"


def _accused(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Find "accused the firm of hiding losses": whom, and of what."""
    if cue.lemma not in ACCUSING:
        return None
    for place, at in enumerate(behind[1:_LONGEST_HEARER], 1):
        if stage.scene.lower[at] == "of":
            return behind[0], end_phrase(stage, cue, behind, place), "accused-of"
    return None


def _described(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Find "described the talks as a success": what, and as what."""
    if cue.lemma not in DESCRIBING or stage.scene.doc[behind[0]].pos_ not in _OPENING:
        return None
    for place, at in enumerate(behind[1:_LONGEST_OBJECT], 1):
        if stage.scene.lower[at] == "as":
            if opens_clause(stage, behind[place + 1 :]):
                return None  # "described the man as he fled"
            return behind[0], end_phrase(stage, cue, behind, place), "described-as"
        if (
            stage.scene.doc[at].tag_ in _FINITE
            or stage.scene.lower[at] in _OUTER
            or stage.scene.lower[at] in (",", ";")
        ):
            return None
    return None


def _named(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Find "called the plan a mistake": a thing, and right behind it what it is called."""
    if cue.lemma not in NAMING or stage.scene.doc[behind[0]].pos_ not in _OPENING:
        return None
    for place, at in enumerate(behind[1:_LONGEST_OBJECT], 1):
        token, before = stage.scene.doc[at], stage.scene.doc[behind[place - 1]]
        if before.pos_ in _NOUNS and _begins_name(stage, at):
            return behind[0], end_phrase(stage, cue, behind, place), "called"
        if token.tag_ in _FINITE or stage.scene.lower[at] in (";", ":"):
            return None
    return None


def _begins_name(stage: Stage, at: int) -> bool:
    """Say whether a word may begin what a thing before it is called."""
    token = stage.scene.doc[at]
    is_marked = stage.scene.inside[at] >= 0 and stage.scene.inside[at - 1] < 0
    is_phrase = token.lower_ in ("a", "an", "the", "one") or token.tag_ == "PRP$"
    return is_marked or is_phrase or token.tag_ in ("JJ", "VBN")


def _told_of(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Find "acknowledged a lack of staff", "denied taking money"."""
    if cue.lemma not in TELLING_OF or read_form(stage.scene, cue) not in ("finite", "gerund"):
        return None
    first = stage.scene.doc[behind[0]]
    if first.tag_ != "VBG" and first.pos_ not in _OPENING:
        return None
    if is_negated(stage, cue) or (first.pos_ == "PRON" and first.tag_ != "PRP$"):
        return None  # "mentioned it to them"
    last = end_phrase(stage, cue, behind, 0)
    words = sum(1 for at in behind if at <= last and stage.scene.doc[at].is_alpha)
    if words < FEWEST_WORDS or stage.scene.inside[behind[0]] >= 0:
        return None
    return behind[0], last, "told-of"


def _skip_time(stage: Stage, behind: list[int]) -> int:
    """Return how many tokens tell the day: "called Friday for", "announced on Friday the"."""
    lower = stage.scene.lower
    at = 0
    if len(behind) > 1 and lower[behind[0]] in ("on", "in", "late", "last", "this"):
        at = 1
    return at + 1 if at < len(behind) and lower[behind[at]] in TIME_WORDS else 0
