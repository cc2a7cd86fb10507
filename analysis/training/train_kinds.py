"""Learn the weights by which a name is told a person's, an organization's, a place's or neither's.

Usage: python -m analysis.training.train_kinds

Reads the annotated articles and the name corpora of the shared folder, runs the shipped pipeline
and the rules over them, and writes `analysis/names/kinds.json`. The pipeline has seen these texts
and is right about them more often than about any others, so its names are spoilt first, as a
pipeline spoils names it never met. Random choices are seeded.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

import analysis.names
from analysis.names.clues import find_clues
from analysis.names.draft import Candidate, Draft, Key
from analysis.names.find import find_evidence
from analysis.names.kinds import KINDS
from analysis.schema import Article, EntityKind, Span
from analysis.spans import read_article
from analysis.training.articles import read_articles
from analysis.training.corpora import LabelledText, NameSpan, read_corpus

WEIGHTS = Path(analysis.names.__file__).parent / "kinds.json"

SOURCES = {
    "articles": 3.0,
    "men": 1.5,
    "re3d": 0.7,
    "uner": 0.6,
    "wikigold": 0.5,
    "gmb": 0.4,
    "gum": 0.3,
    "redocred": 0.25,
}
"""How much a name of each source counts: news of the reader's kind most."""
NOISE = (0.3, 0.5, 0.7)
"""How much of a text's names is spoilt, for each time it is read."""
UNTAGGED = 0.2
"""How many of the texts are read without tags and trees, which some pipelines do not give."""
FEWEST_TEXTS = 4
"""A clue is learnt if it is met in as many texts."""
STEPS = 120
RATE = 0.1
DECAY = 2.0
LEAST_WEIGHT = 0.04
"""Clues whose weights are all smaller are left out."""

_KIND_OF_LABEL: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "MISC": "other",
}
_LABELS = tuple(_KIND_OF_LABEL)
_PARAGRAPH = re.compile(r"\S[^\n]*\S|\S")


@dataclass(frozen=True, slots=True)
class Example:
    """One name of one text."""

    text: int
    """The text it is from, by number."""
    clues: tuple[str, ...]
    """What the text shows of it."""
    kinds: frozenset[EntityKind]
    """What it may be: one kind, or several where the annotation does not say."""
    weight: float
    """How much it counts."""


def read_texts(shared: Path) -> Iterator[LabelledText]:
    """Yield the annotated articles and the texts of the corpora."""
    yield from read_articles(shared / "corpora" / "articles")
    for name in SOURCES:
        path = shared / "corpora" / "ner" / f"{name}.jsonl"
        if path.is_file():
            yield from read_corpus(path)


def make_article(text: str) -> Article:
    """Make an article whose paragraphs are the text's lines."""
    paragraphs = tuple(Span(found.start(), found.end()) for found in _PARAGRAPH.finditer(text))
    return Article("", text, paragraphs, "")


def spoil(doc: Doc, noise: float, rng: random.Random) -> list[TokenSpan]:
    """Return a Doc's names with mistakes made in them, the same for all mentions of a name.

    Of the names a share of `noise` gets another label, a third of that is missed and a quarter
    cut or lengthened by a word; of the other capitalised runs a third of that is made names.
    """
    fates: dict[str, str] = {}
    names: list[TokenSpan] = []
    for name in doc.ents:
        chance = rng.random() / noise
        drawn = "missed" if chance < 0.35 else rng.choice(_LABELS) if chance < 1.35 else ""
        fate = fates.setdefault(name.text, drawn or ("moved" if chance < 1.6 else name.label_))
        start, end = name.start, name.end
        if fate == "missed":
            continue
        if fate == "moved":
            longer = end < len(doc) and not doc[end].is_space and rng.random() < 0.5
            start, end = (start, end + 1) if longer else (start + (end - start > 1), end)
        label = name.label_ if fate == "moved" else fate
        names.append(TokenSpan(doc, start, end, label))
    taken = {token.i for name in names for token in name}
    start = 0
    for token in doc:
        if token.text[0].isupper() and token.i not in taken:
            continue
        if start < token.i:
            words = doc[start : token.i].text
            drawn = rng.choice(_LABELS) if rng.random() < noise * 0.3 else "missed"
            label = fates.setdefault(words, drawn)
            if label in _LABELS:
                names.append(TokenSpan(doc, start, token.i, label))
        start = token.i + 1
    return names


