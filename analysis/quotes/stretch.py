"""A stretch of quoted words, and what is asked of any stretch of text. Knows no marks."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.schema import Span

BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/…“„«‘\"'")
"""What may stand right before a mark that opens."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words, inside one paragraph: between marks, in a block, or a turn of a dialogue."""

    span: Span
    """The words, without marks and blanks at the edges; never empty."""
    paragraph: int
    """Index of the paragraph it lies in."""
    is_single: bool = False
    """Whether single marks (‘’) enclose it."""
    is_opened: bool = True
    """Whether an opening mark was there."""
    is_closed: bool = True
    """Whether a closing mark was there."""
    continues: bool = False
    """Whether it goes on from the stretch before, left open at its paragraph's end."""
    label: Span | None = None
    """The name that opens a turn of a dialogue without marks; None for words in marks."""
    is_block: bool = False
    """Whether it is set off as a block ("> We will go."), and so needs no marks."""


def trim(text: str, start: int, end: int) -> Span:
    """Return a span without blanks at its edges; an empty one where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, max(start, end))


def holds_words(text: str, span: Span) -> bool:
    """Say whether there is a letter or a digit."""
    return any(text[at].isalnum() for at in range(span.start, span.end))
