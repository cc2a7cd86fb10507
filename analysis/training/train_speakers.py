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
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

import analysis.quotes
from analysis.quotes.features import Spoken, read_setting
from analysis.quotes.marks import find_stretches
from analysis.quotes.model import score, softmax
from analysis.quotes.referents import Referents
from analysis.quotes.scene import build_scene
from analysis.quotes.speakers import Option, find_options, grounds_of, key_of
from analysis.quotes.speech import speech_features
from analysis.quotes.stage import Stage, build_stage
from analysis.quotes.utterances import group_stretches
from analysis.schema import Article, Entity, Mention

WEIGHTS = Path(analysis.quotes.__file__).parent / "weights.json"
_STEPS = 250
_RATE = 0.15
# What is known before anything is learnt: few articles cannot teach it all.
PRIOR = {
    "likely-subject:say": 3.0,
    "likely-subject:phrase": 3.0,
    "likely-subject:weak": 1.5,
    "likely-subject:passive": -2.0,
    "link=hearer": -2.0,
    # Nobody tells a spokesman what goes into the papers: the words came out the wrong way round.
    "link=hearer-who-speaks-for-others": 9.0,
    "own=finite:main": 0.5,
    "own=infinitive:main": -0.5,
    "own=gerund:reported": -0.5,
    "own=infinitive:reported": -1.0,
    "own=modal:reported": -0.5,
    "own:governs:say": 1.0,
    "own:governed:say": -0.5,
    "own:governed:weak": -1.0,
    "kind=noun-other": -1.0,
    "behind-preposition:name": -0.5,
    "possessive": -1.0,
    "modifies-noun": -1.0,
    "in-brackets": -1.0,
    "kind=other": -0.5,
    "kind=place": -0.5,
    "signature": 4.0,
    "leads-in:says": 1.0,
    "leads-in:subject": 1.0,
    "last-sayer:alone:cue=none": 1.5,
    "last-sayer-there:alone": 1.0,
    "paragraph-behind": -1.0,
    "later": -1.0,
    "paragraph-before:other": -0.5,
    "carried1:is-not-last-sayer:cue=none": -1.5,
    "carried1:same:alone:later": 1.5,
    "carried1:next:alone:opening": 1.0,
    "unresolved:i": -1.0,
    "unresolved:we": -1.0,
    "unresolved:it": -1.0,
    "unresolved:they": -0.5,
    "nobody": -0.5,
    # Whom pronouns and descriptions stand for: somebody near, a subject, of the right gender.
    **{
        f"{kind}:{name}": weight
        for kind in ("he", "it", "they", "the", "body")
        for name, weight in {
            "near=0": 0.0,
            "near=1": -0.5,
            "near=2": -1.0,
            "near=3": -1.5,
            "near=6": -2.2,
            "near=far": -3.0,
            "role=sayer": 1.2,
            "role=subject": 1.2,
            "role=possessive": -0.8,
            "paragraph=0": 0.8,
            "last-sayer": 0.7,
            "count=2": 0.3,
            "count=4": 0.6,
            "count=8": 0.9,
        }.items()
    },
    "he:gender=told": 0.8,
    "he:gender=spoken": 0.8,
    "he:gender=looks": 0.3,
    "he:gender=not-looks": -0.3,
    "he:gender=not-spoken": -1.0,
    "he:nameless:bare": -1.0,
    "it:kind=organization": 0.5,
    "it:kind=place": -1.0,
    "they:plural": 1.0,
    "the:title": 3.0,
    "the:title:last": 1.0,
    "the:untitled:any": -1.5,
    "the:nobody:introduced": 2.0,
    "body:in-name": 3.0,
    "body:not-in-name": -3.0,
    "body:generic": 0.5,
}
PRIOR_SPEECH = {
    "goes-on-behind-attribution": 2.0,
    "own-sentence": 2.0,
    "signed": 2.0,
    "attributed-behind": 3.0,
    "short:before=that": 1.0,
    "short:cue-before=say:3": 0.5,
    "short:cue=phrase": 0.5,
    "term-word-right-before": -2.0,
    "title-case": -0.5,
    "single-among-doubles": -1.0,
}
_EDGES = " \t\n\"'“”‘’«».,;:!?…–—-"
_TITLE = re.compile(
    r"^(?:the|mr|mrs|ms|dr|sir|president|prime minister|minister|sen|rep|gov|gen)\.? ", re.I
)


