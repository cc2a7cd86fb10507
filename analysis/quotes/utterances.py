"""Put quoted stretches together into utterances: split by an attribution, or over paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.scene import is_mark
from analysis.quotes.stage import Stage
from analysis.quotes.transcripts import has_label

_MAX_ATTRIBUTION = 30
_FARTHEST_CUE = 9
# What no attribution ends with: “...,” Holm said on the BBC's “Today”.
_NEVER_LAST = frozenset("'s ’s a an the of to on in at for with from his her its their".split())
_CLOSING_MARKS = "\"'”’»› "


@dataclass(frozen=True, slots=True)
class Utterance:
    """Stretches that are one person's words in one go."""

    stretches: tuple[int, ...]
    """Indices of the stretches, in reading order; never empty."""


def group_stretches(stage: Stage, chosen: list[int]) -> list[Utterance]:
    """Group the stretches chosen as speech.

    Returns:
        Utterances in reading order, holding every chosen stretch once.
    """
    groups: list[list[int]] = []
    for index in chosen:
        if groups and belongs(stage, groups[-1], index):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [Utterance(tuple(group)) for group in groups]


def is_sentence(stage: Stage, index: int) -> bool:
    """Say whether a stretch is quoted as a sentence of its own, not as words within another."""
    scene = stage.scene
    words = scene.stretches[index].span.of(scene.article.text)
    first = next((character for character in words if character.isalnum()), "")
    return (first.isupper() or first.isdigit()) and (
        _last(words) in ".,!?…-–—;" or len(words.split()) > 4
    )


def _last(words: str) -> str:
    """Return the last character of quoted words that is no mark of a quotation within them."""
    return words.rstrip(_CLOSING_MARKS)[-1:] or words[-1]


def belongs(stage: Stage, group: list[int], later: int) -> bool:
    """Say whether a stretch goes on with the utterance of those before it."""
    scene = stage.scene
    earlier = group[-1]
    first, second = scene.stretches[earlier], scene.stretches[later]
    if has_label(stage, later) or any(_has_another_sayer(stage, one, later) for one in group):
        return False
    if second.continues:
        return later == earlier + 1
    if first.paragraph != second.paragraph:
        return False
    start, end = first.span.end, second.span.start
    between = [
        at
        for at in range(scene.stretch_tokens[earlier][1], scene.stretch_tokens[later][0])
        if scene.frame_of[at] >= 0
    ]
    if not between:
        return end - start < 8
    if len(between) > _MAX_ATTRIBUTION or later != earlier + 1:
        return False
    if scene.lower[between[-1]] in _NEVER_LAST:
        return False
    frames = {scene.frame_of[at] for at in between}
    if len(frames) > 1 or scene.stretch_frame[earlier] not in frames:
        return False
    frame = frames.pop()
    has_say = any(
        cue.kind in ("say", "weak", "phrase") and cue.start in between
        for cue in stage.cues_in.get(frame, [])
    )
    ends_open = _last(first.span.of(scene.article.text)) in ",!?.…-–—"
    return has_say and ends_open and is_sentence(stage, earlier)


def _has_another_sayer(stage: Stage, earlier: int, later: int) -> bool:
    """Say whether two stretches are each attributed, and to others by name or description."""
    return any(
        _are_others(stage, sayer_beside(stage, earlier), sayer_beside(stage, later))
        for sayer_beside in (_sayer_behind, _sayer_before)
    )


def _are_others(stage: Stage, one: int | None, other: int | None) -> bool:
    """Say whether two candidates are known not to be the same one by their words.

    Of a pronoun that is known beside another subject of its sentence alone: "she asked, ... and
    Holm replied".
    """
    if one is None or other is None:
        return False
    first, second = stage.candidates[one], stage.candidates[other]
    is_one_sentence = stage.frame(first) == stage.frame(second)
    if "pronoun" in (first.form, second.form) and not is_one_sentence:
        return False
    if first.entity is not None and second.entity is not None:
        return first.entity != second.entity
    return stage.scene.lower[first.head] != stage.scene.lower[second.head]


def _sayer_before(stage: Stage, index: int) -> int | None:
    """Return the subject of the verb of saying that leads on to a stretch; None for none."""
    scene = stage.scene
    end = scene.stretch_tokens[index][0]
    while end and is_mark(scene.lower[end - 1]):
        end -= 1
    if end and scene.lower[end - 1] in (",", ":"):
        end -= 1
    for cue in stage.cues_in.get(scene.stretch_frame[index], []):
        if cue.kind == "say" and cue.end == end:
            return stage.subjects.get(cue.start)
    return None


def _sayer_behind(stage: Stage, index: int) -> int | None:
    """Return the subject of the verb of saying right behind a stretch; None for none."""
    scene = stage.scene
    end = scene.stretch_tokens[index][1]
    for cue in stage.cues_in.get(scene.stretch_frame[index], []):
        if cue.kind == "say" and end <= cue.start <= end + _FARTHEST_CUE:
            return stage.subjects.get(cue.start)
    return None
