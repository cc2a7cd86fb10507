"""Which pipelines are data, and which could run code and are refused."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from analysis.errors import PipelineError
from analysis.pipeline import load_pipeline
from analysis.pipelines import SHIPPED_PIPELINE
from analysis.trust import refuse_code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small pipeline of spaCy's own components, such as anyone may send."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ana Brandt"}])
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "sent")
    return tmp_path / "sent"


def change_config(folder: Path, old: str, new: str) -> None:
    path = folder / "config.cfg"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_the_shipped_pipeline_is_data() -> None:
    refuse_code(SHIPPED_PIPELINE, is_package=False)


@pytest.mark.parametrize("component", ["lemmatizer", "attribute_ruler", "tagger", "merge_entities"])
def test_spacys_own_components_are_data(folder: Path, component: str) -> None:
    change_config(folder, 'factory = "sentencizer"', f'factory = "{component}"')
    refuse_code(folder, is_package=False)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda it: (it / "setup.py").write_text(""), "it holds setup.py, a program"),
        (lambda it: (it / "vocab" / "fast.SO").write_text(""), "it holds fast.SO, a program"),
        (lambda it: (it / "w.pkl").write_text(""), "it holds w.pkl, a pickle"),
        (
            lambda it: (it / "vocab" / "weights").write_bytes(pickle.dumps({"a": 1})),
            "it holds weights, a pickle",
        ),
        (
            lambda it: change_config(it, 'factory = "sentencizer"', 'factory = "miner"'),
            "it needs 'miner', which neither spaCy nor newsreader brings",
        ),
        (
            lambda it: change_config(it, 'factory = "sentencizer"', 'source = "elsewhere"'),
            "it takes a component from 'elsewhere'",
        ),
        (
            lambda it: change_config(
                it, "before_creation = null", '[nlp.before_creation]\n@callbacks = "miner.v1"\n'
            ),
            "it needs 'miner.v1'",
        ),
        (
            lambda it: change_config(it, '@tokenizers = "spacy.Tok', '@nowhere = "spacy.Tok'),
            "it needs 'spacy.Tokenizer.v1'",
        ),
        (
            lambda it: change_config(it, 'lang = "en"', 'lang = "zzz"'),
            "its language 'zzz' is none of spaCy's",
        ),
    ],
)
def test_what_is_more_than_data_is_refused(
    folder: Path, spoil: Callable[[Path], object], told: str
) -> None:
    spoil(folder)
    with pytest.raises(PipelineError) as refused:
        load_pipeline(folder)
    assert told in str(refused.value)
    assert "--trust-pipeline" in str(refused.value)


def test_a_package_that_offers_its_own_component_is_named_and_not_imported(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_config(folder, 'factory = "sentencizer"', 'factory = "strange"')
    (tmp_path / "strange_parts.py").write_text("raise SystemExit('it was imported')")
    told = tmp_path / "strange_parts-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: strange-parts\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[spacy_factories]\nstrange = strange_parts:make\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(PipelineError, match="which the package strange_parts brings"):
        refuse_code(folder, is_package=True)


def test_weights_that_are_unpickled_are_taken_from_packages_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_config(folder, 'factory = "sentencizer"', 'factory = "curated_transformer"')
    told = tmp_path / "spacy_curated_transformers-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: spacy-x\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(
        "[spacy_factories]\ncurated_transformer = spacy_curated_transformers.pipeline:make\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    refuse_code(folder, is_package=True)
    with pytest.raises(PipelineError, match="reads weights that run when they are read"):
        refuse_code(folder, is_package=False)


def test_a_trusted_pipeline_is_not_looked_at(folder: Path) -> None:
    (folder / "setup.py").write_text("")
    assert load_pipeline(folder, is_trusted=True).nlp.pipe_names[0] == "entity_ruler"


def test_a_configuration_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "config.cfg").write_text("[nlp\n")
    with pytest.raises(PipelineError, match=r"config\.cfg cannot be read"):
        load_pipeline(folder)
