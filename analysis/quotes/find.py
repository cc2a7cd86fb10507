"""Find an article's quotes and who said them: marks, then speech, utterances and speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc

from analysis.quotes.blocks import with_blocks
from analysis.quotes.cues import Cue
from analysis.quotes.dialogue import with_turns
from analysis.quotes.layout import build_scene
from analysis.quotes.marks import find_stretches
from analysis.quotes.memory import Referent
from analysis.quotes.model import (
    Weights,
    by_weight,
    load_weights,
    probability,
    score,
    softmax,
)
from analysis.quotes.referents import Referents
from analysis.quotes.reported import Report, find_reports
from analysis.quotes.speakers import Choice, Option, find_speakers
from analysis.quotes.speech import speech_features
from analysis.quotes.stage import Stage, build_stage
from analysis.quotes.utterances import group_stretches, is_sentence
from analysis.schema import (
    MOST_RUNNERS_UP,
    Article,
    Candidate,
    Entity,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)

_MIN_SPEECH = 0.5
_MIN_TRUST = 0.2
_MIN_LIKELY = 0.005
_MOST_EVIDENCE = 5
_REPORTED_CONFIDENCE = {"known": 0.94, "unknown": 0.89}
"""How often who reports is told right: of a name or a pronoun for one, and of all others
(`tests/bench/score_confidence.py --reported`)."""


def find_quotes(
    doc: Doc,
    article: Article,
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    *,
    weights: Weights | None = None,
) -> tuple[Quote, ...]:
    """Find the quotes of an article and their speakers.

    Args:
        doc: The article's tokens; `token.idx` is the offset into its text.
        article: The article.
        entities: Who is named in it.
        mentions: Where they are named.
        weights: What was learnt; None is what ships with the package.

    Returns:
        Quotes in reading order of their first parts. Parts exclude their marks and never
        overlap. Empty for an article without quotations.
    """
    text, paragraphs = article.text, article.paragraphs
    stretches = with_blocks(text, paragraphs, find_stretches(text, paragraphs))
    stretches = with_turns(text, paragraphs, stretches)
    if not len(doc):
        return ()
    weights = weights or load_weights()
    stage = build_stage(build_scene(doc, article, stretches, entities, mentions))
    chosen = [
        index
        for index in range(len(stretches))
        if stage.scene.stretch_frame[index] >= 0 and _is_speech(stage, index, weights)
    ]
    utterances = group_stretches(stage, chosen)
    referents = Referents(stage, weights.speaker)
    choices = find_speakers(stage, referents, utterances, weights)
    quotes = [_to_quote(stage, choice, weights.speaker) for choice in choices]
    quotes += [
        _to_reported(stage, referents, report, weights.speaker)
        for report in find_reports(stage, set(chosen))
    ]
    return tuple(sorted(quotes, key=lambda quote: quote.parts[0]))


def _is_speech(stage: Stage, index: int, weights: Weights) -> bool:
    """Say whether a stretch is somebody's words."""
    stretch = stage.scene.stretches[index]
    if stretch.label is not None or stretch.is_block:
        return True
    return probability(score(weights.speech, speech_features(stage, index))) >= _MIN_SPEECH


def _to_reported(
    stage: Stage, referents: Referents, report: Report, weights: Mapping[str, float]
) -> Quote:
    index = report.teller.candidate
    speaker = Speaker(report.teller.span(stage), None)
    others: list[Candidate] = []
    is_known = False
    if index is not None:
        speaker = _as_speaker(stage, index, referents.resolve(index))
        is_known = speaker.entity is not None and stage.candidates[index].form != "nominal"
    confidence = _REPORTED_CONFIDENCE["known" if is_known else "unknown"]
    if index is not None:
        left = 1.0 - confidence
        others = list(_meant_otherwise(stage, referents, index, speaker, left, weights))
    return Quote(
        parts=(report.content,),
        kind="indirect",
        speaker=speaker,
        cue=_cue_span(stage, report.cue),
        confidence=confidence,
        evidence=(report.rule,),
        runners_up=tuple(others),
    )