def examples_of(
    number: int, draft: Draft, labelled: LabelledText, *, with_syntax: bool
) -> Iterator[Example]:
    """Yield the names of a text with what they are by its annotation, the open ones left out."""
    mentions: dict[Key, list[Candidate]] = defaultdict(list)
    for one in draft.in_order():
        mentions[draft.key(one.start, one.end)].append(one)
    is_listed = labelled.source == "articles"
    for key, clues in find_clues(draft, with_syntax=with_syntax).items():
        found = mentions[key]
        told = Counter(
            kinds_at(labelled.spans, draft.span(one.start, one.end), is_listed=is_listed)
            for one in found
        )
        kinds = told.most_common(1)[0][0]
        if kinds:
            weight = SOURCES[labelled.source] * min(len(found), 3) ** 0.5
            yield Example(number, tuple(clues), kinds, weight)


def kinds_at(spans: Sequence[NameSpan], at: Span, *, is_listed: bool) -> frozenset[EntityKind]:
    """Return what a stretch may be; empty where the annotation leaves it open.

    Args:
        spans: The annotation.
        at: The stretch.
        is_listed: Whether people and organizations alone are annotated.
    """
    for span in spans:
        overlap = min(at.end, span.end) - max(at.start, span.start)
        if overlap <= 0:
            continue
        if (span.start, span.end) == (at.start, at.end) and span.label in _KIND_OF_LABEL:
            return frozenset({_KIND_OF_LABEL[span.label]})
        union = max(at.end, span.end) - min(at.start, span.start)
        if not is_listed and (span.label is None or overlap * 2 > union):
            return frozenset()
    return frozenset({"place", "other"} if is_listed else {"other"})


def fit(examples: Sequence[Example]) -> dict[str, list[float]]:
    """Fit a softmax over the kinds with an L2 penalty, by Adam (Kingma and Ba, 2015).

    Where an example may be several kinds, the likelihood is that it is one of them.

    Returns:
        Of each clue one weight a kind, in the order of `KINDS`.
    """
    numbers = _number_clues(examples)
    columns = [[numbers[clue] for clue in one.clues if clue in numbers] for one in examples]
    column = np.array([number for row in columns for number in row])
    starts = np.cumsum([0, *(len(row) for row in columns)])[:-1]
    row = np.repeat(np.arange(len(examples)), [len(row) for row in columns])
    is_right = np.array([[kind in one.kinds for kind in KINDS] for one in examples])
    weight = np.array([[one.weight] for one in examples])
    weights: NDArray[np.float64] = np.zeros((len(numbers), len(KINDS)))
    momentum, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        powers = np.exp(_centred(np.add.reduceat(weights[column], starts)))
        share = powers / powers.sum(1, keepdims=True)
        target = np.where(is_right, share, 0.0)
        error = (share - target / target.sum(1, keepdims=True)) * weight
        gradient = DECAY * weights + np.stack(
            [np.bincount(column, error[row, kind], len(numbers)) for kind in range(len(KINDS))], 1
        )
        momentum = 0.9 * momentum + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        rate = RATE * (1.0 - 0.9 * step / STEPS)
        weights -= rate * (momentum / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return {
        clue: [round(float(value), 2) for value in weights[number]]
        for clue, number in sorted(numbers.items())
        if np.abs(weights[number]).max() >= LEAST_WEIGHT
    }


def _centred(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    centred: NDArray[np.float64] = np.maximum(sums - sums.max(1, keepdims=True), -30.0)
    return centred


def _number_clues(examples: Iterable[Example]) -> dict[str, int]:
    """Number the clues that are met in enough texts."""
    texts: dict[str, set[int]] = defaultdict(set)
    for one in examples:
        for clue in one.clues:
            texts[clue].add(one.text)
    common = sorted(clue for clue, found in texts.items() if len(found) >= FEWEST_TEXTS)
    return {clue: number for number, clue in enumerate(common)}


def read_examples(nlp: Language, texts: Iterable[LabelledText]) -> list[Example]:
    """Run pipeline and rules over the texts, once for each degree of noise."""
    rng = random.Random(7)
    examples: list[Example] = []
    for number, labelled in enumerate(texts):
        article = make_article(labelled.text)
        doc = read_article(nlp, article)
        for noise in NOISE:
            draft = find_evidence(doc, article, spoil(doc, noise, rng))
            is_tagged = rng.random() >= UNTAGGED
            examples += examples_of(number, draft, labelled, with_syntax=is_tagged)
    return examples


def main() -> None:
    """Train and write."""
    from analysis.pipeline import load_pipeline
    from analysis.training.paths import shared_folder

    examples = read_examples(load_pipeline().nlp, read_texts(shared_folder()))
    weights = fit(examples)
    write(weights)
    print(f"{len(examples):,} names, {len(weights):,} clues")


def write(weights: Mapping[str, Sequence[float]]) -> None:
    """Write the weights, a clue a line."""
    lines = ",\n".join(
        f"{json.dumps(clue, ensure_ascii=False)}: {json.dumps(values, separators=(',', ':'))}"
        for clue, values in weights.items()
    )
    WEIGHTS.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
