"""What is no person though it was taken for one. Each public function is a rule."""

from __future__ import annotations

import re

from analysis.names.bodies import SUFFIX_HEADS, TOPIC_WORDS
from analysis.names.draft import POSSESSIVES, Candidate, Draft
from analysis.names.given import ALSO_PLACES, GIVEN_NAMES
from analysis.names.words import KIN, NEVER_PEOPLE, OFFICES, OPENERS, ROLE_MODIFIERS, is_role
from analysis.schema import EntityKind
from analysis.text import fold


def drop_impossible(draft: Draft) -> None:
    """Words that are nobody's name are no person: roles alone, days, peoples, seats ("R-Ohio")."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if not any(draft.is_capital[index] for index in range(start, end)) or _is_cry(
            draft, start, end
        ):
            draft.drop(candidate)
            continue
        if candidate.best != "person":
            continue
        only = range(start, end)
        if all(
            draft.bare[index] in NEVER_PEOPLE
            or is_role(draft.bare[index])
            or (draft.opens[index] and draft.bare[index] in OPENERS)
            or draft.bare[index] in ROLE_MODIFIERS
            or draft.is_people(index)
            for index in only
        ) or _SEAT.fullmatch(draft.text(start, end)):
            draft.drop(candidate)
        elif draft.is_place(start, end):
            draft.add(start, end, "place", 2.0)


def _is_cry(draft: Draft, start: int, end: int) -> bool:
    """Say whether words in capitals are a sentence: "COUNCIL HAS FAILED THEM"."""
    words = draft.words[start:end]
    is_sentence = end - start > 2 and not _OF_SENTENCES.isdisjoint(draft.bare[start:end])
    return is_sentence and all(word.isupper() for word in words if word.isalpha())


_OF_SENTENCES = frozenset(
    "is are was were be been has have had do does did will would can could should not him them "
    "he she they we you who what why how".split()
)
_SEAT = re.compile(r"[DRI]-[A-Z][\w. ]*")
"""A lawmaker's party and state: "R-Ohio", "D-N.H."."""


def topics_are_nobody(draft: Draft) -> None:
    """Streets, games, parks and short forms are nobody: "Veldkant Roads", "Randvale CTPS", "Lumira
    East".
    """
    for one in draft.in_order():
        if one.best != "person" or one.end - one.start < 2 or one.votes["person"] >= 2.0:
            continue
        last = draft.bare[one.end - 1]
        shouts = (
            draft.words[one.end - 1].isupper()
            and len(last) > 2
            and not draft.words[one.start].isupper()
        )
        first_shouts = len(draft.bare[one.start]) > 2 and draft.words[one.start].isupper()
        if "&" in draft.text(one.start, one.end) or (
            first_shouts and not draft.words[one.end - 1].isupper()
        ):
            draft.overrule(one, "organization", 1.0)
        elif (
            last in TOPIC_WORDS
            or last.removesuffix("s") in TOPIC_WORDS
            or shouts
            or draft.bare[one.start] in _FEASTS
        ):
            draft.overrule(one, "other", 1.0)
        elif last in ("east", "west", "north", "south", "central"):
            draft.overrule(one, "place", 1.0)
        elif draft.words[one.start] in ("La", "Las", "Los", "El") and one.end - one.start == 2:
            draft.overrule(one, "organization", 1.0)
        elif last in SUFFIX_HEADS or last in _CREATIONS:
            draft.overrule(one, "organization" if last in SUFFIX_HEADS else "other", 1.0)


_CREATIONS = frozenset(
    "cafe café restaurant bar programme channel cemetery memorial nation nations zoo hut plaza "
    "mall mosque cathedral shrine museum".split()
)


_FEASTS = frozenset("eid ramadan diwali easter christmas hanukkah nowruz holi navratri".split())


def names_before_things_are_nobody(draft: Draft) -> None:
    """A name straight before a plain noun is a brand or a kind: "Zephyr Dart electric
    vehicles".
    """
    for one in draft.in_order():
        if "person" not in one.votes or one.end >= draft.size or one.votes["person"] > 1.0:
            continue
        token = draft.doc[one.end]
        if draft.words[one.start].isupper():
            continue
        is_thing = token.pos_ in ("NOUN", "ADJ") and token.text.islower()
        if is_thing and token.text not in _TIMES:
            draft.add(one.start, one.end, "other", 1.1 if one.end - one.start == 1 else 0.8)


_TIMES = frozenset(
    "last next yesterday today tomorrow tonight late early alone himself herself campaign "
    "administration".split()
)


