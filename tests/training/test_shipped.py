import json

import pytest
import spacy
from spacy.language import Language

from analysis.training.paths import PIPELINE

LARGEST_BYTES = 16_000_000


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PIPELINE)


def test_the_package_is_small_and_says_what_it_is() -> None:
    size = sum(path.stat().st_size for path in PIPELINE.rglob("*") if path.is_file())
    meta = json.loads((PIPELINE / "meta.json").read_text(encoding="utf8"))
    assert size <= LARGEST_BYTES
    assert meta["license"]
    assert meta["sources"]
    assert (PIPELINE / "README.md").is_file()


def test_it_labels_people_organizations_places_and_others(nlp: Language) -> None:
    assert set(nlp.pipe_labels["ner"]) == {"PERSON", "ORG", "LOC", "MISC"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "French President Emmanuel Macron met Olaf Scholz in Paris.",
            {("Emmanuel Macron", "PERSON"), ("Olaf Scholz", "PERSON"), ("Paris", "LOC")},
        ),
        (
            "“We won’t go,” said Maria Silva’s lawyer, who works for the United Nations.",
            {("Maria Silva", "PERSON"), ("United Nations", "ORG")},
        ),
    ],
)
def test_plain_names_are_found(nlp: Language, text: str, names: set[tuple[str, str]]) -> None:
    assert names <= {(name.text, name.label_) for name in nlp(text).ents}


def test_blank_lines_are_in_no_name(nlp: Language) -> None:
    doc = nlp("  \n\nMoscow\n\n  Sergei Lavrov\n said no.\n")
    assert not any(token.is_space for name in doc.ents for token in (name[0], name[-1]))


def test_tags_lemmas_and_trees_survive_the_packing(nlp: Language) -> None:
    doc = nlp("The ministers were told that prices rose.")
    assert [token.lemma_ for token in doc[:4]] == ["the", "minister", "be", "tell"]
    assert doc[1].dep_ == "nsubj:pass"
    assert doc[1].pos_ == "NOUN"
    assert doc[1].morph.get("Number") == ["Plur"]
