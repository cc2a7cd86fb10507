"""Fit the weights of speech, speakers and trust to examples. Knows no article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.quotes.model import score, softmax
from analysis.training.speaker_lessons import Question
from analysis.training.speaker_priors import PRIOR_SPEECH

_STEPS = 250
_RATE = 0.15


def fit_logistic(
    examples: Sequence[tuple[Sequence[str], bool]], *, decay: float = 2.0
) -> dict[str, float]:
    """Fit a logistic regression, held to `PRIOR_SPEECH` by an L2 penalty."""
    questions = [
        Question([tuple(features), ()], [is_right, not is_right]) for features, is_right in examples
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
    rows: list[int] = []
    columns: list[int] = []
    owner: list[int] = []
    right: list[bool] = []
    for number, question in enumerate(questions):
        for features, is_right in zip(question.options, question.right, strict=True):
            for feature in features:
                rows.append(len(owner))
                columns.append(names.setdefault(feature, len(names)))
            owner.append(number)
            right.append(is_right)
    row, column = np.array(rows), np.array(columns)
    owners, is_right_option = np.array(owner), np.array(right, dtype=float)
    origin = np.array([(prior or {}).get(name, 0.0) for name in names])
    weights: NDArray[np.float64] = origin.copy()
    momentum, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        scores = np.bincount(row, weights[column], len(owner))
        highest = np.full(len(questions), -np.inf)
        np.maximum.at(highest, owners, scores)
        powers = np.exp(scores - highest[owners])
        share = powers / np.bincount(owners, powers, len(questions))[owners]
        chosen = powers * is_right_option
        target = chosen / np.maximum(np.bincount(owners, chosen, len(questions))[owners], 1e-30)
        gradient = np.bincount(column, (share - target)[row], len(names)) + decay * (
            weights - origin
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
    shares = softmax([score(weights, features) for features in question.options])
    totals: dict[object, float] = {}
    for key, share in zip(question.keys, shares, strict=True):
        totals[key] = totals.get(key, 0.0) + share
    best_key = max(totals, key=lambda key: totals[key])
    best = max(
        (at for at, key in enumerate(question.keys) if key == best_key), key=lambda at: shares[at]
    )
    return Judged(totals[best_key], question.grounds[best], question.named[best])


def fit_trust(judged: Sequence[Judged], *, decay: float = 2.0) -> dict[str, float]:
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
