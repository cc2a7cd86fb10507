"""Read the annotated news articles as labelled text. Knows no spaCy objects.

The annotation lists who and what an article names, not where: names are looked up in the
text. Places and other names are not listed, so capitalised words outside the people and
organizations are left open, for a pipeline trained on the corpora to fill in.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from analysis.training.corpora import Label, LabelledText, NameSpan

CAPITALISED = re.compile(r"\b[A-Z]\w*")


def read_articles(folder: Path) -> Iterator[LabelledText]:
    """Read the articles in the order of `train.jsonl`.

    Args:
        folder: Has `train.jsonl` and, in `train/`, a text a line of it.
    """
    with (folder / "train.jsonl").open(encoding="utf8") as lines:
        for line in lines:
            entry = json.loads(line)
            text = (folder / "train" / f"{entry['doc']}.txt").read_bytes().decode("utf8")
            names: dict[str, Label] = {}
            for listed in entry["organizations"]:
                names.update(dict.fromkeys((listed["name"], *listed["aliases"]), "ORG"))
            for listed in entry["people"]:
                names.update(dict.fromkeys((listed["name"], *listed["aliases"]), "PERSON"))
            yield LabelledText(text, tuple(locate_names(text, names)), "articles")


def locate_names(text: str, names: dict[str, Label]) -> list[NameSpan]:
    """Find each listed name as whole words, the longest first; open what else is capitalised.

    Returns:
        Spans in order, never overlapping. A possessive is no part of a name.
    """
    found: list[NameSpan] = []
    if names:
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        found = [
            NameSpan(match.start(), match.end(), names[match.group()])
            for match in pattern.finditer(text)
        ]
    for match in CAPITALISED.finditer(text):
        if all(match.end() <= span.start or span.end <= match.start() for span in found):
            found.append(NameSpan(match.start(), match.end(), None))
    return sorted(found, key=lambda span: span.start)
