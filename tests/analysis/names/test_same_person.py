"""Which names are one person's, and which are not."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Emmanuel Macron|PERSON] came. [Macron|PERSON] left.", "Emmanuel Macron"),
        ("[Cheung Ka-wai|PERSON] came. [Cheung|PERSON] left.", "Cheung Ka-wai"),
        ("[Michelle Arellano|PERSON] came. [Michelle|PERSON] left.", "Michelle Arellano"),
        ("[Volodymyr Zelensky|PERSON] came. [Zelenskyy|PERSON] left.", "Volodymyr Zelensky"),
        ("[Joanna Bérenger|PERSON] came. [Joanna Berenger|PERSON] left.", "Joanna Bérenger"),
        ("[Abdel Fattah al-Sisi|PERSON] came. [Sisi|PERSON] left.", "Abdel Fattah al-Sisi"),
        ("[George W. Bush|PERSON] came. [George Bush|PERSON] left.", "George W. Bush"),
        ("[Mohammed Hashir Faruqi|PERSON] came. [Muhammad Hashir Faruqi|PERSON] left.",
         "Mohammed Hashir Faruqi"),
        ("[Akram Al Zoheiry|PERSON] came. [Al Zoheiri|PERSON] left.", "Akram Al Zoheiry"),
        ("[Bharrat Jagdeo|PERSON] came. [Jadgeo|PERSON] left.", "Bharrat Jagdeo"),
        ("[Tama Talum|PERSON], also known as [Wang Kuang-lu|PERSON], came.", "Wang Kuang-lu"),
    ],
)  # fmt: skip
def test_the_forms_of_one_name_are_one_person(marked: str, name: str) -> None:
    found = find(marked)
    assert len(found.people) == 1
    assert name in (found.people[0], *found.entities[0].aliases)


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        ("[Joe Biden|PERSON] met [Hunter Biden|PERSON].", ["Joe Biden", "Hunter Biden"]),
        ("[Kim Dae-ki|PERSON] met [Kim Ki-hyun|PERSON].", ["Kim Dae-ki", "Kim Ki-hyun"]),
        ("[Ali Bagheri Kani|PERSON] spoke. Mr [Kanaani|PERSON] left.", ["Ali Bagheri Kani", "Kanaani"]),
        ("[William Ruto|PERSON]'s wife [Rachel|PERSON] came.", ["William Ruto", "Rachel"]),
        ("[Hassan Rouhani|PERSON] met [Hussein Rouhani|PERSON].", ["Hassan Rouhani", "Hussein Rouhani"]),
    ],
)  # fmt: skip
def test_two_people_stay_two(marked: str, people: list[str]) -> None:
    assert find(marked).people == people


def test_a_shared_family_name_goes_to_the_one_named_last() -> None:
    found = find("[Joe Biden|PERSON] met [Hunter Biden|PERSON]. Later [Biden|PERSON] left.")
    assert found.words_of("Hunter Biden") == ["Hunter Biden", "Biden"]


def test_a_title_tells_whose_family_name_it_is() -> None:
    found = find("Mrs [Mai Urey|PERSON] met Mr [Ben Urey|PERSON]. Mrs [Urey|PERSON] left.")
    assert found.words_of("Mai Urey") == ["Mai Urey", "Urey"]


def test_the_fullest_form_is_the_name_and_the_others_are_aliases() -> None:
    found = find("[Macron|PERSON] came. [Emmanuel Macron|PERSON] left. [Macron|PERSON] ate.")
    assert found.entities[0].name == "Emmanuel Macron"
    assert found.entities[0].aliases == ("Macron",)
