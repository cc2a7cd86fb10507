"""People: where their names begin and end, and what shows that a name is somebody's."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        ("[President Emmanuel Macron|PERSON] spoke.", ["Emmanuel Macron"]),
        ("[French President Emmanuel Macron|PERSON] spoke.", ["Emmanuel Macron"]),
        ("Then [Mr. Scholz|ORG] left.", ["Scholz"]),
        ("Then [Mrs Oduya|MISC] left.", ["Oduya"]),
        ("He met [Macron's|PERSON] envoy.", ["Macron"]),
        ("[Given Merkel|PERSON]'s views, [Merkel|PERSON] stayed.", ["Merkel"]),
        ("Pentagon spokesman Maj. Gen. Kit Varley added a word.", ["Kit Varley"]),
        ("It was said by Mr Hale in June.", ["Hale"]),
        ("Coach [Eric Fong Chi|PERSON]-lok said so.", ["Eric Fong Chi-lok"]),
        ("The adviser to [Noh Tae|MISC]-in said so.", ["Noh Tae-in"]),
        ("[Mohammed|PERSON] bin Salman said so.", ["Mohammed bin Salman"]),
        ("She knows Jane Doe, 43, from school.", ["Jane Doe"]),
        ("[Opal Hendry|LOC], director of a shop, agreed.", ["Opal Hendry"]),
        ("Former President Tomás “Chino” Alvear retired.", ["Tomás “Chino” Alvear"]),
        ("Director of Education Naveen Solkar spoke.", ["Naveen Solkar"]),
        ("Leader of the [Opposition Haridasan|MISC] spoke.", ["Haridasan"]),
        ("He thanked [T W Harlow|MISC] twice.", ["T W Harlow"]),
        ("He praised [Raúl Medrano|ORG] again.", ["Raúl Medrano"]),
        ("They saw [Judges Lena Marsh|PERSON] and Paul Orr.", ["Lena Marsh", "Paul Orr"]),
        ("They saw [Harpist Lena Marsh|PERSON] there.", ["Lena Marsh"]),
        ("Mr [Hale AO|PERSON] left.", ["Hale"]),
        ("His [Aunty Keira Hale|PERSON] left.", ["Keira Hale"]),
        ("The manager was JP [Holm|PERSON] then.", ["JP Holm"]),
        ("They buried [SEAL Omar Holm|PERSON] there.", ["Omar Holm"]),
        ("He told [Omar Holm Friday|PERSON] so.", ["Omar Holm"]),
        ("[Besides Omar Holm|PERSON], nobody came.", ["Omar Holm"]),
        ("[Omar Holm of Alba Church|ORG] spoke.", ["Omar Holm"]),
        ("The envoy, H E [Omar Holm|MISC], left.", ["Omar Holm"]),
        ("“It rained.” ― [Omar|MISC] Holm", ["Omar Holm"]),
        ("Tavarin is a nurse there.", ["Tavarin"]),
        ("[Omar Holm|PERSON] left the protest. [Omar Holm Joins New Protest|PERSON].", ["Omar Holm"]),
        ("[Omar Lat|PERSON] left. [Omar Lat Harun Basha|PERSON] said so.", ["Omar Lat Harun Basha"]),
        ("[Omar Lat|PERSON] left. [Omar Lat-un|PERSON] said so.", ["Omar Lat", "Omar Lat-un"]),
        ("Minister Datuk Seri [Omar Holm|PERSON] left.", ["Omar Holm"]),
        ("The minister, [Omar Tun Holm|PERSON], left.", ["Omar Tun Holm"]),
        ("The member [Wong King Hol|PERSON] left.", ["Wong King Hol"]),
        ("[Omar Tan|PERSON] met Tan Sri [Harun Idris|PERSON].", ["Omar Tan", "Harun Idris"]),
        ("They met in Berida - [Omar Holm|PERSON] left.", ["Omar Holm"]),
        ("[Berida - Omar Holm|PERSON] left.", ["Omar Holm"]),
        ("He met [Grand Ayatollah Ali Sumari|PERSON] there.", ["Ali Sumari"]),
        ("It rains, said the [Bureau of Works|ORG]’s Orin Fell.", ["Orin Fell"]),
        ("[Harun|PERSON] bin [Idris Al Sumari|PERSON] left.", ["Harun bin Idris Al Sumari"]),
    ],
)  # fmt: skip
def test_a_name_is_cut_from_its_title_and_found_behind_it(marked: str, people: list[str]) -> None:
    assert find(marked).people == people


@pytest.mark.parametrize(
    "marked",
    [
        "[MPs|PERSON] voted on it.",
        "The [Chancellor|PERSON] voted on it.",
        "They met in [Berida|PERSON] twice.",
        "He lives in [Qinlan|PERSON] province.",
        "[Barley|PERSON] is scarce. The barley has no price.",
        "They closed [Veldkant Roads|PERSON] at night.",
        "He wrote “[Parerga|PERSON]” at home.",
        "The [French|PERSON] voted on it.",
        "They wished each other [Eid Al Adha|PERSON] greetings.",
        "They went to the [Lumen Zoo|PERSON] at night.",
        "The lawmaker ([R-Ohio|PERSON]) and his rival ([D-N.H.|PERSON]) met.",
        "It rained. [Whenever|PERSON] it does, they stay.",
        "Behind the [Reps|PERSON] stood others.",
        "[COUNCIL HAS FAILED THEM|PERSON] — they left.",
        "[Sarnath Mol|PERSON] is poor. They left the town of [Sarnath Mol|PERSON].",
    ],
)
def test_roles_places_and_common_words_are_nobody(marked: str) -> None:
    assert find(marked).people == []


def test_a_word_that_is_large_only_because_it_opens_a_sentence_is_no_name() -> None:
    assert find("[Habits|PERSON], she argued, are hard to break.").entities == ()


def test_credit_lines_name_people() -> None:
    found = find(
        "Something happened.\n"
        "CNN's Nadia Orlova, Peter Lund, Ivana Koleva and Laura Nyberg contributed to this report"
    )
    assert found.people == ["Nadia Orlova", "Peter Lund", "Ivana Koleva", "Laura Nyberg"]
    assert found.bodies == ["CNN"]


def test_a_byline_names_its_writer() -> None:
    assert find("By Jane Doe\nSomething happened.").people == ["Jane Doe"]


def test_a_line_of_capitals_above_the_text_is_a_byline() -> None:
    found = find("THEMBA OKELWA\nSomething happened there.\nIt was late.")
    assert found.people == ["THEMBA OKELWA"]


def test_a_sentence_that_opens_with_by_is_no_byline() -> None:
    assert (
        find("By Monday the river had risen over all of its banks and the bridge was gone.").people
        == []
    )


def test_a_person_inside_a_foundation_is_not_mentioned() -> None:
    found = find("[Clara Winslow|PERSON] Foundation staff wept. [Clara Winslow|PERSON] was ill.")
    assert found.words_of("Clara Winslow") == ["Clara Winslow"]
    assert found.bodies == ["Clara Winslow Foundation"]


def test_a_missed_family_name_is_found_by_its_full_name() -> None:
    found = find("[Olaf Scholz|PERSON] came. Nobody greeted Scholz there.")
    assert found.words_of("Olaf Scholz") == ["Olaf Scholz", "Scholz"]


@pytest.mark.parametrize(
    ("marked", "missed"),
    [
        ("[Sze Lai-shan|PERSON] spoke.\nSze urged them to act.", "Sze"),
        ("[Ana Holm|PERSON] spoke.\nAna urged them to act.", "Ana"),
        ("[Mario Prado Benetti|PERSON] spoke.\nPrado urged them to act.", "Prado"),
    ],
)
def test_a_missed_part_of_a_full_name_is_found(marked: str, missed: str) -> None:
    found = find(marked)
    assert len(found.people) == 1
    assert missed in found.words_of(found.people[0])


def test_a_people_is_nobodys_family_name() -> None:
    found = find("[Kolen Hindus|PERSON] spoke. The [Hindus|MISC] of Norda and [Hindus|MISC] here.")
    assert all("Hindus" not in found.words_of(name) for name in found.people)


def test_one_kind_is_voted_for_each_name() -> None:
    found = find("[Olaf Scholz|PERSON] came. They saw [Scholz|ORG] leave.")
    assert found.people == ["Olaf Scholz"]
    assert found.bodies == []


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("Kremlin spokesman [Oleg Varskoy|PERSON] said so.", "Kremlin spokesman"),
        ("Defense Minister [Bastien Laroche|PERSON] said so.", "Defense Minister"),
        ("Then Pentagon spokesman Maj. Gen. [Kit Varley|PERSON] said so.", "Pentagon spokesman"),
        ("[Jane Doe|PERSON], a professor at Yale, said so.", "professor at Yale"),
        ("[Jane Doe|PERSON], 43, a nurse, said so.", "nurse"),
        ("[Jane Doe|PERSON] said so.", None),
        ("[Jane Doe|PERSON], no friend of the firm, said so.", None),
        ("[Jane Doe|PERSON], until lately the president of Arda, said so.", "president of Arda"),
        (
            "[Jane Doe|PERSON], the envoy to the United Nations, left.",
            "envoy to the United Nations",
        ),
        ("[Jane Doe|PERSON], a coach who lost, left.", "coach"),
        ("[Jane Doe|PERSON], head of a club in debt for years, left.", "head of a club in debt"),
        ("Auditor General [Jane Doe|PERSON] said so.", "Auditor General"),
        ("Former minister [Jane Doe|PERSON] said so.", "Former minister"),
        ("It was New Harbour Bank director [Jane Doe|PERSON].", "New Harbour Bank director"),
    ],
)
def test_the_words_of_introduction_are_the_role(marked: str, role: str | None) -> None:
    found = find(marked)
    assert found.entities[[e.kind for e in found.entities].index("person")].role == role


def test_a_brand_is_named_again_and_again_but_never_as_a_person_is() -> None:
    found = find(
        "Shares of [Veloxa|PERSON] fell. The [Veloxa|PERSON] factory closed. [Veloxa|PERSON] has "
        "a plan."
    )
    assert (found.people, found.bodies) == ([], ["Veloxa"])


@pytest.mark.parametrize(
    "marked",
    [
        "They met [Trump|PERSON] once. [Trump|PERSON] said no.",
        "They know [Trump|PERSON]'s wife. He saw [Trump|PERSON] there.",
        "They met [Donald Trump|PERSON] once. The plan of [Trump|LOC] and [Trump|LOC] again.",
    ],
)
def test_one_who_speaks_or_is_named_in_full_is_a_person(marked: str) -> None:
    assert len(find(marked).people) == 1


def test_a_family_name_with_its_article_is_found_whole() -> None:
    found = find("[Abdel Fattah El-Sisi|PERSON] came. Later they met El-Sisi there.")
    assert found.words_of("Abdel Fattah El-Sisi") == ["Abdel Fattah El-Sisi", "El-Sisi"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Lady [Alder|PERSON] ruled. [Alder|PERSON] spoke for the court.", "Lady Alder"),
        ("Prince [Oskar|PERSON] arrived.", "Prince Oskar"),
        ("Lady Mary [Alder|PERSON] ruled. [Mary Alder|PERSON] spoke.", "Mary Alder"),
        ("Mr [Alder|PERSON] arrived.", "Alder"),
    ],
)
def test_a_person_of_one_name_keeps_the_title_news_gives_them(marked: str, name: str) -> None:
    assert find(marked).people == [name]
