"""Organizations: heads, endings, acronyms, and what looks like one but is none."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("He told the Ministry of Rural Housing and Urban Planning.",
         ["Ministry of Rural Housing and Urban Planning"]),
        ("She left the Interior Ministry in May.", ["Interior Ministry"]),
        ("It was the Ministry of Gender, Labour and Social Development.",
         ["Ministry of Gender, Labour and Social Development"]),
        ("It was the Staff Union of Educational and Allied Institutions.",
         ["Staff Union of Educational and Allied Institutions"]),
        ("It was tested by [Harbour Lab of his phone|ORG].", ["Harbour Lab"]),
        ("It was the UN Office for the Promotion of Maritime Safety.",
         ["UN Office for the Promotion of Maritime Safety"]),
        ("He sued Northern Optics Co., Ltd. in May.", ["Northern Optics Co., Ltd."]),
        ("It was the Alberta Rural Women’s Association.", ["Alberta Rural Women’s Association"]),
        ("It was [Norway's Foreign Ministry|ORG].", ["Foreign Ministry"]),
        ("It was the Norway Sport and Culture Administration.", ["Norway Sport and Culture Administration"]),
        ("It was in the [Harbour Times Friday|ORG].", ["Harbour Times"]),
        ("He belongs to the [Social Democratic|ORG] party.", ["Social Democratic"]),
        ("[Omar Holm of the Alba Church|ORG] spoke.", ["Alba Church"]),
        ("The Kremlin and the Pentagon met.", ["Kremlin", "Pentagon"]),
        ("The NATO Secretary General came. [NATO Secretary General|ORG] talks.", ["NATO"]),
        ("The French automaker Verlane sold it.", ["Verlane"]),
        ("It was in the [Sentido|LOC] newspaper.", ["Sentido"]),
        ("[Ostra|LOC], a Norway-based non-profit, agreed.", ["Ostra"]),
        ("The Peruvian culture ministry agreed.", ["Peruvian culture ministry"]),
        ("He spoke for the Tonlin County Government.", ["Tonlin County Government"]),
        ("He spoke for the Norwegian Government there.", ["Norwegian Government"]),
        ("He left the School of Coastal and African Studies in May.", ["School of Coastal and African Studies"]),
        ("The [RP(K|MISC]) party and the [RP(K|ORG]) lost.", ["RP(K)"]),
        ("He belongs to Norway-based QLO Group.", ["QLO Group"]),
        ("She is [Founder of La Sílaba Teatral|ORG].", ["La Sílaba Teatral"]),
        ("It asked the [NATO|ORG] staff and the [NATO and Harbour Council|ORG].", ["NATO", "Harbour Council"]),
        ("She is in [Parliament for Mount Alba|ORG].", ["Parliament"]),
        ("“It is cold,” said [Skyline|PERSON]’s Mr Hale.", ["Skyline"]),
        ("[Verlane Steel|ORG] grows. “More,” says a manager of [Verlane|PERSON].", ["Verlane Steel"]),
        ("He told The Harbour Light that it rained.", ["Harbour Light"]),
        ("It was the Norwegian Ministry of Public Works.", ["Norwegian Ministry of Public Works"]),
        ("A co-founder of [Google|MISC] left. He wrote on Google.", ["Google"]),
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
        "It is a low noise engine ([LNE|ORG]).",
        "[LISBON|ORG] — Doctors came.",
        "[TURIN|ORG], May 4 -- Doctors came.",
        "The Minister of [Higher Education|ORG] came.",
        "The [Court|ORG] agreed.",
        "They are [Muslims|ORG] there.",
        "The next FIFA World Cup began.",
        "They helped [SMEs|ORG] there.",
        "She is the [Iowa Republican|ORG] who won.",
        "The [Presumptive Democratic|ORG] nominee came.",
        "He left [N.H.|ORG] on [New Year's Eve|ORG].",
        "She is its [C.E.O.|ORG] now.",
        "They voted on the [Alder Amendment|ORG] there.",
    ],
)
def test_peoples_laws_wars_and_places_are_no_bodies(marked: str) -> None:
    assert find(marked).bodies == []


def test_a_glued_dateline_does_no_harm() -> None:
    found = find(
        "OsloCNN –\nAn official told [CNN|ORG] the plan.\n02:15 – Source: CNN\nHow it began"
    )
    assert found.bodies == ["CNN"]
    assert found.words_of("CNN") == ["CNN", "CNN"]


@pytest.mark.parametrize(
    ("marked", "name", "aliases"),
    [
        ("The World Food Programme (WFP) came. The [WFP|MISC] left.", "World Food Programme", ("WFP",)),
        ("The Danish Harvest Party (HFP) won.", "Danish Harvest Party", ("HFP",)),
        # what the article explains so is no satellite
        ("The [Green Party Sarland|ORG] (GPS) won. The [GPS|ORG] left.", "Green Party Sarland", ("GPS",)),
        ("The Norda Football Association’s (NFA) board met. The NFA met.", "Norda Football Association", ("NFA",)),
        ("The Committee on Land in Norda ([Colin|PERSON]) met.", "Committee on Land in Norda", ("Colin",)),
        ("Six are of the [Samata Lokra Vadal|LOC] (SLV).", "Samata Lokra Vadal", ("SLV",)),
        ("The National Rowers' Welfare Foundation ([Sakeda|PERSON]) won.",
         "National Rowers' Welfare Foundation", ("Sakeda",)),
        ("The [EU|ORG] agreed. The European Union paid.", "European Union", ("EU",)),
        ("The US State Department came. The State Department left.",
         "US State Department", ("State Department",)),
        ("The Interior Ministry came. The Ministry of the Interior left.",
         "Ministry of the Interior", ("Interior Ministry",)),
        ("The [Open Harbour International|ORG] came. [Open Harbour|ORG] left.",
         "Open Harbour International", ("Open Harbour",)),
        ("The Chamber of Commerce came. The [Chamber|ORG] left.", "Chamber of Commerce", ("Chamber",)),
        ("The [UNESCO|ORG] came. The [UNECSO|ORG] left.", "UNESCO", ("UNECSO",)),
        ("The [United Harvest Congress UHC|ORG] came.", "United Harvest Congress", ("UHC",)),
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
