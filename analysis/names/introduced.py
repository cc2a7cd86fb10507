"""People found by what is said of them: age, apposition, "who", "said". Each public function is a
rule.
"""

from __future__ import annotations

from analysis.names.bodies import SUFFIX_HEADS, TOPIC_WORDS
from analysis.names.draft import Draft
from analysis.names.given import GIVEN_NAMES
from analysis.names.shapes import is_office
from analysis.names.words import KIN, OFFICES, OPENERS, SAYING, TITLES


def people_by_age(draft: Draft) -> None:
    """An age stands behind a person's name: "Jane Doe, 43,"."""
    for start, end in draft.runs:
        if (
            draft.word(end) == ","
            and len(draft.word(end + 1)) == 2
            and draft.words[end + 1].isdigit()
            and draft.word(end + 2) in (",", ".", "and", ";", "from")
        ):
            first = start
            for index in range(start, end - 1):
                if draft.bare[index] in TITLES or draft.bare[index] in OFFICES:
                    first = index + 1
            if 1 < end - first <= 4:
                draft.add(first, end, "person", 2.0)


def people_who(draft: Draft) -> None:
    """What is followed by "who" is somebody: "Scholz, who attended"."""
    for candidate in draft.in_order():
        end = candidate.end
        at = end + 1 if draft.word(end) == "," else end
        if draft.word(at) in ("who", "whose") or (
            draft.word(end) == "," and draft.word(at) == "himself"
        ):
            if "person" in candidate.votes:
                draft.add(candidate.start, end, "person", 1.5)
            elif len(draft.key(candidate.start, end)) > 1 and "organization" not in candidate.votes:
                draft.add(candidate.start, end, "person", 0.75)


def people_said_to_be(draft: Draft) -> None:
    """Who is said to be an officer or a child is somebody: "Holm is a guide", "Ana was a nurse"."""
    for start, end in draft.runs:
        is_said = draft.word(end) in ("is", "was") and draft.word(end + 1) in ("a", "an")
        if not is_said or end - start > 3:
            continue
        at = end + 2
        while at < min(end + 5, draft.size) and draft.doc[at].pos_ in ("ADJ", "ADV"):
            at += 1
        if draft.word(at) not in ROLE_NOUNS or draft.is_capital[at]:
            continue
        first = start
        while first < end and (draft.bare[first] in OPENERS or draft.bare[first] in TITLES):
            first += 1
        if first == end or is_office(draft, first, end) or draft.is_people(end - 1):
            continue
        if draft.bare[end - 1] not in TOPIC_WORDS | SUFFIX_HEADS | OFFICES:
            draft.add(first, end, "person", 1.5)


def people_of_bodies(draft: Draft) -> None:
    """A body's own people are named behind it: "the Bureau of Meteorology's Ana Holm"."""
    for start, end in draft.runs:
        if start < 2 or draft.words[start - 1] not in ("'s", "’s") or not 2 <= end - start <= 3:
            continue
        owners = [
            one.start
            for one in draft.candidates.values()
            if one.end == start - 1 and "organization" in one.votes
        ]
        if not owners:
            continue
        before = min(owners)
        speaks = draft.word(end) in SAYING or not SAYING.isdisjoint(draft.bare[before - 2 : before])
        is_named = draft.bare[start] in GIVEN_NAMES
        if (speaks or is_named) and not any(
            draft.bare[index] in SUFFIX_HEADS | TOPIC_WORDS | OFFICES
            or draft.words[index].isupper()
            for index in range(start, end)
        ):
            draft.add(start, end, "person", 1.5 if is_named else 1.0)


def speaking_people(draft: Draft) -> None:
    """Who speaks is somebody mostly: "said Scholz", "Macron warned"; a name of two words or more
    counts.
    """
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if draft.word(end) in SAYING or draft.word(start - 1) in SAYING:
            weight = 0.75 if "person" in candidate.votes else 0.5
            if draft.word(start - 1) in ("told", "asked", "thanked", "called"):
                continue
            if not all(draft.words[index].isupper() for index in range(start, end)):
                draft.add(start, end, "person", weight)


def introduced_people(draft: Draft) -> None:
    """An apposition tells who somebody is: "Opal Hendry, director of Pinecone Books"."""
    for start, end in draft.runs:
        if draft.word(end) != ",":
            continue
        first = start
        while first < end and (draft.bare[first] in OPENERS or draft.bare[first] in TITLES):
            first += 1
        if (
            not 2 <= end - first <= 4
            or is_office(draft, first, end)
            or draft.words[end - 1].isupper()
        ):
            continue
        if any(
            draft.bare[index] in TOPIC_WORDS or draft.bare[index] in OFFICES
            for index in range(first, end)
        ):
            continue
        if _is_introduced(draft, end + 1):
            draft.add(first, end, "person", 2.0)


def _is_introduced(draft: Draft, at: int) -> bool:
    """Say whether an apposition of an office or kinship begins here: "chairwoman of", "a
    43-year-old nurse".
    """
    for index in range(at, min(at + 8, draft.size)):
        bare = draft.bare[index]
        if bare in ROLE_NOUNS:
            return draft.word(index + 1) not in ("'s", "’s") and not draft.is_capital[index]
        if bare in (
            ",",
            ".",
            "and",
            "but",
            "who",
            "which",
            "in",
            "at",
            "on",
            "of",
            "said",
            "was",
            "is",
            "has",
        ):
            return False
        if draft.bare[index] in SAYING or draft.is_space[index]:
            return False
    return False


ROLE_NOUNS = (
    OFFICES
    | KIN
    | frozenset(
        "man woman boy girl native citizen graduate father mother refugee immigrant grandmother "
        "grandfather mp judge professor head chair bishop priest engineer".split()
    )
    - frozenset(
        {"star", "forward", "chair", "member", "partner", "rival", "counterpart", "agent", "host"}
    )
)