@dataclass(slots=True)
class Question:
    """One choice to learn from: options by their features, and which are right."""

    options: list[tuple[str, ...]]
    """Each option's features."""
    right: list[bool]
    """Which options are right; at least one, not all."""
    named: list[bool] = field(default_factory=list)
    """Which options give the right name, wherever they stand."""
    keys: list[object] = field(default_factory=list)
    """Whom each option means."""
    grounds: list[list[str]] = field(default_factory=list)
    """What each option rests on."""


@dataclass(slots=True)
class Lesson:
    """What one article teaches."""

    doc: str
    """The article's name."""
    speech: list[tuple[list[str], bool]] = field(default_factory=list)
    """Each stretch's features, and whether it is somebody's words."""
    speakers: list[Question] = field(default_factory=list)
    """One for each utterance that has a right option."""
    asked: list[Question] = field(default_factory=list)
    """One for each utterance, with or without a right option."""


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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _share(first: tuple[int, int], second: tuple[int, int]) -> float:
    common = max(0, min(first[1], second[1]) - max(first[0], second[0]))
    return common / max(1, max(first[1], second[1]) - min(first[0], second[0]))


def _plain(name: str) -> str:
    name = re.sub(r"['’]s?$", "", name.replace("’", "'").lower().strip())
    while _TITLE.match(name):
        name = _TITLE.sub("", name)
    return " ".join(name.split())


def is_named(option: Option, stage: Stage, accepted: Iterable[str | None], gold: Any) -> bool:
    """Say whether an option gives one of the accepted answers."""
    if option.is_nobody:
        return None in accepted
    referent = option.referent
    people = [*gold["people"], *gold["organizations"]]
    if referent is not None and referent.entity is not None:
        entity = stage.scene.entities[referent.entity]
        told = {_plain(entity.name)}
        known = True
    else:
        index = referent.candidate if referent else option.candidate
        assert index is not None
        told = {_plain(stage.candidates[index].span.of(stage.scene.article.text))}
        known = False
    for answer in accepted:
        if answer is None:
            continue
        names = {_plain(answer)}
        for person in people:
            forms = {_plain(form) for form in (person["name"], *person["aliases"])}
            if names & forms:
                names |= forms
        if told & names:
            return True
        if not known and any(a in b or b in a for a in told for b in names if a):
            return True
    return False


