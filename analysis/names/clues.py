"""What an article shows of a name's kind: what the rules found, its words, its surroundings.

Clues are strings, each said once for a name however often the name stands; `kinds` weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from analysis.names.bodies import (
    COMPANY_ENDINGS,
    METONYMS,
    PREFIX_HEADS,
    SUBJECTS,
    SUFFIX_HEADS,
    TOPIC_HEADS,
    TOPIC_WORDS,
    WEAK_HEADS,
)
from analysis.names.draft import POSSESSIVES, QUOTE_MARKS, Candidate, Draft, Key, initials_of
from analysis.names.given import ALSO_PLACES, GIVEN_NAMES
from analysis.names.peoples import PLACES
from analysis.names.words import (
    HONORIFICS,
    KIN,
    OFFICES,
    OPENERS,
    PARTICLES,
    RANKS,
    ROLE_MODIFIERS,
    SAYING,
)
from analysis.text import fold

_LEXICONS = {
    "given": GIVEN_NAMES - ALSO_PLACES,
    "place": PLACES,
    "head": SUFFIX_HEADS - WEAK_HEADS,
    "weak-head": WEAK_HEADS,
    "first-head": PREFIX_HEADS,
    "topic": TOPIC_WORDS | TOPIC_HEADS,
    "company": COMPANY_ENDINGS,
    "metonym": METONYMS,
    "subject": SUBJECTS,
    "office": OFFICES | RANKS,
    "modifier": ROLE_MODIFIERS,
    "particle": PARTICLES,
    "honorific": HONORIFICS,
    "kin": KIN,
    "saying": SAYING,
    "opener": OPENERS,
}
_SPORT = frozenset(
    "match matches goal goals coach team teams league season player players club scored win "
    "tournament championship cup defeat squad final football rugby cricket tennis victory".split()
)
_SPORT_AMONG = 80
"""An article with one of those among as many words is about sport, where cities are teams."""
_EDGE = "¶"
_SUFFIX = 3
_MOST_WORDS = 5
_MOST_MENTIONS = 20
"""How many of a name's mentions are looked at."""


def find_clues(draft: Draft, *, with_syntax: bool = True) -> dict[Key, list[str]]:
    """Return the clues of every name of an article, by its words.

    Args:
        draft: What was found so far.
        with_syntax: Whether tags and trees may be looked at; of a Doc without them nothing is
            said but what is written.
    """
    mentions: dict[Key, list[Candidate]] = {}
    for one in draft.in_order():
        mentions.setdefault(draft.key(one.start, one.end), []).append(one)
    plain = {word for word in draft.words if word.islower()}
    whole = _Whole(draft, mentions)
    is_sport = sum(word in _SPORT for word in draft.bare) * _SPORT_AMONG > draft.size
    with_syntax = with_syntax and draft.doc.has_annotation("TAG")
    return {
        key: list(
            dict.fromkeys(
                (
                    *_grounds(found),
                    *_shape(draft, key, found[0], plain),
                    *_surroundings(draft, found),
                    *whole.clues(key, found),
                    *(_sport(draft, found) if is_sport else ()),
                    *(_syntax(draft, found) if with_syntax else ()),
                )
            )
        )
        for key, found in mentions.items()
    }


def _grounds(found: list[Candidate]) -> Iterator[str]:
    """Yield what the rules say, and what their votes come to."""
    counts = Counter(ground for one in found for ground in one.grounds)
    for ground, count in counts.items():
        yield ground
        if count * 2 > len(found):
            yield f"{ground}:mostly"
    votes: Counter[str] = Counter()
    for one in found:
        votes.update(one.votes)
    ranked = votes.most_common(2)
    rest = ranked[1][1] if len(ranked) > 1 else 0.0
    share = ranked[0][1] / (ranked[0][1] + rest)
    strength = "strong" if ranked[0][1] >= 3 else "fair" if ranked[0][1] >= 1.5 else "weak"
    yield f"votes={ranked[0][0]}"
    yield f"votes={ranked[0][0]}:{strength}"
    yield f"votes={ranked[0][0]}:{'all' if share > 0.99 else 'most' if share > 0.7 else 'split'}"


def _shape(draft: Draft, key: Key, one: Candidate, plain: set[str]) -> Iterator[str]:
    """Yield what the name's own words show."""
    words = draft.words[one.start : one.end]
    size = min(len(key), _MOST_WORDS)
    yield f"size={size}"
    yield f"shape={''.join(map(_shape_of, words[:3]))}{'+' if len(words) > 3 else ''}"
    if all(word.isupper() for word in words):
        yield f"capitals:{min(len(words[0]), 6)}" if size == 1 else "capitals"
    first, last = fold(key[0]).text, fold(key[-1]).text
    yield f"last={last}"
    yield f"ends={last[-_SUFFIX:]}:{min(size, 2)}"
    yield f"ends={last[-2:]}:{min(size, 2)}"
    if size > 1:
        yield f"first={first}"
        yield f"starts={first[:_SUFFIX]}"
    for name, lexicon in _LEXICONS.items():
        if last in lexicon:
            yield f"last-is-{name}:{min(size, 2)}"
        if size > 1 and first in lexicon:
            yield f"first-is-{name}"
        if size > 2 and any(word in lexicon for word in key[1:-1]):
            yield f"inner-is-{name}"
    if " ".join(key) in PLACES:
        yield "is-place"
    if size > 1 and draft.is_people(one.start):
        yield "first-is-people"
    if draft.is_people(one.end - 1):
        yield "last-is-people"
    if key[-1] in plain:
        yield f"in-lower-case:{min(size, 2)}"
    if any(character.isdigit() for word in key for character in word):
        yield "digits"
    for mark in ("of", "&", "and", "-", "for", "the", "'s", "’s", "(", "/"):
        if mark in key[1:]:
            yield f"has:{mark}"


