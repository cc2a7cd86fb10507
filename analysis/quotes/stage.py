"""The scene with its cast: cues and candidates by frame, and what can be asked of them quickly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.quotes.attributions import find_attributions
from analysis.quotes.candidate import Candidate
from analysis.quotes.candidates import find_candidates
from analysis.quotes.clauses import ends_report, is_subordinate, opens_by_subordinating
from analysis.quotes.cues import Cue, find_cues
from analysis.quotes.scene import Scene
from analysis.quotes.subjects import find_agent, find_subject


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
    agents: dict[int, int]
    """By a passive cue's first token: its subject, where that does what the verb tells ("told by
    Holm")."""
    starts: list[int]
    """Each candidate's first token, for bisection."""
    reported: set[int] = field(default_factory=set)
    """Candidates that stand in what another is said to say, or in a clause that hangs on one."""

    def frame(self, candidate: Candidate) -> int:
        """Return the frame a candidate stands in."""
        return self.scene.frame_of[candidate.head]

    def is_undergone(self, cue: Cue) -> bool:
        """Say whether the one to whom a cue is tied does not speak, but is spoken to or of."""
        return cue.is_passive and cue.start not in self.agents

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
    starts = [candidate.start for candidate in candidates]
    stage = Stage(scene, cues, candidates, {}, {}, {}, counts, {}, {}, starts)
    for number, frame in enumerate(scene.frames):
        stage.frames_in.setdefault(frame.paragraph, []).append(number)
    for cue in cues:
        stage.cues_in.setdefault(scene.frame_of[cue.start], []).append(cue)
    for index, candidate in enumerate(candidates):
        stage.candidates_in.setdefault(stage.frame(candidate), []).append(index)
    for frame_number, frame_cues in stage.cues_in.items():
        for cue in frame_cues:
            indices = stage.candidates_in.get(frame_number, [])
            agent = find_agent(scene, cue, candidates, indices) if cue.is_passive else None
            if agent is not None:
                stage.subjects[cue.start] = agent
                stage.agents[cue.start] = agent
                continue
            subject = find_subject(
                scene,
                cue,
                candidates,
                indices,
                others={
                    c.start: stage.subjects.get(c.start) for c in frame_cues if c.kind == "say"
                },
            )
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
    closing = _closing_sayer(stage, frame)
    for index in stage.candidates_in.get(frame, []):
        candidate = stage.candidates[index]
        if index == closing:
            continue
        if is_subordinate(scene, candidate.start) or any(
            subject is not candidate
            and subject.end <= cue.start < candidate.start
            and not ends_report(
                scene,
                cue.end,
                candidate.start,
                at_comma=opens_by_subordinating(scene, cue.start),
            )
            for cue, subject in sayings
        ):
            yield index


def _closing_sayer(stage: Stage, frame: int) -> int | None:
    """Return who says all that a sentence told before its end: "..., the minister said."."""
    cue = next((cue for cue in reversed(stage.cues_in[frame]) if cue.kind == "say"), None)
    index = stage.subjects.get(cue.start) if cue is not None else None
    if cue is None or index is None:
        return None
    scene, subject = stage.scene, stage.candidates[index]
    tokens = scene.frames[frame].tokens
    is_set_off = subject.start > tokens[0] and scene.lower[subject.start - 1] == ","
    is_beside = subject.end <= cue.start <= subject.end + 1
    is_last = not any(scene.doc[at].is_alpha for at in tokens if at >= cue.end)
    return index if is_set_off and is_beside and is_last else None
