"""Where a body's name begins and ends. Each public function is a rule."""

from __future__ import annotations

from analysis.names.bodies import CHAMBERS, SUBJECTS
from analysis.names.draft import POSSESSIVES, Draft, initials_of
from analysis.names.words import OFFICES, RANKS, ROLE_MODIFIERS


def cut_body_tail(draft: Draft) -> None:
    """An office or a place behind a body's name ("NATO Secretary General", "Embassy in Qatar")
    goes.
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


def _serves_for(draft: Draft, start: int, index: int) -> bool:
    """Say whether a seat follows a chamber: "member of Parliament for Mount Alba"."""
    return draft.words[index] == "for" and draft.bare[index - 1] in CHAMBERS and index > start


_NEVER_INSIDE = frozenset({"in", "on", "at", "from", "with", "using"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})


def cut_office_of(draft: Draft) -> None:
    """An office in or over a body is no part of its name: "Founder of La Sílaba Teatral"."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if candidate.best == "person" or end - start < 3:
            continue
        of = next(
            (at for at in range(start + 1, end) if draft.bare[at] in ("of", "for", "at")), None
        )
        if of is None or (draft.bare[of - 1] not in OFFICES and draft.bare[of - 1] not in RANKS):
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
