"""Linear models over named features. The weights are data beside this file, learnt by
`analysis.training.train_speakers`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt."""

    speech: Mapping[str, float]
    """For telling words quoted from titles and terms."""
    speaker: Mapping[str, float]
    """For choosing among candidate speakers."""
    trust: Mapping[str, float]
    """For turning a choice's share into how often such choices are right."""


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Read the weights that ship with the package."""
    raw = resources.files("analysis.quotes").joinpath("weights.json").read_text("utf-8")
    data = json.loads(raw)
    return Weights(data["speech"], data["speaker"], data["trust"])


def score(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """Return the sum of the features' weights; a feature never learnt counts nothing."""
    return sum([weights.get(feature, 0.0) for feature in features])


def by_weight(weights: Mapping[str, float], features: Iterable[str]) -> list[str]:
    """Return the features, each once, what speaks most for a choice first; equal ones by name."""
    return sorted(set(features), key=lambda feature: (-weights.get(feature, 0.0), feature))


def probability(value: float) -> float:
    """Return the logistic function of a score."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def trusted(weights: Mapping[str, float], share: float, grounds: Iterable[str]) -> float:
    """Return how often a choice with this share and these grounds is right, 0 to 1."""
    share = min(max(share, 0.001), 0.999)
    logit = math.log(share / (1.0 - share))
    return probability(weights.get("share", 1.0) * logit + score(weights, grounds))


def softmax(values: Sequence[float]) -> list[float]:
    """Return the values as probabilities that sum to 1; empty for none."""
    if not values:
        return []
    highest = max(values)
    powers = [math.exp(value - highest) for value in values]
    total = sum(powers)
    return [power / total for power in powers]


def weigh(
    weights: Mapping[str, float],
    options: Sequence[tuple[Sequence[str], Sequence[str]]],
    groups: Sequence[Hashable],
) -> list[float]:
    """Return the share of each option: how likely its words are meant, times how likely they
    stand for this one among all for whom they may stand.

    Args:
        weights: What was learnt.
        options: For each the features of its words, and those of its meaning.
        groups: The same for options of the same words.

    Returns:
        Shares that sum to 1; empty for no options.
    """
    meanings = [score(weights, meaning) for _, meaning in options]
    members: dict[Hashable, list[float]] = {}
    for group, value in zip(groups, meanings, strict=True):
        members.setdefault(group, []).append(value)
    spread = {
        group: max(values) + math.log(sum(math.exp(value - max(values)) for value in values))
        for group, values in members.items()
    }
    return softmax(
        [
            score(weights, words) + value - spread[group]
            for (words, _), value, group in zip(options, meanings, groups, strict=True)
        ]
    )
