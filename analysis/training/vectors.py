"""Cut the word vectors down to what the package can carry. Knows nothing of training."""

import gzip
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from spacy.vocab import Vocab

WIDTH = 72
"""Numbers a vector: the first principal components of the 96 given."""

FORMS = 2
"""Spellings ("scam", "Scam", "SCAM") a word must have in the table. It is the only trace of
how common a word is: nearly all words of news have three, misspellings one."""


def is_word(form: str) -> bool:
    """Whether a form can be a token: letters, or two signs; the tokenizer parts all others."""
    bare = form.replace("'", "").replace("’", "").replace(".", "")
    return bare.isalpha() or len(form) <= 2


def read_vectors(folder: Path, vocab: Vocab) -> Vectors:
    """Read the vectors of the commoner words, one a lower-cased word, reduced to WIDTH.

    Args:
        folder: Has `en_96d.npz` (`data`, `rows`) and `en_96d.words.txt.gz`, in one order.
        vocab: Whose string store the vectors refer to; no string is added to it.
    """
    with np.load(folder / "en_96d.npz") as arrays:
        data = arrays["data"].astype(np.float32)
        rows = arrays["rows"]
    with gzip.open(folder / "en_96d.words.txt.gz", "rt", encoding="utf8") as lines:
        words = lines.read().split("\n")
    rows_of: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for word, row in zip(words, rows, strict=True):
        rows_of[word.lower()][word] = int(row)
    kept = {
        lower: forms.get(lower, min(forms.values()))
        for lower, forms in rows_of.items()
        if is_word(lower) and (len(forms) >= FORMS or len(lower) <= 2)
    }
    used = sorted(set(kept.values()))
    position = {row: at for at, row in enumerate(used)}
    vectors = Vectors(
        strings=vocab.strings, data=reduce_width(data[used]), attr="LOWER", name="en_news"
    )
    for lower, row in kept.items():
        vectors.add(hash_string(lower), row=position[row])
    return vectors


def reduce_width(data: NDArray[np.float32]) -> NDArray[np.float32]:
    """Project rows to their first WIDTH principal components, signs fixed by the largest part."""
    centred = data - data.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    return np.ascontiguousarray(centred @ axes[:WIDTH].T, dtype=np.float32)
