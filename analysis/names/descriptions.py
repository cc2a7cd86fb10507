"""Descriptions that stand for somebody named: "the French president", once one was introduced so.

Only where exactly one person of the article was introduced by those words, and before; the
nearest fitting person is a guess, and guesses are left to others.
"""

from __future__ import annotations

from analysis.names.draft import Candidate, Draft
from analysis.names.roles import find_role
from analysis.names.same_person import Person
from analysis.names.words import OFFICES, RANKS, ROLE_MODIFIERS, SAYING
from analysis.text import fold

_INTRODUCTIONS = 5
"""How many of a person's mentions are asked for a role."""

_TOO_COMMON = frozenset(
    "official officials officer leader member members head star agent expert student "
    "resident victim suspect friend colleague owner partner wife husband son daughter "
    "brother sister mother father mp mps deputy representative executive supreme crown "
    "general major private forward anchor guide host model counsel".split()
)
_HEADS = (OFFICES | RANKS) - _TOO_COMMON

Description = tuple[int, int, int]


def find_descriptions(draft: Draft, people: list[Person]) -> list[Description]:
    """Find the descriptions that stand for one of the people.

    Returns:
        First token, the token behind the last, and the person's place in `people`; in reading
        order, without their article, never overlapping a person's or an organization's name.
    """
    known = [_words_of_roles(draft, person) for person in people]
    taken = _taken(draft)
    found: list[Description] = []
    for index in range(1, draft.size):
        if draft.bare[index] not in _HEADS or taken[index]:
            continue
        start = _start_of_description(draft, index)
        served = _served(draft, index + 1)
        if start is None or not (served or _stands_alone(draft, index + 1)):
            continue
        if draft.word(start - 2) == "," and taken[start - 3]:
            continue
        fitting = _fitting(draft, known, start, index, served)
        while start < index and taken[start]:
            start += 1
        fitting = fitting or _fitting(draft, known, start, index, served)
        if len(fitting) != 1 or people[fitting[0]].mentions[0].start > start:
            continue
        found.append((start, index + 1, fitting[0]))
    return found


def _fitting(
    draft: Draft, known: list[list[frozenset[str]]], start: int, head: int, served: list[str]
) -> list[int]:
    """Return the people one of whose roles has all of a description's words."""
    words = frozenset(_fold_words([*draft.bare[start : head + 1], *served]))
    return [number for number, roles in enumerate(known) if any(words <= role for role in roles)]


def without_covered(others: list[Candidate], found: list[Description]) -> list[Candidate]:
    """Return the candidates that no description covers: "French" in "the French president"."""
    covered = {index for start, end, _ in found for index in range(start, end)}
    return [one for one in others if covered.isdisjoint(range(one.start, one.end))]


def _words_of_roles(draft: Draft, person: Person) -> list[frozenset[str]]:
    roles: set[str] = set()
    for one in person.mentions[:_INTRODUCTIONS]:
        role = find_role(draft, one.start, one.end)
        if role is not None:
            roles.add(role)
    words = [frozenset(_fold_words(role.lower().replace("-", " ").split())) for role in roles]
    first = person.mentions[0]
    return [*words, *_offices_behind(draft, first.end)]


def _offices_behind(draft: Draft, end: int) -> list[frozenset[str]]:
    """Return the offices of a longer apposition: ", editor, printer and owner of it"."""
    found: list[frozenset[str]] = []
    if draft.word(end) != ",":
        return found
    for index in range(end + 1, min(end + 16, draft.size)):
        bare = draft.bare[index]
        if bare in (".", "who", "which", ";", "was", "is", "has") or bare in SAYING:
            break
        if bare in _HEADS and draft.words[index].islower():
            found.append(frozenset({bare}))
    return found


def _fold_words(words: list[str]) -> list[str]:
    return [fold(word.rstrip(".,")).text for word in words if word != "-"]


def _taken(draft: Draft) -> list[bool]:
    """For each token, whether a person's or an organization's name covers it."""
    taken = [False] * draft.size
    for one in draft.candidates.values():
        if one.kind in ("person", "organization"):
            taken[one.start : one.end] = [True] * (one.end - one.start)
    return taken


def _start_of_description(draft: Draft, head: int) -> int | None:
    """Return where a description begins behind its "the"; None where none leads to the head."""
    start = head
    while start > 0 and head - start < 6:
        before = start - 1
        bare = draft.bare[before]
        if bare == "the":
            return start
        is_part = bare in ROLE_MODIFIERS or draft.is_capital[before] or draft.words[before] == "-"
        if not is_part or draft.is_space[before]:
            return None
        start -= 1
    return None


def _served(draft: Draft, index: int) -> list[str]:
    """Return the capitalised words that "of" or "for" ties to a head: "the director of the
    Harbour Fund".
    """
    if draft.word(index) not in ("of", "for"):
        return []
    first = index + 1
    if draft.lower[first : first + 1] == ["the"]:
        first += 1
    return draft.bare[first : draft.run_end.get(first, first)]


def _stands_alone(draft: Draft, index: int) -> bool:
    """Say whether no name, noun or "of" follows a head, which would make it another description."""
    if index >= draft.size:
        return True
    if draft.word(index) in ("of", "for", "-", "and", "or") or draft.is_capital[index]:
        return False
    return draft.doc[index].pos_ not in ("NOUN", "PROPN")
