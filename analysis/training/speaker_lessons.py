"""Turn annotated articles into examples of quotes and speakers."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from analysis.quotes.layout import build_scene
from analysis.quotes.marks import find_stretches
from analysis.quotes.model import score
from analysis.quotes.referents import Referents
from analysis.quotes.settings import Spoken, read_setting
from analysis.quotes.speakers import Option, find_options, grounds_of, key_of, words_of
from analysis.quotes.speech import speech_features
from analysis.quotes.stage import Stage, build_stage
from analysis.quotes.utterances import group_stretches
from analysis.schema import Article, Entity, Mention

SAME = 0.8
"""What two stretches must share to be the same words."""
_EDGES = " \t\n\"'“”‘’«».,;:!?…–—-"
_TITLE = re.compile(
    r"^(?:the|mr|mrs|ms|dr|sir|president|prime minister|minister|sen|rep|gov|gen)\.? ", re.I
)


@dataclass(slots=True)
class Question:
    """One choice to learn from: options by their features, and which are right."""

    options: list[tuple[tuple[str, ...], tuple[str, ...]]]
    """The features of each option's words, and of their meaning."""
    right: list[bool]
    """Which options are right; at least one, not all."""
    named: list[bool] = field(default_factory=list)
    """Which options give the right name, wherever they stand."""
    keys: list[object] = field(default_factory=list)
    """Whom each option means."""
    words: list[Hashable] = field(default_factory=list)
    """The same for options of the same words."""
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
        span = trimmed(article.text, quote["start"], quote["end"])
        best, index = max(
            (
                (share_of(span, trimmed(article.text, *stretch.span)), index)
                for index, stretch in enumerate(stretches)
            ),
            default=(0.0, -1),
        )
        if best >= SAME:
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
            [(option.features, option.grounds) for option in options],
            right,
            [is_named(option, stage, quote["speakers"], gold) for option in options],
            [key_of(option) for option in options],
            [words_of(option) for option in options],
            [grounds_of(setting, option) for option in options],
        )
        if not quote["optional"]:
            lesson.asked.append(question)
            if any(right) and not all(right):
                lesson.speakers.append(question)
        if any(right):
            best_right = max(
                (option for option, is_right in zip(options, right, strict=True) if is_right),
                key=lambda option: score(weights, (*option.features, *option.grounds)),
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


def is_named(option: Option, stage: Stage, accepted: Iterable[str | None], gold: Any) -> bool:
    """Say whether an option gives one of the accepted answers."""
    if option.is_nobody:
        return None in accepted
    referent = option.referent
    if referent is not None and referent.entity is not None:
        name = stage.scene.entities[referent.entity].name
        return is_accepted(name, accepted, gold, is_description=False)
    index = referent.candidate if referent else option.candidate
    assert index is not None
    words = stage.candidates[index].span.of(stage.scene.article.text)
    return is_accepted(words, accepted, gold, is_description=True)


def is_accepted(
    told: str | None, accepted: Iterable[str | None], gold: Any, *, is_description: bool
) -> bool:
    """Say whether an answer names one of those accepted, by any form the annotation knows.

    Args:
        told: The answer; None for "unknown".
        accepted: What the annotation accepts; None for "unknown".
        gold: The article's annotation, with its people and organizations.
        is_description: Whether the answer is a description, of which a part is enough.
    """
    if told is None:
        return None in accepted
    plain = _plain(told)
    for answer in accepted:
        if answer is None:
            continue
        names = {_plain(answer)}
        for person in (*gold["people"], *gold["organizations"]):
            forms = {_plain(form) for form in (person["name"], *person["aliases"])}
            if names & forms:
                names |= forms
        if plain in names:
            return True
        if is_description and any(plain in name or name in plain for name in names if plain):
            return True
    return False


def _plain(name: str) -> str:
    name = re.sub(r"['’]s?$", "", name.replace("’", "'").lower().strip())
    while _TITLE.match(name):
        name = _TITLE.sub("", name)
    return " ".join(name.split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the blanks and marks at its ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def share_of(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Return what two stretches have in common, as a share of the longer one."""
    common = max(0, min(first[1], second[1]) - max(first[0], second[0]))
    return common / max(1, max(first[1], second[1]) - min(first[0], second[0]))
