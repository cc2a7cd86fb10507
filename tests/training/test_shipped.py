import json

import pytest
import spacy
from spacy.language import Language

from analysis.training.paths import PIPELINE


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PIPELINE)


def test_the_package_says_what_it_is() -> None:
    meta = json.loads((PIPELINE / "meta.json").read_text(encoding="utf8"))
    assert meta["license"]
    assert meta["sources"]


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
