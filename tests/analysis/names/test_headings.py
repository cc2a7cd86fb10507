"""Names in lines whose words are all written large."""

from __future__ import annotations

import pytest

from tests.analysis.names.named import find

BELOW = (
    "\n[Mara Holm|PERSON] attacked [Omar Lind|PERSON]. [Holm|PERSON] would claim more, she said."
)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("[Mara Holm Slams Omar Lind|PERSON] Over Harbour", {"Mara Holm", "Omar Lind"}),
        ("[Condemn Mara Holm|PERSON] Or Leave, Councillors Demand", {"Mara Holm"}),
        ("[Holm Ally|PERSON] Leaves Council Before Harbour Vote", {"Holm"}),
        ("[Kin Of Mara Holm Claim|PERSON] More Harbour Land", {"Mara Holm"}),
        ("[MARA HOLM CLAIMS|PERSON] MORE HARBOUR LAND", {"MARA HOLM"}),
    ],
)
def test_a_headline_names_whom_the_text_names(heading: str, words: set[str]) -> None:
    found = find(heading + BELOW)
    assert set(found.people) == {"Mara Holm", "Omar Lind"}
    end = found.text.index("\n")
    mentioned = {one.span.of(found.text) for one in found.mentions if one.span.start < end}
    assert mentioned == words


@pytest.mark.parametrize("name", ["Abbas bin Omar Lind", "Mara Holm College", "Tina Holm"])
def test_a_name_of_its_own_is_not_cut(name: str) -> None:
    heading = f"[{name}|ORG] Opens Harbour Halls Today\n"
    first = find(heading + BELOW).entities[0]
    assert first.name == name


def test_plain_words_are_cut_from_a_name_the_text_does_not_have() -> None:
    below = "\nIt announces a plan for the harbour."
    assert find("Council [Announces Harbour Plan|PERSON] For Winter" + below).people == []


def test_a_list_of_people_is_no_headline() -> None:
    found = find("[Tina Holm|PERSON] Omar Abbas Lind\n[Abbas Lind|PERSON] said so.")
    assert "Tina Holm" in found.people
