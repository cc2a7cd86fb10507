"""What is no organization though it was taken for one. Each public function is a rule."""

from __future__ import annotations

import re

from analysis.names.acronyms import SYSTEMS
from analysis.names.bodies import (
    NEVER_BODIES,
    PLATFORMS,
    SMALL_WORDS,
    SUBJECTS,
    SUFFIX_HEADS,
    TOPIC_HEADS,
    TOPIC_WORDS,
)
from analysis.names.classes import SERVANTS
from analysis.names.draft import Candidate, Draft
from analysis.names.peoples import PEOPLES
from analysis.names.words import OFFICES, RANKS, ROLE_MODIFIERS


def topics_are_no_bodies(draft: Draft) -> None:
    """Laws, wars, states, prizes and lands are no bodies: "Law of Return", "Cold War", "Islamic
    Republic".
    """
    for one in draft.in_order():
        if one.best != "organization" or max(one.votes.values()) >= 3.0:
            continue
        words = draft.bare[one.start : one.end]
        if "of" in words[1:]:
            head = words[words.index("of") - 1]
            is_topic = head in TOPIC_HEADS or (head in TOPIC_WORDS and head not in SUFFIX_HEADS)
        else:
            head = words[-1]
            is_topic = len(words) > 1 and head in TOPICS
        is_nation = words[-2:] in (["first", "nation"], ["first", "nations"])
        if is_topic or is_nation or (len(words) > 1 and draft.is_people(one.end - 1)):
            draft.overrule(one, "other", 2.0)


TOPICS = (TOPIC_HEADS | TOPIC_WORDS | SYSTEMS) - SUFFIX_HEADS


def platforms_are_places_to_speak(draft: Draft) -> None:
    """A service is a body only where it acts: not in "wrote on Twitter" or "a Facebook post"."""
    mentions: dict[str, list[Candidate]] = {}
    for one in draft.in_order():
        if one.end - one.start == 1 and draft.bare[one.start] in PLATFORMS:
            mentions.setdefault(draft.bare[one.start], []).append(one)
    for found in mentions.values():
        if not any(draft.word(one.end) in _ACTS or _is_served(draft, one) for one in found):
            for one in found:
                draft.overrule(one, "other", 3.0)


def _is_served(draft: Draft, one: Candidate) -> bool:
    """Say whether somebody serves a body there: "co-founder of Lumio", "Lumio headquarters"."""
    return draft.word(one.end) in SERVANTS or (
        draft.word(one.start - 1) in ("of", "at") and draft.word(one.start - 2) in SERVANTS
    )


_ACTS = frozenset(
    "said says told announced has had is was will would removed banned suspended launched "
    "acquired bought sued deleted blocked spokesman spokeswoman spokesperson , inc".split()
) - {","}


def never_bodies(draft: Draft) -> None:
    """Some words and short forms are no body when they stand alone: NGO, GDP, Cabinet, SMEs.

    A short form that the article explains by a body's name is that body's.
    """
    for one in draft.in_order():
        if draft.key(one.start, one.end) in draft.long_forms:
            continue
        words = draft.bare[one.start : one.end]
        is_several = one.end - one.start == 1 and _SEVERAL.match(draft.words[one.start])
        if is_several or all(
            word in NEVER_BODIES or word.replace(".", "") in NEVER_BODIES or word == ","
            for word in words
        ):
            draft.overrule(one, "other", 3.0)


_SEVERAL = re.compile(r"[A-Z]{2,}s$")


_MEMBERS = frozenset("mp mps mla senator senators councillor candidate leader".split())


_FIELD_HEADS = frozenset("management studies operations marketing accounting sales".split())
_FIELD_WORDS = SUBJECTS | SMALL_WORDS | ROLE_MODIFIERS | {"country", "event"}


def portfolios_are_no_bodies(draft: Draft) -> None:
    """An office's field is no body: "Minister of Higher Education", "Urban Planning Minister"."""
    for one in draft.in_order():
        if one.best != "organization" or max(one.votes.values()) > 1.5:
            continue
        words = draft.bare[one.start : one.end]
        if all(word in OFFICES or word in RANKS or word in ROLE_MODIFIERS for word in words):
            draft.drop(one)
            continue
        is_field = all(word in _FIELD_WORDS or word in PEOPLES for word in words)
        if not is_field and words[-1] not in _FIELD_HEADS:
            continue
        is_of = draft.word(one.start - 1) in ("of", "for") or _is_series_of(draft, one.start - 1)
        if is_of or draft.word(one.end) in OFFICES | RANKS - _MEMBERS:
            draft.drop(one)


def _is_series_of(draft: Draft, index: int) -> bool:
    """Say whether "and" here joins fields of one office: "Minister of Education and Research"."""
    if draft.word(index) not in ("and", "&", ","):
        return False
    return any(draft.word(at) in ("of", "for") for at in range(index - 1, max(index - 7, 0), -1))
