"""Descriptions that stand for somebody: only where one person was introduced so."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find


def nominals(marked: str) -> list[tuple[str, str]]:
    found = find(marked)
    return [
        (one.span.of(found.text), found.entities[one.entity].name)
        for one in found.mentions
        if one.form == "nominal"
    ]


def test_a_description_stands_for_the_one_introduced_so() -> None:
    marked = "French President [Emmanuel Macron|PERSON] came. The [French|NORP] president left."
    assert nominals(marked) == [("French president", "Emmanuel Macron")]
    assert [entity.kind for entity in find(marked).entities] == ["other", "person"]


def test_a_description_tells_by_whom_it_serves() -> None:
    marked = (
        "The director, editor and founder of the [Harbour Fund|ORG], [Omar Holm|PERSON], came. "
        "The director of the [Harbour Fund|ORG] left. The director of the Alba Fund stayed."
    )
    assert nominals(marked) == [("director", "Omar Holm")]


@pytest.mark.parametrize(
    "marked",
    [
        "President [Joe Biden|PERSON] met President [Vladimir Putin|PERSON]. The president left.",
        "The president left. President [Joe Biden|PERSON] came.",
        "French President [Emmanuel Macron|PERSON] came. The German president left.",
        "President [Joe Biden|PERSON] came. The president of Chile left.",
        "President [Joe Biden|PERSON] came. The president Hugo Marín left.",
        "Somebody came. The president left.",
    ],
)
def test_a_description_that_may_be_another_stands_for_nobody(marked: str) -> None:
    assert nominals(marked) == []
