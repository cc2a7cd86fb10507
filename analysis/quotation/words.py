"""The words of a quote as they are shown and copied, and the name of who said them."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.schema import Analysis, Article, Quote, Span, Speaker
from analysis.text import sanitise_line

PRONOUNS = frozenset(
    "he she they it we i you him her them us me who that this these those one his hers its their "
    "theirs himself herself themselves itself myself".split()
)
"""Words that stand for a speaker without naming one; lower case."""


def speaker_name(article: Article, analysis: Analysis, quote: Quote) -> str | None:
    """Return who said a quote, as one would write it down; None where nobody is told."""
    return None if quote.speaker is None else name_of(article, analysis, quote.speaker)


def name_of(article: Article, analysis: Analysis, speaker: Speaker) -> str | None:
    """Return a speaker as one would write it down.

    Returns:
        The entity's full name; for a speaker without a name the description as the article
        has it ("a European official"); None for a pronoun that stands for nobody known.
    """
    if speaker.entity is not None and speaker.entity < len(analysis.entities):
        return sanitise_line(analysis.entities[speaker.entity].name)
    words = speaker.description or speaker.span
    if words is None:
        return None
    described = sanitise_line(words.of(article.text))
    return described if described.lower() not in PRONOUNS and described else None


def quote_words(article: Article, quote: Quote) -> str:
    """Return a quote's words on one line, each part in marks of its own unless it is indirect."""
    parts = [" ".join(part.of(article.text).split()) for part in quote.parts]
    return " ".join(parts if quote.kind == "indirect" else (f"“{part}”" for part in parts))


def pieces_by_paragraph(article: Article, quote: Quote) -> tuple[tuple[str, ...], ...]:
    """Return a quote's words by paragraph, and in it by part; never empty.

    Each piece is on one line: a line broken by wrapping is joined by a space. A paragraph
    begins where nothing but marks and a line end parts two pieces; where words do, they are
    the attribution that splits the quote.
    """
    pieces = [piece for part in quote.parts for piece in _split(article, part)]
    paragraphs = [[_on_one_line(pieces[0].of(article.text))]]
    for before, piece in pairwise(pieces):
        words = _on_one_line(piece.of(article.text))
        between = article.text[before.end : piece.start]
        if "\n" in between and not any(map(str.isalnum, between)):
            paragraphs.append([words])
        else:
            paragraphs[-1].append(words)
    return tuple(map(tuple, paragraphs))


def _split(article: Article, part: Span) -> list[Span]:
    """Cut a part where it crosses from one paragraph into the next."""
    pieces = [
        Span(max(part.start, paragraph.start), min(part.end, paragraph.end))
        for paragraph in article.paragraphs
        if paragraph.overlaps(part)
    ]
    return pieces or [part]


def _on_one_line(words: str) -> str:
    return re.sub(r"\s*\n\s*", " ", words)
