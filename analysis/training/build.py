"""Go from the corpora to the packaged pipeline, stage by stage.

A stage whose outcome is in the working folder is not run again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from analysis.training.articles import read_articles
from analysis.training.average import average_component
from analysis.training.corpora import LabelledText
from analysis.training.fill import Filler
from analysis.training.pack import pack
from analysis.training.recipe import (
    HELD_OUT,
    NEWS_COPIES,
    WHOLE_COPIES,
    Variation,
    read_pieces,
    vary,
    write_names,
)
from analysis.training.train import train_pipeline
from analysis.training.trees import read_trees
from analysis.training.vectors import read_vectors

TREEBANKS = ("en_ewt-train", "gum-open-train")

SEED = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long each training goes on, in steps of about 2,000 tokens."""

    syntax: int
    """Tags, lemmas and trees."""
    whole: int
    """Names, over all corpora."""
    news: int
    """Names, each continuation on news."""
    rounds: int
    """How many of ROUNDS."""


@dataclass(frozen=True, slots=True)
class NewsVariation:
    """One continuation on news."""

    seed: int
    """Fixes its data's variation, order and dropout; names its folder."""
    variation: Variation
    """How much of its texts is varied."""
    rate: float
    """Learning rate it begins with."""


FULL = Schedule(syntax=1600, whole=3000, news=900, rounds=3)
QUICK = Schedule(syntax=200, whole=250, news=60, rounds=1)

ROUNDS = (
    (
        NewsVariation(1, Variation(swapped=0.0, respelt=0.0), 0.0007),
        NewsVariation(2, Variation(swapped=0.5, respelt=0.0), 0.0007),
    ),
    (
        NewsVariation(3, Variation(swapped=0.0, respelt=0.5), 0.001),
        NewsVariation(4, Variation(swapped=0.5, respelt=0.5), 0.001),
    ),
    (
        NewsVariation(5, Variation(swapped=0.5, respelt=0.5), 0.001),
        NewsVariation(6, Variation(swapped=0.5, respelt=0.5), 0.001),
    ),
)
"""Continuations on news: those of a round start from one pipeline and are averaged."""

AVERAGED_ROUNDS = 2
"""How many of the last rounds' means go into the shipped mean."""


def build(shared: Path, folder: Path, target: Path, schedule: Schedule) -> None:
    """Make the pipeline.

    Args:
        shared: Folder that has `corpora`.
        folder: Working folder; finished stages in it are not run again.
        target: Where the packaged pipeline goes, in the place of what is there.
        schedule: FULL or QUICK.
    """
    corpora = shared / "corpora"
    folder.mkdir(parents=True, exist_ok=True)
    syntax, whole = folder / "syntax", folder / "whole"
    if not (folder / "vectors").exists():
        write_vectors(corpora, folder / "vectors")
    if not syntax.exists():
        write_trees(corpora, folder)
        train_pipeline(
            "syntax", folder, syntax, data="trees", steps=schedule.syntax, seed=SEED, rate=0.002
        )
    if not whole.exists():
        write_whole(corpora, folder)
        train_pipeline(
            "names", folder, whole, data="whole", steps=schedule.whole, seed=SEED, rate=0.0015
        )
    means = [whole]
    for number, variations in enumerate(ROUNDS[: schedule.rounds], start=1):
        mean = folder / f"mean-{number}"
        if not mean.exists():
            continued = [
                train_news(corpora, folder, means[-1], variation, schedule.news)
                for variation in variations
            ]
            average(continued).to_disk(mean)
        means.append(mean)
    pack(spacy.load(syntax), average(means[1:][-AVERAGED_ROUNDS:]), target)


def average(paths: Sequence[Path]) -> Language:
    """Load name finders and average them."""
    return average_component([spacy.load(path) for path in paths], "ner")


def train_news(
    corpora: Path, folder: Path, start_from: Path, variation: NewsVariation, steps: int
) -> Path:
    """Train a name finder on with news in front; returns the folder of the outcome."""
    news = folder / f"news-{variation.seed}"
    if not news.exists():
        write_news(corpora, folder, variation)
        train_pipeline(
            "names",
            folder,
            news,
            data=news.name,
            steps=steps,
            seed=variation.seed,
            rate=variation.rate,
            start_from=start_from,
        )
    return news


def write_vectors(corpora: Path, path: Path) -> None:
    """Write an empty pipeline that has the vectors."""
    nlp = spacy.blank("en")
    nlp.vocab.vectors = read_vectors(corpora / "vectors", nlp.vocab)
    nlp.to_disk(path)


def write_trees(corpora: Path, folder: Path) -> None:
    """Write the treebanks, shuffled, as training data; 50 paragraphs are kept to watch it by."""
    vocab = spacy.blank("en").vocab
    treebanks = [corpora / "ud" / f"{name}.conllu" for name in TREEBANKS]
    docs = [doc for treebank in treebanks for doc in read_trees(treebank, vocab)]
    Random(SEED).shuffle(docs)
    DocBin(docs=docs[:50]).to_disk(folder / "trees-dev.spacy")
    DocBin(docs=docs[50:]).to_disk(folder / "trees.spacy")


def write_whole(corpora: Path, folder: Path) -> None:
    """Write the names of all corpora and articles as training data, a part held out."""
    pieces = read_pieces(corpora, read_articles(corpora / "articles"))
    held_out, trained = _part(pieces)
    varied = list(vary(trained, WHOLE_COPIES, Variation(0.25, 0.0), seed=SEED))
    Random(SEED).shuffle(varied)
    nlp = spacy.blank("en")
    write_names(nlp, held_out, folder / "whole-dev.spacy")
    write_names(nlp, varied, folder / "whole.spacy")


def write_news(corpora: Path, folder: Path, news: NewsVariation) -> None:
    """Write the names of news as training data, the articles' open stretches filled in."""
    whole = spacy.load(folder / "whole")
    articles = Filler(read_pieces(corpora, ())).fill(whole, read_articles(corpora / "articles"))
    held_out, trained = _part(read_pieces(corpora, articles))
    varied = list(vary(trained, NEWS_COPIES, news.variation, seed=news.seed))
    Random(news.seed).shuffle(varied)
    write_names(whole, held_out, folder / f"news-{news.seed}-dev.spacy")
    write_names(whole, varied, folder / f"news-{news.seed}.spacy")


def _part(pieces: list[LabelledText]) -> tuple[list[LabelledText], list[LabelledText]]:
    """Held-out pieces and the others; the same ones whatever the articles' spans are."""
    order = list(pieces)
    Random(SEED).shuffle(order)
    count = int(len(order) * HELD_OUT)
    return order[:count], order[count:]
