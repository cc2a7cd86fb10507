"""Check what an install brings: the wheel, unpacked in a folder of its own, in a fresh process."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]
LARGEST_BYTES = 16_000_000

LEAST_F1 = {"PERSON": 88.0, "ORG": 80.0}
"""Floors for names in the seed articles, each name counted once an article."""

READ_SEEDS = """
import json, sys
from pathlib import Path
import analysis
from analysis.load import load_article
from analysis.pipeline import load_pipeline

read = {"package": str(Path(analysis.__file__).parent), "names": {}}
pipeline = load_pipeline()
read["labels"] = sorted(pipeline.nlp.pipe_labels["ner"])
for path in sorted(Path(sys.argv[1]).iterdir()):
    if path.suffix in {".txt", ".md"}:
        doc = pipeline.nlp(load_article(path).text)
        read["names"][path.stem] = sorted({(name.text, name.label_) for name in doc.ents})
print(json.dumps(read))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("built")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True, timeout=120)
    (wheel,) = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def read(installed: Path) -> dict[str, Any]:
    """What the installed package finds in the seed articles."""
    command = [sys.executable, "-c", READ_SEEDS, str(installed / "tui" / "seeds")]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    ran = subprocess.run(
        command, cwd=installed, env=environment, check=True, capture_output=True, timeout=200
    )
    return json.loads(ran.stdout)


def test_the_wheel_has_the_pipeline_and_its_card_within_the_size_we_promise(
    installed: Path,
) -> None:
    folder = installed / "analysis" / "models" / "en_news"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert 1_000_000 < size <= LARGEST_BYTES
    assert (folder / "README.md").is_file()


def test_the_wheel_leaves_training_out(installed: Path) -> None:
    assert not (installed / "analysis" / "training").exists()


def test_the_installed_pipeline_loads_with_its_labels(
    installed: Path, read: dict[str, Any]
) -> None:
    assert Path(read["package"]) == installed / "analysis"
    assert read["labels"] == ["LOC", "MISC", "ORG", "PERSON"]


@pytest.mark.parametrize(("label", "listed"), [("PERSON", "people"), ("ORG", "organizations")])
def test_the_installed_pipeline_finds_the_names_of_the_seed_articles(
    installed: Path, read: dict[str, Any], label: str, listed: str
) -> None:
    right = wrong = missed = 0
    gold = installed / "tui" / "seeds" / "gold.jsonl"
    for line in gold.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        found = {text for text, its_label in read["names"][record["doc"]] if its_label == label}
        for entry in record[listed]:
            spellings = {entry["name"], *entry["aliases"]}
            if spellings & found:
                right += 1
            elif not entry["optional"]:
                missed += 1
            found -= spellings
        wrong += len(found)
    assert 200 * right / (2 * right + wrong + missed) >= LEAST_F1[label]
