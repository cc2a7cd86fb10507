"""Organizations: heads, endings, acronyms, and what looks like one but is none."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("He told the Ministry of Higher Education and Scientific Research.",
         ["Ministry of Higher Education and Scientific Research"]),
        ("She left the Interior Ministry in May.", ["Interior Ministry"]),
        ("It was the UN Office for the Coordination of Humanitarian Affairs.",
         ["UN Office for the Coordination of Humanitarian Affairs"]),
        ("He sued Pacific Ecology Co., Ltd. in May.", ["Pacific Ecology Co., Ltd."]),
        ("It was the Ontario Native Women’s Association.", ["Ontario Native Women’s Association"]),
        ("It was [Ukraine's Foreign Ministry|ORG].", ["Foreign Ministry"]),
        ("It was the Jordan Food and Drug Administration.", ["Jordan Food and Drug Administration"]),
        ("The Kremlin and the Pentagon met.", ["Kremlin", "Pentagon"]),
        ("The NATO Secretary General came. [NATO Secretary General|ORG] talks.", ["NATO"]),
        ("The French automaker Renault sold it.", ["Renault"]),
        ("It was in the [Milenio|LOC] newspaper.", ["Milenio"]),
        ("[Magen|LOC], an Israel-based non-profit, agreed.", ["Magen"]),
        ("The Mexican culture ministry agreed.", ["Mexican culture ministry"]),
        ("He spoke for the Miaoli County Government.", ["Miaoli County Government"]),
        ("The [JD(S|MISC]) party and the [JD(S|ORG]) lost.", ["JD(S)"]),
        ("He belongs to Israel-based NSO Group.", ["NSO Group"]),
        ("She is [Founder of La Guía Cultural|ORG].", ["La Guía Cultural"]),
        ("It hired United Airlines and Bank of America on [Monday|DATE].",
         ["United Airlines", "Bank of America"]),
    ],
)  # fmt: skip
def test_bodies_are_found_from_edge_to_edge(marked: str, bodies: list[str]) -> None:
    assert find(marked).bodies == bodies


@pytest.mark.parametrize(
    "marked",
    [
        "The [Ukrainians|ORG] and the [French|ORG] agreed.",
        "In [Ukraine|ORG] nothing changed.",
        "After the [Cold War|ORG] it changed.",
        "Israel’s [Law of Return|ORG] says so.",
        "The [NGO|ORG] wrote it on [Twitter|ORG].",
        "It is a new energy vehicle ([NEV|ORG]).",
        "[AMMAN|ORG] — Patients came.",
        "[HEFEI|ORG], July 18 -- Patients came.",
        "The Minister of [Higher Education|ORG] came.",
        "The [Court|ORG] agreed.",
        "They are [Muslims|ORG] there.",
        "The 2022 FIFA World Cup began.",
    ],
)
def test_peoples_laws_wars_and_places_are_no_bodies(marked: str) -> None:
    assert find(marked).bodies == []


def test_a_glued_dateline_does_no_harm() -> None:
    found = find(
        "ParisCNN –\nAn official told [CNN|ORG] the plan.\n04:33 – Source: CNN\nWhy it matters"
    )
    assert found.bodies == ["CNN"]
    assert found.words_of("CNN") == ["CNN", "CNN"]


@pytest.mark.parametrize(
    ("marked", "name", "aliases"),
    [
        ("The World Food Programme (WFP) came. The [WFP|MISC] left.", "World Food Programme", ("WFP",)),
        ("The Chinese Nationalist Party (KMT) won.", "Chinese Nationalist Party", ("KMT",)),
        ("The National Athletes' Welfare Foundation ([Yakeb|PERSON]) won.",
         "National Athletes' Welfare Foundation", ("Yakeb",)),
        ("The [EU|ORG] agreed. The European Union paid.", "European Union", ("EU",)),
        ("The US State Department came. The State Department left.",
         "US State Department", ("State Department",)),
        ("The Interior Ministry came. The Ministry of the Interior left.",
         "Ministry of the Interior", ("Interior Ministry",)),
        ("The [World Vision International|ORG] came. [World Vision|ORG] left.",
         "World Vision International", ("World Vision",)),
        ("The Chamber of Commerce came. The [Chamber|ORG] left.", "Chamber of Commerce", ("Chamber",)),
        ("The [UNHCR|ORG] came. The [UNCHR|ORG] left.", "UNHCR", ("UNCHR",)),
        ("The [Alternative National Congress ANC|ORG] came.", "Alternative National Congress", ("ANC",)),
    ],
)  # fmt: skip
def test_short_forms_join_their_long_ones(marked: str, name: str, aliases: tuple[str, ...]) -> None:
    entity = find(marked).entity(name)
    assert (entity.kind, entity.aliases) == ("organization", aliases)


def test_a_short_form_that_fits_two_bodies_joins_neither() -> None:
    found = find(
        "The French Interior Ministry met the German Interior Ministry. The Interior Ministry left."
    )
    assert len(found.bodies) == 3


def test_two_ministries_are_two_bodies() -> None:
    assert find("The Health Ministry and the Ministry of Justice agreed.").bodies == [
        "Health Ministry",
        "Ministry of Justice",
    ]
