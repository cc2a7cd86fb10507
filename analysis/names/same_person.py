"""Which names are one person's: full names first, then parts of them, nearest first.

A wrong merge is worse than a missed one: a part that fits two people goes to the one named last
before it, and a part that contradicts (another title's gender) to neither.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from analysis.names.draft import QUOTE_MARKS, Candidate, Draft
from analysis.names.words import FEMALE_HONORIFICS, MALE_HONORIFICS, NAME_SUFFIXES, PARTICLES
from analysis.text import fold

Words = tuple[str, ...]
_NICKNAME = re.compile(r"\s[\"\'(][^\"\'()]+[\"\')]\s")
_LIKE = 86
"""Least likeness (0 to 100) of two spellings of one name."""
_LEAST_LIKE = 72
"""Least likeness of two spellings with the same consonants."""
_ARTICLES = ("al-", "el-", "al ", "el ", "ul-", "as-", "ar-", "an-", "ad-", "ash-")


@dataclass(slots=True)
class Person:
    """One person: the mentions gathered so far."""

    mentions: list[Candidate] = field(default_factory=list)
    """In reading order."""
    names: list[Words] = field(default_factory=list)
    """Distinct folded names, the fullest first."""
    gender: str | None = None
    """`m` or `f` where an honorific tells."""


class _Index:
    """People by the words of their names, so that a long text costs no more a word than a short
    one: only people who share a word, or whose family name begins alike, are compared.
    """

    def __init__(self) -> None:
        self._people: dict[str, dict[int, Person]] = {}
        self._known: set[tuple[Words, int]] = set()
        self._rank: dict[int, int] = {}

    def add(self, words: Words, person: Person) -> None:
        """Note a name of a person's; nothing happens if it is noted already."""
        if (words, id(person)) in self._known:
            return
        self._known.add((words, id(person)))
        self._rank.setdefault(id(person), len(self._rank))
        for key in self._keys(words):
            self._people.setdefault(key, {})[id(person)] = person

    def near(self, words: Words) -> list[Person]:
        """Return the people whom a name may stand for, in the order in which they were noted."""
        found: dict[int, Person] = {}
        for key in self._keys(words):
            found.update(self._people.get(key, {}))
        return sorted(found.values(), key=lambda person: self._rank[id(person)])

    @staticmethod
    def _keys(words: Words) -> set[str]:
        parts = {half for word in words for half in (word, *word.split("-"))} - PARTICLES
        last = bare_family_name(words[-1])
        return {part for part in parts if len(part) > 1} | {last, f"{last[:2]}…", "".join(words)}


def group_people(draft: Draft, without: frozenset[str] = frozenset()) -> list[Person]:
    """Gather the mentions of persons into people, each mention in exactly one."""
    mentions = [one for one in draft.in_order() if one.kind == "person"]
    words_of = {id(one): name_words(draft.text(one.start, one.end)) for one in mentions}
    counts = Counter(words_of[id(one)] for one in mentions)
    full = sorted(
        (words for words in counts if is_full(words)), key=lambda words: (-len(words), words)
    )
    people: list[Person] = []
    by_name: dict[Words, Person] = {}
    index = _Index()
    for words in full:
        fitting = [
            one
            for one in index.near(words)
            if any(_same_full(words, name, without) for name in one.names)
        ]
        if len(fitting) == 1:
            fitting[0].names.append(words)
            by_name[words] = fitting[0]
        else:
            people.append(Person(names=[words]))
            by_name[words] = people[-1]
        index.add(words, by_name[words])
    if "also_known_as" not in without:
        _join_known_as(draft, mentions, words_of, people, by_name)
    _note_genders(draft, mentions, words_of, by_name)
    named_at: dict[int, int] = {}
    for mention in mentions:
        words = words_of[id(mention)]
        person = by_name.get(words)
        if person is None:
            gender = gender_of_title(draft, mention.start)
            person = _owner_of(words, index.near(words), named_at, gender, without)
        if person is None:
            person = Person(names=[words], gender=gender_of_title(draft, mention.start))
            people.append(person)
        if words not in person.names:
            person.names.append(words)
        index.add(words, person)
        person.mentions.append(mention)
        named_at[id(person)] = mention.start
    return [one for one in people if one.mentions]


def _join_known_as(
    draft: Draft,
    mentions: list[Candidate],
    words_of: dict[int, Words],
    people: list[Person],
    by_name: dict[Words, Person],
) -> None:
    """Join the two names of "Savi Dulan, who is also known as Chen Bo-yuan"."""
    for one, other in itertools.pairwise(mentions):
        between = draft.bare[one.end : other.start]
        if not 1 <= len(between) <= 9 or not _is_known_as(between):
            continue
        words, known_as = words_of[id(one)], words_of[id(other)]
        person = by_name.get(words)
        if person is None or words == known_as:
            continue
        stranger = by_name.get(known_as)
        if stranger is person:
            continue
        if stranger is not None:
            people.remove(stranger)
            person.names += stranger.names
            for name in stranger.names:
                by_name[name] = person
        else:
            person.names.append(known_as)
            by_name[known_as] = person


def _is_known_as(between: list[str]) -> bool:
    if between[-1] in QUOTE_MARKS:
        between = between[:-1]
    if not between or "." in between or ";" in between:
        return False
    if between[-1] == "as" and between[-2:-1] in (["known"], ["born"], ["performs"], ["goes"]):
        return True
    return between[-1] in ("alias", "aka", "a.k.a", "née", "nee")


def name_words(text: str) -> Words:
    """Return a name's words as they are compared: folded, without full stops and "Jr"."""
    words = _NICKNAME.sub(" ", fold(text).text.replace(".", " ").replace("‑", "-")).split()
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words.pop()
    return tuple(words)


