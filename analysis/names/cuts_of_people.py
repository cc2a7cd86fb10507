"""Where a person's name begins and ends. Each public function is a rule."""

from __future__ import annotations

from analysis.names.bodies import PREFIX_HEADS, SUFFIX_HEADS, TOPIC_WORDS
from analysis.names.cuts import CUT_SIGNS
from analysis.names.draft import HYPHENS, Candidate, Draft
from analysis.names.given import GIVEN_NAMES
from analysis.names.shapes import is_shouted
from analysis.names.words import (
    HONORIFICS,
    HONOURS,
    INHERITED_TITLES,
    NAME_SUFFIXES,
    PARTICLES,
    ROLE_MODIFIERS,
    WEEKDAYS,
    is_calling,
    is_role,
)


def cut_titles(draft: Draft) -> None:
    """Titles, ranks, offices and countries before a person's name are no part of it.

    A title at the front makes a person of what the model took for something else.
    """
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        is_person = candidate.best == "person"
        last_role = -1
        for index in range(start, end - 1):
            bare = draft.bare[index]
            if is_role(bare) or (index < end - 2 and is_calling(bare)):
                last_role = index
        if last_role >= 0 and may_be_title(draft, start, last_role):
            if not is_person and not _makes_person(draft, last_role, end):
                continue
            start = last_role + 1
            while start < end and draft.words[start] in CUT_SIGNS:
                start += 1
        elif not is_person:
            continue
        elif is_shouted(draft, start, end):
            start += 1
        while start < end - 1 and (
            (draft.is_people(start) and draft.bare[start] not in GIVEN_NAMES)
            or draft.bare[start] in ROLE_MODIFIERS
        ):
            start += 1
        if not is_person:
            draft.overrule(candidate, "person", 1.0)
        draft.move(candidate, start, end)


_SHORT_RANKS = frozenset("cm dcm pm gen col capt maj sgt lt insp pol rep sen supt brig adm".split())


def _makes_person(draft: Draft, title: int, end: int) -> bool:
    """Say whether what follows a title is surely a person's name."""
    if (
        draft.bare[title] not in HONORIFICS
        and draft.bare[title] not in _SHORT_RANKS
        and end - title < 3
    ):
        return False
    if draft.bare[title] in (
        "father",
        "mother",
        "king",
        "queen",
        "prince",
        "supreme",
        "crown",
        "general",
    ):
        return False
    return not any(
        draft.bare[index] in SUFFIX_HEADS
        or draft.bare[index] in PREFIX_HEADS
        or draft.bare[index] in TOPIC_WORDS
        or draft.words[index].isdigit()
        or (
            draft.words[index].islower()
            and draft.bare[index] not in PARTICLES
            and not draft.is_glued[index]
        )
        or draft.is_place(index, index + 1)
        or draft.is_people(index)
        for index in range(title + 1, end)
    )


def may_be_title(draft: Draft, start: int, last: int) -> bool:
    """Say whether a title may stand at `last` before a name, in a run that begins at `start`.

    A title inside a name counts only behind words of an office: not in "Juan Pablo Major".
    """
    for index in range(start, last):
        bare = draft.bare[index]
        is_office = is_role(bare) or is_calling(bare) or bare in ROLE_MODIFIERS
        is_body = bare in SUFFIX_HEADS or bare in PREFIX_HEADS or draft.words[index].isupper()
        if is_office or is_body or draft.is_people(index) or draft.is_place(index, index + 1):
            continue
        if draft.words[index] in CUT_SIGNS or bare in PARTICLES:
            continue
        title = draft.bare[last]
        return last == start or (title in HONORIFICS and title not in INHERITED_TITLES)
    return True


def cut_person_tail(draft: Draft) -> None:
    """What follows a person's name in capitals (", MP", "CEO") is no part of it."""
    for candidate in draft.in_order():
        if candidate.best != "person":
            continue
        end = candidate.end
        if end - candidate.start > 2 and draft.bare[end - 1] in WEEKDAYS:
            end -= 1
        while end - candidate.start > 1 and (
            draft.bare[end - 1] in HONOURS or draft.words[end - 1] in CUT_SIGNS
        ):
            end -= 1
        draft.move(candidate, candidate.start, end)


def cut_to_known_name(draft: Draft) -> None:
    """A name that the article has by itself ends a run that goes on in plain words: "Omar Holm
    Joins List of Protests". Plain is what stands in lower case, here or elsewhere.
    """
    full = {
        draft.key(one.start, one.end)
        for one in draft.candidates.values()
        if one.best == "person" and one.end - one.start in (2, 3)
    }
    plain = {word for word in draft.words if word.islower()} - PARTICLES
    for candidate in draft.in_order():
        words = draft.words[candidate.start : candidate.end]
        if candidate.best != "person" or len(words) < 4 or not HYPHENS.isdisjoint(words):
            continue
        for end in (candidate.start + 3, candidate.start + 2):
            is_plain = not plain.isdisjoint(draft.lower[end : candidate.end])
            if is_plain and draft.key(candidate.start, end) in full:
                draft.move(candidate, candidate.start, _over_suffix(draft, end))
                break


def _over_suffix(draft: Draft, end: int) -> int:
    return end + 1 if draft.word(end) in NAME_SUFFIXES else end


def titled_name_wins(draft: Draft) -> None:
    """A name found behind its title beats a longer run that took in the title's words."""
    ends: dict[int, list[Candidate]] = {}
    for one in draft.candidates.values():
        ends.setdefault(one.end, []).append(one)
    for found in ends.values():
        sure = [one for one in found if one.votes.get("person", 0.0) >= 1.5]
        for one in found:
            is_weak = sum(one.votes.values()) <= 1.0 or one.best == "person"
            if (
                is_weak
                and any(one.start < other.start for other in sure)
                and not any(
                    draft.bare[index] in GIVEN_NAMES
                    for index in range(one.start, min(other.start for other in sure))
                )
            ):
                draft.drop(one)
