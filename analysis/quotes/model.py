"""Linear models over named features. The weights are data beside this file, learnt by
`analysis.training.train_speakers`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
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
    return sum(weights.get(feature, 0.0) for feature in features)


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
