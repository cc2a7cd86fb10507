"""Measure a pipeline on the development sets. Trains nothing and changes no file of theirs."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from tqdm import tqdm

from analysis.training.paths import shared_folder
from analysis.training.trees import read_trees

NAME_SETS = ("worldwide", "gum_news")

TREE_SCORES = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")


@dataclass(frozen=True, slots=True)
class NameScore:
    """Exact mention F1 on one set, in per cent."""

    person: float
    """Of people."""
    organization: float
    """Of organizations."""
    both: float
    """Of both together (micro average)."""


def split_paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Give each line that is not blank with the offset of its first character."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def find_mentions(nlp: Language, text: str) -> list[dict[str, int | str]]:
    """Find names paragraph by paragraph, as the bench wants them: offsets into the whole text."""
    paragraphs = [(line, start) for start, line in split_paragraphs(text)]
    return [
        {
            "start": start + name.start_char,
            "end": start + name.end_char,
            "label": name.label_,
            "text": name.text,
            "form": "name",
        }
        for doc, start in nlp.pipe(paragraphs, as_tuples=True)
        for name in doc.ents
    ]


def score_names(nlp: Language, name_set: str, *, errors: int = 0) -> tuple[NameScore, str]:
    """Score names on a set of the bench with the bench's own scorer.

    Args:
        nlp: A pipeline whose names are labelled PERSON and ORG among others.
        name_set: One of NAME_SETS.
        errors: How many of the commonest errors the scorer lists.

    Returns:
        The exact scores, and all the scorer printed.
    """
    bench = shared_folder() / "bench" / "ner"
    paths = sorted((bench / name_set / "text").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        predicted, scores = Path(folder) / "predicted.jsonl", Path(folder) / "scores.json"
        with predicted.open("w", encoding="utf8") as lines:
            for path in tqdm(paths, desc=name_set, leave=False):
                text = path.read_bytes().decode("utf8")
                entry = {"doc": path.stem, "mentions": find_mentions(nlp, text)}
                lines.write(json.dumps(entry) + "\n")
        command = [sys.executable, str(bench / "score.py"), name_set, str(predicted)]
        options = ["--json", str(scores), "--errors", str(errors)]
        printed = subprocess.run(
            [*command, *options], check=True, capture_output=True, text=True
        ).stdout
        exact = json.loads(scores.read_text())["exact"]
    return NameScore(exact["PERSON"][2], exact["ORG"][2], exact["both"][2]), printed


def score_trees(nlp: Language) -> dict[str, float]:
    """Score tags, lemmas, trees and sentence ends on the news treebank, in per cent.

    The pipeline tokenizes by itself; words it cuts otherwise count as wrong or are left out
    as spaCy's scorer has it.
    """
    path = shared_folder() / "corpora" / "ud" / "gum-news-dev.conllu"
    examples = [Example(nlp.make_doc(tree.text), tree) for tree in read_trees(path, nlp.vocab)]
    scores = nlp.evaluate(examples)
    return {key: 100 * scores[key] for key in TREE_SCORES if scores.get(key) is not None}


def measure_speed(nlp: Language) -> float:
    """Words a second over the worldwide articles, whole pipeline, one process."""
    folder = shared_folder() / "bench" / "ner" / "worldwide" / "text"
    texts = [path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))[:100]]
    paragraphs = [line for text in texts for _, line in split_paragraphs(text)]
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(paragraphs))
    return words / (time.perf_counter() - start)


def print_scores(nlp: Language, *, errors: int = 0) -> None:
    """Print every figure of the model card."""
    for name_set in NAME_SETS:
        _, printed = score_names(nlp, name_set, errors=errors)
        print(printed)
    if "parser" in nlp.pipe_names:
        figures = score_trees(nlp).items()
        print("gum-news-dev:", ", ".join(f"{key} {value:.1f}" for key, value in figures))
    print(f"speed: {measure_speed(nlp):,.0f} words a second")
