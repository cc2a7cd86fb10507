"""Where a body's name begins and ends. Each public function is a rule."""

from __future__ import annotations

from analysis.names.bodies import CHAMBERS, PREFIX_HEADS, SUBJECTS
from analysis.names.draft import POSSESSIVES, Draft, initials_of
from analysis.names.given import GIVEN_NAMES
from analysis.names.words import OFFICES, RANKS, ROLE_MODIFIERS, WEEKDAYS


def cut_body_tail(draft: Draft) -> None:
    """An office, a place or a day behind a body's name ("NATO Secretary General", "Embassy in
    Qatar", "Oslo Times Friday") goes.
    """
    for candidate in draft.in_order():
        if candidate.best == "person":
            continue
        start, end = candidate.start, candidate.end
        for index in range(start + 1, end):
            if draft.words[index] in _NEVER_INSIDE or _serves_for(draft, start, index):
                end = index
            elif draft.words[index] in _OWNERS:
                end = index - (draft.words[index - 1].islower() and index > start + 1)
            else:
                continue
            break
        if end - start > 2 and draft.bare[end - 1] in WEEKDAYS:
            end -= 1
        cut = end
        while cut - start > 1 and (
            draft.bare[cut - 1] in OFFICES
            or draft.bare[cut - 1] in RANKS
            or draft.bare[cut - 1] in ROLE_MODIFIERS
        ):
            cut -= 1
        has_office = any(
            (draft.bare[index] in OFFICES or draft.bare[index] in RANKS)
            and draft.bare[index] != "justice"
            for index in range(cut, end)
        )
        is_cut = has_office and cut < end and draft.words[cut - 1][0].isupper()
        draft.move(candidate, start, cut if is_cut and candidate.best != "other" else end)


def cut_party_adjective(draft: Draft) -> None:
    """A party's adjective ends no name: "Senate Republican", "Presumptive Democratic"."""
    for one in draft.in_order():
        end = one.end
        while end > one.start and draft.bare[end - 1] in _PARTISAN:
            end -= 1
        is_party = draft.word(one.end) in PREFIX_HEADS  # "Social Democratic party"
        if end == one.end or is_party or one.best == "person":
            continue
        is_whole = end - one.start > 1 or draft.is_place(one.start, end)
        draft.move(one, one.start, end if is_whole else one.start)


_PARTISAN = frozenset({"democratic", "republican", "democrat"})


def _serves_for(draft: Draft, start: int, index: int) -> bool:
    """Say whether a seat follows a chamber: "member of Parliament for Mount Alba"."""
    return draft.words[index] == "for" and draft.bare[index - 1] in CHAMBERS and index > start


_NEVER_INSIDE = frozenset({"in", "on", "at", "from", "with", "using"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})


def cut_office_of(draft: Draft) -> None:
    """An office in or over a body, or who comes from it, is no part of its name: "Founder of La
    Sílaba Teatral", "Ana Holm of Alba Church".
    """
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if candidate.best == "person" or end - start < 3:
            continue
        of = next(
            (at for at in range(start + 1, end) if draft.bare[at] in ("of", "for", "at")), None
        )
        if of is None:
            continue
        head = draft.bare[of - 1]
        is_named = of - start > 1 and draft.bare[start] in GIVEN_NAMES and head not in PREFIX_HEADS
        if is_named:
            draft.add(start, of, "person", 1.0)
        elif head not in OFFICES and head not in RANKS:
            continue
        start = of + 1
        while start < end and draft.bare[start] in ("the", "a", "an"):
            start += 1
        draft.move(candidate, start, end)


def cut_own_acronym(draft: Draft) -> None:
    """A body's acronym behind its name ("United Harvest Congress UHC") stands by itself."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        last = draft.words[end - 1]
        if end - start < 3 or not last.isupper() or candidate.best == "person":
            continue
        if initials_of(draft.key(start, end - 1)) == draft.bare[end - 1]:
            draft.long_forms[draft.key(end - 1, end)] = draft.key(start, end - 1)
            draft.move(candidate, start, end - 1)
            draft.add(end - 1, end, "organization", 1.0)


def split_joined_bodies(draft: Draft) -> None:
    """Two bodies that "and" joins are two, where the article names the first by itself: "NATO and
    Security Council".
    """
    alone = {
        draft.key(one.start, one.end)
        for one in draft.candidates.values()
        if one.best == "organization" and draft.bare[one.start] not in SUBJECTS
    }
    for one in draft.in_order():
        if one.best == "person":
            continue
        for index in range(one.start + 1, one.end - 1):
            if draft.bare[index] in ("of", "for"):
                break  # "Ministry of Water and Land"
            if draft.bare[index] != "and" or draft.key(one.start, index) not in alone:
                continue
            draft.move(one, index + 1, one.end)
            draft.add(one.start, index, "organization", 1.0)
            break


def cut_owner(draft: Draft) -> None:
    """Who owns a body is no part of its name: "Norway's Foreign Ministry"."""
    for candidate in draft.in_order():
        for index in range(candidate.end - 2, candidate.start, -1):
            if draft.words[index] not in POSSESSIVES:
                continue
            is_owner = draft.is_place(candidate.start, index) or draft.is_people(index - 1)
            if is_owner or candidate.best == "person":
                draft.move(candidate, index + 1, candidate.end)
            break
