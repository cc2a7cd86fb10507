"""Lines of words, and which lines hold which words: what a search looks things up in."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from analysis.search.alphabet import Alphabet

# So many lines are found sooner by reading on from the first than by gathering them all.
_MANY = 4_096
_LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Zone:
    """The comparable lines of one group of targets, and the words in them."""

    joined: str
    """Each line as a newline, a space, its words and a space: " mac" stands at word starts
    alone. A last newline ends it."""
    starts: Sequence[int]
    """Where each line begins in `joined`."""
    targets: Sequence[int]
    """Which target of the group each line belongs to; ascending."""
    vocabulary: tuple[str, ...]
    """The distinct words, sorted."""
    holders: tuple[Sequence[int], ...]
    """The numbers of the lines that hold each word of the vocabulary, ascending."""
    counts: tuple[int, ...]
    """How many lines hold the words before each of the vocabulary, added up."""

    def line(self, number: int) -> str:
        """Return a line, with the spaces round its words."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else -1
        return self.joined[self.starts[number] + 1 : end]

    def count(self, prefix: str) -> int:
        """Return how many lines hold words with a prefix; a line counts once for each word."""
        first, last = self._range(prefix)
        return self.counts[last] - self.counts[first]

    def lines_with_prefix(self, prefix: str) -> Iterable[int]:
        """Return the numbers of the lines in which a word has a prefix, ascending."""
        first, last = self._range(prefix)
        if self.counts[last] - self.counts[first] > _MANY:
            return self.lines_with_text(f" {prefix}")
        return self._lines_of(range(first, last))

    def lines_with_word(self, word: str) -> Iterable[int]:
        """Return the numbers of the lines that hold a word, ascending."""
        index = bisect_left(self.vocabulary, word)
        is_known = index < len(self.vocabulary) and self.vocabulary[index] == word
        return self.holders[index] if is_known else ()

    def lines_with_part(self, part: str) -> Iterable[int]:
        """Return the numbers of the lines in which a word holds a part, ascending."""
        words = [index for index, word in enumerate(self.vocabulary) if part in word]
        if sum(len(self.holders[index]) for index in words) > _MANY:
            return self.lines_with_text(part)
        return self._lines_of(words)

    def lines_with_text(self, text: str) -> Iterator[int]:
        """Yield the numbers of the lines that hold some characters, ascending, as it reads."""
        at = self.joined.find(text)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            if number + 1 >= len(self.starts):
                return
            at = self.joined.find(text, self.starts[number + 1])

    def _range(self, prefix: str) -> tuple[int, int]:
        first = bisect_left(self.vocabulary, prefix)
        return first, bisect_left(self.vocabulary, prefix + _LAST_CHARACTER, first)

    def _lines_of(self, words: Iterable[int]) -> list[int]:
        return sorted({number for word in words for number in self.holders[word]})


def make_zone(alphabet: Alphabet, lines: Iterable[tuple[int, str]]) -> Zone:
    """Lay out the lines of a group.

    Args:
        alphabet: How they are compared.
        lines: For each line its target's number, ascending, and its text.
    """
    pieces: list[str] = []
    starts = array("q")
    targets = array("q")
    holders: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
    size = 0
    for number, (target, text) in enumerate(lines):
        words = alphabet.to_words(text)
        piece = f"\n {words} "
        pieces.append(piece)
        starts.append(size)
        targets.append(target)
        size += len(piece)
        for word in set(words.split()):
            holders[word].append(number)
    vocabulary = sorted(holders)
    return Zone(
        "".join([*pieces, "\n"]),
        starts,
        targets,
        tuple(vocabulary),
        tuple(holders[word] for word in vocabulary),
        tuple(accumulate((len(holders[word]) for word in vocabulary), initial=0)),
    )
