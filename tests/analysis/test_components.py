"""The finders as spaCy components: on any pipeline, kept with the Doc, and the README's example."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import analysis
from analysis import components
from analysis.pipelines import SHIPPED_PIPELINE
from analysis.quotation import speaker_name
from tests import canned
from tests.test_imports import loaded_by

ROOT = Path(__file__).parents[2]
TEXT = (
    "“We cannot build on sand,” said Mayor Ana Brandt.\n\n“Not now,” she added. "
    "The Port Authority said that the plan was sound."
)


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotes")
    return nlp


@pytest.fixture(scope="module")
def full() -> Language:
    nlp = spacy.load(SHIPPED_PIPELINE)
    nlp.add_pipe("newsreader_names")
    nlp.add_pipe("quotes")
    return nlp


def said(doc: Doc) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.text) for quote in doc._.quotes]


def test_the_example_of_the_readme_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("### In spaCy")[1]
    example, output = re.findall(r"(?:^    .*\n|^\n(?=    ))+", section, re.MULTILINE)[:2]
    exec(re.sub("^    ", "", example, flags=re.MULTILINE), {})
    assert capsys.readouterr().out.splitlines() == [
        line[4:] for line in output.strip("\n").splitlines()
    ]


def test_quotes_are_found_without_names_tags_or_a_parse(blank: Language) -> None:
    doc = blank(TEXT)
    assert said(doc)[:2] == [
        ("Ana Brandt", "We cannot build on sand,"),
        ("Ana Brandt", "Not now,"),
    ]
    quote = doc._.quotes[1]
    assert (quote.speaker_span.text, quote.cue.text, quote.kind) == ("she", "added", "direct")
    assert quote.parts[0].text == "Not now,"


def test_a_doc_is_read_as_an_article_is(full: Language) -> None:
    article = canned.article()
    found = analysis.analyze(article)
    doc = full(article.text)
    assert said(doc) == [
        (
            speaker_name(article, found, quote),
            " ".join(part.of(article.text) for part in quote.parts),
        )
        for quote in found.quotes
    ]
    assert [person.name for person in doc._.people] == ["Ana Škoda", "Tom Reyes"]
    assert [body.name for body in doc._.organizations] == ["Port Authority"]


def test_names_are_mended_among_the_docs_entities(full: Language) -> None:
    doc = full(TEXT)
    names = {(name.text, name.label_, name.ent_id_) for name in doc.ents}
    assert {
        ("Ana Brandt", "PERSON", "Ana Brandt"),
        ("Port Authority", "ORG", "Port Authority"),
    } <= names
    assert doc._.people[0].mentions[0].text == "Ana Brandt"
    assert doc._.people[0].role == "Mayor"


def test_labels_may_be_chosen_and_entities_left_alone() -> None:
    nlp = spacy.load(SHIPPED_PIPELINE)
    nlp.add_pipe(
        "newsreader_names", "left", config={"set_ents": False, "labels": {"person": "PER"}}
    )
    assert "PER" not in {name.label_ for name in nlp(TEXT).ents}
    nlp.add_pipe("newsreader_names", "set", config={"labels": {"person": "PER"}})
    assert "PER" in {name.label_ for name in nlp(TEXT).ents}
    assert nlp.config["components"]["set"]["labels"] == {"person": "PER"}


def test_reported_speech_may_be_left_out(full: Language) -> None:
    with_reports = {quote.kind for quote in full(TEXT)._.quotes}
    nlp = spacy.load(SHIPPED_PIPELINE)
    nlp.add_pipe("quotes", config={"reported": False})
    assert with_reports == {"direct", "indirect"}
    assert {quote.kind for quote in nlp(TEXT)._.quotes} == {"direct"}


def test_what_was_found_survives_bytes_disk_and_processes(blank: Language, tmp_path: Path) -> None:
    wanted = said(blank(TEXT))
    assert said(Doc(blank.vocab).from_bytes(blank(TEXT).to_bytes())) == wanted
    box = DocBin(store_user_data=True, docs=[blank(TEXT)])
    assert [said(doc) for doc in box.get_docs(blank.vocab)] == [wanted]
    assert [said(doc) for doc in blank.pipe([TEXT, TEXT], n_process=2)] == [wanted, wanted]
    blank.to_disk(tmp_path / "saved")
    assert said(spacy.load(tmp_path / "saved")(TEXT)) == wanted


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "”“", "\u2028“No.”", "“No,”said Ana.\r\n\r\n“Yes.”"])  # fmt: skip
def test_odd_texts_are_read(blank: Language, text: str) -> None:
    doc = blank(text)
    assert all(part.text for quote in doc._.quotes for part in quote.parts)


@given(st.text(alphabet="“”‘’\"' \nA.b,said", max_size=80))
@settings(deadline=None)
def test_every_part_is_words_of_the_text(blank: Language, text: str) -> None:
    for quote in blank(text)._.quotes:
        assert quote.text
        assert " ".join(quote.text.split()) in " ".join(text.split()) or len(quote.parts) > 1


def test_a_doc_that_no_finder_has_seen_has_nothing(blank: Language) -> None:
    doc = blank.make_doc(TEXT)
    assert (doc._.quotes, doc._.people, doc._.organizations) == ((), (), ())


def test_another_extension_of_the_name_is_not_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Doc.get_extension("quotes")
    Doc.set_extension("quotes", default=None, force=True)
    try:
        with pytest.raises(ValueError, match="another extension's already"):
            spacy.blank("en").add_pipe("quotes")
    finally:
        Doc.set_extension("quotes", getter=mine[2], force=True)


def test_spacy_finds_each_component_by_an_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name, place in project["entry-points"]["spacy_factories"].items():
        module, function = place.split(":")
        assert module == components.__name__
        assert callable(getattr(components, function))
        assert Language.has_factory(name)


def test_a_pipeline_that_has_no_use_for_them_does_not_load_the_finders() -> None:
    loaded = loaded_by("import spacy, analysis.components; spacy.blank('en')")
    assert not {"analysis.names", "analysis.quotes", "analysis.pipeline"} & loaded
