"""Tell what looks like a report and is none: "his proposed ban", "it is worth noting that",
“...,” she said after the vote.
"""

from __future__ import annotations

from itertools import pairwise

from analysis.quotes.clauses import read_form
from analysis.quotes.cues import Cue
from analysis.quotes.reported.tellers import Teller
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import is_sentence

NOT_TELLING = frozenset(
    """know learn see hear understand remember regard consider realise realize meet thank name
    identify define define term dub brand support back attack reject reassure remind""".split()
)
"""Verbs that bring words, but tell of none that were said."""
_BEFORE_ADJECTIVE = frozenset(("a", "an", "the", "this", "these", "'s", "’s"))
_WITHOUT_TELLER = frozenset(("worth", "without"))
_NOT_SAID_THERE = frozenset(("what", "how", "than"))
_TITLE_TAGS = frozenset(("PROPN", "NOUN", "ADJ", "DET"))
_LONGEST_TITLE = 4
_REACH_OF_NOT = 5
_BEFORE_NOUN = frozenset(("DET", "ADP", "NUM"))
_BEFORE_PARTICIPLE = frozenset(("DET", "ADP", "NUM", "CCONJ", "ADJ"))
_NEGATIONS = frozenset("not n't n’t never neither nor".split())
_ADVERBIAL = frozenset("after when while as before until since because once if though".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def is_doubtful(stage: Stage, cue: Cue, teller: Teller) -> bool:
    """Say whether a cue tells nothing that its teller said."""
    if cue.kind == "noun" or cue.lemma in NOT_TELLING:
        return True
    return (
        _is_adjective(stage, cue)
        or _is_said_by_nobody(stage, cue)
        or _stands_in_phrase(stage, cue, teller)
    )


def is_negated(stage: Stage, cue: Cue) -> bool:
    """Say whether something is not said: "did not mention the cost"."""
    near = stage.scene.lower[max(0, cue.start - _REACH_OF_NOT) : cue.start]
    return bool(_NEGATIONS & set(near))


def _is_adjective(stage: Stage, cue: Cue) -> bool:
    """Say whether a participle describes the noun behind it: "his reported net worth"."""
    at = cue.start - 1
    if at < 0 or stage.scene.frame_of[at] < 0 or cue.kind == "phrase":
        return False
    before, token = stage.scene.doc[at], stage.scene.doc[cue.start]
    behind = stage.scene.doc[min(cue.end, len(stage.scene.doc) - 1)]
    if token.tag_ == "VBN" and before.pos_ in _BEFORE_PARTICIPLE and behind.pos_ == "NOUN":
        return True  # "of pledged delegates"
    if token.pos_ == "NOUN" and before.pos_ in _BEFORE_NOUN:
        return True  # "any talk that"
    return before.tag_ in ("PRP$", "POS") or before.lower_ in _BEFORE_ADJECTIVE


def _is_said_by_nobody(stage: Stage, cue: Cue) -> bool:
    """Say whether anybody might say it: "it goes without saying", "it is safe to say"."""
    lower = stage.scene.lower
    before = lower[max(0, cue.start - 6) : cue.start]
    if before[-1:] and before[-1] in _WITHOUT_TELLER:
        return True
    is_open = read_form(stage.scene, cue) == "infinitive"
    return is_open and any(
        word == "it" and following in ("is", "was", "'s", "’s", "would", "seems", "fell", "falls")
        for word, following in pairwise(before)
    )


def _stands_in_phrase(stage: Stage, cue: Cue, teller: Teller) -> bool:
    """Say whether a cue closes a phrase that only names a thing: "what the mayor called"."""
    at = min(cue.start, teller.start) - 1
    for _ in range(_LONGEST_TITLE):
        if at >= 0 and stage.scene.doc[at].pos_ in _TITLE_TAGS:
            at -= 1
    return at >= 0 and stage.scene.lower[at] in _NOT_SAID_THERE


def attributes_quote(stage: Stage, cue: Cue) -> bool:
    """Say whether a cue gives its speaker to the quoted sentence before it.

    In “...,” he said, adding it would rain" the first cue does.
    """
    frame_number = stage.scene.frame_of[cue.start]
    before = [
        stage.scene.stretch_tokens[index]
        for index in stage.scene.frames[frame_number].stretches
        if stage.scene.stretch_tokens[index][0] < cue.start and is_sentence(stage, index)
    ]
    if not before:
        return False
    end = max(end for _, end in before)
    cues = stage.cues_in[frame_number]
    return not any(other.kind == "say" and end <= other.start < cue.start for other in cues)


def is_adverbial(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens tell but when or why: "after the vote was lost"."""
    if stage.scene.lower[tokens[0]] not in _ADVERBIAL:
        return False
    return all(stage.scene.lower[at] != "," for at in tokens[:20])


def is_gap(stage: Stage, at: int) -> bool:
    """Say whether a clause begins with its verb: "everything he says is wrong"."""
    return stage.scene.has_tags and stage.scene.doc[at].tag_ in _FINITE


def is_relative(stage: Stage, tokens: list[int], place: int) -> bool:
    """Say whether the "that" at a place qualifies the noun before it: "a phrase that hurt"."""
    if not place or not stage.scene.has_tags or place + 1 >= len(tokens):
        return False
    behind = stage.scene.doc[tokens[place + 1]]
    return behind.tag_ in _FINITE and stage.scene.doc[tokens[place] - 1].pos_ == "NOUN"
