"""Which names are one person's, and which are not."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Ana Holm|PERSON], a singer who performs as [Nina Duar|PERSON], came.", "Ana Holm"),
        ("[Ana Holm|PERSON] was born as [Nina Duar|PERSON] here.", "Ana Holm"),
        ("[Emmanuel Macron|PERSON] came. [Macron|PERSON] left.", "Emmanuel Macron"),
        ("[Fong Tai-lok|PERSON] came. [Fong|PERSON] left.", "Fong Tai-lok"),
        ("[Michelle Cavero|PERSON] came. [Michelle|PERSON] left.", "Michelle Cavero"),
        ("[Volodymyr Zelensky|PERSON] came. [Zelenskyy|PERSON] left.", "Volodymyr Zelensky"),
        ("[Odile Béchard|PERSON] came. [Odile Bechard|PERSON] left.", "Odile Béchard"),
        ("[Abdel Fattah al-Sisi|PERSON] came. [Sisi|PERSON] left.", "Abdel Fattah al-Sisi"),
        ("[George W. Bush|PERSON] came. [George Bush|PERSON] left.", "George W. Bush"),
        ("[Mohammed Nadim Qasuri|PERSON] came. [Muhammad Nadim Qasuri|PERSON] left.",
         "Mohammed Nadim Qasuri"),
        ("[Karim Al Mokhary|PERSON] came. [Al Mokhari|PERSON] left.", "Karim Al Mokhary"),
        ("[Prakas Lagdan|PERSON] came. [Ladgan|PERSON] left.", "Prakas Lagdan"),
        ("[Savi Dulan|PERSON], also known as [Chen Bo-yuan|PERSON], came.", "Chen Bo-yuan"),
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
        ("[Kim Sang-do|PERSON] met [Kim Do-yun|PERSON].", ["Kim Sang-do", "Kim Do-yun"]),
        ("[Ali Saberi Vani|PERSON] spoke. Mr [Vanaani|PERSON] left.", ["Ali Saberi Vani", "Vanaani"]),
        ("[Peter Odero|PERSON]'s wife [Judith|PERSON] came.", ["Peter Odero", "Judith"]),
        ("[Hassan Darabi|PERSON] met [Hussein Darabi|PERSON].", ["Hassan Darabi", "Hussein Darabi"]),
    ],
)  # fmt: skip
def test_two_people_stay_two(marked: str, people: list[str]) -> None:
    assert find(marked).people == people


def test_a_shared_family_name_goes_to_the_one_named_last() -> None:
    found = find("[Joe Biden|PERSON] met [Hunter Biden|PERSON]. Later [Biden|PERSON] left.")
    assert found.words_of("Hunter Biden") == ["Hunter Biden", "Biden"]


def test_a_title_tells_whose_family_name_it_is() -> None:
    found = find("Mrs [Ann Oduya|PERSON] met Mr [Ben Oduya|PERSON]. Mrs [Oduya|PERSON] left.")
    assert found.words_of("Ann Oduya") == ["Ann Oduya", "Oduya"]


def test_the_fullest_form_is_the_name_and_the_others_are_aliases() -> None:
    found = find("[Macron|PERSON] came. [Emmanuel Macron|PERSON] left. [Macron|PERSON] ate.")
    assert found.entities[0].name == "Emmanuel Macron"
    assert found.entities[0].aliases == ("Macron",)


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        ("[Omar Holm|PERSON] came. [Holm|PERSON] met [Ana Holm|PERSON]. Then [Holm|PERSON] left.",
         "Omar Holm"),
        ("[Omar Holm|PERSON] came. He met [Ana Holm|PERSON]. Then [Holm|PERSON] left.", "Ana Holm"),
        ("[Kim Sang-do|PERSON] came. [Kim|PERSON] met [Kim Do-yun|PERSON]. [Kim|PERSON] left.",
         "Kim Do-yun"),
    ],
)  # fmt: skip
def test_a_family_name_is_whose_it_was_alone_or_who_was_named_last(marked: str, owner: str) -> None:
    found = find(marked)
    family_name = found.mentions[-1]
    assert found.entities[family_name.entity].name == owner
