"""Places told from people and bodies by where they stand. Each public function is a rule."""

from __future__ import annotations

from collections import Counter

from analysis.names.draft import Candidate, Draft


def listed_alike(draft: Draft) -> None:
    """Names of a list are of one kind: "Sarmat, Berida, Kolofi and Tamu" are places together."""
    ordered = draft.in_order()
    chain: list[Candidate] = []
    for one in [*ordered, None]:
        if chain and one is not None and one.start < chain[-1].end:
            continue
        if one is not None and chain and _is_listed(draft, chain[-1].end, one.start):
            chain.append(one)
            continue
        if len(chain) >= 3:
            kinds = [item.best for item in chain]
            kind = max(set(kinds), key=lambda each: (kinds.count(each), each))
            if kinds.count(kind) * 2 > len(kinds) and kind in ("person", "place"):
                for item in chain:
                    draft.add(item.start, item.end, kind, 1.5)
        chain = [one] if one is not None else []


def _is_listed(draft: Draft, end: int, start: int) -> bool:
    between = tuple(draft.lower[end:start])
    return between in ((",",), ("and",), (",", "and"), ("or",), (",", "or"))


def peoples_are_no_bodies(draft: Draft) -> None:
    """A country or a people is a place or a people, never an organization or a person, unless a
    newspaper has its name: "The Hindu".
    """
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if draft.is_place(start, end):
            if candidate.votes.get("person", 0.0) < 2.0:
                draft.overrule(candidate, "place", 3.0)
        elif (
            all(draft.is_people(index) for index in range(start, end))
            and "listed_names:organization" not in candidate.grounds
        ):
            draft.overrule(candidate, "other", 3.0)


def datelines_are_places(draft: Draft) -> None:
    """Capitals that open a line before a dash say where the text was written: "LISBON —", "TURIN,
    May 4 (Reuters) --".
    """
    for start, end in draft.runs:
        if not draft.opens[start] or (start and not draft.is_space[start - 1]):
            continue
        if (
            not all(word.isupper() for word in draft.words[start:end])
            or len(draft.words[start]) < 3
        ):
            continue
        for index in range(end, min(end + 12, draft.size)):
            if draft.words[index] in _DASHES and not draft.is_glued[index]:
                draft.add(start, end, "place", 3.0)
                break
            if draft.is_space[index] or draft.words[index] == ".":
                break


def places_by_class(draft: Draft) -> None:
    """What a town, district or island is said to be called is a place: "the town of Arvelo"."""
    counts = Counter(draft.key(one.start, one.end) for one in draft.candidates.values())
    for one in draft.in_order():
        if draft.word(one.start - 1) == "of" and draft.lower[one.start - 2] in _CLASSES:
            weight = 2.0 + counts[draft.key(one.start, one.end)]
            draft.add(one.start, one.end, "place", weight)


_CLASSES = frozenset(
    "town city village hamlet settlement municipality district province region county suburb "
    "neighbourhood neighborhood island port state department commune parish".split()
)
"""Nouns that "of" joins to a place's own name; in small letters, or they are part of a name."""
_DASHES = frozenset({"—", "–", "-", "--"})


def rivers_have_articles(draft: Draft) -> None:
    """A river has an article, a company named after it has none: "the Amazon"."""
    for one in draft.in_order():
        if (
            one.end - one.start == 1
            and draft.bare[one.start] in _RIVERS
            and draft.word(one.start - 1) == "the"
        ):
            draft.add(one.start, one.end, "place", 3.0)


_RIVERS = frozenset(
    "amazon nile ganges danube rhine volga mekong congo jordan tigris thames".split()
)
