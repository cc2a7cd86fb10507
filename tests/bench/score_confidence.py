"""How far a confidence can be believed: of quotes said to be 90% sure, how many are right.

    python tests/bench/score_confidence.py [--reported] [SET ...]

Needs the measuring sets (NEWSREADER_SHARED). Prints, for each class of confidence, how many
speakers of quotes found were given with it, their mean confidence, and how many were right.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType
from typing import Any

from analysis.load import load_article
from analysis.pipeline import load_pipeline
from analysis.report import to_record
from analysis.training.paths import shared_folder
from analysis.training.speaker_lessons import is_accepted

BENCH = shared_folder() / "bench"
CLASSES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
MATCH = 0.8
FOUND = 0.3
"""From which share of a report it counts as found."""


def judged(name: str) -> Iterator[tuple[float, bool]]:
    """Yield each found quote's confidence in its speaker, and whether the speaker is right."""
    folder = BENCH / ("panel" if name == "panel" else f"quotes/{name}")
    gold_file = folder / ("dev.jsonl" if name == "panel" else "gold.jsonl")
    texts = folder / ("dev" if name == "panel" else "txt")
    scorer = None if name == "panel" else load_scorer()
    for gold in map(json.loads, gold_file.read_text(encoding="utf-8").splitlines()):
        article = load_article(texts / f"{gold['doc']}.txt")
        record = to_record(article, load_pipeline().analyze(article), doc=gold["doc"])
        told = [quote for quote in record["quotes"] if quote["kind"] != "indirect"]
        for quote in told:
            best = max(gold["quotes"], key=lambda other: share(quote, other), default=None)
            if best is None or share(quote, best) < MATCH or quote["speaker"] is None:
                continue
            if scorer is not None:
                right = bool(scorer.speaker_flags(quote, best["speaker"])[2])
            else:
                is_description = quote["speaker_entity"] is None
                right = is_accepted(
                    quote["speaker"], best["speakers"], gold, is_description=is_description
                )
            yield quote["confidence"], right


def judged_reports(name: str) -> Iterator[tuple[float, bool]]:
    """Yield the same of speech reported without marks, of as much as the set tells."""
    folder = BENCH / "quotes" / name
    scorer = load_scorer()
    for gold in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        article = load_article(folder / "txt" / f"{gold['doc']}.txt")
        record = to_record(article, load_pipeline().analyze(article), doc=gold["doc"])
        reports = [
            ({at for span in one["content"] for at in range(*span)}, one["speaker"])
            for one in gold["indirect"]
        ]
        for quote in record["quotes"]:
            if quote["kind"] != "indirect":
                continue
            told = set(range(quote["start"], quote["end"]))
            content, speaker = max(reports, key=lambda one: len(one[0] & told), default=(set(), {}))
            if len(content & told) > FOUND * len(content):
                yield quote["confidence"], bool(scorer.speaker_flags(quote, speaker)[2])


def load_scorer() -> ModuleType:
    """Return the scorer of the quotes' sets."""
    spec = importlib.util.spec_from_file_location("quote_scorer", BENCH / "quotes" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def share(first: Any, second: Any) -> float:
    """Return what two spans share of all that they cover together."""
    common = min(first["end"], second["end"]) - max(first["start"], second["start"])
    whole = max(first["end"], second["end"]) - min(first["start"], second["start"])
    return max(0, common) / max(1, whole)


def main() -> None:
    """Print the table of the sets named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="panel, dev, dev2")
    parser.add_argument("--reported", action="store_true", help="speech without marks instead")
    options = parser.parse_args()
    judge = judged_reports if options.reported else judged
    sets = options.sets or (["dev", "dev2"] if options.reported else ["panel", "dev", "dev2"])
    if not BENCH.is_dir():
        sys.exit(f"{BENCH} is missing: set NEWSREADER_SHARED to the folder that holds bench/")
    rows = [row for name in sets for row in judge(name)]
    print(f"{'confidence':>14}{'quotes':>9}{'told':>8}{'right':>8}")
    distance = 0.0
    for low, high in pairwise(CLASSES):
        inside = [row for row in rows if low <= row[0] < high]
        if not inside:
            continue
        told = sum(confidence for confidence, _ in inside) / len(inside)
        right = sum(is_right for _, is_right in inside) / len(inside)
        distance += abs(told - right) * len(inside) / len(rows)
        print(f"{low:>7.2f}-{min(high, 1):<6.2f}{len(inside):>9}{told:>8.3f}{right:>8.3f}")
    print(f"mean distance between told and right: {distance:.3f}")


if __name__ == "__main__":
    main()
