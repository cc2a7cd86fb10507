"""Find the reported clause behind a verb of saying: by the parse, else by order and small words."""

from __future__ import annotations

from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.lexicon import TIME_WORDS
from analysis.quotes.report_doubts import attributes_quote, is_adverbial, is_gap, is_relative
from analysis.quotes.report_ends import end_clause
from analysis.quotes.report_tellers import Teller
from analysis.quotes.report_tokens import (
    FEWEST_WORDS,
    Bounds,
    is_clause,
    is_finite_clause,
    sentence_tokens,
)
from analysis.quotes.scene import Scene
from analysis.quotes.stage import Stage

_WITHOUT_THAT = frozenset(
    """say add claim insist argue maintain note warn report suggest predict admit acknowledge
    confirm tell allege contend assert estimate think believe reckon conclude stress""".split()
)
_THINKING = frozenset("believe think hope fear worry expect doubt feel".split())
_PREPOSITIONS = frozenset("in on at during after before to with for from by".split())
_WITH_INFINITIVE = frozenset("promise pledge vow threaten offer swear propose".split())
_BEFORE_TIME = frozenset("on in last late early this next".split())
_COMPLEMENTS = frozenset(("that", "whether", "if"))
_REACH_OF_THAT = 14
_CLAUSE_STARTERS = frozenset(
    "he she it they we there the a an his her its their this these those no some many most".split()
)
_CLAUSE_TAGS = frozenset({"PROPN", "NOUN", "PRON", "DET", "NUM", "ADJ"})


def behind_cue(stage: Stage, cue: Cue, teller: Teller) -> Bounds | None:
    """Return the clause behind a verb of saying: "said (on Monday) that ..." or "said it ..."."""
    if cue.kind == "phrase" or teller.start >= cue.end:
        return None
    scene = stage.scene
    behind = [at for at in sentence_tokens(stage, cue) if at >= cue.end]
    if not behind:
        return None
    if attributes_quote(stage, cue) and not _COMPLEMENTS & {scene.lower[at] for at in behind}:
        return None
    told = _complement(stage, cue, behind)
    if told is not None:
        return told
    for place, at in enumerate(behind[:_REACH_OF_THAT]):
        if scene.lower[at] == "that" and is_clause(stage, behind[place + 1 :]):
            if is_relative(stage, behind, place):
                return None
            if not _may_stand_between(stage, cue, behind[:place]):
                return None
            return at, end_clause(stage, cue, behind[place + 1 :]), "that-clause"
        if scene.lower[at] in (":", ";", ",") or (
            place
            and any(
                other.start == at and other.kind != "noun"
                for other in stage.cues_in[scene.frame_of[cue.start]]
            )
        ):
            break
    if cue.lemma not in _WITHOUT_THAT or (scene.lower[cue.start] == "saying" and len(behind) < 3):
        return None
    start = 0
    if takes_hearer(cue):
        start = _skip_hearer(stage, behind)
        if start == 0:
            return None
    start = _skip_time(stage, behind, start)
    if start >= len(behind):
        return None
    first = behind[start]
    if any(scene.lower[at] in ("that", "which", "who") for at in behind[start : start + 4]):
        return None  # "claimed the house that burnt"
    opens = scene.lower[first] in _CLAUSE_STARTERS or (
        scene.has_tags and scene.doc[first].pos_ in _CLAUSE_TAGS
    )
    if not opens or not is_finite_clause(stage, behind[start:]):
        return None
    return first, end_clause(stage, cue, behind[start:]), "clause"


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
        place = next((at for at in behind if at in inner and _opens_clause(scene, at)), None)
        if place is not None and not is_promise:
            place = _real_start(stage, cue, behind, place)
        if place is None or scene.inside[place] >= 0:
            continue
        own = behind[behind.index(place) :]
        between = behind[: behind.index(place)]
        is_told = scene.lower[place] in _COMPLEMENTS or cue.lemma in _THINKING
        if cue.kind == "weak" and not is_told:
            continue
        if any(scene.lower[at] in (":", ";") for at in between) or len(own) < FEWEST_WORDS - 1:
            continue
        if is_adverbial(stage, own) or is_gap(stage, place):
            continue
        return place, end_clause(stage, cue, own), "infinitive" if is_promise else "complement"
    return None


def _real_start(stage: Stage, cue: Cue, behind: list[int], place: int) -> int:
    """Return where a clause begins that the parse may have torn from its subject."""
    start = _skip_hearer(stage, behind) if takes_hearer(cue) else 0
    start = _skip_time(stage, behind, start)
    if start < len(behind) and behind[start] < place:
        first = stage.scene.doc[behind[start]]
        between = stage.scene.lower[first.i : place]
        if first.pos_ in _CLAUSE_TAGS and not {",", "that", "whether"} & set(between[:1]):
            return first.i
    return place


def _opens_clause(scene: Scene, at: int) -> bool:
    return scene.doc[at].text[:1].isalnum()


def _may_stand_between(stage: Stage, cue: Cue, tokens: list[int]) -> bool:
    """Say whether tokens between verb and "that" are a hearer, a time or a place, no noun that
    the clause qualifies ("claims the house that burnt").
    """
    words = [stage.scene.lower[at] for at in tokens]
    if not words or takes_hearer(cue) or words[0] in _PREPOSITIONS:
        return not words or words[-1] not in _PREPOSITIONS
    return all(
        word in TIME_WORDS or word.endswith("ly") or word in ("last", "this") for word in words
    )


def _skip_hearer(stage: Stage, behind: list[int]) -> int:
    """Return how many tokens of a clause are the one spoken to; 0 where there is none."""
    for index in stage.candidates_in.get(stage.scene.frame_of[behind[0]], []):
        candidate = stage.candidates[index]
        if candidate.start <= behind[0] < candidate.end or candidate.start == behind[0]:
            return sum(1 for at in behind if at < candidate.end)
    return 1 if stage.scene.lower[behind[0]] in ("him", "her", "them", "us", "me", "it") else 0


def _skip_time(stage: Stage, behind: list[int], start: int) -> int:
    """Return the place behind words of time: "said on Monday it ...", "told them this week it"."""
    lower = stage.scene.lower
    while start < len(behind) and (
        lower[behind[start]] in TIME_WORDS
        or (
            lower[behind[start]] in _BEFORE_TIME
            and start + 1 < len(behind)
            and lower[behind[start + 1]] in TIME_WORDS
        )
    ):
        start += 1
    return start
