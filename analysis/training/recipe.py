"""Say what the name finder reads, how often and how varied; write it as spaCy's training files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import DocBin
from tqdm import tqdm

from analysis.training.augment import (
    NameSwapper,
    Respeller,
    add_dateline,
    change_case,
    change_marks,
)
from analysis.training.corpora import RULE_CUT, TWEETS, LabelledText, cut_pieces, read_corpus
from analysis.training.docs import make_name_doc

Change = Callable[[LabelledText, Random], LabelledText]
WHOLE_COPIES = {
    "articles": 3.0,
    "btc": 0.5,
    "crossner": 1.0,
    "gmb": 1.5,
    "gum": 1.0,
    "men": 3.0,
    "re3d": 1.0,
    "redocred": 1.0,
    "uner": 1.0,
    "wikigold": 1.0,
    "wnut17": 0.5,
}
"""How often each corpus is read in a round of the first, long training."""

NEWS_COPIES = {**WHOLE_COPIES, "articles": 6.0, "btc": 0.25, "wnut17": 0.25}
"""How often in the continuations, which lean to news."""

NEWS = frozenset({"articles", "gmb", "men", "uner"})
"""Corpora in whose texts names are exchanged and datelines put."""

HELD_OUT = 0.02
"""Share of the pieces kept from training, to watch it by."""


def read_pieces(corpora: Path, articles: Iterable[LabelledText]) -> list[LabelledText]:
    """Read all name corpora and the given articles, cut into paragraphs, in a fixed order."""
    pieces = [piece for labelled in articles for piece in cut_pieces(labelled)]
    for path in sorted((corpora / "ner").glob("*.jsonl")):
        for labelled in read_corpus(path):
            pieces.extend(cut_pieces(labelled))
    return pieces


@dataclass(frozen=True, slots=True)
class Variation:
    """How much of the texts is varied, in shares of them."""

    swapped: float
    """News whose people and organizations are exchanged."""
    respelt: float
    """Texts whose names are spelt as none is."""


def vary(
    pieces: Iterable[LabelledText], copies: dict[str, float], variation: Variation, *, seed: int
) -> Iterator[LabelledText]:
    """Repeat pieces as `copies` says, each copy with its own marks, capitals, names, dateline.

    Args:
        pieces: With their source.
        copies: By source; a fraction is a chance.
        variation: How much changes.
        seed: Fixes every choice.
    """
    rng = Random(seed)
    pieces = list(pieces)
    edited = [piece for piece in pieces if piece.source not in TWEETS]
    swapper = NameSwapper(piece for piece in edited if piece.source not in RULE_CUT)
    respeller = Respeller(edited)
    for piece in pieces:
        is_news = piece.source in NEWS
        changes: list[tuple[float, Change]] = [
            (variation.swapped if is_news else 0.0, swapper.swap),
            (variation.respelt, respeller.respell),
            (0.05 if is_news else 0.0, add_dateline),
            (1.0, change_marks),
            (0.02, lambda given, _: change_case(given, str.upper)),
            (0.01, lambda given, _: change_case(given, str.lower)),
        ]
        count = copies[piece.source]
        for _ in range(int(count) + (rng.random() < count % 1)):
            varied = piece
            for chance, change in changes:
                if rng.random() < chance:
                    varied = change(varied, rng)
            yield varied


def write_names(nlp: Language, pieces: Iterable[LabelledText], path: Path) -> int:
    """Write pieces as a training file in the order given; returns the tokens written."""
    docs = [make_name_doc(nlp, piece) for piece in tqdm(list(pieces), desc=path.name, leave=False)]
    DocBin(docs=docs).to_disk(path)
    return sum(map(len, docs))