def lone_words_are_nobody(draft: Draft) -> None:
    """One word called a person once, with nothing to show it, is a place or a thing rather.

    Where it stands but once, at a sentence's beginning, it is large for that alone: "Habits, she
    argued, are hard to break".
    """
    full = {
        draft.bare[one.end - 1]
        for one in draft.candidates.values()
        if one.best == "person" and one.end - one.start > 1
    } | {
        draft.bare[one.start]
        for one in draft.candidates.values()
        if one.best == "person" and one.end - one.start > 1
    }
    totals: dict[str, float] = {}
    for one in draft.candidates.values():
        if one.end - one.start == 1:
            bare = draft.bare[one.start]
            totals[bare] = totals.get(bare, 0.0) + one.votes.get("person", 0.0)
    for one in draft.in_order():
        if one.end - one.start != 1 or one.best != "person" or draft.bare[one.start] in full:
            continue
        if totals[draft.bare[one.start]] > 1.0 or _acts(draft, one):
            continue
        if draft.opens[one.start] and draft.bare.count(draft.bare[one.start]) == 1:
            draft.drop(one)
        else:
            draft.overrule(one, "place", 0.5)


def never_introduced(draft: Draft) -> None:
    """A word named again and again, never in full nor as a person is, is a company's rather.

    News introduces people by their full names or by a title; brands need neither.
    """
    parts: set[str] = set()
    totals: dict[str, float] = {}
    counts: dict[str, int] = {}
    for one in draft.candidates.values():
        if one.best == "person" and one.end - one.start > 1:
            parts.update(draft.bare[one.start : one.end])
        elif one.end - one.start == 1 and "person" in one.votes:
            bare = draft.bare[one.start]
            totals[bare] = totals.get(bare, 0.0) + one.votes["person"]
            counts[bare] = counts.get(bare, 0) + 1
    human = {
        draft.bare[one.start] for one in draft.candidates.values() if _is_human(draft, one.end)
    }
    for one in draft.in_order():
        bare = draft.bare[one.start]
        if one.end - one.start != 1 or one.best != "person" or bare in parts:
            continue
        is_bare = counts[bare] > 1 and totals[bare] <= counts[bare] and bare not in human
        if is_bare and fold(bare).text not in GIVEN_NAMES and one.votes.keys() == {"person"}:
            draft.overrule(one, "organization", 1.0)


def _is_human(draft: Draft, end: int) -> bool:
    """Say whether what follows a name is a person's: a wife, remarks, "his", "herself"."""
    if draft.word(end) in POSSESSIVES and draft.word(end + 1) in _HUMAN_BELONGINGS:
        return True
    for index in range(end, min(end + 10, draft.size)):
        if draft.bare[index] in (".", ";", "who") or draft.is_capital[index]:
            return False
        if draft.bare[index] in ("he", "she", "his", "her", "himself", "herself"):
            return True
    return False


_HUMAN_BELONGINGS = KIN | frozenset(
    "remarks comments views view words speech statement administration campaign government "
    "supporters lawyer lawyers death life presidency visit tweet tweets allies rival aide aides "
    "resignation arrest trial career mother father body".split()
)


def _acts(draft: Draft, one: Candidate) -> bool:
    """Say whether a name stands where a person's would: before a verb, after "by" or "and" a
    person.
    """
    behind = draft.word(one.end)
    before = draft.word(one.start - 1)
    if behind in ("'s", "’s") and draft.word(one.end + 1) in KIN | OFFICES:
        return True
    if fold(draft.bare[one.start]).text in GIVEN_NAMES - ALSO_PLACES:
        return True
    if one.end < draft.size and draft.doc[one.end].pos_ in ("VERB",):
        return True
    if before == "by" or behind in ("'s", "’s"):
        return True
    for link, other in ((before, one.start - 2), (behind, one.end + 1)):
        if link == "and" and 0 <= other < draft.size and draft.is_capital[other]:
            return not draft.is_place(other, other + 1) and "person" in _votes_at(draft, other)
    return False


def _votes_at(draft: Draft, index: int) -> dict[EntityKind, float]:
    """Return the votes of the first candidate that covers a token, none where there is none."""
    for start in range(index, max(index - 4, -1), -1):
        for end in range(index + 1, index + 4):
            found = draft.candidates.get((start, end))
            if found is not None:
                return found.votes
    return {}


def common_words_are_nobody(draft: Draft) -> None:
    """A sentence's first word is no person if it is no noun of its own or stands in lower case
    too.
    """
    plain = {word for word in draft.words if word.islower()}
    for one in draft.in_order():
        if one.end - one.start != 1 or one.best == "place" or not draft.opens[one.start]:
            continue
        token = draft.doc[one.start]
        is_common = draft.lower[one.start] in plain or (
            token.pos_ and token.pos_ not in ("PROPN", "X", "NOUN")
        )
        is_plural = token.pos_ == "NOUN"
        is_weak = sum(one.votes.values()) <= 2.0 and not draft.words[one.start].isupper()
        if is_weak and (is_common or (is_plural and one.votes.get("person", 0.0) <= 1.0)):
            draft.drop(one)
