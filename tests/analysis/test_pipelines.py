"""Which pipelines there are: the shipped one, installed packages, folders. None is imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import PipelineError
from analysis.pipelines import (
    SHIPPED_PIPELINE,
    find_installed,
    find_pipeline,
    is_installed,
    read_card,
)

META: dict[str, Any] = {
    "version": "1.2.0",
    "license": "CC0",
    "spacy_version": ">=3.8,<3.9",
    "pipeline": ["entity_ruler", "ner"],
    "labels": {"ner": ["PERSON"], "entity_ruler": ["ORG"]},
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Install a package as spaCy packs a pipeline, which must not be imported."""
    data = tmp_path / "site" / "en_tried_web_sm" / "en_tried_web_sm-1.2.0"
    data.mkdir(parents=True)
    (data.parent / "__init__.py").write_text("raise SystemExit('it was imported')")
    (data / "meta.json").write_text(json.dumps(META))
    told = tmp_path / "site" / "en_tried_web_sm-1.2.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: en-tried-web-sm\nVersion: 1.2.0\n")
    (told / "entry_points.txt").write_text("[spacy_models]\nen_tried_web_sm = en_tried_web_sm\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return "en_tried_web_sm"


def test_what_is_installed_is_listed_behind_what_ships(package: str) -> None:
    assert find_installed()[0] == SHIPPED_PIPELINE.name
    assert package in find_installed()


def test_a_pipeline_tells_what_it_is(package: str) -> None:
    card = read_card(package)
    assert (card.version, card.licence, card.made_for) == ("1.2.0", "CC0", ">=3.8,<3.9")
    assert card.names == ("PERSON", "ORG")
    assert card.components == ("entity_ruler", "ner")
    assert card.size == len(json.dumps(META))


def test_the_shipped_pipeline_is_known_by_its_name() -> None:
    assert find_pipeline(None) == find_pipeline("en_news") == SHIPPED_PIPELINE
    assert not is_installed("en_news")


def test_a_folder_at_hand_takes_no_packages_place(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / package).mkdir()
    (tmp_path / package / "meta.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    assert find_pipeline(package).name == "en_tried_web_sm-1.2.0"
    assert find_pipeline(f"./{package}") == Path(package)
    assert is_installed(package)
    assert not is_installed(f"./{package}")


def test_a_folder_at_hand_takes_no_place_of_a_package_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en_gone_sm").mkdir()
    (tmp_path / "en_gone_sm" / "meta.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PipelineError, match=r"\./NAME"):
        find_pipeline("en_gone_sm")
    assert find_pipeline("./en_gone_sm") == find_pipeline(Path("en_gone_sm")) == Path("en_gone_sm")
    assert not is_installed(Path("en_gone_sm"))


@pytest.mark.parametrize("meta", ["", "[]", "7", "nonsense"])
def test_a_card_that_cannot_be_read_is_told(tmp_path: Path, meta: str) -> None:
    (tmp_path / "meta.json").write_text(meta)
    with pytest.raises(PipelineError, match=r"meta\.json cannot be read"):
        read_card(tmp_path)


@pytest.mark.parametrize("odd", [{}, {"labels": 3, "pipeline": 4, "version": []}])
def test_a_card_may_tell_nothing(tmp_path: Path, odd: dict[str, Any]) -> None:
    (tmp_path / "meta.json").write_text(json.dumps(odd))
    card = read_card(tmp_path)
    assert (card.version, card.names, card.components) == ("", (), ())
