"""Learn the weights by which quotes are told from terms, and speakers chosen.

Usage: python -m analysis.training.train_speakers [--folds 6]

Reads the annotated articles of the shared corpora, runs the shipped pipeline over them, prints
how well held-out articles do (cross-validated by article), and writes
`analysis/quotes/weights.json`.
Seeded by nothing: both models are convex but for hidden choices, and start from zero.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

import analysis.quotes
from analysis.quotes.find import find_quotes
from analysis.quotes.model import Weights, score
from analysis.schema import Article, Entity, Mention
from analysis.training.speaker_fit import Judged, fit_choice, fit_logistic, fit_trust, judge
from analysis.training.speaker_lessons import learn_article
from analysis.training.speaker_priors import PRIOR
from analysis.training.speaker_trial import Trial

WEIGHTS = Path(analysis.quotes.__file__).parent / "weights.json"


def main() -> None:
    """Train, report, write."""
    from analysis.names import find_entities
    from analysis.pipeline import load_pipeline
    from analysis.spans import read_article
    from analysis.training.paths import shared_folder

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--decay", type=float, default=6.0)
    args = parser.parse_args()
    from analysis.load import load_article

    nlp = load_pipeline().nlp
    folder = shared_folder() / "corpora" / "articles"
    read = []
    with (folder / "train.jsonl").open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            article = load_article(folder / "train" / f"{gold['doc']}.txt")
            doc = read_article(nlp, article)
            entities, mentions = find_entities(doc, article)
            read.append((doc, article, entities, mentions, gold))
    train_all(read, folds=args.folds, decay=args.decay)


def train_all(
    read: Sequence[tuple[Doc, Article, tuple[Entity, ...], tuple[Mention, ...], Any]],
    *,
    folds: int,
    decay: float,
    path: Path = WEIGHTS,
) -> None:
    """Learn from articles already read, print cross-validated figures, and write the weights."""
    lessons = [learn_article(*item, PRIOR) for item in read]
    first = fit_choice([q for lesson in lessons for q in lesson.speakers], decay=decay, prior=PRIOR)
    lessons = [learn_article(*item, first) for item in read]
    docs = sorted({lesson.doc for lesson in lessons})
    part_of = {doc: number % folds for number, doc in enumerate(docs)}
    judged: list[Judged] = []
    in_reach: list[Judged] = []
    trial = Trial()
    speech_hits = speech_all = 0
    for fold in range(folds):
        taught = [lesson for lesson in lessons if part_of[lesson.doc] != fold]
        asked = [lesson for lesson in lessons if part_of[lesson.doc] == fold]
        speech = fit_logistic([e for lesson in taught for e in lesson.speech])
        speaker = fit_choice(
            [q for lesson in taught for q in lesson.speakers], decay=decay, prior=PRIOR
        )
        weights = Weights(speech, speaker, {})
        for doc, article, entities, mentions, gold in read:
            if part_of[gold["doc"]] == fold:
                quotes = find_quotes(doc, article, entities, mentions, weights=weights)
                trial.add(article, entities, mentions, quotes, gold)
        for lesson in asked:
            for features, is_right in lesson.speech:
                speech_hits += (score(speech, features) >= 0) == is_right
            speech_all += len(lesson.speech)
            for question in lesson.asked:
                judged.append(judge(question, speaker))
                # That somebody's name was not found at all says nothing of how choices are made.
                in_reach += judged[-1:] if any(question.named) else []
    speaker_hits = sum(one.is_right for one in judged)
    print(f"held out: speech {speech_hits}/{speech_all}, speaker {speaker_hits}/{len(judged)}")
    print(f"held out, all steps one after the other: {trial.summary()}")
    speech = fit_logistic([e for lesson in lessons for e in lesson.speech])
    speaker = fit_choice(
        [q for lesson in lessons for q in lesson.speakers], decay=decay, prior=PRIOR
    )
    learnt = {"speech": speech, "speaker": speaker, "trust": fit_trust(in_reach)}
    text = json.dumps(learnt, indent=0, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path}: {len(speech)} and {len(speaker)} weights")


if __name__ == "__main__":
    main()
