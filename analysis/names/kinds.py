"""Weigh a name's clues: is it a person, an organization, a place or something else?

The weights are data beside this file, learnt by `analysis.training.train_kinds`. They have one
voice beside the rules' own in the vote that follows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources

from analysis.names.clues import find_clues
from analysis.names.draft import Candidate, Draft, Key
from analysis.schema import EntityKind

KINDS: tuple[EntityKind, ...] = ("person", "organization", "place", "other")
"""The kinds in the order in which a clue's weights are kept."""
LOUDEST = 6.0
"""Most votes the clues have for a kind: surer than this they need not be."""

Weights = Mapping[str, tuple[float, ...]]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Read the weights that ship with the package: of each clue, one a kind."""
    raw = resources.files("analysis.names").joinpath("kinds.json").read_text("utf-8")
    return {clue: tuple(weights) for clue, weights in json.loads(raw).items()}


def weigh_clues(draft: Draft) -> None:
    """Let what was learnt from annotated news vote on each name of the article, once a name."""
    first: dict[Key, Candidate] = {}
    for one in draft.in_order():
        first.setdefault(draft.key(one.start, one.end), one)
    for key, clues in find_clues(draft).items():
        for kind, votes in zip(KINDS, weigh(load_weights(), clues), strict=True):
            draft.add(first[key].start, first[key].end, kind, votes)


def weigh(weights: Weights, clues: Iterable[str]) -> list[float]:
    """Return the votes for each kind: `LOUDEST` for the likeliest, fewer by the log of the odds."""
    known = [weights[clue] for clue in clues if clue in weights]
    sums = [sum(column) for column in zip(*known, strict=True)] or [0.0] * len(KINDS)
    highest = max(sums)
    return [max(0.0, LOUDEST + value - highest) for value in sums]
