"""Find verbs that bring words by their place alone: “...?” Holm pressed; Holm began: “...”.

No list holds all the verbs that a writer puts beside quoted words. Needs tags; without them
nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.quotes.cues import Cue
from analysis.quotes.scene import Scene, is_finite_verb

_OPEN_ENDS = frozenset(",?!—–-")
_CLOSING_MARKS = "\"'”’»› "
_REACH_BEHIND = 7
_SUBJECT_TAGS = frozenset("PROPN NOUN DET ADJ PRON ADV NUM".split())
_AFTER_VERB = frozenset("PROPN DET PRON NOUN ADJ".split())
_PARTICLES = frozenset(("ADP", "ADV", "PART"))
_LEAD_MARKS = frozenset((",", ":", ";"))
_OBJECTS = frozenset("him her his them their its me us my our".split())


def find_attributions(scene: Scene, cues: list[Cue]) -> list[Cue]:
    """Find verbs beside quoted words where no cue is known, in reading order.

    Args:
        scene: The article, laid out.
        cues: The cues known by their words.

    Returns:
        A cue of kind `say` for a verb right behind words that end open ("...," she smiled) or
        right before them; of kind `weak` for the last verb of a sentence that leads on to them
        by a colon or a semicolon. None of them stands where another cue of the same frame does
        as well.
    """
    if not scene.has_tags:
        return []
    known: dict[int, list[Cue]] = {}
    for cue in cues:
        if cue.kind != "noun":
            known.setdefault(scene.frame_of[cue.start], []).append(cue)
    found: dict[int, Cue] = {}
    for index, frame in enumerate(scene.stretch_frame):
        if frame < 0:
            continue
        others = known.get(frame, [])
        for cue in (*_behind(scene, index, others), *_before(scene, index, others)):
            found.setdefault(cue.start, cue)
    taken = {cue.start for cue in cues}
    return [found[start] for start in sorted(found) if start not in taken]


def _behind(scene: Scene, index: int, others: list[Cue]) -> Iterator[Cue]:
    """Yield the verb of a short attribution behind a stretch."""
    end = scene.stretch_tokens[index][1]
    words = scene.stretches[index].span.of(scene.article.text).rstrip(_CLOSING_MARKS)
    tokens = _run_behind(scene, index, end)
    if tokens and scene.lower[tokens[0]] == ",":
        tokens = tokens[1:]
    elif words[-1:] not in _OPEN_ENDS:
        return
    if any(end <= cue.start < end + _REACH_BEHIND for cue in others):
        return
    for place, at in enumerate(tokens[:_REACH_BEHIND]):
        if is_finite_verb(scene.doc[at]):
            behind = tokens[place + 1 : place + 2]
            if place or (behind and _may_be_subject(scene, behind[0])):
                yield Cue(at, at + 1, scene.lower[at], "say")
            return
        if scene.doc[at].pos_ not in _SUBJECT_TAGS:
            return


def _may_be_subject(scene: Scene, at: int) -> bool:
    """Say whether a word behind a verb can begin the verb's subject: “...,” smiled Holm."""
    return scene.doc[at].pos_ in _AFTER_VERB and scene.lower[at] not in _OBJECTS


def _run_behind(scene: Scene, index: int, end: int) -> list[int]:
    """Return the narrator's tokens of the stretch's frame right behind it."""
    frame = scene.stretch_frame[index]
    found: list[int] = []
    for at in range(end, len(scene.doc)):
        if scene.frame_of[at] == frame:
            found.append(at)
        elif scene.frame_of[at] >= 0 or scene.inside[at] >= 0 or len(found) > _REACH_BEHIND:
            break
    return found


def _before(scene: Scene, index: int, others: list[Cue]) -> Iterator[Cue]:
    """Yield the verb that leads on to a stretch by a comma or a colon."""
    start = scene.stretch_tokens[index][0]
    frame = scene.stretch_frame[index]
    tokens = [at for at in scene.frames[frame].tokens if at < start]
    if len(tokens) < 2 or scene.lower[tokens[-1]] not in _LEAD_MARKS:
        return
    if any(cue.start < start for cue in others):
        return
    for place, at in enumerate(reversed(tokens[:-1])):
        token = scene.doc[at]
        if is_finite_verb(token) or (token.pos_ == "VERB" and token.tag_ == "VBG"):
            if place == 0 or (place == 1 and scene.doc[tokens[-2]].pos_ in _PARTICLES):
                yield Cue(at, at + 1, scene.lower[at], "say")
            elif scene.lower[tokens[-1]] in (":", ";"):
                yield Cue(at, at + 1, scene.lower[at], "weak")
            return