def _shape_of(word: str) -> str:
    if word.isupper():
        return "A" if len(word) > 1 else "I"
    return "A" if word[0].isupper() and word.islower() else "a" if word.islower() else _mixed(word)


def _mixed(word: str) -> str:
    return "Aa" if word.istitle() else "x" if word.isalpha() else "-"


def _surroundings(draft: Draft, found: list[Candidate]) -> Iterator[str]:
    """Yield what stands beside the name's mentions."""
    size = min(found[0].end - found[0].start, 2)
    for one in found[:_MOST_MENTIONS]:
        before, behind = _beside(draft, one.start - 1), _beside(draft, one.end)
        yield f"before={before}:{size}"
        yield f"behind={behind}:{size}"
        yield f"before={_beside(draft, one.start - 2)} {before}"
        yield f"behind={behind} {_beside(draft, one.end + 1)}"
        for side, word, index in (("before", before, one.start - 1), ("behind", behind, one.end)):
            for name in ("office", "kin", "saying", "head", "company", "honorific", "topic"):
                if word in _LEXICONS[name]:
                    yield f"{side}-is-{name}:{size}"
            if 0 <= index < draft.size:
                if draft.is_capital[index]:
                    yield f"{side}-capital:{size}"
                if draft.words[index] in QUOTE_MARKS:
                    yield f"{side}-mark"
        if behind in POSSESSIVES:
            yield f"owns={_beside(draft, one.end + 1)}"
    openings = sum(draft.opens[one.start] for one in found)
    if openings == len(found):
        yield f"only-opens:{size}"
    with_article = sum(_beside(draft, one.start - 1) == "the" for one in found)
    if with_article:
        yield f"the:{'all' if with_article == len(found) else 'some'}:{size}"


def _syntax(draft: Draft, found: list[Candidate]) -> Iterator[str]:
    """Yield the tags of the name and beside it, and its place in the sentence."""
    size = min(found[0].end - found[0].start, 2)
    tags = [token.tag_ for token in draft.doc[found[0].start : found[0].end]]
    yield f"tag={tags[-1]}:{size}"
    if size > 1 and "NNP" not in tags and "NNPS" not in tags:
        yield "no-name-tag"
    for one in found[:_MOST_MENTIONS]:
        for side, index in (("before", one.start - 1), ("behind", one.end)):
            if 0 <= index < draft.size and not draft.is_space[index]:
                yield f"{side}-tag={draft.doc[index].tag_}:{size}"
        root = _head(draft, one)
        yield f"role={root.dep_}"
        yield f"role={root.dep_} {root.head.lemma_.lower()}"
        yield f"role={root.dep_} {root.head.pos_}"


def _head(draft: Draft, one: Candidate) -> Token:
    """Return the token of a name on which the others hang."""
    token = draft.doc[one.end - 1]
    for _ in range(one.end - one.start):
        if not one.start <= token.head.i < one.end or token.head is token:
            break
        token = token.head
    return token


def _sport(draft: Draft, found: list[Candidate]) -> Iterator[str]:
    """Yield what tells a team from its city where the article is about sport."""
    size = min(found[0].end - found[0].start, 2)
    yield f"sport:{found[0].best}:{size}"
    for one in found[:_MOST_MENTIONS]:
        yield f"sport:before={_beside(draft, one.start - 1)}"
        yield f"sport:behind={_beside(draft, one.end)}"


def _beside(draft: Draft, index: int) -> str:
    """Return a bare word, or one sign for the edges of lines and of the text."""
    if not 0 <= index < draft.size or draft.is_space[index]:
        return _EDGE
    return draft.bare[index]


class _Whole:
    """What the rest of the article says of a name."""

    def __init__(self, draft: Draft, mentions: dict[Key, list[Candidate]]) -> None:
        self._counts = Counter(draft.own_words())
        self._parts: dict[str, set[str]] = {}
        self._initials: dict[str, set[str]] = {}
        for key, found in mentions.items():
            if len(key) < 2:
                continue
            votes: Counter[str] = Counter()
            for one in found:
                votes.update(one.votes)
            kind = votes.most_common(1)[0][0]
            for place, word in (("first", key[0]), ("last", key[-1])):
                self._parts.setdefault(word, set()).add(f"{place}-of-{kind}")
            self._initials.setdefault(initials_of(key), set()).add(kind)

    def clues(self, key: Key, found: Iterable[Candidate]) -> Iterator[str]:
        """Yield what longer names of the article tell of a name."""
        count = sum(1 for _ in found)
        yield f"count={min(count, 3)}:{min(len(key), 2)}"
        if len(key) == 1:
            yield from self._parts.get(key[0], {"part-of-none"})
            for kind in self._initials.get(key[0], ()):
                yield f"initials-of-{kind}"
        else:
            for word in (key[0], key[-1]):
                if self._counts[word] > count:
                    yield f"{'first' if word == key[0] else 'last'}-stands-elsewhere"
