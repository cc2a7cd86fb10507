"""How the weights of clues are learnt."""

from __future__ import annotations

import random

import pytest

from analysis.schema import EntityKind, Span
from analysis.training.corpora import NameSpan
from analysis.training.train_kinds import Example, fit, kinds_at, spoil
from tests.analysis.names.named import doc_of


def examples(clue: str, *kinds: EntityKind) -> list[Example]:
    return [Example(text, (clue,), frozenset(kinds), 1.0) for text in range(30)]


def test_a_clue_gains_weight_for_the_kind_it_goes_with() -> None:
    weights = fit([*examples("titled", "person"), *examples("headed", "organization")])
    person, organization, *_ = weights["titled"]
    assert person > 0.5 > -0.5 > organization


def test_a_clue_of_two_kinds_speaks_for_both() -> None:
    weights = fit([*examples("far", "place", "other"), *examples("titled", "person")])
    person, organization, place, other = weights["far"]
    assert min(place, other) > max(person, organization)


def test_a_clue_of_few_texts_is_not_learnt() -> None:
    rare = [Example(0, ("rare",), frozenset({"person"}), 1.0)] * 9
    assert "rare" not in fit([*rare, *examples("titled", "person"), *examples("far", "place")])


@pytest.mark.parametrize(
    ("at", "is_listed", "kinds"),
    [
        (Span(0, 4), False, {"person"}),
        (Span(0, 4), True, {"person"}),
        (Span(0, 5), False, set()),
        (Span(0, 5), True, {"place", "other"}),
        (Span(10, 14), False, set()),
        (Span(20, 24), False, {"other"}),
        (Span(20, 24), True, {"place", "other"}),
    ],
)
def test_the_annotation_says_what_a_stretch_may_be(
    at: Span, is_listed: bool, kinds: set[EntityKind]
) -> None:
    annotation = [NameSpan(0, 4, "PERSON"), NameSpan(10, 14, None)]
    assert kinds_at(annotation, at, is_listed=is_listed) == kinds


def test_a_name_is_spoilt_alike_wherever_it_stands() -> None:
    doc = doc_of(" and ".join(["[Arda|LOC]"] * 9))
    for seed in range(20):
        names = spoil(doc, 1.0, random.Random(seed))
        labels = {name.label_ for name in names if name.text == "Arda"}
        assert len(labels) <= 1


def test_without_noise_to_speak_of_names_stay_as_they_are() -> None:
    doc = doc_of("[Arda|LOC] saw [Olaf Scholz|PERSON] there.")
    names = spoil(doc, 1e-9, random.Random(1))
    assert [(name.text, name.label_) for name in names] == [
        ("Arda", "LOC"),
        ("Olaf Scholz", "PERSON"),
    ]
