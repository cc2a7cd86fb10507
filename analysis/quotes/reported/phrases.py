"""Tell where a reported phrase ends that is no clause: “called the plan a mistake on Monday”."""

from __future__ import annotations

from analysis.quotes.cues import Cue
from analysis.quotes.lexicon import SPEECH_NOUNS, TIME_WORDS
from analysis.quotes.reported.ends import end_clause
from analysis.quotes.stage import Stage

_OUTER = frozenset("when while after before because since although though whereas during".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


def end_phrase(stage: Stage, cue: Cue, tokens: list[int], place: int) -> int:
    """Return the last token of what is reported: before the narrator goes on with when, where
    and how it was said, or with what else was done.

    Args:
        stage: The article with its cast.
        cue: The word of saying.
        tokens: What is reported and all behind it in its sentence.
        place: Up to where nothing ends it.
    """
    scene = stage.scene
    last = end_clause(stage, cue, tokens[place:])
    others = {
        other.start
        for other in stage.cues_in[scene.frame_of[cue.start]]
        if other.kind == "say" and scene.lower[other.start].endswith("ing")
    }
    for number in range(max(place + 1, 1), len(tokens)):
        at = tokens[number]
        if at > last:
            break
        is_told_anew = at in others and scene.doc[tokens[number - 1]].pos_ in _NOUNS
        if is_told_anew or _goes_on(stage, tokens, number):
            last = tokens[number - 1]
            break
    while last > tokens[0] and scene.lower[last] in (",", "and", "but"):
        last -= 1
    return last


def _goes_on(stage: Stage, tokens: list[int], number: int) -> bool:
    """Say whether the narrator goes on at a token."""
    scene = stage.scene
    at, rest = tokens[number], tokens[number + 1 :]
    word = scene.lower[at]
    if word in _OUTER or (word == "as" and opens_clause(stage, rest)):
        return True
    if word in ("in", "on", "at") and rest:
        near = [scene.lower[other] for other in rest[:5]]
        if word == "on" and near[0] in TIME_WORDS:
            return True
        if word == "in":
            for other in rest[:5]:
                if scene.lower[other] in SPEECH_NOUNS:
                    return True
                if scene.doc[other].pos_ not in ("DET", "ADJ", "NOUN", "PROPN"):
                    break
    if word in (",", "and", "but") and rest:
        for other in rest[:3]:
            token = scene.doc[other]
            if token.tag_ in ("VBD", "VBZ", "VBP") or (word == "," and token.tag_ == "VBG"):
                return True
            if token.pos_ not in ("ADV", "CCONJ"):
                break
    return False


def opens_clause(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens begin with a subject and its verb."""
    for at in tokens[:3]:
        if stage.scene.doc[at].tag_ in _FINITE:
            return True
        if stage.scene.doc[at].pos_ in ("CCONJ", "PUNCT"):
            break
    return False
