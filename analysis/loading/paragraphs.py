"""Tell where paragraphs begin and end. Knows lines and widths; nothing of what they say."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.schema import Span

_MAX_WIDTH = 100
_ENDS = tuple(".!?:;…\"”’'»")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")  # without its white edges
_WORD = re.compile(r"\S+")

_Block = list[Span]
"""A run of lines without a blank one between them."""


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
    width = _widest_wrapped(text, blocks)
    full = [_count_full(text, block, width) for block in blocks] if width else []
    if not _is_wrapped(text, blocks, full):
        return tuple(line for block in blocks for line in block)
    paragraphs: list[Span] = []
    for block, full_lines in zip(blocks, full, strict=True):
        if 2 * full_lines >= len(block) - 1 > 0:
            paragraphs.append(Span(block[0].start, block[-1].end))
        else:
            paragraphs.extend(block)
    return tuple(paragraphs)


def _find_blocks(text: str) -> list[_Block]:
    """Return the runs of non-blank lines, each line without its white edges."""
    blocks: list[_Block] = []
    end = 0
    for match in _LINE.finditer(text):
        line = Span(*match.span())
        if blocks and text.count("\n", end, line.start) == 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        end = line.end
    return blocks


def _widest_wrapped(text: str, blocks: list[_Block]) -> int:
    """Return the width of the widest line of a block that has more lines; 0 if it is too wide."""
    widest = 0
    for block in blocks:
        for line in block if len(block) > 1 else ():
            width = line.end - line.start
            # A line without a space, such as an address, could not be broken and tells nothing.
            if width > widest and " " in line.of(text):
                if width > _MAX_WIDTH:
                    return 0
                widest = width
    return widest


def _is_wrapped(text: str, blocks: list[_Block], full: list[int]) -> bool:
    """Say whether most lines break for want of room, and not behind a sentence."""
    breaks = sum(len(block) - 1 for block in blocks)
    if not full or 2 * sum(full) < breaks:
        return False
    ended = sum(line.of(text).endswith(_ENDS) for block in blocks for line in block[:-1])
    return 2 * ended <= breaks


def _count_full(text: str, block: _Block, width: int) -> int:
    """Count the lines that left no room for the next word, give or take a fifth of the width."""
    count = 0
    for line, following in pairwise(block):
        word = _WORD.match(text, following.start, following.end)
        assert word is not None, "a line begins with a word"
        count += line.end - line.start + 1 + word.end() - following.start > 0.8 * width
    return count
