"""What each rule for names is worth: the scorers' people and organizations without it.

    python tests/bench/ablate_names.py [--sets SET ...] [--rules NAME ...] [--pipeline PATH]

Needs the measuring sets (NEWSREADER_SHARED). Texts are parsed once; the rules then run over the
same Docs again and again. The annotated articles ("train") taught the pipeline and the weights of
the clues, and flatter both.
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
from typing import Any

from spacy.tokens import Doc

from analysis.load import load_article
from analysis.names import RULE_NAMES, find_entities
from analysis.pipelines import SHIPPED_PIPELINE
from analysis.report import LABELS
from analysis.schema import Article
from analysis.spans import read_article
from analysis.training.paths import shared_folder

SHARED = shared_folder()
PANEL = SHARED / "bench" / "panel"
NER = SHARED / "bench" / "ner"
ARTICLES = SHARED / "corpora" / "articles"
SETS = {
    "dev": (PANEL / "dev.jsonl", PANEL / "dev"),
    "train": (ARTICLES / "train.jsonl", ARTICLES / "train"),
    "worldwide": (NER / "worldwide" / "gold.jsonl", NER / "worldwide" / "text"),
    "gum_news": (NER / "gum_news" / "gold.jsonl", NER / "gum_news" / "text"),
}
"""Of each set its gold and the folder of its texts."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """One article of a set, parsed."""

    name: str
    """Its file's stem."""
    article: Article
    """As the program loads it."""
    doc: Doc
    """As the pipeline reads it."""


def parse(gold: Path, folder: Path, pipeline: Path) -> list[Parsed]:
    """Parse the articles that a gold file names."""
    import spacy

    nlp = spacy.load(pipeline)
    parsed = []
    for line in gold.read_text(encoding="utf8").splitlines():
        name = json.loads(line)["doc"]
        article = load_article(folder / f"{name}.txt")
        parsed.append(Parsed(name, article, read_article(nlp, article)))
    return parsed


def score(name: str, articles: list[Parsed], without: frozenset[str]) -> list[float]:
    """Return the F1 of people and of organizations for one run of the rules over a set."""
    gold, folder = SETS[name]
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        figures = Path(scratch) / "figures.json"
        with predictions.open("w", encoding="utf8") as file:
            for one in articles:
                file.write(json.dumps(predict(one, without)) + "\n")
        if gold.is_relative_to(NER):
            command = [NER / "score.py", name, predictions]
        else:
            command = [PANEL / "score.py", gold, predictions, "--texts", folder]
        run = [sys.executable, *command, "--json", figures]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        read = json.loads(figures.read_text(encoding="utf8"))
    if "exact" in read:
        return [read["exact"][label][2] for label in ("PERSON", "ORG")]
    return [100 * read[key]["f"] for key in ("people", "organizations")]


def predict(one: Parsed, without: frozenset[str]) -> dict[str, Any]:
    """Return what the scorers read of an article."""
    entities, mentions = find_entities(one.doc, one.article, without=without)
    return {
        "doc": one.name,
        "entities": [
            {"name": e.name, "label": LABELS[e.kind], "aliases": list(e.aliases)} for e in entities
        ],
        "mentions": [
            {
                "start": m.span.start,
                "end": m.span.end,
                "label": LABELS[entities[m.entity].kind],
                "form": m.form,
            }
            for m in mentions
        ],
        "quotes": [],
    }


def main() -> None:
    """Print a table: one row a rule, the change in F1 points when it is left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    parser.add_argument("--rules", nargs="+", choices=RULE_NAMES, default=list(RULE_NAMES))
    parser.add_argument("--pipeline", type=Path, default=SHIPPED_PIPELINE)
    options = parser.parse_args()
    if not PANEL.is_dir():
        sys.exit(f"{PANEL} is missing: set NEWSREADER_SHARED to the folder that holds bench/")
    print(
        f"{'':34}"
        + "".join(f"{name + ' people':>17}{name + ' bodies':>17}" for name in options.sets)
    )
    sets = {name: parse(*SETS[name], options.pipeline) for name in options.sets}
    whole: list[float] = []
    for rule in (None, *options.rules):
        without = frozenset() if rule is None else frozenset({rule})
        started = time.perf_counter()
        row = [
            figure for name, articles in sets.items() for figure in score(name, articles, without)
        ]
        if rule is None:
            whole = row
            cells = "".join(f"{value:17.1f}" for value in row)
            print(f"{'all rules':34}{cells}   ({time.perf_counter() - started:.1f} s)")
        else:
            cells = "".join(
                f"{value - full:+17.1f}" for value, full in zip(row, whole, strict=True)
            )
            print(f"{'without ' + rule:34}{cells}", flush=True)


if __name__ == "__main__":
    main()
