import json
from pathlib import Path

from analysis.training.articles import locate_names
from analysis.training.corpora import LabelledText, NameSpan, cut_pieces, read_corpus


def labels(labelled: LabelledText) -> list[tuple[str, str | None]]:
    return [(labelled.text[span.start : span.end], span.label) for span in labelled.spans]


def read_one(folder: Path, corpus: str, entry: dict[str, object]) -> LabelledText:
    path = folder / f"{corpus}.jsonl"
    path.write_text(json.dumps(entry), encoding="utf8")
    (labelled,) = read_corpus(path)
    return labelled


def test_a_silver_name_counts_only_where_the_teacher_agrees(tmp_path: Path) -> None:
    entry = {
        "text": "Iraqi police told President Bush in Mosul",
        "ents": [[0, 5, "GPE"], [18, 32, "PERSON"], [36, 41, "PERSON"]],
        "teach": [[0, 5, "NORP"], [28, 32, "PERSON"], [36, 41, "GPE"]],
    }
    labelled = read_one(tmp_path, "gmb", entry)
    assert labels(labelled) == [("Iraqi", "MISC"), ("Bush", "PERSON"), ("Mosul", None)]


def test_a_people_called_an_organization_is_left_open(tmp_path: Path) -> None:
    entry = {
        "text": "Russians and Poles at NATO",
        "ents": [[0, 8, "ORG"], [22, 26, "ORG"]],
        "teach": [[0, 8, "NORP"], [13, 18, "NORP"]],
    }
    labelled = read_one(tmp_path, "redocred", entry)
    assert labels(labelled) == [("Russians", None), ("Poles", "MISC"), ("NATO", "ORG")]


def test_signs_and_pronouns_are_no_names(tmp_path: Path) -> None:
    entry = {"text": "@ We joined", "ents": [[0, 1, "ORG"], [2, 4, "ORG"]], "teach": []}
    assert read_one(tmp_path, "btc", entry).spans == ()


def test_a_text_is_cut_at_line_ends_with_its_names() -> None:
    whole = LabelledText("Bonn\nHe met Eve", (NameSpan(0, 4, "LOC"), NameSpan(12, 15, "PERSON")))
    assert [labels(piece) for piece in cut_pieces(whole)] == [
        [("Bonn", "LOC")],
        [("Eve", "PERSON")],
    ]


def test_listed_names_are_found_longest_first_and_the_rest_is_open() -> None:
    text = "The UN Fisheries Agency's Ann Lee left Oslo; the UN stayed"
    spans = locate_names(text, {"UN": "ORG", "UN Fisheries Agency": "ORG", "Ann Lee": "PERSON"})
    assert labels(LabelledText(text, tuple(spans))) == [
        ("The", None),
        ("UN Fisheries Agency", "ORG"),
        ("Ann Lee", "PERSON"),
        ("Oslo", None),
        ("UN", "ORG"),
    ]
