"""What is known of an article's cast while it is read: who stands for whom, who spoke, in what
part of their sentences. Decides nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from analysis.quotes.gender import Gender
from analysis.quotes.stage import Stage
from analysis.quotes.titles import Titles, collect_titles

Role = Literal["sayer", "subject", "embedded", "owner", "possessive", "other"]
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_OPENING_WORDS = 3


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom words stand for: a named entity, or somebody known by a description only."""

    entity: int | None
    """The entity's id; None for somebody without a name."""
    candidate: int
    """Index of the candidate that describes it best: a name, or the first description."""

    @property
    def key(self) -> tuple[str, int]:
        """The same for all words that stand for the same one."""
        return ("entity", self.entity) if self.entity is not None else ("words", self.candidate)


@dataclass(slots=True)
class Memory:
    """The cast of one article as far as it has been read."""

    stage: Stage
    """The article with its cast."""
    weights: Mapping[str, float]
    """What speaks for an antecedent, learnt."""
    titles: Titles = field(init=False)
    """Which nouns the article gave to whom."""
    roles: list[Role] = field(init=False)
    """By candidate: what it is in its sentence."""
    sayers: list[tuple[int, int]] = field(init=False)
    """(token, candidate) of the narrator's words of saying with their subjects, in order."""
    sentence: list[int] = field(init=False)
    """By frame: how many of the narrator's sentences stand before it."""
    known: dict[int, Referent | None] = field(default_factory=dict)
    """By candidate: whom it stands for; None where nobody fits."""
    authors: dict[int, int] = field(default_factory=dict)
    """By candidate that is a writing: the one whose writing it is, where the text tells."""
    genders: dict[tuple[str, int], Gender] = field(default_factory=dict)
    """By `Referent.key`: how somebody was spoken of by a pronoun."""

    def __post_init__(self) -> None:
        stage = self.stage
        self.titles = collect_titles(stage)
        self.roles = [_role_of(stage, index) for index in range(len(stage.candidates))]
        self.sayers = [
            (cue.start, stage.subjects[cue.start])
            for cue in stage.cues
            if cue.is_active
            and cue.start in stage.subjects
            and stage.subjects[cue.start] not in stage.reported
        ]
        self.sentence = []
        for frame in stage.scene.frames:
            before = self.sentence[-1] if self.sentence else 0
            self.sentence.append(before + bool(frame.tokens))

    def is_subject(self, index: int) -> bool:
        """Say whether a candidate is the subject of a verb, as far as one can tell."""
        return self.roles[index] in ("sayer", "subject")

    def sayer_before(self, token: int) -> Referent | None:
        """Return who was last said to say something before a token; None for nobody known."""
        at = bisect_left(self.sayers, (token, -1)) - 1
        return self.known.get(self.sayers[at][1]) if at >= 0 else None

    def last_sayer(self, frame: int, token: int) -> int | None:
        """Return the candidate last said to say something in an earlier frame; None for none."""
        at = bisect_left(self.sayers, (token, -1)) - 1
        while at >= 0 and self.stage.scene.frame_of[self.sayers[at][0]] == frame:
            at -= 1
        return self.sayers[at][1] if at >= 0 else None


def _role_of(stage: Stage, index: int) -> Role:
    """Return what a candidate is in its sentence: by its cues, its place, and the parse."""
    scene, candidate = stage.scene, stage.candidates[index]
    number = stage.frame(candidate)
    behind = scene.lower[candidate.end : candidate.end + 1]
    is_first = stage.candidates_in[number][0] == index
    opens = is_first and scene.frames[number].tokens[0] >= candidate.start - _OPENING_WORDS
    owns = bool(behind) and behind[0] in _POSSESSIVES
    if candidate.is_modifier or owns:
        return "owner" if opens and owns else "possessive"
    if index in stage.reported:
        return "embedded"
    for cue in stage.cues_in.get(number, []):
        if cue.is_active and stage.subjects.get(cue.start) == index:
            return "sayer"
    if scene.has_parse and scene.doc[candidate.head].dep_ in _SUBJECTS:
        return "subject"
    return "subject" if opens else "other"
