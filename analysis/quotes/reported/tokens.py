"""Give the tokens in which a reported clause is looked for."""

from __future__ import annotations

from typing import Literal

from analysis.quotes.clauses import SUBORDINATORS
from analysis.quotes.cues import Cue
from analysis.quotes.scene import is_dash
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import is_sentence

Rule = Literal[
    "that-clause",
    "complement",
    "clause",
    "infinitive",
    "around",
    "clause-before",
    "according-to",
    "asked-to",
    "called-for",
    "warned-of",
    "accused-of",
    "described-as",
    "called",
    "told-of",
    "noun",
    "as-put",
]
"""How a report was found; each has a sentence in `analysis.reasons.evidence`."""
Bounds = tuple[int, int, Rule]
"""The first and the last token of what is reported, and the rule that found it."""
FEWEST_WORDS = 4
_LONGEST_DATELINE = 14
_SUBJECTS = frozenset("he she it they we".split())
_RELATIVES = frozenset(("that", "which", "who"))


def sentence_tokens(stage: Stage, cue: Cue) -> list[int]:
    """Return the tokens of a cue's sentence, with the words in marks that are part of it."""
    scene = stage.scene
    frame = scene.frames[scene.frame_of[cue.start]]
    found = frame.tokens[count_dateline(stage, frame.tokens) :]
    for index in frame.stretches:
        first, end = scene.stretch_tokens[index]
        if not is_sentence(stage, index):
            found.extend(range(first, end))
    return sorted(found)


def count_dateline(stage: Stage, tokens: list[int]) -> int:
    """Return how many tokens of a sentence are its dateline, with its dash: "OSLO (AP) — ...".

    A place in capitals, or a place and an agency in brackets; 0 where there is none.
    """
    scene = stage.scene
    dash = next((n for n, at in enumerate(tokens[:_LONGEST_DATELINE]) if _is_dash(stage, at)), 0)
    if not dash:
        return 0
    if not (scene.doc[tokens[0]].text.isupper() or scene.lower[tokens[dash - 1]] == ")"):
        return 0
    is_narrow = all(scene.doc[at].pos_ not in ("VERB", "AUX", "PRON") for at in tokens[:dash])
    return dash + 1 if is_narrow else 0


def _is_dash(stage: Stage, at: int) -> bool:
    return at > 0 and is_dash(stage.scene.lower[at]) and bool(stage.scene.doc[at - 1].whitespace_)


def is_clause(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens begin a clause: a finite verb is near, and not right at the start."""
    if len(tokens) < FEWEST_WORDS - 1:
        return False
    if not stage.scene.has_tags:
        return True
    return any(stage.scene.doc[at].pos_ in ("VERB", "AUX") for at in tokens[1:16])


def is_finite_clause(stage: Stage, tokens: list[int]) -> bool:
    """Say whether the first verb of tokens is finite and has what stands before it as its subject.

    What stands there is an object in "confirmed a plan to build", "claimed the house that burnt",
    "announced a bridge and left" and "added a word when asked".
    """
    if not is_clause(stage, tokens):
        return False
    lower = stage.scene.lower
    for at in tokens[1:16]:
        token = stage.scene.doc[at]
        if token.lower_ in _RELATIVES or token.lower_ in SUBORDINATORS:
            return False
        if token.pos_ == "CCONJ" and any(word in _SUBJECTS for word in lower[at + 1 : at + 6]):
            return False
        if token.pos_ in ("VERB", "AUX"):
            is_joined = stage.scene.doc[at - 1].pos_ == "CCONJ"
            return token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not is_joined
    return not stage.scene.has_tags
