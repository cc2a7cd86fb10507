"""Capitalised words that neither the pipeline nor a rule took for a name: asked about at least."""

from __future__ import annotations

from analysis.names.draft import Draft
from analysis.names.kinds import KINDS
from analysis.names.words import NEVER_PEOPLE, OPENERS, ROLE_MODIFIERS, is_calling, is_role

_FAINT = 0.1
_LONGEST = 4


def ask_about_capitals(draft: Draft) -> None:
    """A run of capitalised words may be a name though nothing says so yet; its clues decide.

    Titles and openers before it are cut off. A lone word that opens a sentence is no run.
    """
    covered = [False] * draft.size
    for one in draft.candidates.values():
        covered[one.start : one.end] = [True] * (one.end - one.start)
    for start, end in draft.runs:
        if any(covered[start:end]):
            continue
        first = start
        while first < end and (
            draft.bare[first] in OPENERS | ROLE_MODIFIERS | NEVER_PEOPLE
            or is_role(draft.bare[first])
            or is_calling(draft.bare[first])
            or draft.is_people(first)
        ):
            first += 1
        size = end - first
        if 0 < size <= _LONGEST and not (size == 1 and draft.opens[first]):
            draft.add(first, end, "other", _FAINT)


def drop_unanswered(draft: Draft) -> None:
    """What was only asked about, and is no person, body or place, is no name."""
    for one in draft.in_order():
        if one.kind == "other" and one.grounds <= _ASKED:
            draft.drop(one)


_ASKED = {"ask_about_capitals:other"} | {f"weigh_clues:{kind}" for kind in KINDS}
