"""A stretch of an article that the reader marks, by words. Immutable; knows no screen."""

from __future__ import annotations

from analysis.schema import Article, Span

_IN_WORDS = "'’-"


def whole_words(article: Article, span: Span) -> Span | None:
    """Return a stretch grown to whole words, without spaces and marks at its edges.

    Returns:
        None where there is no word in it, or where it goes on in another paragraph.
    """
    text = article.text
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if start == end:
        return None
    start, end = word_at(text, start).start, word_at(text, end - 1).end
    within = any(paragraph.covers(Span(start, end)) for paragraph in article.paragraphs)
    return Span(start, end) if within else None


def word_at(text: str, offset: int) -> Span:
    """Return the word around a character; the character itself if it belongs to none."""
    start = end = offset
    while start > 0 and _is_of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    word = text[start:end].strip(_IN_WORDS)
    if not word or not _is_of_word(text[offset]):
        return Span(offset, offset + 1)
    start += text[start:end].index(word)
    return Span(start, start + len(word))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in _IN_WORDS
