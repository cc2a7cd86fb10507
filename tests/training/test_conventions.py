import pytest

from analysis.training.conventions import trim_name


@pytest.mark.parametrize(
    ("text", "marked", "person", "kept"),
    [
        ("he met President Emmanuel Macron", "President Emmanuel Macron", True, "Emmanuel Macron"),
        ("said Datuk Seri Wan Halim", "Datuk Seri Wan Halim", True, "Wan Halim"),
        ("said Mr. Tan", "Mr. Tan", True, "Tan"),
        ("said Tan Ah Kow", "Tan Ah Kow", True, "Ah Kow"),
        ("said King Charles", "King Charles", True, "King Charles"),
        ("in Macron's view", "Macron's", True, "Macron"),
        ("in the United Nations", "the United Nations", False, "United Nations"),
        ("The Senate voted", "The Senate", False, "Senate"),
        ("in The Hague", "The Hague", False, "The Hague"),
        ("the “Lantern” album", "“Lantern”", False, "Lantern"),
        ("said the", "the", False, "the"),
    ],
)
def test_a_name_is_trimmed_to_the_convention(
    text: str, marked: str, person: bool, kept: str
) -> None:
    start = text.index(marked)
    first, last = trim_name(text, start, start + len(marked), is_person=person)
    assert text[first:last] == kept
