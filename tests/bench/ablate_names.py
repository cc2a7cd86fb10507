"""What each rule for names is worth: the panel scorer's people and organizations without it.

    python tests/bench/ablate_names.py [--sets dev train] [--rules NAME ...] [--pipeline PATH]

Needs the measuring sets (NEWSREADER_SHARED).
Texts are parsed once; the rules then run over the same Docs again and again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from analysis.load import load_article
from analysis.names import RULE_NAMES, find_entities
from analysis.pipelines import SHIPPED_PIPELINE
from analysis.report import LABELS
from analysis.schema import Article
from analysis.spans import read_article
from analysis.training.paths import shared_folder

SHARED = shared_folder()
SCORER = SHARED / "bench" / "panel" / "score.py"
SETS = {
    "dev": (SHARED / "bench" / "panel" / "dev.jsonl", SHARED / "bench" / "panel" / "dev"),
    "train": (
        SHARED / "corpora" / "articles" / "train.jsonl",
        SHARED / "corpora" / "articles" / "train",
    ),
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """One article of a set, parsed."""

    name: str
    """Its file's stem."""
    article: Article
    """As the program loads it."""
    doc: Doc
    """As the pipeline reads it."""


def parse(folder: Path, gold: Path, pipeline: Path) -> list[Parsed]:
    """Parse the articles that a gold file names."""
    import spacy

    nlp = spacy.load(pipeline)
    parsed = []
    for line in gold.read_text(encoding="utf8").splitlines():
        name = json.loads(line)["doc"]
        article = load_article(folder / f"{name}.txt")
        parsed.append(Parsed(name, article, read_article(nlp, article)))
    return parsed


def score(
    articles: list[Parsed], gold: Path, folder: Path, without: frozenset[str]
) -> dict[str, dict[str, float]]:
    """Return the scorer's figures for one run of the rules over a set."""
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        figures = Path(scratch) / "figures.json"
        with predictions.open("w", encoding="utf8") as file:
            for one in articles:
                entities, _ = find_entities(one.doc, one.article, without=without)
                rows = [
                    {"name": e.name, "label": LABELS[e.kind], "aliases": list(e.aliases)}
                    for e in entities
                ]
                file.write(json.dumps({"doc": one.name, "entities": rows, "quotes": []}) + "\n")
        command = [sys.executable, SCORER, gold, predictions, "--texts", folder, "--json", figures]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        read: dict[str, dict[str, float]] = json.loads(figures.read_text(encoding="utf8"))
        return read


def main() -> None:
    """Print a table: one row a rule, the change in F1 points when it is left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    parser.add_argument("--rules", nargs="+", choices=RULE_NAMES, default=list(RULE_NAMES))
    parser.add_argument("--pipeline", type=Path, default=SHIPPED_PIPELINE)
    options = parser.parse_args()
    if not SCORER.is_file():
        sys.exit(f"{SCORER} is missing: set NEWSREADER_SHARED to the folder that holds bench/")
    print(
        f"{'':34}"
        + "".join(f"{name + ' people':>14}{name + ' bodies':>14}" for name in options.sets)
    )
    sets = {
        name: (*SETS[name], parse(SETS[name][1], SETS[name][0], options.pipeline))
        for name in options.sets
    }
    whole: list[float] = []
    for rule in (None, *options.rules):
        without = frozenset() if rule is None else frozenset({rule})
        row: list[float] = []
        started = time.perf_counter()
        for gold, folder, articles in sets.values():
            figures = score(articles, gold, folder, without)
            row += [100 * figures[key]["f"] for key in ("people", "organizations")]
        if rule is None:
            whole = row
            cells = "".join(f"{value:14.1f}" for value in row)
            print(f"{'all rules':34}{cells}   ({time.perf_counter() - started:.1f} s)")
        else:
            cells = "".join(
                f"{value - full:+14.1f}" for value, full in zip(row, whole, strict=True)
            )
            print(f"{'without ' + rule:34}{cells}", flush=True)


if __name__ == "__main__":
    main()
