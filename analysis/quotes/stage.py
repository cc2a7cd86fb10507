"""The scene with its cast: cues and candidates by frame, and what can be asked of them quickly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.quotes.attributions import find_attributions
from analysis.quotes.candidate import Candidate
from analysis.quotes.candidates import find_candidates
from analysis.quotes.clauses import ends_report, is_subordinate
from analysis.quotes.cues import Cue, find_cues
from analysis.quotes.scene import Scene


@dataclass(slots=True)
class Stage:
    """Everything that the finders of speech and speakers look at."""

    scene: Scene
    """The article, laid out."""
    cues: list[Cue]
    """In reading order."""
    candidates: list[Candidate]
    """In reading order."""
    cues_in: dict[int, list[Cue]]
    """By frame."""
    candidates_in: dict[int, list[int]]
    """By frame: indices into `candidates`."""
    frames_in: dict[int, list[int]]
    """By paragraph."""
    mention_counts: dict[int, int]
    """By entity: how often the article names it."""
    subjects: dict[int, int]
    """By a cue's first token: index of the candidate that is most likely its subject."""
    starts: list[int]
    """Each candidate's first token, for bisection."""
    reported: set[int] = field(default_factory=set)
    """Candidates that stand in what another is said to say, or in a clause that hangs on one."""

    def frame(self, candidate: Candidate) -> int:
        """Return the frame a candidate stands in."""
        return self.scene.frame_of[candidate.head]

    def before(self, token: int) -> int:
        """Return how many candidates start before a token."""
        return bisect_left(self.starts, token)


def build_stage(scene: Scene) -> Stage:
    """Find cues and candidates, and tie each cue to its most likely subject."""
    cues = find_cues(scene)
    cues = sorted([*cues, *find_attributions(scene, cues)], key=lambda cue: cue.start)
    candidates = find_candidates(scene, cues)
    counts: dict[int, int] = {}
    for mention in scene.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    stage = Stage(scene, cues, candidates, {}, {}, {}, counts, {}, [c.start for c in candidates])
    for number, frame in enumerate(scene.frames):
        stage.frames_in.setdefault(frame.paragraph, []).append(number)
    for cue in cues:
        stage.cues_in.setdefault(scene.frame_of[cue.start], []).append(cue)
    for index, candidate in enumerate(candidates):
        stage.candidates_in.setdefault(stage.frame(candidate), []).append(index)
    for frame_number, frame_cues in stage.cues_in.items():
        for cue in frame_cues:
            subject = _subject_of(stage, cue, stage.candidates_in.get(frame_number, []))
            if subject is not None:
                stage.subjects[cue.start] = subject
        stage.reported.update(_find_reported(stage, frame_number))
    return stage


def _find_reported(stage: Stage, frame: int) -> Iterator[int]:
    """Yield the candidates of a frame that stand in what somebody else says."""
    scene = stage.scene
    sayings = [
        (cue, stage.candidates[stage.subjects[cue.start]])
        for cue in stage.cues_in[frame]
        if cue.kind in ("say", "weak") and cue.start in stage.subjects
    ]
    for index in stage.candidates_in.get(frame, []):
        candidate = stage.candidates[index]
        if is_subordinate(scene, candidate.start) or any(
            subject is not candidate
            and subject.end <= cue.start < candidate.start
            and not ends_report(scene, cue.end, candidate.start)
            for cue, subject in sayings
        ):
            yield index


