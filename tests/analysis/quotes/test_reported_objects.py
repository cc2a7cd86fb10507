"""What is reported without a clause of its own, by order and parts of speech."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]
PEOPLE = ("Anna Lind", "Tom Berg")
TAGS = """called/VERB/VBD described/VERB/VBD accused/VERB/VBD urged/VERB/VBD warned/VERB/VBD
    asked/VERB/VBD announced/VERB/VBD denied/VERB/VBD proposed/VERB/VBD left/VERB/VBD
    promised/VERB/VBD hiding/VERB/VBG taking/VERB/VBG vote/VERB/VB go/VERB/VB fled/VERB/VBD
    the/DET/DT a/DET/DT all/DET/DT new/ADJ/JJ old/ADJ/JJ unfair/ADJ/JJ more/ADJ/JJR
    it/PRON/PRP him/PRON/PRP he/PRON/PRP his/PRON/PRP$
    of/ADP/IN for/ADP/IN on/ADP/IN in/ADP/IN as/ADP/IN to/PART/TO not/PART/RB
    did/AUX/VBD announce/VERB/VB many/ADJ/JJ with/ADP/IN proposed/VERB/VBN plans/NOUN/NNS
    they/PRON/PRP and/CCONJ/CC who/PRON/WP when/SCONJ/WRB while/SCONJ/IN"""
OBJECTS = [
    ("Anna Lind called the plan a mistake.", "the plan a mistake"),
    ("Anna Lind called the old plan unfair and left.", "the old plan unfair"),
    ("Anna Lind described the talks as a new start.", "the talks as a new start"),
    ("Anna Lind accused the firm of hiding losses.", "the firm of hiding losses"),
    ("Anna Lind urged the council to vote for it.", "the council to vote for it"),
    ("Anna Lind urged Tom Berg not to go.", "Tom Berg not to go"),
    ("Anna Lind called on Tom Berg to go.", "Tom Berg to go"),
    ("Anna Lind asked Tom Berg on Monday to go and vote.", "to go and vote"),
    ("Anna Lind, who urged all members to vote for it, left.", "all members to vote for it"),
    ("Anna Lind called for a new vote of all members.", "a new vote of all members"),
    ("Anna Lind called on Monday for a new vote.", "a new vote"),
    ("Anna Lind called for a new vote in a letter.", "a new vote"),
    ("Anna Lind called for a new vote when Tom Berg left.", "a new vote"),
    ("Anna Lind warned of more floods in the valley.", "more floods in the valley"),
    ("Anna Lind announced a bridge of stone and left.", "a bridge of stone"),
    ("Anna Lind announced a new bridge for the valley.", "a new bridge for the valley"),
    ("Anna Lind denied taking money for it.", "taking money for it"),
]


@pytest.mark.parametrize(("text", "expected"), OBJECTS)
def test_what_is_asked_called_or_told_is_a_report(read: Reader, text: str, expected: str) -> None:
    found = read(text, people=PEOPLE, tags=TAGS)

    (quote,) = found.reported
    assert quote.parts[0].of(found.article.text) == expected
    assert found.speaker(quote) == "Anna Lind"


NO_OBJECTS = [
    "Anna Lind called Tom Berg in the morning.",
    "Anna Lind called the police.",
    "Anna Lind asked Tom Berg.",
    "Anna Lind described the man as he fled.",
    "Anna Lind announced it to him.",
    "Anna Lind asked for it.",
    "Tom Berg left his proposed plan for the valley.",
    "Anna Lind left with many proposed plans of a bridge.",
    "Anna Lind did not announce a new bridge for the valley.",
    "Anna Lind left the floods they warned of in the valley.",
]


@pytest.mark.parametrize("text", NO_OBJECTS)
def test_a_thing_that_is_only_touched_is_no_report(read: Reader, text: str) -> None:
    assert read(text, people=PEOPLE, tags=TAGS).reported == []
