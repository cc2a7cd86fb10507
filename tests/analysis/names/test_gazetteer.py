"""The names that are known: how they are listed, looked up and told from longer names."""

from __future__ import annotations

import pytest

from analysis.names.bodies import NEVER_BODIES
from analysis.names.gazetteer import KnownName, letters_of, load_gazetteer
from analysis.names.given import ALSO_PLACES, GIVEN_NAMES
from analysis.names.peoples import PEOPLES, PLACES
from tests.analysis.names.named import find


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("al-Qaida", "alqaida"),
        ("Médecins Sans Frontières", "medecinssansfrontieres"),
        ("AT&T", "att"),
        ("U.N.", "un"),
        ("Victoria’s Secret", "victoriassecret"),
        ("&", ""),
    ],
)
def test_signs_spaces_and_accents_do_not_count(name: str, letters: str) -> None:
    assert letters_of(name) == letters


@pytest.mark.parametrize(
    ("letters", "known"),
    [
        ("unicef", KnownName("organization", is_capitals=True, has_article=False)),
        ("oxfam", KnownName("organization", is_capitals=False, has_article=False)),
        ("hindu", KnownName("organization", is_capitals=False, has_article=True)),
        ("fifa", KnownName("organization", is_capitals=False, has_article=False)),
        ("zanupf", KnownName("organization", is_capitals=False, has_article=False)),
    ],
)
def test_a_line_says_of_a_name_what_it_is_and_how_it_is_spelt(
    letters: str, known: KnownName
) -> None:
    assert load_gazetteer()[letters] == known


def test_no_listed_name_is_as_well_a_given_name_a_place_a_people_or_nobody() -> None:
    elsewhere = (GIVEN_NAMES - ALSO_PLACES) | PLACES | PEOPLES | NEVER_BODIES
    met_anyhow = {
        letters
        for letters, known in load_gazetteer().items()
        if not known.is_capitals and not known.has_article
    }
    assert met_anyhow & {letters_of(word) for word in elsewhere} == set()


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("She works for [Oxfam|PERSON] there.", ["Oxfam"]),
        ("It was AT&T that paid Exxon Mobil.", ["AT&T", "Exxon Mobil"]),
        ("A man of Al-Qaeda spoke.", ["Al-Qaeda"]),
        ("She works for Oxfam Nigeria there.", ["Oxfam Nigeria"]),
        ("He sold Tata Steel Ltd to them.", ["Tata Steel Ltd"]),
        ("The former Nokia Chief Executive Omar Holm left.", ["Nokia"]),
        ("The brands are Land Rover, Volvo and others.", ["Land Rover", "Volvo"]),
        ("[Tencent’s Huanhe|PERSON] grew. He left [Tencent|PERSON].", ["Tencent"]),
        ("He told The Hindu that it rained.", ["Hindu"]),
    ],
)
def test_a_listed_name_is_found_whatever_the_pipeline_says(marked: str, bodies: list[str]) -> None:
    assert find(marked).bodies == bodies


@pytest.mark.parametrize(
    "text",
    [
        "The Hindu festival began.",
        "A Hindu spoke.",
        "It was the mend of a net, who knew.",
        "They met on Oxfam Street.",
        "United Arab Emirates won.",
    ],
)
def test_a_listed_name_within_another_and_in_small_letters_is_none(text: str) -> None:
    assert find(text).bodies == []
