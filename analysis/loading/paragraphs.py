"""Tell where paragraphs begin and end. Knows lines and widths; nothing of what they say."""

from __future__ import annotations

from itertools import pairwise

from analysis.schema import Span

_MAX_WIDTH = 100
_ENDS = tuple(".!?:;…\"”’'»")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Find an article's paragraphs.

    A line is a paragraph, unless the text is hard-wrapped: then the lines of a block between
    blank lines are one. A text is hard-wrapped if no line of its blocks is wider than 100
    characters, at least half its lines break where the next word had no more room, and at most
    half break behind the end of a sentence. In such a text a block whose lines break early,
    such as a headline over a by-line, still has a paragraph for each line.

    Returns:
        Spans in reading order, without blank edges, never overlapping. Empty for a blank text.
    """
    blocks = _find_blocks(text)
    width = _wrap_width(text, blocks)
    paragraphs: list[Span] = []
    for block in blocks:
        if width and 2 * _count_full(text, block, width) >= len(block) - 1 > 0:
            paragraphs.append(Span(block[0].start, block[-1].end))
        else:
            paragraphs.extend(block)
    return tuple(paragraphs)


def _find_blocks(text: str) -> list[list[Span]]:
    """Return the runs of non-blank lines, each line without its white edges."""
    blocks: list[list[Span]] = []
    block: list[Span] = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + len(line) - len(line.lstrip())
            block.append(Span(first, first + len(stripped)))
        elif block:
            blocks.append(block)
            block = []
        start += len(line) + 1
    if block:
        blocks.append(block)
    return blocks


def _wrap_width(text: str, blocks: list[list[Span]]) -> int:
    """Return the width a text is wrapped to; 0 where it is not."""
    wrapped = [block for block in blocks if len(block) > 1]
    # A line without a space, such as an address, could not be broken and tells nothing.
    widths = [len(line) for block in wrapped for line in block if " " in line.of(text)]
    width = max(widths, default=0)
    if not width or width > _MAX_WIDTH:
        return 0
    breaks = sum(len(block) - 1 for block in wrapped)
    full = sum(_count_full(text, block, width) for block in wrapped)
    ended = sum(line.of(text).endswith(_ENDS) for block in wrapped for line in block[:-1])
    return width if 2 * full >= breaks and 2 * ended <= breaks else 0


def _count_full(text: str, block: list[Span], width: int) -> int:
    """Count the lines that left no room for the next word, give or take a fifth of the width."""
    return sum(
        len(line) + 1 + len(following.of(text).split(None, 1)[0]) > 0.8 * width
        for line, following in pairwise(block)
    )
