"""Find the reported clause behind a verb of saying: by the parse, else by order and small words."""

from __future__ import annotations

from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.reported.doubts import attributes_quote, is_adverbial, is_gap, is_relative
from analysis.quotes.reported.ends import end_clause, end_infinitive
from analysis.quotes.reported.openings import (
    begins_with_word,
    behind_hearer,
    is_verb,
    may_open,
    may_stand_between,
    real_start,
    skip_aside,
    skip_hearer,
    skip_time,
)
from analysis.quotes.reported.tellers import Teller
from analysis.quotes.reported.tokens import (
    FEWEST_WORDS,
    Bounds,
    is_clause,
    is_finite_clause,
    sentence_tokens,
)
from analysis.quotes.stage import Stage

_WITHOUT_THAT = frozenset(
    """say add claim insist argue maintain note warn report suggest predict admit acknowledge
    confirm tell allege contend assert estimate think believe reckon conclude stress indicate reveal
    announce state disclose counter joke tweet explain""".split()
)
_THINKING = frozenset("believe think hope fear worry expect doubt feel".split())
_WITH_INFINITIVE = frozenset("promise pledge vow threaten offer swear propose".split())
_COMPLEMENTS = frozenset(("that", "whether", "if"))
_REACH_OF_THAT = 16
_WITHOUT_OBJECT = frozenset("say insist argue contend think believe".split())
_RELATIVES = frozenset(("which", "who"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECT_TAGS = frozenset("PROPN NOUN PRON DET NUM ADJ VERB AUX".split())
_QUESTIONS = frozenset("whether if how why what who when where".split())
_ADVERBIAL = frozenset("when where if".split())
_WITH_QUESTION = frozenset("say ask tell explain describe question wonder disclose".split())
_CLAUSE_STARTERS = frozenset(
    "he she it they we there the a an his her its their this these those no some many most".split()
)
_CLAUSE_TAGS = frozenset({"PROPN", "NOUN", "PRON", "DET", "NUM", "ADJ"})


def behind_cue(stage: Stage, cue: Cue, teller: Teller) -> Bounds | None:
    """Return the clause behind a verb of saying: "said (on Monday) that ..." or "said it ..."."""
    if cue.kind == "phrase" or teller.start >= cue.end:
        return None
    behind = [at for at in sentence_tokens(stage, cue) if at >= cue.end]
    if not behind:
        return None
    if attributes_quote(stage, cue):
        brings = any(stage.scene.lower[at] in _COMPLEMENTS for at in behind)
        found = _complement(stage, cue, behind) if brings else None
        found = found or (_that_clause(stage, cue, behind) if brings else None)
        return found if found and stage.scene.lower[found[0]] in _COMPLEMENTS else None
    return (
        _complement(stage, cue, behind)
        or _that_clause(stage, cue, behind)
        or _asked_clause(stage, cue, behind)
        or _promised(stage, cue, behind)
        or _bare_clause(stage, cue, teller, behind)
    )


def _that_clause(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return the clause that "that" brings, maybe behind a hearer, a time or a place."""
    scene = stage.scene
    others = {other.start for other in stage.cues_in[scene.frame_of[cue.start]]}
    for place, at in enumerate(behind[:_REACH_OF_THAT]):
        if scene.lower[at] == "that" and is_clause(stage, behind[place + 1 :]):
            is_far = place > 0 and (cue.kind != "say" or _points(stage, behind, place))
            if is_far or is_relative(stage, behind, place):
                return None
            if not may_stand_between(stage, cue, behind[:place]):
                return None
            return at, end_clause(stage, cue, behind[place + 1 :]), "that-clause"
        if scene.lower[at] in (":", ";") or (place and at in others and is_verb(stage, at)):
            break
    return None


def _points(stage: Stage, tokens: list[int], place: int) -> bool:
    """Say whether the "that" at a place stands for a thing: "use that money", "and that is all"."""
    before, behind = stage.scene.doc[tokens[place - 1]], stage.scene.doc[tokens[place + 1]]
    return before.pos_ in ("CCONJ", "VERB") or (behind.pos_ == "NOUN" and behind.tag_ == "NN")


def _asked_clause(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return the clause of a question that is told: "asked whether ...", "explained how ..."."""
    if cue.lemma not in _WITH_QUESTION:
        return None
    hearer = skip_hearer(stage, behind) if takes_hearer(cue) else 0
    own = behind[skip_time(stage, behind, hearer) :]
    if not own or stage.scene.lower[own[0]] not in _QUESTIONS or not is_clause(stage, own):
        return None
    if cue.lemma == "tell" and not hearer:
        return None  # "time will tell if it holds"
    if stage.scene.lower[own[0]] in _ADVERBIAL and stage.scene.doc[own[1]].pos_ == "VERB":
        return None  # "when asked about it"
    return own[0], end_clause(stage, cue, own), "complement"


def _promised(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return what is promised: "pledged on Monday to stay"."""
    own = behind[skip_time(stage, behind, 0) :]
    is_promise = cue.lemma in _WITH_INFINITIVE and len(own) >= FEWEST_WORDS - 1
    if not is_promise or stage.scene.lower[own[0]] not in ("to", "not", "never"):
        return None
    return own[0], end_infinitive(stage, cue, own), "infinitive"


def _bare_clause(stage: Stage, cue: Cue, teller: Teller, behind: list[int]) -> Bounds | None:
    """Return the clause that nothing brings: "said it ...", "told them on Monday it ..."."""
    scene = stage.scene
    if cue.lemma not in _WITHOUT_THAT or (scene.lower[cue.start] == "saying" and len(behind) < 3):
        return None
    start = 0
    if takes_hearer(cue):
        start = skip_hearer(stage, behind)
        if start == 0:
            return None
    start = skip_time(stage, behind, start)
    start = skip_aside(stage, behind, start)
    if start >= len(behind):
        return None
    own = behind[start:]
    if cue.lemma in _WITHOUT_OBJECT:
        opens = scene.lower[own[0]] in _CLAUSE_STARTERS or scene.doc[own[0]].pos_ in _SUBJECT_TAGS
        is_told = opens and len(own) >= FEWEST_WORDS - 1 and _has_own_verb(stage, own)
        if is_gap(stage, own[0]):
            end = next((n for n, at in enumerate(own) if scene.lower[at] == ","), len(own))
            is_told = _is_relative_subject(stage, teller) and end >= FEWEST_WORDS - 1
            return (own[0], own[end - 1], "clause") if is_told else None
    else:
        opens = scene.lower[own[0]] in _CLAUSE_STARTERS or scene.doc[own[0]].pos_ in _CLAUSE_TAGS
        is_told = opens and is_finite_clause(stage, own)
    return (own[0], end_clause(stage, cue, own), "clause") if is_told else None


def _is_relative_subject(stage: Stage, teller: Teller) -> bool:
    """Say whether a speaker stands in a relative clause: "a letter that he said was lost"."""
    before = teller.start - 1
    return before >= 0 and stage.scene.lower[before] in ("which", "that", "who", "what")


def _has_own_verb(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens hold a verb outside their relative clauses: not in "a word that hurt"."""
    tags = [stage.scene.doc[at].tag_ for at in tokens]
    verbs = sum(1 for tag in tags if tag in _FINITE) or tags.count("VBN")
    words = [stage.scene.lower[at] for at in tokens]
    relatives = sum(1 for word in words if word in _RELATIVES or word == "that")
    return verbs > relatives or not stage.scene.has_tags


def _complement(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return the clause that the parse makes the object of a cue: "said too much was made of it",
    "pledged to stay"; None where it tells of none, or of one in marks.
    """
    scene = stage.scene
    if not scene.has_parse:
        return None
    for child in scene.doc[cue.start].children:
        is_promise = child.dep_ == "xcomp" and cue.lemma in _WITH_INFINITIVE
        if child.i not in behind or not (child.dep_ == "ccomp" or is_promise):
            continue
        inner = {token.i for token in child.subtree}
        place = next((at for at in behind if at in inner and begins_with_word(scene, at)), None)
        if place is not None:
            place = behind_hearer(stage, cue, behind[behind.index(place) :])
        if place is not None and not is_promise:
            place = real_start(stage, cue, behind, place)
        if place is None or scene.inside[place] >= 0:
            continue
        own = behind[behind.index(place) :]
        between = behind[: behind.index(place)]
        is_told = scene.lower[place] in _COMPLEMENTS or cue.lemma in _THINKING
        if cue.kind == "weak" and not is_told:
            continue
        if any(scene.lower[at] in (":", ";") for at in between) or len(own) < FEWEST_WORDS - 1:
            continue
        if is_adverbial(stage, own) or is_gap(stage, place) or not may_open(stage, cue, own):
            continue
        if is_promise:
            return place, end_infinitive(stage, cue, own), "infinitive"
        return place, end_clause(stage, cue, own), "complement"
    return None
