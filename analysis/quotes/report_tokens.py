"""Give the tokens in which a reported clause is looked for."""

from __future__ import annotations

from analysis.quotes.cues import Cue
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import is_sentence

MOST_QUOTED_WORDS = 8
FEWEST_WORDS = 4


def sentence_tokens(stage: Stage, cue: Cue) -> list[int]:
    """Return the tokens of a cue's sentence, with the few words in marks that it carries."""
    scene = stage.scene
    frame = scene.frames[scene.frame_of[cue.start]]
    found = list(frame.tokens)
    for index in frame.stretches:
        first, end = scene.stretch_tokens[index]
        if end - first <= MOST_QUOTED_WORDS and not is_sentence(stage, index):
            found.extend(range(first, end))
    return sorted(found)


def is_clause(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens begin a clause: a finite verb is near, and not right at the start."""
    if len(tokens) < FEWEST_WORDS - 1:
        return False
    if not stage.scene.has_tags:
        return True
    return any(stage.scene.doc[at].pos_ in ("VERB", "AUX") for at in tokens[1:16])
