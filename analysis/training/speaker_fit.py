"""Fit the weights of speech, speakers and trust to examples. Knows no article."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.model import weigh
from analysis.training.speaker_lessons import Question
from analysis.training.speaker_priors import PRIOR_SPEECH

_STEPS = 250
_RATE = 0.15


def fit_logistic(
    examples: Sequence[tuple[Sequence[str], bool]], *, decay: float = 2.0
) -> dict[str, float]:
    """Fit a logistic regression, held to `PRIOR_SPEECH` by an L2 penalty."""
    questions = [
        Question([(tuple(features), ()), ((), ())], [is_right, not is_right])
        for features, is_right in examples
    ]
    return fit_choice(questions, decay=decay, prior=PRIOR_SPEECH)


def fit_choice(
    questions: Sequence[Question],
    *,
    decay: float = 1.0,
    prior: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Fit a softmax over options, by the likelihood that a right one is chosen.

    Args:
        questions: What to learn from.
        decay: How strongly weights are held to where they start (an L2 penalty).
        prior: Where they start; 0 for features not named.

    Returns:
        Each feature's weight, those near nothing left out.
    """
    names = {name: index for index, name in enumerate(prior or {})}
    words, meanings = _Table(), _Table()
    owner: list[int] = []
    right: list[bool] = []
    groups: dict[tuple[int, Hashable], int] = {}
    group: list[int] = []
    for number, question in enumerate(questions):
        labels = question.words or range(len(question.options))
        for (told, meaning), is_right, label in zip(
            question.options, question.right, labels, strict=True
        ):
            words.add(len(owner), told, names)
            meanings.add(len(owner), meaning, names)
            group.append(groups.setdefault((number, label), len(groups)))
            owner.append(number)
            right.append(is_right)
    owners, is_right_option = np.array(owner), np.array(right, dtype=float)
    group_of = np.array(group)
    words.close()
    meanings.close()
    origin = np.array([(prior or {}).get(name, 0.0) for name in names])
    weights: NDArray[np.float64] = origin.copy()
    momentum, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        meant = meanings.scores(weights, len(owner))
        likely = _shares(meant, group_of)
        scores = words.scores(weights, len(owner)) + np.log(np.maximum(likely, 1e-30))
        share = _shares(scores, owners)
        chosen = share * is_right_option
        target = chosen / np.maximum(np.bincount(owners, chosen, len(questions))[owners], 1e-30)
        excess = share - target
        spread = excess - likely * np.bincount(group_of, excess, len(groups))[group_of]
        gradient = (
            words.gradient(excess, len(names))
            + meanings.gradient(spread, len(names))
            + decay * (weights - origin)
        )
        momentum = 0.9 * momentum + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        rate = _RATE * (1.0 - step / (_STEPS + 1.0))
        weights = weights - rate * (momentum / (1 - 0.9**step)) / (
            np.sqrt(square / (1 - 0.99**step)) + 1e-8
        )
    return {
        name: round(float(weights[index]), 3)
        for name, index in sorted(names.items())
        if abs(weights[index]) >= 0.005
    }


@dataclass(slots=True)
class _Table:
    """Which option has which feature."""

    rows: list[int] = field(default_factory=list)
    """Options, one for each feature that one has."""
    columns: list[int] = field(default_factory=list)
    """Those features."""
    _row: NDArray[np.int64] = field(init=False)
    _column: NDArray[np.int64] = field(init=False)

    def close(self) -> None:
        """Say that all is noted."""
        self._row, self._column = np.array(self.rows, int), np.array(self.columns, int)

    def add(self, row: int, features: Sequence[str], names: dict[str, int]) -> None:
        """Note an option's features, and give new ones a number."""
        for feature in features:
            self.rows.append(row)
            self.columns.append(names.setdefault(feature, len(names)))

    def scores(self, weights: NDArray[np.float64], count: int) -> NDArray[np.float64]:
        """Return the sum of each option's weights."""
        return np.bincount(self._row, weights[self._column], count).astype(np.float64)

    def gradient(self, excess: NDArray[np.float64], count: int) -> NDArray[np.float64]:
        """Return the sum of what each feature's options have too much."""
        return np.bincount(self._column, excess[self._row], count).astype(np.float64)


def _shares(scores: NDArray[np.float64], groups: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return scores as shares that sum to 1 in each group."""
    highest = np.full(int(groups.max(initial=-1)) + 1, -np.inf)
    np.maximum.at(highest, groups, scores)
    powers = np.exp(scores - highest[groups])
    shares: NDArray[np.float64] = powers / np.bincount(groups, powers, len(highest))[groups]
    return shares


@dataclass(frozen=True, slots=True)
class Judged:
    """A choice made on a held-out article."""

    share: float
    """The share of all options that mean the one chosen."""
    grounds: list[str]
    """What the choice rests on."""
    is_right: bool
    """Whether it gives the right name."""


def judge(question: Question, weights: Mapping[str, float]) -> Judged:
    """Choose as `analysis.quotes.speakers.choose` does, and say whether that was right."""
    shares = weigh(weights, question.options, question.words)
    totals: dict[object, float] = {}
    for key, share in zip(question.keys, shares, strict=True):
        totals[key] = totals.get(key, 0.0) + share
    best_key = max(totals, key=lambda key: totals[key])
    best = max(
        (at for at, key in enumerate(question.keys) if key == best_key), key=lambda at: shares[at]
    )
    return Judged(totals[best_key], question.grounds[best], question.named[best])


def fit_trust(judged: Sequence[Judged], *, decay: float = 20.0) -> dict[str, float]:
    """Fit how often choices are right, from their shares and grounds (Platt 1999, L2-penalised)."""
    names = sorted({ground for one in judged for ground in one.grounds})
    table = np.zeros((len(judged), len(names) + 1))
    for row, one in enumerate(judged):
        share = min(max(one.share, 0.001), 0.999)
        table[row, 0] = np.log(share / (1 - share))
        for ground in one.grounds:
            table[row, 1 + names.index(ground)] = 1.0
    right = np.array([one.is_right for one in judged], dtype=float)
    weights = np.zeros(len(names) + 1)
    for _ in range(3000):
        told = 1 / (1 + np.exp(-table @ weights))
        weights -= 0.002 * (table.T @ (told - right) + decay * weights)
    return {
        name: round(float(weight), 3)
        for name, weight in zip(["share", *names], weights, strict=True)
    }
