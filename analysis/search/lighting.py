"""Say what of a found line to light, where that stands in the article, and what line to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from analysis.schema import Span
from analysis.search.alphabet import Comparable
from analysis.search.index import Target
from analysis.search.shortening import align

_LEAD = 60
_KEPT_LEAD = 24
_LONGEST = 240
_MOST_LIT = 2_000


def light(comparable: Comparable, pattern: re.Pattern[str]) -> list[Span]:
    """Return the first stretches of a comparable text that a pattern matches, in order.

    There are 2,000 of them at most: a megabyte of "a a a" on one line must not hold a key up.
    """
    matches = islice(pattern.finditer(comparable.text), _MOST_LIT)
    return [Span(*match.span()) for match in matches]


def light_letters(comparable: Comparable, letters: str) -> list[Span]:
    """Return where letters that shorten a name lie in it; neighbours are one stretch."""
    alignment = align(comparable.text, letters)
    if alignment is None or not alignment.is_close:
        return []
    spans: list[Span] = []
    for offset in alignment.offsets:
        if spans and spans[-1].end == offset:
            spans[-1] = Span(spans[-1].start, offset + 1)
        else:
            spans.append(Span(offset, offset + 1))
    return spans


def to_originals(comparable: Comparable, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same stretches in the text the comparable one was made from."""
    return join_overlapping(comparable.to_original(*span) for span in spans)


def widen(comparable: Comparable, spans: Iterable[Span]) -> list[Span]:
    """Widen stretches to whole words."""
    text = comparable.text
    widened: list[Span] = []
    for start, end in spans:
        following = text.find(" ", end)
        widened.append(
            Span(text.rfind(" ", 0, start) + 1, following if following >= 0 else len(text))
        )
    return widened


def to_places(target: Target, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return where stretches of a quote's or a passage's text stand in the article."""
    return join_overlapping(
        Span(words.start + max(start - begin, 0), words.start + min(end - begin, len(words)))
        for start, end in spans
        for begin, words in target.words
        if max(start, begin) < min(end, begin + len(words))
    )


def crop(text: str, highlights: Sequence[Span], *, head: int) -> tuple[str, tuple[Span, ...]]:
    """Cut a long line to the stretch round its first highlight.

    Args:
        text: The line.
        highlights: What is lit in it.
        head: How many characters at its start always stay (a speaker's name).

    Returns:
        The line, with "…" for what was left out, and the highlights that are still in it.
    """
    first = next((span.start for span in highlights if span.end > head), head)
    begin = head
    if first - head > _LEAD:
        begin = max(text.rfind(" ", head, first - _KEPT_LEAD) + 1, head)
    shift = 0
    if begin > head:
        text = f"{text[:head]}…{text[begin:]}"
        shift = begin - head - 1
    kept = [
        span if span.end <= head else Span(span.start - shift, span.end - shift)
        for span in highlights
        if not shift or span.end <= head or span.start >= begin
    ]
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rstrip() + "…"
        kept = [Span(*span) for span in kept if span.end < len(text)]
    return text, tuple(kept)


def join_overlapping(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap made one; empty ones are left out."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    assert all(before.end <= after.start for before, after in pairwise(joined))
    return tuple(joined)
