"""Answer a query: ask the tiers and rank what they find."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.schema import Span
from analysis.search.alphabet import Comparable, to_query_words
from analysis.search.hits import Hit, Sureness
from analysis.search.index import Index, Target
from analysis.search.lighting import (
    crop,
    join_overlapping,
    light,
    light_letters,
    to_originals,
    to_places,
    widen,
)
from analysis.search.shortening import find_shortened
from analysis.search.tiers import (
    MISSPELT,
    SHORTENED,
    WORDS,
    Match,
    find_inside,
    find_misspelt,
    find_phrase,
    find_words,
)
from analysis.search.zone import Zone

_LONGEST_QUERY = 200
_MOST_WORDS = 16
_NAMES_RANKED = 400
_UNLIMITED = 1_000_000_000
_TELLING_LETTERS = 4
_Ranked = tuple[Target, Match, int]
_GROUPS = {"person": 0, "organization": 0, "place": 0, "quote": 1, "passage": 2}


def find(index: Index, query: str, *, limit: int | None = 50) -> list[Hit]:
    """Find what a query may mean.

    Args:
        index: What is searched.
        query: What was typed so far; case, accents and punctuation do not matter. Only its
            first 200 characters and 16 words are read.
        limit: How many hits at most; None for all of them, as lighting the whole article needs.

    Returns:
        Hits, best first: by tier; in a tier names before quotes before passages; names by how
        well they match, then by mentions; quotes and passages in reading order. Empty for a
        query without a letter or digit. Nothing is raised.
    """
    words = _words_of(query)
    ranked = _rank_matches(index, words, _UNLIMITED if limit is None else limit)
    letters = "".join(words)
    return [_to_hit(index, target, match, letters) for target, match, _ in ranked]


def find_everywhere(index: Index, query: str) -> Iterator[tuple[Sureness, tuple[Span, ...]]]:
    """Yield how surely, and where, each thing matches that a query may mean.

    What `find` finds without a limit, a fraction of its work: no lines to show are made. Whoever
    asks may stop at any time.

    Args:
        index: What is searched.
        query: As for `find`.
    """
    for target, match, _ in _rank_matches(index, _words_of(query), _UNLIMITED):
        if target.forms:
            yield (match.tier, False), target.places
            continue
        comparable = index.alphabet.compare(target.text)
        places = _places_in(target, comparable, _lit_in(comparable, match))
        yield (match.tier, not places), places or target.places


def _words_of(query: str) -> tuple[str, ...]:
    return to_query_words(query[:_LONGEST_QUERY])[:_MOST_WORDS]


def _rank_matches(index: Index, words: tuple[str, ...], most: int) -> list[_Ranked]:
    """Ask the tiers, and put what they find in its order; so many at most."""
    if not words or most < 1:
        return []
    letters = "".join(words)
    names = _Group(index.names, index.name_lines, max(most, _NAMES_RANKED))
    quotes = _Group(index.quotes, index.quote_lines, most)
    passages = _Group(index.passages, index.passage_lines, most)
    groups = (names, quotes, passages)

    for group in groups:
        group.add(find_phrase(group.zone, words, limit=group.room))
        group.add(find_words(group.zone, words, limit=group.room))
    if len(words) == 1:
        for number in index.initials.get(letters, ()):
            names.add_target(number, Match(bisect_left(names.zone.targets, number), WORDS, 1, None))
    is_sure = any(group.found for group in groups)
    for group in groups:
        group.add(find_inside(group.zone, words, limit=group.room))
    if not is_sure:
        for group in groups:
            names_only = group is names
            group.add(find_misspelt(group.zone, words, limit=group.room, still_typed=names_only))
        # "jenifer" shortens Jennifer, too, but is more likely a slip.
        slips = set(names.found)
        for line, score in find_shortened(names.zone, letters):
            if names.zone.targets[line] not in slips:
                names.add([Match(line, SHORTENED, score, None)])
    if not any(group.found for group in groups) and len(words) > 1:
        names.add(_by_one_word(names, words))
    _add_quotes_of(names, quotes)

    ranked_names = names.ranked()
    ranked_quotes = quotes.ranked()[: max(most - len(ranked_names), most // 3)]
    left = most - len(ranked_names) - len(ranked_quotes)
    # Passages fill what is left, so that a name in a weaker tier is not crowded out by them.
    ranked_passages = passages.ranked()[: max(left, most // 3)]
    return sorted([*ranked_names, *ranked_quotes, *ranked_passages], key=_rank)[:most]


def matching_places(hits: Sequence[Hit], chosen: Hit) -> tuple[Span, ...]:
    """Return what to light in the article, and to walk through, for a chosen hit.

    That is where the hits stand that match as surely as the chosen one. Quotes that match by
    their speaker alone are lit whole, and only where the chosen hit is such a quote.

    Returns:
        Stretches in order that do not overlap; names and words that do are one.
    """
    return join_overlapping(
        place for hit in hits if hit.sureness == chosen.sureness for place in hit.places
    )


class _Group:
    """The matches found so far among the names, the quotes or the passages."""

    def __init__(self, targets: Sequence[Target], zone: Zone, most: int) -> None:
        self.targets = targets
        self.zone = zone
        self.found: dict[int, Match] = {}
        self._most = most

    @property
    def room(self) -> int:
        """How many lines a tier may give; lines already found may come again."""
        return self._most + len(self.found)

    def add(self, matches: Iterable[Match]) -> None:
        for match in matches:
            self.add_target(self.zone.targets[match.line], match)

    def add_target(self, number: int, match: Match) -> None:
        known = self.found.get(number)
        if known is None or (match.tier, -match.score) < (known.tier, -known.score):
            self.found[number] = match

    def ranked(self) -> list[_Ranked]:
        found = ((self.targets[number], match, number) for number, match in self.found.items())
        return sorted(found, key=_rank)


def _by_one_word(names: _Group, words: Sequence[str]) -> Iterator[Match]:
    """Find the names that one of several words begins ("Vladimir Zelensky": Zelensky)."""
    for word in words:
        if len(word) >= _TELLING_LETTERS:
            for match in find_phrase(names.zone, [word], limit=names.room):
                yield replace(match, tier=MISSPELT, score=match.score / len(words))


def _rank(ranked: _Ranked) -> tuple[int, int, float, bool, int]:
    target, match, number = ranked
    group = _GROUPS[target.kind]
    # A phrase found early in the article is not worse for standing inside a longer word.
    score = match.score if group == 0 or match.tier == MISSPELT else 0.0
    return match.tier, group, -score, target.kind == "place", number


def _add_quotes_of(names: _Group, quotes: _Group) -> None:
    """Let the quotes of people found by less than their name follow them."""
    tiers = {
        names.targets[number].entity: replace(match, pattern=None)
        for number, match in names.found.items()
        if match.pattern is None or match.tier == MISSPELT
    }
    for number, quote in enumerate(quotes.targets if tiers else ()):
        if quote.entity in tiers and number not in quotes.found:
            quotes.add_target(number, tiers[quote.entity])


def _to_hit(index: Index, target: Target, match: Match, letters: str) -> Hit:
    if target.forms:
        return _name_hit(index, target, match, letters)
    comparable = index.alphabet.compare(target.text)
    found = _lit_in(comparable, match)
    places = _places_in(target, comparable, found)
    head = target.words[0][0]
    highlights = to_originals(comparable, found)
    if not found:  # found by its speaker, whose name was shortened or misspelt
        highlights = (Span(0, len(target.text[:head].rstrip("“ :"))),) if head else ()
    text, highlights = crop(target.text, highlights, head=head)
    return Hit(
        kind=target.kind,
        text=text,
        highlights=highlights,
        places=places or target.places,
        entity=target.entity,
        tier=match.tier,
        score=match.score,
        by_speaker=not places,
        quote=target.quote,
    )


def _lit_in(comparable: Comparable, match: Match) -> list[Span]:
    return light(comparable, match.pattern) if match.pattern else []


def _places_in(target: Target, comparable: Comparable, found: Sequence[Span]) -> tuple[Span, ...]:
    """Return where the words stand in the article in which something was found."""
    return to_places(target, to_originals(comparable, widen(comparable, found)))


def _name_hit(index: Index, target: Target, match: Match, letters: str) -> Hit:
    """Show a name with what matched lit; where that is an alias, the alias behind it."""
    shown = target.text
    highlights: tuple[Span, ...] = ()
    for form in target.forms:
        lit = _light_form(index, form, match.pattern, letters)
        if lit and form == target.text:
            highlights = lit
            break
        if lit:
            shown = f"{target.text} ({form})"
            shift = len(target.text) + 2
            highlights = tuple(Span(start + shift, end + shift) for start, end in lit)
            break
    return Hit(
        kind=target.kind,
        text=shown,
        highlights=highlights,
        places=target.places,
        entity=target.entity,
        tier=match.tier,
        score=match.score,
    )


def _light_form(
    index: Index, form: str, pattern: re.Pattern[str] | None, letters: str
) -> tuple[Span, ...]:
    comparable = index.alphabet.compare(form)
    lit = light(comparable, pattern) if pattern else light_letters(comparable, letters)
    return to_originals(comparable, lit)
