"""Articles and analyses to JSON and back, checked: for the analysing process and the cache.

The form is compact (lists, not keys) and private to one version: `SCHEMA` is part of every
analysis' fingerprint, so another version's analyses are never read. What other programs read is
`analysis.report`.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar, get_args

from analysis.errors import CodecError
from analysis.schema import (
    MOST_RUNNERS_UP,
    Analysis,
    Article,
    Candidate,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)
from analysis.text import sanitise

_Choice = TypeVar("_Choice", bound=str)

SCHEMA = 2
"""Changes whenever the form of an encoded analysis does."""

# Confidences are kept to four places, so that nine of them may add up to a little more than 1.
_SURE = 1.001
_ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
_MENTION_FORMS: tuple[MentionForm, ...] = get_args(MentionForm)
_QUOTE_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)


def encode_article(article: Article) -> str:
    """Return an article as one line of JSON."""
    return json.dumps(
        {
            "key": article.key,
            "text": article.text,
            "paragraphs": [list(span) for span in article.paragraphs],
            "title": article.title,
            "byline": article.byline,
            "source": article.source,
            "published": article.published,
            "url": article.url,
        },
        ensure_ascii=False,
    )


def decode_article(line: str) -> Article:
    """Return the article that `encode_article` wrote.

    Raises:
        CodecError: The line is no such article.
    """
    return article_in(read_object(line))


def article_in(data: dict[str, Any]) -> Article:
    """Return the article in an object that was read from such a line.

    Raises:
        CodecError: There is no such article in it.
    """
    try:
        text = _string(data["text"])
        return Article(
            key=_string(data["key"]),
            text=text,
            paragraphs=tuple(_span(pair, len(text)) for pair in data["paragraphs"]),
            title=_string(data["title"]),
            byline=_string_or_none(data["byline"]),
            source=_string_or_none(data["source"]),
            published=_string_or_none(data["published"]),
            url=_string_or_none(data["url"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise CodecError(f"not an article of this version: {error!r}") from error


def encode_analysis(analysis: Analysis) -> str:
    """Return an analysis as one line of JSON."""
    return json.dumps(
        {
            "schema": SCHEMA,
            "article": analysis.article_key,
            "fingerprint": analysis.fingerprint,
            "sentences": [list(span) for span in analysis.sentences],
            "entities": [
                [entity.kind, entity.name, list(entity.aliases), entity.role]
                for entity in analysis.entities
            ],
            "mentions": [
                [*mention.span, mention.form, mention.entity] for mention in analysis.mentions
            ],
            "quotes": [_encode_quote(quote) for quote in analysis.quotes],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def decode_analysis(line: str, article: Article) -> Analysis:
    """Return the analysis that `encode_analysis` wrote, checked against its article.

    Raises:
        CodecError: The line is no analysis of this schema, or not of this article: a key
            differs, a span lies outside the text, or an entity does not exist.
    """
    return analysis_in(read_object(line), article)


def analysis_in(data: dict[str, Any], article: Article) -> Analysis:
    """Return the analysis in an object that was read from such a line, checked in the same way.

    Raises:
        CodecError: As for `decode_analysis`.
    """
    size = len(article.text)
    try:
        if data["schema"] != SCHEMA or data["article"] != article.key:
            raise CodecError("an analysis of another version or another article")
        entities = tuple(
            Entity(
                id=index,
                kind=_one_of(_ENTITY_KINDS, kind),
                name=_shown(name),
                aliases=_shown_list(aliases),
                role=None if role is None else _shown(role),
            )
            for index, (kind, name, aliases, role) in enumerate(data["entities"])
        )
        return Analysis(
            article_key=article.key,
            fingerprint=_shown(data["fingerprint"]),
            sentences=tuple(_span(pair, size) for pair in data["sentences"]),
            entities=entities,
            mentions=tuple(
                Mention(
                    _span((start, end), size),
                    _one_of(_MENTION_FORMS, form),
                    _index(entity, len(entities)),
                )
                for start, end, form, entity in data["mentions"]
            ),
            quotes=tuple(_decode_quote(quote, size, len(entities)) for quote in data["quotes"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise CodecError(f"not an analysis of this version: {error!r}") from error


def _encode_quote(quote: Quote) -> list[Any]:
    return [
        [list(part) for part in quote.parts],
        quote.kind,
        None if quote.speaker is None else _encode_speaker(quote.speaker),
        _pair_or_none(quote.cue),
        round(quote.confidence, 4),
        list(quote.evidence),
        [
            [*_encode_speaker(candidate.speaker), round(candidate.confidence, 4)]
            for candidate in quote.runners_up
        ],
    ]


def _decode_quote(row: Any, size: int, entity_count: int) -> Quote:
    parts, kind, speaker, cue, confidence, evidence, others = row
    if not parts or len(others) > MOST_RUNNERS_UP:
        raise ValueError(row)
    quote = Quote(
        parts=tuple(_span(pair, size) for pair in parts),
        kind=_one_of(_QUOTE_KINDS, kind),
        speaker=None if speaker is None else _decode_speaker(speaker, size, entity_count),
        cue=None if cue is None else _span(cue, size),
        confidence=_confidence(confidence),
        evidence=_shown_list(evidence),
        runners_up=tuple(
            Candidate(_decode_speaker(other, size, entity_count), _confidence(likely))
            for *other, likely in others
        ),
    )
    _check_runners_up(quote)
    return quote


def _encode_speaker(speaker: Speaker) -> list[Any]:
    return [_pair_or_none(speaker.span), speaker.entity, _pair_or_none(speaker.description)]


def _decode_speaker(row: Any, size: int, entity_count: int) -> Speaker:
    span, entity, description = row
    return Speaker(
        span=None if span is None else _span(span, size),
        entity=None if entity is None else _index(entity, entity_count),
        description=None if description is None else _span(description, size),
    )


def _check_runners_up(quote: Quote) -> None:
    """Raise unless the runners-up come best first, each once, in all not surer than sure."""
    likely = [candidate.confidence for candidate in quote.runners_up]
    if likely != sorted(likely, reverse=True) or quote.confidence + sum(likely) > _SURE:
        raise ValueError(f"confidences {quote.confidence} and {likely}")
    speakers = [candidate.speaker for candidate in quote.runners_up]
    speakers += [quote.speaker] if quote.speaker else []
    if len({speaker.key for speaker in speakers}) < len(speakers):
        raise ValueError(f"a speaker stands twice among {speakers}")


def _confidence(value: Any) -> float:
    if type(value) not in (int, float) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is no confidence")
    return float(value)


def read_object(line: str) -> dict[str, Any]:
    """Return the object that a line of JSON holds.

    Raises:
        CodecError: It holds none.
    """
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:  # brackets nested too deep recurse
        raise CodecError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise CodecError("not a JSON object")
    return data


def _pair_or_none(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _span(pair: Any, size: int) -> Span:
    start, end = pair
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= size:
        raise ValueError(f"span {pair!r} outside a text of {size} characters")
    return Span(start, end)


def _index(value: Any, size: int) -> int:
    if type(value) is not int or not 0 <= value < size:
        raise ValueError(f"no entity {value!r}")
    return value


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def _shown(value: Any) -> str:
    """Return a text that may be shown or stored; nothing that a terminal acts on may be in it."""
    text = _string(value)
    if sanitise(text) != text:
        raise ValueError(f"{text!r} cannot be shown")
    return text


def _shown_list(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return tuple(map(_shown, value))


def _string_or_none(value: Any) -> str | None:
    return None if value is None else _string(value)


def _one_of(choices: tuple[_Choice, ...], value: Any) -> _Choice:
    for choice in choices:
        if choice == value:
            return choice
    raise ValueError(f"{value!r} is none of {choices}")
