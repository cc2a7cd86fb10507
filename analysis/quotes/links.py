"""Describe how a candidate stands to the cues of its sentence, in named features."""

from __future__ import annotations

from analysis.quotes.candidate import Candidate
from analysis.quotes.clauses import read_form
from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.lexicon import PREPOSITIONS
from analysis.quotes.settings import Setting
from analysis.quotes.stage import Stage


def own_cue(stage: Stage, setting: Setting, index: int) -> list[str]:
    """Return what the cue is whose likely subject a candidate is, seen from the utterance."""
    start, end = stage.scene.stretch_tokens[setting.stretch]
    cues = [cue for cue in stage.cues_in.get(setting.frame, []) if cue.kind != "noun"]
    own = [cue for cue in cues if stage.subjects.get(cue.start) == index]
    if not own:
        return ["own=none:reported" if index in stage.reported else "own=none"]
    cue = min(own, key=lambda cue: min(abs(cue.start - start), abs(cue.start - end)))
    side = "left" if cue.start < start else "right"
    low, high = (cue.end, start) if side == "left" else (end, cue.start)
    between = [other for other in cues if low <= other.start < high]
    governs = [other for other in between if stage.subjects.get(other.start) in stage.reported]
    is_reported = index in stage.reported
    clause = "reported" if is_reported else "main"
    found = [
        f"own={cue.kind}:{side}",
        f"own={read_form(stage.scene, cue)}:{clause}",
        f"own={clause}:{setting.shape}:{side}",
        f"own:between={min(len(between), 2)}:{side}",
    ]
    if between and len(governs) == len(between) and not is_reported:
        found.append(f"own:governs:{cue.kind}")
    outer = [stage.subjects[o.start] for o in cues if o.start in stage.subjects and o is not cue]
    if is_reported and any(other not in stage.reported for other in outer):
        found.append(f"own:governed:{cue.kind}")
    return found


def link_to(stage: Stage, cue: Cue, candidate: Candidate) -> str:
    """Return how a candidate stands to a cue."""
    scene = stage.scene
    if cue.kind == "phrase":
        gap = candidate.start - cue.end
        return f"phrase{bucket(gap)}" if gap >= 0 else "before-phrase"
    if candidate.end <= cue.start:
        gap = count_outside(stage, candidate.end, cue.start)
        return f"subject{bucket(gap)}"
    gap = count_outside(stage, cue.end, candidate.start)
    is_torn = gap < candidate.start - cue.end  # quoted words stand between
    if takes_hearer(cue) and not is_torn and _speaks_for_others(stage, candidate):
        return "hearer-who-speaks-for-others"
    if takes_hearer(cue) and gap <= 2 and not is_torn:
        return "hearer"
    if gap and any(scene.lower[at] in PREPOSITIONS for at in range(cue.end, candidate.start)):
        return "behind-cue-and-preposition"
    return f"inverted{bucket(gap)}"


def relation_to(stage: Stage, cue: Cue, candidate: Candidate) -> str:
    """Return the parse's word for how a candidate depends on a cue."""
    scene = stage.scene
    if not scene.has_parse or cue.kind in ("phrase", "noun"):
        return "none"
    token = scene.doc[candidate.head]
    for _ in range(2):
        if token.head.i == cue.start:
            dep = token.dep_
            return (
                "subject"
                if dep in ("nsubj", "nsubj:pass", "nsubjpass")
                else (
                    "object"
                    if dep in ("obj", "iobj", "dobj", "dative", "obl", "nmod", "pobj")
                    else "other"
                )
            )
        if token.dep_ not in ("appos", "flat", "compound", "conj", "nmod"):
            break
        token = token.head
    head = scene.doc[cue.start]
    if head.dep_ in ("conj", "advcl", "xcomp") and token.head.i == head.head.i:
        return f"subject-of-{head.dep_}" if token.dep_.startswith("nsubj") else "none"
    if head.dep_.startswith("acl") and head.head.i == candidate.head:
        return "relative"
    return "none"


def _speaks_for_others(stage: Stage, candidate: Candidate) -> bool:
    """Say whether a candidate is a spokesperson by the title before it."""
    words = stage.scene.lower[max(0, candidate.start - 4) : candidate.end]
    return any(word.startswith("spokes") for word in words)


def count_outside(stage: Stage, low: int, high: int) -> int:
    """Return how many of the narrator's tokens stand between two."""
    return sum(1 for at in range(low, high) if stage.scene.frame_of[at] >= 0)


def bucket(gap: int) -> str:
    """Return a number of tokens as one of a few classes."""
    for limit in (0, 1, 2, 4, 7, 12):
        if gap <= limit:
            return str(limit)
    return "far"