def is_full(words: Words) -> bool:
    """Say whether a name is more than a family name with its particles ("al Mokhari")."""
    return sum(word not in PARTICLES for word in words) > 1


def gender_of_title(draft: Draft, start: int) -> str | None:
    """Return what the honorific before a mention tells: "m", "f" or None."""
    title = draft.word(start - 1)
    if title in MALE_HONORIFICS:
        return "m"
    return "f" if title in FEMALE_HONORIFICS else None


def _note_genders(
    draft: Draft,
    mentions: list[Candidate],
    words_of: dict[int, Words],
    by_name: dict[Words, Person],
) -> None:
    for mention in mentions:
        person = by_name.get(words_of[id(mention)])
        if person is not None and person.gender is None:
            person.gender = gender_of_title(draft, mention.start)


def _same_full(short: Words, long: Words, without: frozenset[str]) -> bool:
    """Say whether two names of two words or more are one person's; `long` is no shorter."""
    if "".join(short).replace("-", "") == "".join(long).replace("-", ""):
        return True
    if len(short) == len(long):
        if "transliteration" not in without and _alike_throughout(short, long):
            return True
        return _agree_by_initials(short, long)
    if short == long[: len(short)] and short[-1] not in PARTICLES:
        return True
    if short[-1] == long[-1]:
        return _is_abridged(short[:-1], long[:-1])
    if set(short) <= set(long) and short[0] == long[0]:
        return True
    return short == long[-len(short) - 1 : -1] and len(short) > 1


def _is_abridged(short: Words, long: Words) -> bool:
    """Say whether given names are a selection of others in order, initials allowed."""
    rest = iter(long)
    return all(any(_same_given(word, other) for other in rest) for word in short)


def _same_given(word: str, other: str) -> bool:
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    return alike(word, other)


def _agree_by_initials(one: Words, other: Words) -> bool:
    return one[-1] == other[-1] and all(map(_same_given, one[:-1], other[:-1]))


def _alike_throughout(one: Words, other: Words) -> bool:
    """Say whether two names of as many words differ in spelling alone."""
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) == len(one) and len(one) > 1 and not all(len(a) > 4 for a, _ in differing):
        return False
    return all(alike(a, b) for a, b in differing)


def alike(one: str, other: str) -> bool:
    """Say whether two words are spellings of one name: "Zelensky" and "Zelenskyy"."""
    if one[0] != other[0] or min(len(one), len(other)) < 4:
        return False
    likeness = fuzz.ratio(one, other)
    if likeness >= _LIKE or (len(one) > 4 and are_letters_exchanged(one, other)):
        return True
    bones = _skeleton(one)
    return likeness >= _LEAST_LIKE and len(bones) > 2 and bones == _skeleton(other)


def are_letters_exchanged(one: str, other: str) -> bool:
    """Say whether two words differ in the order of two neighbouring letters: Lagdan, Ladgan."""
    if len(one) != len(other):
        return False
    at = [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(at) != 2 or at[1] != at[0] + 1:
        return False
    return one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]


def _skeleton(word: str) -> str:
    """Return a word's consonants, doubled ones once: Mohammed and Muhammad agree."""
    consonants = [letter for letter in word if letter not in "aeiouy-'"]
    return "".join(
        letter for at, letter in enumerate(consonants) if not at or letter != consonants[at - 1]
    )


def _owner_of(
    words: Words,
    people: list[Person],
    named_at: dict[int, int],
    gender: str | None,
    without: frozenset[str],
) -> Person | None:
    """Find whose name a part is: by family name, given name, another part, likeness."""
    for fits in (_is_family_name, _is_first_word, _is_inner_word, _is_like_family_name):
        if fits is _is_like_family_name and "transliteration" in without:
            continue
        fitting = [
            one
            for one in people
            if any(fits(words, name) for name in one.names)
            and not (gender and one.gender and gender != one.gender)
        ]
        if len(fitting) > 1 and gender:
            known = [one for one in fitting if one.gender == gender]
            fitting = known or fitting
        if len(fitting) > 1 and fits is _is_family_name:
            fitting = [one for one in fitting if _is_called(one, words)] or fitting
        if fitting:
            return max(fitting, key=lambda one: named_at.get(id(one), -1))
    return None


def _is_called(person: Person, words: Words) -> bool:
    """Say whether a person was called by a family name alone before.

    News calls whom it is about so, and their kin in full; where the family name stands first
    ("Kim Sang-do"), many share it who are no kin.
    """
    ends_alike = any(len(name) > 1 and name[-len(words) :] == words for name in person.names)
    return words in person.names and ends_alike


def bare_family_name(word: str) -> str:
    """Return a family name without an article grown to it: "al-Sisi" -> "sisi"."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) > len(article) + 2:
            return word[len(article) :]
    return word


def _is_family_name(part: Words, name: Words) -> bool:
    if part == name:
        return True
    if len(part) < len(name) and part == name[-len(part) :]:
        return True
    if len(part) == 1 and "-" in name[-1] and len(name) == 2 and part[0] == name[0]:
        return True
    bare_part = tuple(word for word in part if word not in PARTICLES)
    if len(bare_part) != 1:
        return False
    return bare_family_name(bare_part[0]) == bare_family_name(name[-1])


def _is_first_word(part: Words, name: Words) -> bool:
    return len(part) == 1 and len(name) > 1 and part[0] == name[0]


def _is_inner_word(part: Words, name: Words) -> bool:
    if len(part) != 1 or len(name) < 2:
        return False
    halves = [half for word in name for half in word.split("-")]
    return part[0] in name[1:-1] or (len(part[0]) > 3 and part[0] in halves)


def _is_like_family_name(part: Words, name: Words) -> bool:
    return not is_full(part) and len(name) > 1 and alike(part[-1], name[-1])
