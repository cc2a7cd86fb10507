"""Join the trained parts into the pipeline we ship, and leave out what loading it does not need."""

import json
import shutil
from pathlib import Path

import spacy
from spacy.language import Language
from srsly import msgpack_loads  # type: ignore[import-untyped]

SOURCES = (
    ("CrossNER", "MIT"),
    ("Re-DocRED (dev, test)", "MIT"),
    ("Groningen Meaning Bank, names", "texts public domain"),
    ("Malaysian English News", "MIT"),
    ("Broad Twitter Corpus", "CC BY 4.0"),
    ("WNUT 2017", "CC BY 4.0"),
    ("Universal NER, EWT (dev, test)", "CC BY-SA 4.0"),
    ("GUM", "CC BY 4.0, CC BY-SA 3.0"),
    ("WikiGold", "CC BY 4.0"),
    ("re3d", "public domain, OGL, CC BY, CC BY-SA"),
    ("UD English EWT", "CC BY-SA 4.0"),
    ("UD English GUM (open part)", "CC BY 4.0, CC BY-SA 3.0"),
    ("Explosion English vectors", "CC0"),
    ("Annotated news articles", "own annotation; no text reproduced"),
)
"""What the pipeline learned from, and the licence its publisher states."""

LICENCE = "MIT (code and weights); data licences: see sources"


def pack(syntax: Language, names: Language, target: Path) -> None:
    """Write one pipeline of both in the place of `target`, whole or not at all.

    Args:
        syntax: Has the tagger, parser and lemmatizer, and the vectors.
        names: Has `ner`, trained over the same vectors.
        target: A folder; what is in it is replaced, but for the model card.
    """
    # Behind the parser, no name could run over a sentence end it puts in the wrong place.
    syntax.add_pipe("ner", source=names, first=True)
    syntax.config["paths"] = {}
    syntax.config["training"] = {}
    syntax.config["corpora"] = {}
    syntax.config["initialize"] = {}
    syntax.meta.update(describe())
    fresh = target.with_name(f"{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    syntax.to_disk(fresh)
    (fresh / "vocab" / "strings.json").write_text(json.dumps(needed_strings(syntax)), "utf8")
    card = target / "README.md"
    if card.exists():
        shutil.copy(card, fresh)
    old = target.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def describe() -> dict[str, object]:
    """The entries of meta.json that are ours to say."""
    return {
        "lang": "en",
        "name": "en_news",
        "version": "0.1.0",
        "description": "English news: people, organizations, places; tags, lemmas, trees.",
        "author": "the newsreader authors",
        "license": LICENCE,
        "sources": [{"name": name, "license": licence} for name, licence in SOURCES],
        "spacy_version": ">=3.8,<3.9",
    }


def needed_strings(nlp: Language) -> list[str]:
    """Strings that the parts of a pipeline look up by their hash; words of the corpora are none.

    Each word met in training is in the string store, 2 MB that nothing asks for.
    """
    needed = set(spacy.blank("en").vocab.strings)
    for labels in nlp.pipe_labels.values():
        needed.update(labels)
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if lemmatizer is not None:
        trees = msgpack_loads(lemmatizer.trees.to_bytes())  # type: ignore[attr-defined]
        for tree in trees["trees"]:
            needed.update(nlp.vocab.strings[tree[key]] for key in ("orig", "subst") if key in tree)
    return sorted(needed)
