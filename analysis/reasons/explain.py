"""Why a quote was given to its speaker: where to look, from the words to the name, and reasons."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from analysis.quotation import name_of
from analysis.reasons.evidence import tell_evidence
from analysis.schema import Analysis, Article, Entity, Mention, Quote, Span
from analysis.text import fold, sanitise_line

_NEAR = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the words beside a quote to the one they stand for."""

    words: str
    """What the article says there, on one line."""
    paragraph: int
    """In which paragraph, from 1 on."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a quote was given to its speaker."""

    context: Span
    """What to read to see it: the sentence with the word of saying and what was said, or begins."""
    cue: Span | None
    """The word of saying."""
    words: Span | None
    """The words that name the speaker."""
    chain: tuple[Step, ...]
    """From these words to the name or the description they stand for; empty for unknown."""
    reasons: tuple[str, ...]
    """What speaks for it, as sentences, strongest first."""


def explain(article: Article, analysis: Analysis, quote: Quote) -> Explanation:
    """Explain who said a quote.

    Args:
        article: Where the quote stands.
        analysis: What was found in it.
        quote: One of `analysis.quotes`.
    """
    words = quote.speaker.span if quote.speaker else None
    return Explanation(
        context=_context(analysis, quote),
        cue=quote.cue,
        words=words,
        chain=_chain(article, analysis, quote),
        reasons=tell_evidence(
            quote.evidence,
            words=sanitise_line(words.of(article.text)) if words else None,
            cue=sanitise_line(quote.cue.of(article.text)) if quote.cue else None,
        ),
    )


def _context(analysis: Analysis, quote: Quote) -> Span:
    """Return the sentence of the cue with the part beside it, or the sentence of the first words.

    Without a cue the words that name the speaker are in it where they are near.
    """
    if quote.cue is None:
        sentence = _sentence_at(analysis, quote.parts[0])
        named = quote.speaker.span if quote.speaker else None
        hull = _hull(sentence, named) if named else sentence
        return hull if len(hull) <= len(sentence) + _NEAR else sentence
    start = quote.cue.start
    beside = min(quote.parts, key=lambda part: min(abs(part.start - start), abs(part.end - start)))
    return _hull(_sentence_at(analysis, quote.cue), beside)


def _sentence_at(analysis: Analysis, span: Span) -> Span:
    """Return the sentence in which a stretch begins, at least as long as the stretch."""
    starts = [sentence.start for sentence in analysis.sentences]
    at = bisect_right(starts, span.start) - 1
    return span if at < 0 else _hull(analysis.sentences[at], span)


def _hull(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))


def _chain(article: Article, analysis: Analysis, quote: Quote) -> tuple[Step, ...]:
    speaker = quote.speaker
    if speaker is None:
        return ()
    spans = [speaker.span, speaker.description]
    entity = None
    if speaker.entity is not None and speaker.entity < len(analysis.entities):
        entity = analysis.entities[speaker.entity]
        before = speaker.span.start if speaker.span else quote.span.start
        spans += _names_before(article, analysis, entity, before)
    steps = [_step(article, span) for span in spans if span is not None]
    unlike = [
        step
        for index, step in enumerate(steps)
        if index == 0 or fold(step.words).text != fold(steps[index - 1].words).text
    ]
    if not unlike and entity is not None:
        name = name_of(article, analysis, speaker) or ""
        unlike = [Step(name, _paragraph_of(article, quote.span.start))]
    return tuple(unlike)


def _names_before(
    article: Article, analysis: Analysis, entity: Entity, before: int
) -> list[Span | None]:
    """Return where an entity is named last before a place, and where its full name first is."""
    named = [
        mention
        for mention in analysis.mentions
        if mention.entity == entity.id and mention.form == "name"
    ]
    nearest = [mention for mention in named if mention.span.start <= before][-1:] or named[:1]
    full = [mention for mention in named if _is_full(article, mention, entity)][:1]
    return [mention.span for mention in (*nearest, *full)]


def _is_full(article: Article, mention: Mention, entity: Entity) -> bool:
    return sanitise_line(mention.span.of(article.text)) == entity.name


def _step(article: Article, span: Span) -> Step:
    return Step(sanitise_line(span.of(article.text)), _paragraph_of(article, span.start))


def _paragraph_of(article: Article, offset: int) -> int:
    starts = [paragraph.start for paragraph in article.paragraphs]
    return max(1, bisect_right(starts, offset))
