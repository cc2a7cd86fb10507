"""Bodies found by the company they keep: common nouns, officers, those who are told."""

from __future__ import annotations

from analysis.names.bodies import (
    CLASSES_APPOSED,
    CLASSES_BEFORE,
    CLASSES_BEHIND,
    NEVER_BODIES,
    WEEK_AND_MONTHS,
)
from analysis.names.draft import POSSESSIVES, Draft
from analysis.names.words import HONORIFICS, OFFICES, OPENERS, RANKS


def bodies_that_speak_through_people(draft: Draft) -> None:
    """Who has a spokesman or a chief executive is a body: "spokesman for X", "X spokeswoman"."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        before, link = draft.word(start - 2), draft.word(start - 1)
        if link == "the":
            before, link = draft.word(start - 3), draft.word(start - 2)
        follows = draft.word(end + 1) if draft.word(end) in ("'s", "’s") else draft.word(end)
        is_of = link in ("of", "for", "at", "with") and before in SERVANTS
        if is_of or follows in SERVANTS:
            if "person" in candidate.votes and candidate.votes["person"] >= 1.5:
                continue
            if draft.is_place(start, end) or draft.is_people(end - 1):
                continue
            draft.add(start, end, "organization", 1.25)


SERVANTS = frozenset(
    "spokesman spokeswoman spokesperson spokespersons ceo cfo chairman chairwoman "
    "chairperson founder co-founder employee employees staffer staffers executive "
    "executives shareholder shareholders subsidiary headquarters lawmaker lawmakers "
    "representatives official officials member members director analyst analysts economist "
    "researcher researchers professor lecturer president vice-president secretary-general "
    "legislator legislators reporter reporters".split()
)


def bodies_with_people(draft: Draft) -> None:
    """Who has a person is a body: "Skyline's Mr Hale", "the Observatory's Jo Marsh"."""
    full = {
        one.start
        for one in draft.candidates.values()
        if one.best == "person" and one.end - one.start > 1
    }
    for one in draft.in_order():
        owned = one.end + 1
        if draft.word(one.end) not in POSSESSIVES or owned >= draft.size:
            continue
        is_titled = draft.bare[owned] in HONORIFICS and draft.is_capital[owned]
        if not is_titled and owned not in full:
            continue
        is_named_as_person = one.votes.get("person", 0.0) > 1.0 and not is_titled
        if one.best in ("person", "organization") and not is_named_as_person:
            draft.add(one.start, one.end, "organization", 3.0 if is_titled else 1.25)


def bodies_by_class(draft: Draft) -> None:
    """A common noun beside a name says what it is: "automaker Verlane", "the Sentido newspaper"."""
    for start, end in draft.runs:
        before, behind = draft.word(start - 1), draft.word(end)
        first = start
        while first < end - 1 and (draft.bare[first] in OPENERS or draft.is_people(first)):
            first += 1
        if draft.is_place(first, end) or draft.is_people(end - 1) or end - first > 5:
            continue
        if draft.bare[first] in WEEK_AND_MONTHS or draft.bare[end - 1] in WEEK_AND_MONTHS | OPENERS:
            continue
        if any(
            draft.bare[index] in OFFICES or draft.bare[index] in HONORIFICS
            for index in range(first, end)
        ):
            continue
        if (before in CLASSES_BEFORE and first == start and draft.words[start - 1].islower()) or (
            behind in CLASSES_BEHIND
            and not (draft.opens[start] and end - first == 1)
            and draft.word(end + 1) != "station"
            and draft.words[end].islower()
            and (first, end) in draft.candidates
        ):
            draft.add(first, end, "organization", 1.5)
        if behind == "," and _is_apposed(draft, end + 1):
            draft.add(first, end, "organization", 1.5)


def _is_apposed(draft: Draft, at: int) -> bool:
    """Say whether an apposition explains a body: "a Norway-based non-profit"."""
    if draft.word(at) not in ("a", "an", "the", "one"):
        return False
    for index in range(at + 1, min(at + 7, draft.size)):
        bare = draft.bare[index]
        if bare in CLASSES_APPOSED or (bare == "profit" and draft.word(index - 2) == "non"):
            follows = draft.word(index + 1)
            if draft.word(at) == "the":
                return follows in ("of", "that", "which", "behind", ",", "for")
            return follows not in SERVANTS and follows not in OFFICES
        if bare in ("non", "-", "profit"):
            continue
        if bare in (",", ".", "of", "in", "who", "and", "for", "to") or bare in OFFICES:
            return False
    return False


def told_media(draft: Draft) -> None:
    """One word that somebody told something is a newspaper or agency: "told Skyline", and so is
    what has its article spelt large: "spoke to The Harbour Light".
    """
    family_names = {
        draft.bare[one.end - 1]
        for one in draft.candidates.values()
        if one.end - one.start > 1 and one.best == "person"
    }
    for start, end in draft.runs:
        if draft.word(start - 1) not in ("told", "to", "with"):
            continue
        if draft.word(start - 1) != "told" and draft.word(start - 2) not in _TELLING:
            continue
        if draft.words[start] == "The" and end - start > 1:
            draft.add(start + 1, end, "organization", 2.0)
            continue
        if end - start != 1:
            continue
        bare = draft.bare[start]
        if (
            bare in NEVER_BODIES
            or draft.is_place(start, end)
            or bare in HONORIFICS
            or draft.is_people(start)
        ):
            continue
        found = draft.candidates.get((start, end))
        if found is not None and found.votes.get("person", 0.0) > 1.0:
            continue
        if (
            bare in WEEK_AND_MONTHS
            or bare in OFFICES
            or bare in RANKS
            or draft.word(end) in ("'s", "’s")
        ):
            continue
        if bare not in family_names:
            draft.add(start, end, "organization", 1.1)


_TELLING = frozenset(
    "confirms confirmed spoke speaking speaks statement interview told talking".split()
)
