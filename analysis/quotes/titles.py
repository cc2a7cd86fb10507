"""Collect the nouns that an article gives to its people: "Minister Holm", "Holm, a farmer, ..."."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.quotes.candidate import Candidate
from analysis.quotes.nouns import noun_class, singular
from analysis.quotes.stage import Stage

BEING = frozenset("is was are were be been became becomes serves served as".split())
_LONGEST_TITLE = 6
_NEIGHBOURS = (-1, 1, -2, 2, -3, 3)


@dataclass(slots=True)
class Titles:
    """Which nouns stand for whom."""

    given: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """By noun in the singular: (token, entity); the token is -1 for an entity's role."""
    named: dict[int, int] = field(default_factory=dict)
    """By a description's index the candidate that names the same one right beside it."""

    def bearers(self, noun: str, token: int) -> set[int]:
        """Return the entities that a noun was given to before a token."""
        return {entity for at, entity in self.given.get(noun, []) if at < token}

    def bearer(self, noun: str, token: int) -> int | None:
        """Return the one last given a noun before a token; None for nobody."""
        earlier = [pair for pair in self.given.get(noun, []) if pair[0] < token]
        return max(earlier)[1] if earlier else None


def collect_titles(stage: Stage) -> Titles:
    """Collect the nouns before names, beside them in commas, said of them, or in their roles."""
    titles = Titles()
    scene, candidates = stage.scene, stage.candidates
    for index, candidate in enumerate(candidates):
        if candidate.form != "name" or candidate.entity is None:
            continue
        at = candidate.start - 1
        while at >= 0 and scene.frame_of[at] == scene.frame_of[candidate.start]:
            word = scene.lower[at]
            if noun_class(word) != "person" or at < candidate.start - _LONGEST_TITLE:
                break
            titles.given.setdefault(singular(word), []).append((at, candidate.entity))
            at -= 1
        for step in _NEIGHBOURS:
            other = index + step
            beside = _in_apposition(stage, index, other)
            if beside is not None and (other not in titles.named or abs(step) == 1):
                titles.named[other] = index
            beside = beside or _predicated(stage, index, other)
            if beside is not None:
                noun = singular(scene.lower[beside.head])
                titles.given.setdefault(noun, []).append((beside.head, candidate.entity))
    for entity in scene.entities:
        if entity.kind != "person":
            continue
        for word in (entity.role or "").lower().split():
            if noun_class(word) == "person":
                titles.given.setdefault(singular(word), []).append((-1, entity.id))
    return titles


def _predicated(stage: Stage, name_index: int, other_index: int) -> Candidate | None:
    """Return the other candidate if a verb of being gives it to the name ("X became a Y")."""
    candidates = stage.candidates
    if other_index != name_index + 1 or other_index >= len(candidates):
        return None
    name, other = candidates[name_index], candidates[other_index]
    if name.kind != "person" or other.form != "nominal" or other.noun != "person":
        return None
    between = stage.scene.lower[name.end : other.start]
    if stage.frame(name) != stage.frame(other) or len(between) > _LONGEST_TITLE:
        return None
    return other if any(word in BEING for word in between) else None


def _in_apposition(stage: Stage, name_index: int, other_index: int) -> Candidate | None:
    """Return the other candidate if it describes the name across a comma."""
    candidates = stage.candidates
    if not 0 <= other_index < len(candidates):
        return None
    name, other = candidates[name_index], candidates[other_index]
    if other.form != "nominal" or name.kind != "person" or other.noun != "person":
        return None
    if other.is_plural or stage.frame(name) != stage.frame(other):
        return None
    first, second = (name, other) if name.start < other.start else (other, name)
    gap = stage.scene.lower[first.end : second.start]
    if gap == [","] or (first is name and gap and gap[0] == "," and len(gap) <= 3):
        return other
    if first is other and gap and gap[-1] == "," and len(gap) <= 12 and "," not in gap[:-1]:
        return other  # "a spokesman for the ministry, John Smith"
    return None