def _meant_otherwise(
    stage: Stage,
    referents: Referents,
    index: int,
    speaker: Speaker,
    left: float,
    weights: Mapping[str, float],
) -> Iterator[Candidate]:
    """Yield whom else a pronoun or a description may stand for, with shares of what is left."""
    seen = {speaker.key}
    found: list[tuple[Speaker, float]] = []
    for antecedent in referents.options(index):
        other = _as_speaker(stage, index, antecedent.referent)
        if other.key not in seen:
            seen.add(other.key)
            found.append((other, score(weights, antecedent.features)))
    shares = softmax([value for _, value in found])
    for (other, _), share in list(zip(found, shares, strict=True))[:MOST_RUNNERS_UP]:
        if left * share >= _MIN_LIKELY:
            yield Candidate(other, left * share)


def _cue_span(stage: Stage, cue: Cue) -> Span:
    doc = stage.scene.doc
    last = doc[cue.end - 1]
    return Span(doc[cue.start].idx, last.idx + len(last))


def _to_quote(stage: Stage, choice: Choice, weights: Mapping[str, float]) -> Quote:
    scene = stage.scene
    parts = tuple(scene.stretches[index].span for index in choice.setting.utterance.stretches)
    option = choice.option
    speaker = _speaker(stage, option)
    others = choice.others
    if speaker is not None and choice.confidence < _MIN_TRUST:
        others = ((option, choice.confidence), *others)  # a guess, but the best there is
        speaker = None
    cue = choice.setting.cue
    span = _cue_span(stage, cue) if cue is not None and cue.kind != "noun" else None
    ranked = by_weight(weights, (*option.features, *option.grounds))
    return Quote(
        parts=parts,
        kind=_kind(stage, choice),
        speaker=speaker,
        cue=span,
        confidence=choice.confidence if speaker else 0.0,
        evidence=tuple(
            name
            for name in ranked[:_MOST_EVIDENCE]
            if weights.get(name, 0.0) > 0 or name == "label"
        ),
        runners_up=tuple(_runners_up(stage, speaker, others)),
    )


def _runners_up(
    stage: Stage, speaker: Speaker | None, others: Iterable[tuple[Option, float]]
) -> Iterator[Candidate]:
    """Yield the best of the others who can be told, each once."""
    seen = {speaker.key} if speaker else set()
    for option, likely in sorted(others, key=lambda pair: -pair[1]):
        other = _speaker(stage, option)
        if other is None or other.key in seen or likely < _MIN_LIKELY:
            continue
        if option.referent is None and option.words is None:
            continue  # "they", whoever they are
        yield Candidate(other, likely)
        seen.add(other.key)
        if len(seen) - bool(speaker) == MOST_RUNNERS_UP:
            return


def _speaker(stage: Stage, option: Option) -> Speaker | None:
    """Return the words that name the speaker, a nameless one's description for a pronoun."""
    entity = option.referent.entity if option.referent else None
    if option.words is not None:
        return Speaker(option.words, entity)
    if option.candidate is None:
        return None
    return _as_speaker(stage, option.candidate, option.referent)


def _as_speaker(stage: Stage, index: int, referent: Referent | None) -> Speaker:
    """Return a candidate as a speaker, with the description of somebody nameless who is meant by
    a pronoun or by a writing.
    """
    candidate = stage.candidates[index]
    entity = referent.entity if referent else None
    tells_itself = candidate.form != "pronoun" and candidate.noun != "document"
    if entity is not None or tells_itself or referent is None or referent.candidate == index:
        return Speaker(candidate.span, entity)
    return Speaker(candidate.span, None, stage.candidates[referent.candidate].span)


def _kind(stage: Stage, choice: Choice) -> QuoteKind:
    first = choice.setting.utterance.stretches[0]
    return "direct" if is_sentence(stage, first) else "mixed"