def learn_article(
    doc: Doc,
    article: Article,
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    gold: Any,
    weights: Mapping[str, float],
) -> Lesson:
    """Turn an annotated article into examples.

    Args:
        doc: Its tokens.
        article: It.
        entities: Those found in it.
        mentions: Their mentions.
        gold: Its annotation.
        weights: What has been learnt so far, to choose among several right options.
    """
    lesson = Lesson(gold["doc"])
    stretches = find_stretches(article.text, article.paragraphs)
    stage = build_stage(build_scene(doc, article, stretches, entities, mentions))
    matched: dict[int, Any] = {}
    for quote in gold["quotes"]:
        span = _trimmed(article.text, quote["start"], quote["end"])
        best, index = max(
            (
                (_share(span, _trimmed(article.text, *stretch.span)), index)
                for index, stretch in enumerate(stretches)
            ),
            default=(0.0, -1),
        )
        if best >= 0.8:
            matched.setdefault(index, quote)
    for index in range(len(stretches)):
        if stage.scene.stretch_frame[index] < 0:
            continue
        if index not in matched or not matched[index]["optional"]:
            lesson.speech.append((speech_features(stage, index), index in matched))
    referents = Referents(stage, weights)
    history: list[Spoken] = []
    for utterance in group_stretches(stage, sorted(matched)):
        quote = matched[utterance.stretches[0]]
        setting = read_setting(stage, utterance)
        options = find_options(stage, referents, setting, history)
        right = _right_options(options, stage, quote, gold)
        best_right = None
        question = Question(
            [option.features for option in options],
            right,
            [is_named(option, stage, quote["speakers"], gold) for option in options],
            [key_of(option) for option in options],
            [grounds_of(setting, option) for option in options],
        )
        if not quote["optional"]:
            lesson.asked.append(question)
            if any(right) and not all(right):
                lesson.speakers.append(question)
        if any(right):
            best_right = max(
                (option for option, is_right in zip(options, right, strict=True) if is_right),
                key=lambda option: score(weights, option.features),
            )
        history.append(Spoken(best_right.referent if best_right else None, utterance.stretches[-1]))
    return lesson


def _right_options(options: list[Option], stage: Stage, quote: Any, gold: Any) -> list[bool]:
    """Say which options are right: those at the annotated words, else all of the right name.

    Words in the quote's own sentence are right whatever they were taken to mean. Somebody carried
    on from before is right only where no such words are.
    """
    named = [is_named(option, stage, quote["speakers"], gold) for option in options]
    place = quote.get("mention_span")
    if not place:
        return named
    there = [
        option.candidate is not None
        and not option.is_carried
        and stage.candidates[option.candidate].span.start < place[1]
        and place[0] < stage.candidates[option.candidate].span.end
        for option in options
    ]
    in_frame = ["frame" in option.features for option in options]
    if any(a and b for a, b in zip(there, in_frame, strict=True)):
        meant = [a and b for a, b in zip(there, named, strict=True)]
        return meant if any(meant) else there
    both = [a and b for a, b in zip(named, there, strict=True)]
    near = [a or (b and o.is_carried) for a, b, o in zip(both, named, options, strict=True)]
    if any(near):
        return near
    return named if any(named) else there


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
    weights = fit_choice(
        [q for lesson in lessons for q in lesson.speakers], decay=decay, prior=PRIOR
    )
    lessons = [learn_article(*item, weights) for item in read]
    docs = sorted({lesson.doc for lesson in lessons})
    part_of = {doc: number % folds for number, doc in enumerate(docs)}
    judged: list[Judged] = []
    speech_hits = speech_all = 0
    for fold in range(folds):
        taught = [lesson for lesson in lessons if part_of[lesson.doc] != fold]
        asked = [lesson for lesson in lessons if part_of[lesson.doc] == fold]
        speech = fit_logistic([e for lesson in taught for e in lesson.speech])
        speaker = fit_choice(
            [q for lesson in taught for q in lesson.speakers], decay=decay, prior=PRIOR
        )
        for lesson in asked:
            for features, is_right in lesson.speech:
                speech_hits += (score(speech, features) >= 0) == is_right
            speech_all += len(lesson.speech)
            judged.extend(judge(question, speaker) for question in lesson.asked)
    speaker_hits = sum(one.is_right for one in judged)
    print(f"held out: speech {speech_hits}/{speech_all}, speaker {speaker_hits}/{len(judged)}")
    speech = fit_logistic([e for lesson in lessons for e in lesson.speech])
    speaker = fit_choice(
        [q for lesson in lessons for q in lesson.speakers], decay=decay, prior=PRIOR
    )
    text = json.dumps(
        {"speech": speech, "speaker": speaker, "trust": fit_trust(judged)}, indent=0, sort_keys=True
    )
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path}: {len(speech)} and {len(speaker)} weights")


if __name__ == "__main__":
    main()
