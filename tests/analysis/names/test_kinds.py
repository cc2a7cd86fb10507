"""What is learnt about a name's kind, and that it has one voice beside the rules."""

from __future__ import annotations

import pytest

from analysis.names.clues import find_clues
from analysis.names.find import find_evidence
from analysis.names.kinds import KINDS, LOUDEST, load_weights, weigh
from tests.analysis.names.named import article_of, doc_of, find


def clues_of(marked: str, *name: str) -> list[str]:
    doc = doc_of(marked)
    return find_clues(find_evidence(doc, article_of(doc.text), doc.ents))[name]


@pytest.mark.parametrize(
    ("marked", "name", "clue"),
    [
        ("They met [Olaf Scholz|PERSON].", ("olaf", "scholz"), "model:person"),
        ("They met [Olaf Scholz|PERSON].", ("olaf", "scholz"), "first-is-given"),
        ("They met Mr [Scholz|ORG].", ("scholz",), "titled_people:person"),
        ("They left the [Bank of Arda|LOC].", ("bank", "of", "arda"), "has:of"),
        ("[Olaf Scholz|PERSON] left. Then [Scholz|MISC] fell.", ("scholz",), "last-of-person"),
        ("The [Rowers Aid Fund|ORG] and [RAF|MISC] left.", ("raf",), "initials-of-organization"),
        ("They saw [Scholz|MISC]'s wife.", ("scholz",), "owns=wife"),
        ("They left [Arda|MISC]. The arda is a bird.", ("arda",), "in-lower-case:1"),
    ],
)
def test_an_article_gives_clues_to_what_a_name_is(
    marked: str, name: tuple[str, ...], clue: str
) -> None:
    assert clue in clues_of(marked, *name)


def test_a_clue_is_said_once_however_often_the_name_stands() -> None:
    clues = clues_of("[Arda|LOC] and [Arda|LOC] and [Arda|LOC].", "arda")
    assert len(clues) == len(set(clues))


def test_a_text_without_tags_has_no_clues_of_syntax() -> None:
    assert not [clue for clue in clues_of("They saw [Arda|LOC].", "arda") if "tag=" in clue]


def test_the_likeliest_kind_has_most_votes_and_none_has_fewer_than_none() -> None:
    weights = {"owns": (2.0, 1.0, -9.0, 0.0), "the": (0.0, 0.5, 0.0, 0.0)}
    assert weigh(weights, ["owns", "the", "never met"]) == [
        LOUDEST,
        LOUDEST - 0.5,
        0.0,
        LOUDEST - 2,
    ]


def test_nothing_known_speaks_for_no_kind() -> None:
    assert len(set(weigh(load_weights(), ["never met"]))) == 1


def test_every_clue_that_was_learnt_has_a_weight_for_each_kind() -> None:
    assert {len(weights) for weights in load_weights().values()} == {len(KINDS)}


def test_capitals_nobody_took_for_a_name_are_asked_about() -> None:
    found = find("“It is late,” said Marek Dvorsky, a spokesman for the firm.")
    assert found.people == ["Marek Dvorsky"]


def test_what_was_learnt_can_be_left_out() -> None:
    found = find("[Olaf Scholz|PERSON] left.", without=frozenset({"weigh_clues"}))
    assert found.people == ["Olaf Scholz"]
