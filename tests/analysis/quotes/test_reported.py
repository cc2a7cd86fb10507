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
    ("While Anna Lind said that the house was lost, all were safe.", "that the house was lost"),
    ("But after Anna Lind said that the house was lost, we left.", "that the house was lost"),
    ("Anna Lind said that the house was lost, even as it rained.", "that the house was lost"),
    (
        "Anna Lind said that the house, which was old, was lost.",
        "that the house, which was old, was lost",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_reported_speech_is_the_clause_alone(read: Reader, text: str, expected: str) -> None:
    found = read(text, people=PEOPLE)

    first = found.reported[0]
    assert first.parts[0].of(found.article.text) == expected
    assert found.speaker(first) == "Anna Lind"


NESTED = [
    (
        "Anna Lind said that Tom Berg told the town that the house was lost.",
        ("Anna Lind", "that Tom Berg told the town that the house was lost"),
    ),
    (
        "Tom Berg said that the house was lost, according to Anna Lind.",
        ("Anna Lind", "Tom Berg said that the house was lost"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_a_report_of_a_report_is_the_outer_ones(
    read: Reader, text: str, expected: tuple[str, str]
) -> None:
    found = read(text, people=PEOPLE)

    reports = [
        (found.speaker(quote), quote.parts[0].of(found.article.text)) for quote in found.reported
    ]
    assert reports == [expected]


NO_REPORTS = [
    "Anna Lind was told that the house was lost.",
    "Anna Lind claimed the house that burnt.",
    "“The house is lost for good,” Anna Lind said.",
    "Anna Lind said “the house is lost for good”.",
    "Anna Lind spoke.",
    "Anna Lind said, to a song of hers, nothing more.",
]


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_is_quoted_or_only_named_is_no_report(read: Reader, text: str) -> None:
    assert read(text, people=PEOPLE).reported == []


TAGS = """said/VERB/VBD asked/VERB/VBD told/VERB/VBD noting/VERB/VBG saying/VERB/VBG say/VERB/VB
    reported/VERB/VBN held/VERB/VBN lost/VERB/VBN rang/VERB/VBD worth/ADJ/JJ safe/ADJ/JJ
    was/AUX/VBD is/AUX/VBZ had/AUX/VBD could/AUX/MD been/AUX/VBN goes/VERB/VBZ
    a/DET/DT the/DET/DT no/DET/DT her/PRON/PRP$ it/PRON/PRP It/PRON/PRP he/PRON/PRP
    that/SCONJ/IN how/SCONJ/WRB after/SCONJ/IN without/ADP/IN for/ADP/IN with/ADP/IN
    federal/ADJ/JJ according/VERB/VBG to/ADP/IN Someone/PRON/NN A/DET/DT"""
TELLERS = [
    ("A lawyer for the town, Anna Lind, said no vote had been held.", "Anna Lind"),
    ("The house was lost, said Anna Lind.", "Anna Lind"),
    ("Someone said that the house was lost.", "Someone"),
    ("The house was lost, according to federal statistics.", "federal statistics"),
    ("Tom Berg met Anna Lind, who said that the house was lost.", "Anna Lind"),
    ("OSLO, Norway (AP) — Anna Lind rang, saying that the house was lost.", "Anna Lind"),
    ("Oslo (AP) – The house was lost in the fire, Anna Lind said.", "Anna Lind"),
    ("OSLO — The house was lost in the fire, according to Anna Lind.", "Anna Lind"),
]


@pytest.mark.parametrize(("text", "expected"), TELLERS)
def test_who_reports_is_never_who_is_reported_on(read: Reader, text: str, expected: str) -> None:
    found = read(text, people=(*PEOPLE, "OSLO"), tags=TAGS)

    (quote,) = found.reported
    assert found.speaker(quote) == expected
    assert "—" not in quote.parts[0].of(found.article.text)


AROUND = [
    ("The old house, Anna Lind said, was lost.", "The old house, Anna Lind said, was lost"),
    ("The old house, she told him, was lost.", "The old house, she told him, was lost"),
    ("The old house, Anna Lind said on Monday, was lost.", None),
    ("In the end, Anna Lind said, the house was lost.", "the house was lost"),
    ("The house was lost, said Anna Lind, a lawyer who was there.", "The house was lost"),
    ("In the end, according to Anna Lind, the house was lost.", "the house was lost"),
]


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_an_attribution_may_stand_within_what_it_reports(
    read: Reader, text: str, expected: str | None
) -> None:
    tags = f"{TAGS} old/ADJ/JJ she/PRON/PRP him/PRON/PRP In/ADP/IN on/ADP/IN The/DET/DT who/PRON/WP"
    found = read(text, people=PEOPLE, tags=tags)

    (quote,) = found.reported
    assert quote.parts[0].of(found.article.text) == (expected or text.rstrip("."))


BEHIND = [
    ("Anna Lind said the house that burnt was lost.", "the house that burnt was lost"),
    ("Anna Lind said, most of all in a letter, that it was lost.", "that it was lost"),
    ("Anna Lind said, however, that it was lost.", "that it was lost"),
    ("Anna Lind asked Tom Berg whether the house was lost.", "whether the house was lost"),
    ("Anna Lind said after the vote it was lost.", "it was lost"),
    ("Tom Berg left a house that Anna Lind said was lost long ago.", "was lost long ago"),
    ("Anna Lind promised on Monday to keep the house.", "to keep the house"),
    ("Anna Lind promised to keep the house and left.", "to keep the house"),
    ("Anna Lind said a week ago the house was lost.", "the house was lost"),
    ("Anna Lind said a week was lost.", "a week was lost"),
    ("Anna Lind, who said the house was lost, left.", "the house was lost"),
    ("A house was left, which Anna Lind said was lost long ago, at night.", "was lost long ago"),
    ("Anna Lind said the house was lost, and Tom Berg, who left, said no.", "the house was lost"),
    ("Anna Lind said the house was lost in the U.S.", "the house was lost in the U.S."),
    ("Anna Lind said the well - known house was lost.", "the well - known house was lost"),
    ("“The house is lost for good,” Anna Lind said, adding it was old.", "it was old"),
    ("“The house is lost for good,” said Tom Berg, who said it was old.", "it was old"),
]
BEHIND_TAGS = f"""{TAGS} burnt/VERB/VBD promised/VERB/VBD keep/VERB/VB adding/VERB/VBG left/VERB/VBD
    in/ADP/IN on/ADP/IN whether/SCONJ/IN who/PRON/WP however/ADV/RB most/ADV/RBS old/ADJ/JJ"""


@pytest.mark.parametrize(("text", "expected"), BEHIND)
def test_a_clause_may_follow_its_verb_at_some_distance(
    read: Reader, text: str, expected: str
) -> None:
    found = read(text, people=PEOPLE, tags=BEHIND_TAGS)

    (quote,) = found.reported
    assert quote.parts[0].of(found.article.text) == expected


NOTHING_BEHIND = [
    "Anna Lind said something about the house that was lost.",
    "All Anna Lind said was lost in the end.",
    "Anna Lind announced a house that was lost.",
    "Anna Lind told Tom Berg when asked about the house.",
    "Time said it could tell if the house was lost.",
]


@pytest.mark.parametrize("text", NOTHING_BEHIND)
def test_what_a_verb_of_saying_has_as_its_object_is_no_clause(read: Reader, text: str) -> None:
    tags = f"{BEHIND_TAGS} something/PRON/NN when/SCONJ/WRB about/ADP/IN All/DET/DT announced/VERB/VBD tell/VERB/VB"
    found = read(text, people=PEOPLE, tags=tags)

    assert all(quote.evidence == ("told-of",) for quote in found.reported)


DOUBTS = [
    "Anna Lind rang. It is worth noting that the house was lost.",
    "Anna Lind knew it goes without saying that the house was lost.",
    "Anna Lind knew it is safe to say that the house was lost.",
    "Anna Lind lost her reported house that was worth a fortune.",
    "“The house is lost for good,” Anna Lind said after the bell rang.",
    "Anna Lind told Tom Berg with a phrase that was lost.",
    "Anna Lind lost no reported bell that rang.",
    "Anna Lind lost the talk that the house was held.",
]


@pytest.mark.parametrize("text", DOUBTS)
def test_what_only_looks_like_a_report_is_none(read: Reader, text: str) -> None:
    assert read(text, people=PEOPLE, tags=TAGS).reported == []


def test_whom_else_a_pronoun_may_stand_for_is_told_with_what_is_left(read: Reader) -> None:
    found = read(
        "Tom Berg met Jack Lind on Monday. He said that the house was lost to the sea.",
        people=("Tom Berg", "Jack Lind"),
        tags="met/VERB/VBD on/ADP He/PRON said/VERB/VBD that/SCONJ was/AUX lost/VERB/VBN to/ADP",
    )

    (quote,) = found.reported
    (other,) = quote.runners_up
    assert {found.speaker(quote), found.entities[other.speaker.entity].name} == {
        "Tom Berg",
        "Jack Lind",
    }
    assert 0 < other.confidence <= 1 - quote.confidence
