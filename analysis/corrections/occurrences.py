"""Where words stand in an article: whole words, as they are written, however lines are broken."""

from __future__ import annotations

import re

from analysis.schema import Article, Span

_BREAK = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
"""What may stand between two words: spaces, or the end of one line, but no blank line."""
_APOSTROPHES = "'’‘ʼ"


def find_occurrences(article: Article, words: str) -> list[Span]:
    """Find every place where words stand at word edges, in reading order.

    Case and accents count ("May" is no "may"); apostrophes of all kinds are one. Empty for
    words that are blank.
    """
    pieces = words.split()
    # Most corrections are for other articles, and a plain look for a word is quick.
    if not pieces or max(re.findall(r"\w+", words), key=len, default="") not in article.text:
        return []
    pattern = _BREAK.join(map(_as_pattern, pieces))
    before = r"(?<!\w)" if _is_of_word(pieces[0][0]) else ""
    behind = r"(?!\w)" if _is_of_word(pieces[-1][-1]) else ""
    return [Span(*match.span()) for match in re.finditer(before + pattern + behind, article.text)]


def _as_pattern(piece: str) -> str:
    return "".join(
        f"[{_APOSTROPHES}]" if character in _APOSTROPHES else re.escape(character)
        for character in piece
    )


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
