from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]
PEOPLE = ("Anna Lind", "Tom Berg")
REPORTS = [
    ("Anna Lind said that the house was lost.", "that the house was lost"),
    ("Anna Lind said on Monday that the house was lost.", "that the house was lost"),
    ("Anna Lind told Tom Berg that the house was lost.", "that the house was lost"),
    ("Anna Lind said the house was lost.", "the house was lost"),
    ("The house was lost in the fire, Anna Lind said.", "The house was lost in the fire"),
    ("The house was lost in the fire, said Anna Lind.", "The house was lost in the fire"),
    ("According to Anna Lind, the house was lost.", "the house was lost"),
    ("The house was lost, according to Anna Lind.", "The house was lost"),
    ("Anna Lind said that the house was lost, but Tom Berg denied it.", "that the house was lost"),
    ("Anna Lind said that the house was lost, adding it was old.", "that the house was lost"),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_reported_speech_is_the_clause_alone(read: Reader, text: str, expected: str) -> None:
    found = read(text, people=PEOPLE)

    first = found.reported[0]
    assert first.parts[0].of(found.article.text) == expected
    assert found.speaker(first) == "Anna Lind"


NO_REPORTS = [
    "Anna Lind was told that the house was lost.",
    "Anna Lind claimed the house that burnt.",
    "“The house is lost for good,” Anna Lind said.",
    "Anna Lind said “the house is lost for good”.",
    "Anna Lind spoke.",
]


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_is_quoted_or_only_named_is_no_report(read: Reader, text: str) -> None:
    assert read(text, people=PEOPLE).reported == []
