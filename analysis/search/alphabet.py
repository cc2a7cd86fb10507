"""Make texts and queries comparable: folded, and every mark a space. Knows the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.schema import Span
from analysis.text import Folded, fold


@dataclass(frozen=True, slots=True)
class Comparable:
    """A text as queries see it: letters and digits folded, everything else spaces."""

    text: str
    """What is searched in."""
    folded: Folded | None
    """The way back to the original; None where the two run in step."""

    def to_original(self, start: int, end: int) -> Span:
        """Return the stretch of the original text that a stretch of this one came from."""
        span = Span(start, end)
        return self.folded.to_original(span) if self.folded else span


@dataclass(frozen=True, slots=True)
class Alphabet:
    """How each character of an index's texts is compared."""

    table: Mapping[int, str]
    """What each character becomes, by code point, for `str.translate`."""
    uneven: frozenset[str]
    """The characters that become none, or several."""

    def to_words(self, text: str) -> str:
        """Return a text's words as queries see them, joined by single spaces."""
        return " ".join(text.translate(self.table).split())

    def compare(self, text: str) -> Comparable:
        """Return a text as queries see it, offsets kept or mapped."""
        if self.uneven.isdisjoint(text):
            return Comparable(text.translate(self.table), None)
        folded = fold(text)
        return Comparable("".join(map(_letter_or_space, folded.text)), folded)


def make_alphabet(texts: Iterable[str]) -> Alphabet:
    """Return the alphabet of some texts; other characters are left as they are."""
    table: dict[int, str] = {}
    uneven: set[str] = set()
    for character in set().union(*texts):
        folded = "".join(map(_letter_or_space, fold(character).text))
        # "…" folds to three full stops: spaces all, so one will do.
        folded = " " if folded and not folded.strip() else folded
        table[ord(character)] = folded
        if len(folded) != 1:
            uneven.add(character)
    return Alphabet(table, frozenset(uneven))


def to_query_words(query: str) -> tuple[str, ...]:
    """Return the words of a query as they are compared; none for one without letters."""
    return tuple("".join(map(_letter_or_space, fold(query).text)).split())


def _letter_or_space(character: str) -> str:
    return character if character.isalnum() else " "
