"""Write an analysis for people and other programs: a record for JSON, or plain text."""

from __future__ import annotations

from typing import Any

from analysis.quotation import name_of, quote_words, speaker_name
from analysis.schema import Analysis, Article, Entity, EntityKind, Quote, Speaker

LABELS: dict[EntityKind, str] = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "other": "MISC",
}
"""The label of each kind in a record."""


def to_record(article: Article, analysis: Analysis, *, doc: str) -> dict[str, Any]:
    """Return an analysis as plain dicts and lists, ready for `json.dumps`.

    Args:
        article: The article that was analysed.
        analysis: What was found.
        doc: The article's name, commonly its file's stem.

    Returns:
        The keys doc, title, text, entities, mentions and quotes. All offsets count code points
        of `text`. A quote in several parts gives several objects of one `group`.
    """
    return {
        "doc": doc,
        "title": article.title,
        "byline": article.byline,
        "source": article.source,
        "published": article.published,
        "text": article.text,
        "entities": [
            {
                "id": entity.id,
                "name": entity.name,
                "label": LABELS[entity.kind],
                "aliases": list(entity.aliases),
                "role": entity.role,
            }
            for entity in analysis.entities
        ],
        "mentions": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.span.of(article.text),
                "label": LABELS[analysis.entities[mention.entity].kind],
                "form": mention.form,
                "entity": mention.entity,
            }
            for mention in analysis.mentions
        ],
        "quotes": [
            record
            for group, quote in enumerate(analysis.quotes)
            for record in _quote_records(article, analysis, quote, group)
        ],
    }


def _quote_records(
    article: Article, analysis: Analysis, quote: Quote, group: int
) -> list[dict[str, Any]]:
    shared = {
        "kind": quote.kind,
        "group": group,
        **_speaker_record(article, analysis, quote.speaker),
        "cue": quote.cue.of(article.text) if quote.cue else None,
        "confidence": round(quote.confidence, 3),
        "runners_up": [
            {
                **_speaker_record(article, analysis, candidate.speaker),
                "confidence": round(candidate.confidence, 3),
            }
            for candidate in quote.runners_up
        ],
    }
    return [
        {"start": part.start, "end": part.end, "text": part.of(article.text), **shared}
        for part in quote.parts
    ]


def _speaker_record(
    article: Article, analysis: Analysis, speaker: Speaker | None
) -> dict[str, Any]:
    words = speaker.span if speaker else None
    return {
        "speaker": name_of(article, analysis, speaker) if speaker else None,
        "speaker_entity": speaker.entity if speaker else None,
        "speaker_mention": words.of(article.text) if words else None,
        "speaker_start": words.start if words else None,
        "speaker_end": words.end if words else None,
    }


def to_text(article: Article, analysis: Analysis) -> str:
    """Return an analysis as lines for a person: title, people, organizations, quotes.

    A group without members says so, and the text ends with a newline.
    """
    counts = [0] * len(analysis.entities)
    for mention in analysis.mentions:
        counts[mention.entity] += 1
    lines = [article.title]
    for heading, kind in (("People", "person"), ("Organizations", "organization")):
        rows = [
            _entity_line(entity, counts[entity.id])
            for entity in analysis.entities
            if entity.kind == kind
        ]
        lines += ["", f"{heading} ({len(rows)})", *(rows or ["  none found"])]
    quotes = [_quote_line(article, analysis, quote) for quote in analysis.quotes]
    lines += ["", f"Quotes ({len(quotes)})", *(quotes or ["  none found"])]
    return "\n".join(lines) + "\n"


def _entity_line(entity: Entity, count: int) -> str:
    role = f", {entity.role}" if entity.role else ""
    aliases = f" (also {', '.join(entity.aliases)})" if entity.aliases else ""
    return f"  {count:>3}  {entity.name}{role}{aliases}"


def _quote_line(article: Article, analysis: Analysis, quote: Quote) -> str:
    speaker = speaker_name(article, analysis, quote) or "unknown"
    return f"  {speaker}: {quote_words(article, quote)}"
