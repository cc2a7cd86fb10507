"""Which lines match a query, and how surely: the tiers that look at every kind of target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from analysis.search.spelling import find_begun, find_respelled
from analysis.search.zone import Zone

PHRASE, WORDS, INSIDE, SHORTENED, MISSPELT = 1, 2, 3, 4, 5
"""The tiers, the surest first."""

_AT_WORD_START = "(?<![^ ])"
_AT_WORD_END = "(?![^ ])"
# Beyond so many lines one pass over the whole text is quicker than looking at each.
_MANY_LINES = 4_096


@dataclass(frozen=True, slots=True)
class Match:
    """A line that matches."""

    line: int
    """Its number in the zone."""
    tier: int
    """How it matches."""
    score: float
    """How well within its tier, 0 to 1."""
    pattern: re.Pattern[str] | None
    """What to light in the comparable text; None where the letters must be aligned."""


def find_phrase(zone: Zone, words: Sequence[str], *, limit: int) -> Iterator[Match]:
    """Find the lines in which the query stands from a word's start on, in their order."""
    phrase = " ".join(words)
    pattern = re.compile(_AT_WORD_START + _phrase_pattern(words))
    for number in islice(_lines_with_phrase(zone, words), limit):
        line = zone.line(number)
        score = 1.0 if line == f" {phrase} " else 0.8 if f" {phrase} " in line else 0.6
        yield Match(number, PHRASE, score, pattern)


def find_words(zone: Zone, words: Sequence[str], *, limit: int) -> Iterator[Match]:
    """Find the lines in which each word of the query begins a word, in any order."""
    if len(words) < 2:
        return
    pattern = re.compile(_AT_WORD_START + _any_of(words))
    needles = [f" {word}" for word in words]
    found = 0
    for number in zone.lines_with_prefix(min(words, key=zone.count)):
        line = zone.line(number)
        if all(needle in line for needle in needles):
            whole = all(f"{needle} " in line for needle in needles)
            yield Match(number, WORDS, 0.8 if whole else 0.6, pattern)
            found += 1
            if found >= limit:
                return


def find_inside(zone: Zone, words: Sequence[str], *, limit: int) -> Iterator[Match]:
    """Find the lines in which the query stands anywhere, inside a word too."""
    phrase = " ".join(words)
    if len(phrase) < 2 or (len(words) > 1 and not zone.count(words[-1])):
        return
    pattern = re.compile(_phrase_pattern(words))
    lines = zone.lines_with_part(phrase) if len(words) == 1 else zone.lines_with_text(phrase)
    for number in islice(lines, limit):
        yield Match(number, INSIDE, 0.5, pattern)


def find_misspelt(
    zone: Zone, words: Sequence[str], *, limit: int, still_typed: bool = False
) -> Iterator[Match]:
    """Find the lines that hold each word of the query, or words spelt nearly like it.

    Args:
        zone: The lines.
        words: The query.
        limit: How many matches at most.
        still_typed: Whether the query's words may be the misspelt beginnings of longer ones.
    """
    choices = [_choices_for(zone, word, still_typed=still_typed) for word in words]
    if not all(choices):
        return
    pattern = re.compile(_AT_WORD_START + f"(?:{'|'.join(map(_choice_pattern, choices))})")
    letters = sum(map(len, words))
    # The rarest: every line looked at holds one of its choices.
    pivot = min(choices, key=lambda choice: sum(zone.count(needle.strip()) for needle in choice))
    seen: set[int] = set()
    for number in chain.from_iterable(_lines_with_choice(zone, needle) for needle in pivot):
        line = zone.line(number)
        if number in seen or not all(any(n in line for n in choice) for choice in choices):
            continue
        seen.add(number)
        distance = sum(min(choice[n] for n in choice if n in line) for choice in choices)
        yield Match(number, MISSPELT, max(0.0, 1 - distance / letters), pattern)
        if len(seen) >= limit:
            return


def _lines_with_phrase(zone: Zone, words: Sequence[str]) -> Iterable[int]:
    rarest = min(words, key=zone.count)
    if len(words) == 1 or not zone.count(rarest):
        return zone.lines_with_prefix(rarest)
    needle = f" {' '.join(words)}"
    if zone.count(rarest) > _MANY_LINES:
        return zone.lines_with_text(needle)
    return (number for number in zone.lines_with_prefix(rarest) if needle in zone.line(number))


def _choices_for(zone: Zone, word: str, *, still_typed: bool) -> dict[str, int]:
    """Return what to look for in place of a word, and how far each is from it.

    A choice that ends in a space is a whole word; one that does not may go on.
    """
    if zone.count(word):
        return {f" {word}": 0}
    near = find_respelled(zone.vocabulary, word)
    if not near and still_typed:
        near = find_begun(zone.vocabulary, word)
    return {f" {choice} ": distance for choice, distance in near.items()}


def _lines_with_choice(zone: Zone, needle: str) -> Iterable[int]:
    word = needle.strip()
    return zone.lines_with_word(word) if needle.endswith(" ") else zone.lines_with_prefix(word)


def _choice_pattern(choice: dict[str, int]) -> str:
    return "|".join(
        re.escape(needle.strip()) + (_AT_WORD_END if needle.endswith(" ") else "")
        for needle in sorted(choice, key=len, reverse=True)
    )


def _phrase_pattern(words: Sequence[str]) -> str:
    return " +".join(map(re.escape, words))


def _any_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
