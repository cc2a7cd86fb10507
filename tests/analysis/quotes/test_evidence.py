"""Whatever the finders give as evidence can be told in words."""

from __future__ import annotations

from typing import get_args

import pytest

from analysis.quotes.model import by_weight
from analysis.quotes.reported.tokens import Rule
from analysis.reasons.evidence import find_sentence
from tests.analysis.quotes.conftest import Reader

PEOPLE = ("Ana Lund", "Tom Reyes")


@pytest.mark.parametrize(
    "text",
    [
        "“We shall go,” said Ana Lund.\n\n“And soon.”\n\n“Never,” Tom Reyes told Ana Lund.",
        "Ana Lund said that the harbour would be closed on Monday.",
        "Ana Lund said the harbour would be closed on Monday.",
        "The harbour would be closed on Monday, Ana Lund said.",
        "According to Ana Lund, the harbour would be closed on Monday.",
        "Tom Reyes wept. “LUND: Well, we will leave the house tomorrow.” Lund left.",
        "“We shall go.” — Ana Lund",
    ],
)
def test_all_evidence_has_a_sentence(read: Reader, text: str) -> None:
    quotes = read(text, people=PEOPLE).quotes
    names = [name for quote in quotes for name in quote.evidence]
    assert names
    assert [name for name in names if find_sentence(name) is None] == []


def test_every_way_to_find_a_report_has_a_sentence() -> None:
    assert [rule for rule in get_args(Rule) if find_sentence(rule) is None] == []


def test_what_speaks_as_much_for_a_choice_is_in_one_order_always() -> None:
    names = [f"ground-{number:02}" for number in range(20)]
    assert by_weight({"more": 1.0}, [*reversed(names), "more", *names]) == ["more", *names]
