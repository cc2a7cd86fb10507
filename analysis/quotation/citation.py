"""A quote with all that is told of it when one cites it: what every form is written from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote as percent_encode

from analysis.quotation.words import pieces_by_paragraph, speaker_name
from analysis.schema import Analysis, Article, Quote, QuoteKind
from analysis.text import fold, is_web_address, sanitise_line

_OF_URLS = "!#$%&'()*+,/:;=?@[]~"
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LONG_ENOUGH = 4
_KEY_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote ready to be written in any form. Everything but the words is on one line."""

    pieces: tuple[tuple[str, ...], ...]
    """The words: a tuple for each paragraph, in it a string for each part."""
    kind: QuoteKind
    """Reported speech (`indirect`) is written without marks."""
    confidence: float
    """How sure the speaker is, 0 to 1."""
    speaker: str | None
    """Who said it; None for unknown."""
    title: str
    """The article's title, "" where it has none."""
    byline: str
    """Who wrote the article; this and the next two are "" where the article does not say."""
    source: str
    """Who published it."""
    published: str
    """When, as the article says it."""
    url: str | None
    """The article's address, made of characters that are safe in every form."""
    path: str
    """The file it was read from; "" where that is not known."""
    first_paragraph: int
    """In which paragraph the words begin, from 1 on."""
    last_paragraph: int
    """In which paragraph they end."""
    id: str
    """Its own among all quotes of all articles: ASCII letters, digits and hyphens."""

    @property
    def paragraphs(self) -> list[str]:
        """The words by paragraph, in marks unless they are reported.

        Parts that an attribution splits stand in marks of their own (“Nothing,” “We will”), so
        that nobody reads them as one run of words. Each paragraph opens its marks, and the last
        one alone closes them. The outer marks are always “ and ”, whatever marks stand inside.
        """
        if self.kind == "indirect":
            return [" ".join(pieces) for pieces in self.pieces]
        marked = ["“" + "” “".join(pieces) for pieces in self.pieces]
        marked[-1] += "”"
        return marked

    @property
    def page(self) -> str:
        """Where in the article the words stand: "paragraph 2", "paragraphs 4-6"."""
        if self.first_paragraph == self.last_paragraph:
            return f"paragraph {self.first_paragraph}"
        return f"paragraphs {self.first_paragraph}-{self.last_paragraph}"

    @property
    def note(self) -> str:
        """Who said the words and where they stand, as a sentence without its full stop."""
        said = "Reported as said" if self.kind == "indirect" else "Said"
        who = f"{said} by {self.speaker}" if self.speaker else "Speaker unknown"
        of = "" if self.url or self.source or not self.path else f" of {self.path}"
        return f"{who}, {self.page}{of}"

    @property
    def year(self) -> str:
        """The year of publication in four digits; "" where the date tells none."""
        return _year_of(self.published)


def cite(
    article: Article, analysis: Analysis, quote: Quote, *, path: Path | None = None
) -> Citation:
    """Return all that is told of a quote when one cites it.

    Args:
        article: Where the quote stands.
        analysis: What was found in it.
        quote: One of `analysis.quotes`.
        path: The file the article was read from; told where it has no address and no source.
    """
    span = quote.span
    speaker = speaker_name(article, analysis, quote)
    return Citation(
        pieces=pieces_by_paragraph(article, quote),
        kind=quote.kind,
        confidence=quote.confidence,
        speaker=speaker,
        title=sanitise_line(article.title),
        byline=sanitise_line(article.byline or ""),
        source=sanitise_line(article.source or ""),
        published=sanitise_line(article.published or ""),
        url=safe_address(article.url),
        path=sanitise_line(str(path)) if path else "",
        first_paragraph=_paragraph_number(article, span.start),
        last_paragraph=_paragraph_number(article, max(span.start, span.end - 1)),
        id=_make_id(article, speaker, span.start),
    )


def safe_address(url: str | None) -> str | None:
    """Return an address in characters that are safe in every form; None for one of no web page."""
    encoded = percent_encode(url or "", safe=_OF_URLS)
    return encoded if is_web_address(encoded) else None


def _paragraph_number(article: Article, offset: int) -> int:
    starts = [paragraph.start for paragraph in article.paragraphs]
    return max(1, bisect_right(starts, offset))


def _make_id(article: Article, speaker: str | None, start: int) -> str:
    """Return a key one can read: who, when, what, and where in which text."""
    names = _ascii_words(speaker or "") or ["unknown"]
    topic = [word for word in _ascii_words(article.title) if len(word) >= _LONG_ENOUGH][:1]
    place = f"-{article.key[:_KEY_LENGTH]}-{start}"
    return "".join((names[-1], _year_of(article.published or ""), *topic, place))


def _year_of(published: str) -> str:
    found = _YEAR.search(published)
    return found[0] if found else ""


def _ascii_words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text).text)
