"""Tell which words of an article a misspelt word may have meant. The one user of rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence

_SHORTEST = 4
_MOST_WORDS = 8


def find_respelled(vocabulary: Sequence[str], word: str) -> dict[str, int]:
    """Find the words nearest to one by optimal string alignment (Damerau 1964).

    One letter added, dropped, changed or swapped with its neighbour counts 1. Words of four
    and five letters may differ by 1, longer ones by 2 if they begin with the same letter.

    Returns:
        At most eight words and their distances, all the least distance there is. Empty for a
        word of under four letters.
    """
    if len(word) < _SHORTEST:
        return {}
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    nearest = extract(
        word,
        vocabulary,
        scorer=OSA.distance,
        score_cutoff=1 if len(word) < 6 else 2,
        limit=4 * _MOST_WORDS,
    )
    near = {
        choice: int(distance)
        for choice, distance, _ in nearest
        if distance < 2 or choice[0] == word[0]
    }
    least = min(near.values(), default=0)
    return dict([pair for pair in near.items() if pair[1] == least][:_MOST_WORDS])


def find_begun(vocabulary: Sequence[str], word: str) -> dict[str, int]:
    """Find the words that begin nearly like one that is still being typed ("lavor": lavrov).

    Returns:
        At most eight words whose first letters, as many as there are, differ by 1, and that 1.
        Empty for a word of under four letters.
    """
    if len(word) < _SHORTEST:
        return {}
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    begun = [choice[: len(word)] for choice in vocabulary]
    nearest = extract(word, begun, scorer=OSA.distance, score_cutoff=1, limit=_MOST_WORDS)
    return {vocabulary[index]: 1 for _, _, index in nearest}
