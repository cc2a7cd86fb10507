"""Which pipelines are data, and which could run code and are refused."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy
import pytest
import spacy
import srsly

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


def give_model(folder: Path, model: str) -> None:
    """Give the pipeline's last component a model, told in lines of its configuration."""
    change_config(
        folder,
        'factory = "sentencizer"',
        f'factory = "tagger"\n\n[components.sentencizer.model]\n{model}\n',
    )


def link_to_a_folder_outside(folder: Path) -> None:
    (folder.parent / "outside" / "deep").mkdir(parents=True)
    (folder.parent / "outside" / "deep" / "more.py").write_text("")
    (folder / "vocab" / "linked").symlink_to(folder.parent / "outside")


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
        (
            lambda it: change_config(it, 'lang = "en"', 'lang = "en.examples"'),
            "its language 'en.examples' is none of spaCy's",
        ),
        (link_to_a_folder_outside, "it holds more.py, a program"),
        (
            lambda it: change_config(
                it, 'factory = "sentencizer"', 'factory = "sentencizer"\nx = [[{"@misc": "deep"}]]'
            ),
            "it needs 'deep'",
        ),
        (
            lambda it: change_config(
                it,
                "[components.sentencizer]",
                '[odd]\n\n[odd.it]\nname = "miner"\n\n[components.x]\nfactory = ${odd.it.name}\n\n'
                "[components.sentencizer]",
            ),
            "it needs '${odd.it.name}'",
        ),
        (
            lambda it: change_config(
                it,
                "after_creation = null\n",
                '\n[nlp.after_creation]\n@callbacks = "spacy.copy_from_base_model.v1"\n',
            ),
            "it takes a component from 'spacy.copy_from_base_model.v1', another pipeline",
        ),
        (
            lambda it: give_model(it, '@layers = "PyTorchLSTM.v1"\nnO = 2\nnI = 2'),
            "'PyTorchLSTM.v1' reads weights that run when they are read",
        ),
        (
            lambda it: give_model(it, '@architectures = "spacy.TorchBiLSTMEncoder.v1"\nwidth = 2'),
            "'spacy.TorchBiLSTMEncoder.v1' reads weights that run when they are read",
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


@pytest.mark.parametrize(
    ("offered", "old", "new"),
    [
        ("factories", 'factory = "sentencizer"', 'factory = "strange"'),
        ("languages", 'lang = "en"', 'lang = "strange"'),
    ],
)
def test_a_package_that_offers_what_is_needed_is_named_and_not_imported(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offered: str, old: str, new: str
) -> None:
    change_config(folder, old, new)
    (tmp_path / "strange_parts.py").write_text("raise SystemExit('it was imported')")
    told = tmp_path / "strange_parts-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: strange-parts\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(f"[spacy_{offered}]\nstrange = strange_parts:make\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(PipelineError, match="the package strange_parts"):
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


def test_a_base_is_only_taken_where_it_is_trained(folder: Path) -> None:
    base = '[initialize.before_init]\n@callbacks = "spacy.copy_from_base_model.v1"\n'
    change_config(folder, "before_init = null\n", f"\n{base}")
    refuse_code(folder, is_package=False)


def test_a_folder_that_links_to_itself_is_looked_through_once(folder: Path) -> None:
    (folder / "again").symlink_to(folder)
    refuse_code(folder, is_package=False)


@pytest.mark.parametrize(
    "config", ["", "[nlp\n", "\0\1", "[a]\n[a]\n", "[a]\nx = ${a.x}\n", "[a]\nx = ${b.y}\n"]
)
def test_a_configuration_that_cannot_be_read_is_told(folder: Path, config: str) -> None:
    (folder / "config.cfg").write_text(config)
    with pytest.raises(PipelineError) as told:
        load_pipeline(folder)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("file", ["tokenizer", "vocab/vectors", "vocab/lookups.bin", "meta.json"])
@pytest.mark.parametrize(
    "data", [b"", b"\xc1", b"\xdf\xff\xff\xff\xff", b"\x93\x01", b"[" * 99_999]
)
def test_data_that_are_spoilt_are_told_or_of_no_account(
    folder: Path, file: str, data: bytes
) -> None:
    (folder / file).write_bytes(data)
    with suppress(PipelineError):
        load_pipeline(folder)


class Touch:
    """Makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, str]]:
        return open, (str(self.path), "w")


@pytest.mark.parametrize("file", ["vocab/vectors", "vocab/key2row"])
def test_arrays_of_objects_are_never_unpickled(folder: Path, tmp_path: Path, file: str) -> None:
    numpy.save(tmp_path / "it.npy", numpy.array([Touch(tmp_path / "ran")]), allow_pickle=True)
    (tmp_path / "it.npy").replace(folder / file)
    with suppress(PipelineError):
        load_pipeline(folder)
    assert not (tmp_path / "ran").exists()


def test_msgpack_that_tells_of_objects_is_never_unpickled(folder: Path, tmp_path: Path) -> None:
    told = {b"nd": True, b"type": b"|O", b"kind": b"O", b"shape": (1,)}
    told[b"data"] = pickle.dumps(Touch(tmp_path / "ran"))
    (folder / "vocab" / "lookups.bin").write_bytes(srsly.msgpack.packb(told))
    with suppress(PipelineError):
        load_pipeline(folder)
    assert not (tmp_path / "ran").exists()