def _subject_of(stage: Stage, cue: Cue, indices: list[int]) -> int | None:
    """Return the candidate that most likely says it: by nearness, then the parse, then order."""
    scene = stage.scene
    if cue.kind == "noun" or not indices:
        return None
    candidates = stage.candidates
    indices = [i for i in indices if not candidates[i].is_modifier] or indices
    if cue.kind == "phrase":
        behind = [i for i in indices if 0 <= candidates[i].start - cue.end <= 6]
        return behind[0] if behind else None
    earlier = [i for i in indices if candidates[i].end <= cue.start]
    behind_words = [i for i in earlier if not _is_quote_between(scene, candidates[i].end, cue)]
    earlier = behind_words or earlier
    later = [i for i in indices if candidates[i].start >= cue.end]
    before = cue.start - 1
    before = _skip_brackets(scene, before)
    while before >= 0 and scene.lower[before] in _BETWEEN_SUBJECT_AND_VERB:
        before = _skip_brackets(scene, before - 1)
    if scene.lower[before] == "who" and scene.frame_of[before] == scene.frame_of[cue.start]:
        persons = [i for i in earlier if candidates[i].end <= before and _may_be_who(stage, i)]
        if persons:
            return persons[-1]
    is_near = bool(earlier) and candidates[earlier[-1]].end == before + 1
    if is_near and not _follows_preposition(stage, earlier[-1]):
        return earlier[-1]
    if before >= 0 and scene.lower[before] == ",":
        set_off = [
            i
            for i in earlier
            if candidates[i].end < before
            and _ends_at_comma(stage, candidates[i].end, before)
            and not _follows_preposition(stage, i)
        ]
        if set_off:
            return set_off[0]  # "X, a spokesman for Y, said"
    free = [i for i in earlier if not _follows_preposition(stage, i)]
    word = scene.lower[cue.start]
    if word.endswith("ing"):
        sayers = [
            stage.subjects[other.start]
            for other in stage.cues_in[scene.frame_of[cue.start]]
            if other.kind == "say" and other.end < cue.start and other.start in stage.subjects
        ]
        if sayers and scene.lower[before] in (",", "and", "while", "before", "after"):
            return sayers[-1]  # "they would meet, Holm said, adding"
    if free and (scene.lower[before] in ("and", "but", "then") or word.endswith("ing")):
        return free[0]  # "X thanked the hosts and said", "X blamed Y, saying"
    if later and _is_inverted(scene, cue):
        gap = candidates[later[0]].start - cue.end
        if gap == 0 or (gap <= 3 and not _follows_preposition(stage, later[0])):
            return later[0]
    if scene.has_parse:
        subjects = [
            child.i
            for child in scene.doc[cue.start].children
            if child.dep_ in ("nsubj", "nsubj:pass", "nsubjpass")
        ]
        for index in earlier + later:
            if any(candidates[index].start <= at < candidates[index].end for at in subjects):
                return index
    return free[-1] if free else earlier[-1] if earlier else None


_BETWEEN_SUBJECT_AND_VERB = frozenset(
    """also has had have later then is was were are been being already often recently earlier again
    once still now today yesterday simply further reportedly repeatedly previously""".split()
)
_PREPOSITIONS = frozenset(
    "of for to with against by from on about in at over between into than as towards".split()
)


def _is_quote_between(scene: Scene, start: int, cue: Cue) -> bool:
    """Say whether a whole sentence in marks stands between a token and a cue."""
    quoted = [scene.inside[at] for at in range(start, cue.start) if scene.inside[at] >= 0]
    return len(quoted) > 3


def _ends_at_comma(stage: Stage, end: int, limit: int) -> bool:
    """Say whether a comma follows a candidate, maybe behind a bracket or an age."""
    words = stage.scene.lower[end : min(limit + 1, end + 12)]
    if words[:1] == ["("] and ")" in words:
        words = words[words.index(")") + 1 :]
    return words[:1] == [","]


def _skip_brackets(scene: Scene, at: int) -> int:
    """Return the token before a bracket that closes at a token, else that token."""
    if at >= 0 and scene.lower[at] == ")":
        for back in range(at - 1, max(-1, at - 12), -1):
            if scene.lower[back] == "(":
                return back - 1
    return at


def _may_be_who(stage: Stage, index: int) -> bool:
    candidate = stage.candidates[index]
    return candidate.kind == "person" or candidate.noun == "person"


def _follows_preposition(stage: Stage, index: int) -> bool:
    """Say whether a candidate hangs on a preposition ("a spokesman for X")."""
    candidate = stage.candidates[index]
    at = candidate.start - 1
    if at >= 0 and stage.scene.lower[at] in ("the", "a", "an"):
        at -= 1
    return at >= 0 and stage.scene.lower[at] in _PREPOSITIONS


def _is_inverted(scene: Scene, cue: Cue) -> bool:
    """Say whether a cue stands right behind a quotation or a comma, its subject following."""
    at = cue.start - 1
    while at >= 0 and scene.frame_of[at] < 0 and scene.inside[at] < 0:
        at -= 1
    return at >= 0 and (scene.inside[at] >= 0 or scene.lower[at] == ",")
