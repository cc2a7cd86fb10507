"""Tell where a reported clause ends: where the narrator goes on, or the speaker says anew."""

from __future__ import annotations

from analysis.quotes.cues import Cue
from analysis.quotes.scene import is_dash
from analysis.quotes.stage import Stage

_ADDITIONS = frozenset(("which", "who", "whose", "where"))
_CONTRASTS = frozenset(("but", "while", "although", "though", "whereas"))
_JOINS = frozenset(("and", "but"))
_ARTICLES = frozenset(("a", "an", "the"))
_NEAR = 6
_VERBS = frozenset(("VERB", "AUX"))
_GOES_ON = frozenset(("AUX", "VERB", "ADV", "PART"))


def end_clause(stage: Stage, cue: Cue, tokens: list[int]) -> int:
    """Return the last token of a reported clause.

    Args:
        stage: The article with its cast.
        cue: The word of saying that brings the clause.
        tokens: The clause's tokens and all behind them in its sentence; not empty.
    """
    lower = stage.scene.lower
    frame = stage.scene.frame_of[cue.start]
    starts = {other.start: other for other in stage.cues_in.get(frame, [])}
    hangs = cue.start in stage.subjects and stage.subjects[cue.start] in stage.reported
    for place in range(1, len(tokens)):
        at, rest = tokens[place], tokens[place + 1 :]
        word = lower[at]
        is_set_off = word == "," or is_dash(word)
        if word == ";" or (word == "," and hangs):
            return tokens[place - 1]  # "While they say it is safe, ..."
        if word == "," and rest and _is_added(stage, rest):
            return tokens[place - 1]
        if word in _JOINS and _says_more(stage, rest, starts):
            return tokens[place - 1]
        if is_set_off and rest and rest[0] in starts:
            other = starts[rest[0]]
            if other.kind == "phrase" or lower[other.start].endswith("ing"):
                return tokens[place - 1]
        if (is_set_off or word == "and") and _brings_speaker(stage, at, rest[:_NEAR], starts):
            return tokens[place - 1]
    return tokens[-1]


def _is_added(stage: Stage, rest: list[int]) -> bool:
    """Say whether the words behind a comma are the narrator's: a contrast, a remark."""
    word = stage.scene.lower[rest[0]]
    if word in _ADDITIONS:
        return True
    if word in _CONTRASTS:
        has_subject = len(rest) > 1 and stage.scene.doc[rest[1]].pos_ not in _GOES_ON
        return not stage.scene.has_tags or has_subject
    is_apposed = word in _ARTICLES and not any(
        stage.scene.doc[at].pos_ in _VERBS or stage.scene.lower[at] in ("and", "or", ",")
        for at in rest
    )
    return stage.scene.has_tags and is_apposed


def _says_more(stage: Stage, rest: list[int], starts: dict[int, Cue]) -> bool:
    """Say whether the speaker goes on saying something else: "... and called it"."""
    for at in rest[:3]:
        if at in starts:
            cue = starts[at]
            return cue.kind == "say" and not stage.scene.lower[at].endswith("ing")
        if stage.scene.doc[at].pos_ not in ("ADV", "AUX"):
            return False
    return False


def _brings_speaker(stage: Stage, at: int, near: list[int], starts: dict[int, Cue]) -> bool:
    """Say whether somebody else says something right behind a token."""
    for next_at in near:
        cue = starts.get(next_at)
        if (
            cue is not None
            and cue.kind == "say"
            and not stage.scene.lower[next_at].endswith("ing")
            and next_at in stage.subjects
            and at < stage.candidates[stage.subjects[next_at]].start
        ):
            return True
    return False
