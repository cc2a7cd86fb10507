"""How good the analysis is: every figure of the README, from the development sets.

    python tests/bench/score_analysis.py [--pipeline NAME_OR_PATH] [--without-parse] [SET ...]

Needs the measuring sets (NEWSREADER_SHARED). Runs the analysis as `newsreader analyze --format
jsonl` does and hands what it prints to the sets' own scorers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from analysis.fingerprint import find_pipeline
from analysis.training.paths import shared_folder

BENCH = shared_folder() / "bench"
OWN = shared_folder() / "seeds"


@dataclass(frozen=True, slots=True)
class Measure:
    """One set of articles and the scorer that judges them."""

    about: str
    """What is measured, in a line."""
    texts: Sequence[Path]
    """The articles."""
    scorer: Path
    """The scorer."""
    arguments: Sequence[str]
    """Its arguments; PRED stands for the file of predictions."""
    gold: Path | None = None
    """A gold file to be made one line, where it is not."""


def measures() -> dict[str, Measure]:
    """Return what can be measured, by name."""
    panel = BENCH / "panel"
    found = {
        "panel": Measure(
            "what the panel shows, 40 articles of many countries",
            sorted((panel / "dev").glob("*.txt")),
            panel / "score.py",
            [str(panel / "dev.jsonl"), "PRED", "--texts", str(panel / "dev")],
        ),
        "owner": Measure(
            "what the panel shows, one long article",
            [OWN / "macron.txt"],
            panel / "score.py",
            ["GOLD", "PRED", "--texts", str(OWN), "--errors"],
            OWN / "macron.gold.json",
        ),
    }
    for name in ("worldwide", "gum_news"):
        found[name] = Measure(
            f"mentions of people and organizations, {name}",
            sorted((BENCH / "ner" / name / "text").glob("*.txt")),
            BENCH / "ner" / "score.py",
            [name, "PRED"],
        )
    for name in ("dev", "dev2"):
        folder = BENCH / "quotes" / name
        found[f"quotes-{name}"] = Measure(
            f"quotes and speakers in US political news, {name}",
            sorted((folder / "txt").glob("*.txt")),
            BENCH / "quotes" / "score.py",
            ["--gold", str(folder / "gold.jsonl"), "--txt", str(folder / "txt"), "--pred", "PRED"],
        )
    return found


def run(measure: Measure, pipeline: str | None, folder: Path) -> None:
    """Analyse a set's articles and print its scorer's table."""
    predictions = folder / "predictions.jsonl"
    command = [sys.executable, "-m", "analysis", "analyze", "--format", "jsonl"]
    command += ["--pipeline", pipeline] if pipeline else []
    with predictions.open("wb") as output:
        subprocess.run([*command, *map(str, measure.texts)], stdout=output, check=True)
    gold = folder / "gold.jsonl"
    if measure.gold is not None:
        gold.write_text(json.dumps(json.loads(measure.gold.read_text(encoding="utf-8"))))
    names = {"PRED": str(predictions), "GOLD": str(gold)}
    arguments = [names.get(argument, argument) for argument in measure.arguments]
    subprocess.run(
        [sys.executable, str(measure.scorer), *arguments], cwd=measure.scorer.parent, check=True
    )


def leave_parser_out(pipeline: str | None, folder: Path) -> str:
    """Return the path of a copy of a pipeline whose sentences end by rule, without trees."""
    nlp = spacy.load(find_pipeline(pipeline), exclude=["parser"])
    nlp.add_pipe("sentencizer", first=True)
    nlp.to_disk(folder / "pipeline")
    return str(folder / "pipeline")


def main() -> None:
    """Print the tables of the sets named, or of all."""
    known = measures()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(known))
    parser.add_argument("--pipeline", metavar="NAME_OR_PATH")
    parser.add_argument("--without-parse", action="store_true", help="leave the parser out")
    options = parser.parse_args()
    if unknown := [name for name in options.sets if name not in known]:
        sys.exit(f"no such set: {', '.join(unknown)}; there are {', '.join(known)}")
    if not BENCH.is_dir():
        sys.exit(f"{BENCH} is missing: set NEWSREADER_SHARED to the folder that holds bench/")
    with tempfile.TemporaryDirectory() as folder:
        pipeline = options.pipeline
        if options.without_parse:
            pipeline = leave_parser_out(pipeline, Path(folder))
        for name in options.sets or known:
            print(f"\n== {name}: {known[name].about}", flush=True)
            run(known[name], pipeline, Path(folder))


if __name__ == "__main__":
    main()
