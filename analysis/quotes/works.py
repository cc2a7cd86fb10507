"""Tell titles of works, shows and campaigns from words that somebody said."""

from __future__ import annotations

import re

from analysis.quotes.lexicon import TERM_WORDS
from analysis.quotes.stage import Stage

_NEAR = 5
_SENTENCE_END = re.compile(r"\w[.!?…]\s")
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_SMALL = frozenset("a an the of and in on for to at by with or from de la el y".split())


def big_words(words: str) -> list[str]:
    """Return the words that a title would write with a capital."""
    return [word for word in words.split() if word[:1].isalpha() and word.lower() not in _SMALL]


def is_title(words: str) -> bool:
    """Say whether words are written as titles are: Each With a Capital, not several sentences."""
    big = big_words(words)
    return (
        len(big) > 1
        and all(word[:1].isupper() for word in big)
        and not words.isupper()
        and not _SENTENCE_END.search(words)
        and words.rstrip(",")[-1:] not in "!?"
    )


def title_features(stage: Stage, before: list[int], behind: list[int]) -> list[str]:
    """Return what around words that look like a title tells that they are one."""
    scene = stage.scene
    found = []
    word = scene.lower[before[-1]]
    if any(scene.lower[at] in TERM_WORDS for at in before[-_NEAR:]):
        found.append("title:term-word-before")
    if word in _POSSESSIVES:
        found.append("title:possessive-before")
    elif scene.doc[before[-1]].pos_ == "ADP" and word != "as":
        found.append("title:preposition-before")
    if behind and scene.lower[behind[0]] == "by":
        found.append("title:by-behind")
    return found
