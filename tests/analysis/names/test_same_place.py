"""Which names are one place's, and by which of them it is shown."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find


@pytest.mark.parametrize(
    ("marked", "name", "aliases"),
    [
        ("In the [US|LOC], the [United States|LOC] and the [U.S.|LOC] it rained.",
         "United States", ("US", "U.S.")),
        ("In [Britain|LOC] and the [UK|LOC] it rained.", "Britain", ("UK",)),
        ("In the [UAE|LOC] and the [United Arab Emirates|GPE] it rained.",
         "United Arab Emirates", ("UAE",)),
        ("In [Arda Province|LOC] and [Arda|LOC] it rained.", "Arda Province", ("Arda",)),
        ("In [Tórshavn|LOC] and [Torshavn|LOC] it rained.", "Tórshavn", ("Torshavn",)),
        ("[BENGALURU|LOC] — It rained in [Bengaluru|LOC].", "Bengaluru", ("BENGALURU",)),
    ],
)  # fmt: skip
def test_the_forms_of_one_place_are_one_place(
    marked: str, name: str, aliases: tuple[str, ...]
) -> None:
    found = find(marked)
    assert [(one.name, one.aliases) for one in found.entities if one.kind == "place"] == [
        (name, aliases)
    ]


@pytest.mark.parametrize(
    ("marked", "places"),
    [
        ("In [South Korea|LOC] and [North Korea|LOC] it rained.", ["South Korea", "North Korea"]),
        ("In [England|LOC] and the [UK|LOC] it rained.", ["England", "UK"]),
        ("In [New York|LOC] and [New York City|LOC] and [York|LOC] it rained.",
         ["New York City", "York"]),
    ],
)  # fmt: skip
def test_places_of_like_names_stay_apart(marked: str, places: list[str]) -> None:
    assert find(marked).names("place") == places
