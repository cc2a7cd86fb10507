"""Quotes as one cites them: the words, who said them, and where. Never changes a word."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import Literal

from analysis.schema import Analysis, Article, Quote, Span, Speaker
from analysis.text import sanitise_line

QuotationForm = Literal["plain", "markdown", "html", "words"]
"""`plain` for a mail or a note, `markdown`, `html`, or the `words` alone."""

PRONOUNS = frozenset(
    "he she they it we i you him her them us me who that this these those one his hers its their "
    "theirs himself herself themselves itself myself".split()
)
"""Words that stand for a speaker without naming one; lower case."""

# What Markdown could read as more than a character, anywhere or at the start of a line.
_MARKDOWN = re.compile(
    r"[\\`*_\[\]<>&~|]|(?<!\S)[#+-](?=\s)|(?<=\d)[.)](?=\s)|^(?:#+|=+|-+)(?=\s|$)"
)


def format_quotation(
    article: Article, analysis: Analysis, quote: Quote, *, form: QuotationForm = "plain"
) -> str:
    """Return a quote ready to be pasted, with what is known of its speaker and its source.

    The words are exact slices of the article. The parts of a quote that its attribution splits
    stand in marks of their own (“Nothing,” “We will”), so that nobody reads them as one run of
    words; a line broken by wrapping is joined by a space, and the paragraphs of a long quote
    stay paragraphs. The outer marks are always “ and ”, whatever marks stand inside; reported
    speech has none, since it gives no one's own words.

    Args:
        article: Where the quote stands.
        analysis: What was found in it.
        quote: One of `analysis.quotes`.
        form: `plain` is “words” — Speaker, "Title", Source, date. `markdown` is a block quote
            and `html` a `<blockquote>` with that attribution, escaped. `words` is without marks
            and attribution.
    """
    has_marks = form != "words" and quote.kind != "indirect"
    paragraphs = _paragraphs(article, quote, between_parts="” “" if has_marks else " ")
    if form == "words":
        return "\n\n".join(paragraphs)
    if has_marks:
        # Each paragraph opens its marks, and the last one alone closes them.
        paragraphs = [f"“{paragraph}" for paragraph in paragraphs]
        paragraphs[-1] += "”"
    speaker = speaker_name(article, analysis, quote)
    if form == "html":
        return _to_html(article, speaker, paragraphs)
    if form == "markdown":
        return _to_markdown(article, speaker, paragraphs)
    attribution = ", ".join(filter(None, (speaker, *_origin(article, f'"{article.title}"'))))
    words = "\n\n".join(paragraphs)
    return f"{words} — {attribution}" if attribution else words


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


def _paragraphs(article: Article, quote: Quote, *, between_parts: str) -> list[str]:
    """Return a quote's words by paragraph, each on one line; never empty."""
    pieces = [piece for part in quote.parts for piece in _split(article, part)]
    paragraphs = [_on_one_line(pieces[0].of(article.text))]
    for before, piece in pairwise(pieces):
        words = _on_one_line(piece.of(article.text))
        between = article.text[before.end : piece.start]
        # Only marks and a line end between them: a new paragraph. Words: the attribution.
        if "\n" in between and not any(map(str.isalnum, between)):
            paragraphs.append(words)
        else:
            paragraphs[-1] += between_parts + words
    return paragraphs


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


def _origin(article: Article, title: str) -> list[str]:
    """Return the title as given, and what else is known of where the article appeared."""
    known = (title if article.title else None, article.source, article.published)
    return [part for part in known if part]


def _to_markdown(article: Article, speaker: str | None, paragraphs: list[str]) -> str:
    quoted = "\n>\n".join(f"> {_escape_markdown(paragraph)}" for paragraph in paragraphs)
    origin = [_escape_markdown(part) for part in _origin(article, article.title)]
    if origin:
        origin[0] = f"*{origin[0]}*"  # the title, or what stands for it
    attribution = ", ".join([_escape_markdown(speaker), *origin] if speaker else origin)
    return f"{quoted}\n>\n> — {attribution}" if attribution else quoted


def _to_html(article: Article, speaker: str | None, paragraphs: list[str]) -> str:
    quoted = "".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    origin = [html.escape(part, quote=False) for part in _origin(article, article.title)]
    if origin:
        origin[0] = f"<cite>{origin[0]}</cite>"  # the title, or what stands for it
    attribution = ", ".join([html.escape(speaker, quote=False), *origin] if speaker else origin)
    footer = f"<footer>— {attribution}</footer>" if attribution else ""
    return f"<blockquote>{quoted}{footer}</blockquote>"


def _escape_markdown(text: str) -> str:
    return _MARKDOWN.sub(lambda match: "\\" + match[0], text)
