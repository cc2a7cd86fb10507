"""People found by the shape of the name itself, and what no person's name looks like."""

from __future__ import annotations

import re

from analysis.names.bodies import PREFIX_HEADS, SUBJECTS, SUFFIX_HEADS, TOPIC_WORDS
from analysis.names.draft import QUOTE_MARKS, Draft
from analysis.names.given import ALSO_PLACES, GIVEN_NAMES
from analysis.names.words import (
    HONOURS,
    NAME_SUFFIXES,
    NEVER_PEOPLE,
    OFFICES,
    OPENERS,
    PARTICLES,
    RANKS,
    ROLE_MODIFIERS,
    TITLES,
)
from analysis.text import fold

_TWO_INITIALS = re.compile(r"(?:[A-Z]\.?){1,2}$")


_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}$")


def end_of_person(draft: Draft, first: int, end: int) -> int:
    """Return where a person's name that begins at `first` ends, particles and suffixes included."""
    last = first
    while last < end:
        bare = draft.bare[last]
        if last > first and (bare in TITLES or bare in OFFICES) and bare not in ("crown", "major"):
            break
        is_honour = bare in HONOURS and draft.words[last].isupper()
        if draft.words[last] == "&" or (last > first and is_honour):
            break
        last += 1
    if last == end:
        at = last
        while (
            at < draft.size
            and draft.bare[at] in PARTICLES
            and draft.bare[at] not in ("y", "e", "and", "a", "do", "as", "no")
        ):
            at += 1
        if last < at < draft.size and draft.is_capital[at]:
            last = at + 1
            while last < draft.size and draft.is_capital[last]:
                last += 1
        if draft.word(last) in NAME_SUFFIXES:
            last += 1
    return last if last - first <= 7 else first


def is_shouted(draft: Draft, start: int, end: int) -> bool:
    """Say whether capitals come before a given name and another: "SEAL Omar Holm"."""
    first = draft.words[start]
    return (
        end - start > 2
        and first.isupper()
        and len(first) > 3  # "ABM" may be somebody's initials
        and draft.bare[start] not in GIVEN_NAMES
        and draft.bare[start + 1] in GIVEN_NAMES
        and not draft.words[start + 1].isupper()
    )


def people_by_given_name(draft: Draft) -> None:
    """A run of two to four words that begins with a given name is a person's: "Raúl Medrano"."""
    for start, end in draft.runs:
        first = start
        while first < end and (
            draft.bare[first] in OPENERS
            or draft.bare[first] in TITLES
            or draft.bare[first] in OFFICES
            or draft.bare[first] in ROLE_MODIFIERS
            or is_shouted(draft, first, end)
            or (draft.is_people(first) and draft.bare[first] not in GIVEN_NAMES)
        ):
            first += 1
        if first >= end or fold(draft.bare[first]).text not in GIVEN_NAMES:
            continue
        last = end_of_person(draft, first, end)
        if not 2 <= last - first <= 5 or is_office(draft, first, last):
            continue
        if any(draft.bare[index] in TOPIC_WORDS for index in range(first + 1, last)):
            continue
        if any(
            draft.words[index].isupper() and len(draft.bare[index]) > 2
            for index in range(first, last)
        ):
            continue
        if (
            last == end
            and draft.word(end) == "of"
            and draft.is_capital[min(end + 1, draft.size - 1)]
        ):
            continue
        is_sure = draft.bare[first] not in ALSO_PLACES
        if (first, last) in draft.candidates or is_sure:
            draft.add(first, last, "person", 1.25 if is_sure else 0.5)


def initialled_people(draft: Draft) -> None:
    """Initials before a name are a person's: "T W Harlow", "K.L. Brandt", "VN Sohani"."""
    for start, end in draft.runs:
        first = start
        while first < end and draft.bare[first] in TITLES:
            first += 1
        at = first
        while (
            at < end and _TWO_INITIALS.match(draft.words[at]) and draft.bare[at] not in _NO_INITIALS
        ):
            at += 1
        if at == first or not 1 <= end - at <= 3 or draft.is_place(first, first + 1):
            continue
        if at - first == 1 and draft.words[first] in ("A", "I", "O"):
            continue
        if is_office(draft, at, end) or any(
            draft.words[index].isupper()
            or draft.bare[index] in SUFFIX_HEADS | TOPIC_WORDS | OFFICES | RANKS
            for index in range(at, end)
        ):
            continue
        found = draft.candidates.get((first, end))
        name = draft.candidates.get((at, end))
        if len(draft.bare[first]) == 1 or (found is not None and found.best != "organization"):
            draft.add(first, end, "person", 1.25)
        elif found is None and name is not None and name.best == "person":
            draft.add(first, end, "person", 1.0)
        elif found is None and draft.is_capital[at] and _NO_VOWEL.match(draft.words[at - 1]):
            draft.add(first, end, "person", 0.75)


_NO_VOWEL = re.compile(r"[^AEIOUY.]{2}$")
_NO_INITIALS = frozenset(
    "us uk eu un pm cm mp dp tv u.s u.k u.n e.u dr mr ms st nt nz uae usa who nfl nba bbc "
    "cnn abc cbs nbc afp ap ex vp dc d.c la ny nyc sa hk".split()
)


def is_office(draft: Draft, first: int, last: int) -> bool:
    """Say whether a capitalised run is no person's name: a body, a role, a place, a people."""
    if draft.is_place(first, last) or draft.words[first] in QUOTE_MARKS:
        return True
    if draft.bare[first] in ("motors", "electric", "assembly", "court", "party", "council"):
        return True
    if all(draft.bare[index] in SUBJECTS for index in range(first, last)):
        return True
    for index in range(first, last):
        bare = draft.bare[index]
        if bare in NEVER_PEOPLE or (draft.is_people(index) and bare not in GIVEN_NAMES):
            return True
        if index > first and (bare in SUFFIX_HEADS or bare in PREFIX_HEADS):
            return True
        if bare in ROLE_MODIFIERS or bare in PREFIX_HEADS:
            return True
    is_initials = _INITIAL.match(draft.words[first]) is not None
    return last - first == 1 and is_initials


def nicknamed_people(draft: Draft) -> None:
    """A nickname stands in marks inside a name: Tomás “Chino” Alvear."""
    for start, end in draft.runs:
        opening, closing = end, end + 2
        if closing + 1 >= draft.size or draft.words[opening] not in QUOTE_MARKS:
            continue
        if (
            draft.words[closing] not in QUOTE_MARKS
            or not draft.is_capital[end + 1]
            or not draft.is_capital[closing + 1]
        ):
            continue
        first = start
        while first < end and (
            draft.bare[first] in TITLES
            or draft.bare[first] in OFFICES
            or draft.is_people(first)
            or draft.bare[first] in ROLE_MODIFIERS
            or draft.bare[first] in OPENERS
        ):
            first += 1
        stop = draft.run_end.get(closing + 1, closing + 2)
        if first < end and stop - closing <= 4 and not is_office(draft, first, end):
            draft.add(first, stop, "person", 3.0)
