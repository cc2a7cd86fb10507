"""A stretch of an article that the reader marks, by words. Immutable; knows no screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.schema import Article, Span

_IN_WORDS = "'’-"


@dataclass(frozen=True, slots=True)
class Marking:
    """Words that the reader marks with the keys, one first, then as many as it takes."""

    text: str
    """The article's text."""
    head: Span
    """The word that the keys move."""
    anchor: Span | None = None
    """The word where the stretch began; None while there is but one."""

    @classmethod
    def at(cls, text: str, offset: int) -> Marking | None:
        """Return a marking of the word at an offset, else of the next or the last one."""
        index = _find_letter(text, range(offset, len(text)))
        if index is None:
            index = _find_letter(text, range(min(offset, len(text)) - 1, -1, -1))
        return None if index is None else cls(text, word_at(text, index))

    @property
    def span(self) -> Span:
        """What is marked."""
        other = self.anchor or self.head
        return Span(min(other.start, self.head.start), max(other.end, self.head.end))

    def stepping(self, words: int) -> Marking:
        """Return the marking with its word moved by one, on if positive, as far as there is one."""
        if words > 0:
            index = _find_letter(self.text, range(self.head.end, len(self.text)))
        else:
            index = _find_letter(self.text, range(self.head.start - 1, -1, -1))
        return self if index is None else replace(self, head=word_at(self.text, index))

    def moving_to(self, offset: int) -> Marking:
        """Return the marking with its word moved to the one at an offset, or near it."""
        moved = Marking.at(self.text, offset)
        return self if moved is None else replace(self, head=moved.head)

    def stretching(self) -> Marking:
        """Return a marking that stretches from here on; one that does so already is let go."""
        return replace(self, anchor=None if self.anchor else self.head)


def _find_letter(text: str, indices: range) -> int | None:
    return next((index for index in indices if text[index].isalnum()), None)


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
