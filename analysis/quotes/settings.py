"""Find what holds for an utterance whoever said it: its sentence, shape and cue."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.cues import Cue
from analysis.quotes.memory import Referent
from analysis.quotes.scene import is_signed
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import Utterance, is_sentence


@dataclass(frozen=True, slots=True)
class Spoken:
    """An utterance that was already given to somebody."""

    referent: Referent | None
    """Who said it; None for unknown."""
    last_stretch: int
    """Its last stretch."""
    candidate: int | None = None
    """The words beside it that name who said it; None for unknown."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for an utterance whoever said it."""

    utterance: Utterance
    """Its stretches."""
    stretch: int
    """The stretch that stands with its cue, else the first."""
    frame: int
    """The frame of that stretch."""
    shape: str
    """`whole` (sentences in marks), `part` (words in a sentence), `bit` (three words or less)."""
    cue: Cue | None
    """The cue of the frame that is most likely its own."""
    cue_side: str
    """Where that cue stands: `left`, `right` or `none`."""
    cue_distance: int
    """How many of the narrator's tokens stand between it and the words."""
    cue_strength: str
    """Its kind, or `none`."""


def read_setting(stage: Stage, utterance: Utterance) -> Setting:
    """Find the frame, the shape and the cue of an utterance."""
    scene = stage.scene
    first = utterance.stretches[0]
    for stretch in utterance.stretches:
        if any(
            cue.kind != "noun" and cue.start in stage.subjects
            for cue in stage.cues_in.get(scene.stretch_frame[stretch], [])
        ):
            first = stretch
            break
    else:
        last = utterance.stretches[-1]
        if is_signed(scene, last):
            first = last
    frame = scene.stretch_frame[first]
    words = len(scene.stretches[first].span.of(scene.article.text).split())
    shape = "bit" if words <= 3 else "part"
    if is_sentence(stage, first) and words > 1:
        shape = "whole"
    start, end = scene.stretch_tokens[first]
    best: tuple[float, Cue, str, int] | None = None
    for cue in stage.cues_in.get(frame, []):
        side = "left" if cue.start < start else "right"
        low, high = (cue.end, start) if side == "left" else (end, cue.start)
        distance = sum(1 for at in range(low, high) if scene.frame_of[at] == frame)
        crossed = sum(
            1
            for other in scene.frames[frame].stretches
            if other not in utterance.stretches and low <= scene.stretch_tokens[other][0] < high
        )
        penalty = {"say": 0.0, "phrase": 0.0, "weak": 6.0, "noun": 14.0}[cue.kind]
        if stage.is_undergone(cue):
            penalty += 8.0
        if scene.lower[cue.start - 1 : cue.start] == ["to"]:
            penalty += 6.0  # "said it was a chance to talk about"
        if cue.start not in stage.subjects:
            penalty += 6.0
        elif stage.subjects[cue.start] in stage.reported:
            penalty += 5.0
        cost = distance + penalty + 4.0 * crossed
        if best is None or cost < best[0]:
            best = (cost, cue, side, distance)
    if best is None:
        return Setting(utterance, first, frame, shape, None, "none", 99, "none")
    return Setting(utterance, first, frame, shape, best[1], best[2], best[3], best[1].kind)
