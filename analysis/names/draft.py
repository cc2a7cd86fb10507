"""The working sheet the rules share: an article's words as plain lists, and the candidate names.

Reading a spaCy token's attributes costs more than reading a list, so the words are copied once.
Positions here are tokens; `find_entities` turns them into characters at the end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from analysis.names.bodies import SMALL_WORDS
from analysis.names.peoples import ABBREVIATED_PLACES, PEOPLES, PLACES
from analysis.schema import Article, EntityKind, Span
from analysis.spans import token_starts

KIND_OF_LABEL: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "MISC": "other",
    "NORP": "other",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
"""What the labels of English pipelines mean to a reader; dates and amounts are left out."""

HYPHENS = frozenset("-‐‑–")
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
QUOTE_MARKS = frozenset("\"'“”‘’«»„‚`")
_WORD = re.compile(r"\w")

Key = tuple[str, ...]
"""A name's bare lower-case words, by which mentions are compared."""


@dataclass(slots=True)
class Candidate:
    """A run of tokens that may be a name, with what speaks for each kind."""

    start: int
    """Its first token."""
    end: int
    """The token behind its last one."""
    votes: dict[EntityKind, float] = field(default_factory=dict)
    """Weight of the evidence for each kind; the model's own label counts 1."""
    grounds: set[str] = field(default_factory=set)
    """What spoke for which kind, as "rule:kind"."""
    kind: EntityKind | None = None
    """The kind it is taken for; None until the vote."""

    @property
    def best(self) -> EntityKind:
        """The kind with most votes; on a tie the one that was voted for first."""
        return max(self.votes, key=self.votes.__getitem__)


class Draft:
    """An article's words and the candidates found so far.

    Rules read the lists and change `candidates` through `add`, `move` and `drop` alone.
    """

    def __init__(self, doc: Doc, article: Article) -> None:
        self.doc = doc
        self.article = article
        self.words: list[str] = [token.text for token in doc]
        self.starts: list[int] = token_starts(doc)
        self.size = len(self.words)
        self.lower = [word.lower() for word in self.words]
        self.bare = self._find_bare()
        self.is_space = [word.isspace() for word in self.words]
        self.is_capital = [_is_capital(word) for word in self.words]
        self.is_glued = self._find_glued()
        self.opens = self._find_openings()
        self.paragraph = self._find_paragraphs()
        self.copied_from = self._find_copies()
        self.candidates: dict[tuple[int, int], Candidate] = {}
        self.rule = "model"
        self.long_forms: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.runs = self._find_runs()
        self.run_end: dict[int, int] = {
            index: end for start, end in self.runs for index in range(start, end)
        }

    def add(self, start: int, end: int, kind: EntityKind, weight: float) -> None:
        """Speak for a kind at a place; makes the candidate if there is none yet.

        A paragraph that stands in the article already is no new evidence: nothing is added there.
        """
        if start >= end or self.copied_from[start] is not None:
            return
        found = self.candidates.get((start, end))
        if found is None:
            found = self.candidates[start, end] = Candidate(start, end)
        found.votes[kind] = found.votes.get(kind, 0.0) + weight
        found.grounds.add(f"{self.rule}:{kind}")

    def overrule(self, candidate: Candidate, kind: EntityKind, weight: float) -> None:
        """Set all that was said of a candidate's kind aside."""
        candidate.votes = {kind: weight}
        candidate.grounds.add(f"{self.rule}:{kind}")

    def drop(self, candidate: Candidate) -> None:
        """Take a candidate out; nothing happens if it is out already."""
        self.candidates.pop((candidate.start, candidate.end), None)

    def move(self, candidate: Candidate, start: int, end: int) -> None:
        """Give a candidate new edges; it joins one that is there, and goes if nothing is left.

        White space at its edges is left out.
        """
        while start < end and self.is_space[start]:
            start += 1
        while start < end and self.is_space[end - 1]:
            end -= 1
        if (start, end) == (candidate.start, candidate.end):
            return
        self.drop(candidate)
        if start >= end:
            return
        home = self.candidates.setdefault((start, end), Candidate(start, end))
        for kind, weight in candidate.votes.items():
            home.votes[kind] = home.votes.get(kind, 0.0) + weight
        home.grounds |= candidate.grounds

    def in_order(self) -> list[Candidate]:
        """Return the candidates by first token, the longer first."""
        return [
            self.candidates[at] for at in sorted(self.candidates, key=lambda at: (at[0], -at[1]))
        ]

    def key(self, start: int, end: int) -> Key:
        """Return the words by which two mentions are compared: lower case, no full stops."""
        return tuple(self.bare[start:end])

    def span(self, start: int, end: int) -> Span:
        """Return the characters that a run of tokens covers."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.words[end - 1]))

    def text(self, start: int, end: int) -> str:
        """Return the article's words for a run of tokens, on one line."""
        return " ".join(self.span(start, end).of(self.article.text).split())

    def word(self, index: int) -> str:
        """Return a bare lower-case word, "" outside the text."""
        return self.bare[index] if 0 <= index < self.size else ""

    def is_place(self, start: int, end: int) -> bool:
        """Say whether the words are a country, city or region of the lexicon."""
        if end - start == 1 and self.bare[start] in ABBREVIATED_PLACES:
            return self.words[start].isupper()
        return self.is_capital[start] and " ".join(self.bare[start:end]) in PLACES

    def is_people(self, index: int) -> bool:
        """Say whether a word is one for a people or what belongs to it ("French")."""
        return self.is_capital[index] and self.bare[index] in PEOPLES

    def _find_bare(self) -> list[str]:
        """For each token, its lower-case word without its full stop; "H E" is twice "h.e"."""
        bare = [word.rstrip(".") or word for word in self.lower]
        for index in range(self.size - 2):
            if self.words[index : index + 2] == ["H", "E"] and self.words[index + 2][0].isupper():
                bare[index] = bare[index + 1] = "h.e"  # "His Excellency"
        return bare

    def _find_glued(self) -> list[bool]:
        """For each token, whether it follows the one before without white space."""
        ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        return [False] + [start == end for start, end in zip(self.starts[1:], ends, strict=False)]

    def _find_openings(self) -> list[bool]:
        """For each token, whether a sentence, a line or quoted words begin with it."""
        opens = [False] * self.size
        fresh = True
        for index, word in enumerate(self.words):
            if self.is_space[index]:
                fresh = fresh or "\n" in word
                continue
            opens[index] = fresh
            if word in ".!?:…" or (word in QUOTE_MARKS and not self.is_glued[index]):
                fresh = True
            elif word not in QUOTE_MARKS and word not in ")]":
                fresh = False
        return opens

    def _find_paragraphs(self) -> list[int]:
        """For each token, the number of the paragraph it stands in."""
        bounds = [span.start for span in self.article.paragraphs]
        return [bisect_right(bounds, start) - 1 for start in self.starts]

    def _find_copies(self) -> list[int | None]:
        """For each token of a paragraph that repeats an earlier one, the same token of that one."""
        copies: list[int | None] = [None] * self.size
        first_token: dict[int, int] = {}
        for index in range(self.size - 1, -1, -1):
            if not self.is_space[index]:
                first_token[self.paragraph[index]] = index
        known: dict[str, int] = {}
        for number, span in enumerate(self.article.paragraphs):
            start = first_token.get(number, self.size)
            first = known.setdefault(span.of(self.article.text), start)
            offset = 0
            while (
                first < start
                and start + offset < self.size
                and self.paragraph[start + offset] == number
                and self.words[start + offset] == self.words[first + offset]
            ):
                copies[start + offset] = first + offset
                offset += 1
        return copies

    def own_words(self) -> list[str]:
        """Return the bare words without those of repeated paragraphs."""
        return [
            bare for bare, source in zip(self.bare, self.copied_from, strict=True) if source is None
        ]

    def _find_runs(self) -> list[tuple[int, int]]:
        """Find the stretches of capitalised words, hyphens and ampersands inside them."""
        runs: list[tuple[int, int]] = []
        index = 0
        while index < self.size:
            if not self.is_capital[index]:
                index += 1
                continue
            start = index
            index += 1
            while index < self.size:
                if self.is_capital[index]:
                    index += 1
                elif self._is_link(index):
                    index += 2
                else:
                    break
            runs.append((start, index))
        return runs

    def _is_link(self, index: int) -> bool:
        """Say whether a sign joins the words beside it: a hyphen within a word, "&"."""
        if index + 1 >= self.size or not _WORD.match(self.words[index + 1]):
            return False
        if self.words[index] in HYPHENS:
            is_inside = self.is_glued[index] and self.is_glued[index + 1]
            follows = self.words[index + 1]
            is_name = self.is_capital[index + 1] or not is_adjectival(follows)
            return is_inside and self.words[index] != "–" and len(follows) > 1 and is_name
        return self.words[index] == "&" and self.is_capital[index + 1]


_ADJECTIVAL = frozenset(
    "led based born era style run like wide owned type made bound linked held only free "
    "level old long term year day month week hour non pro anti one two three first man up "
    "down in on off by and of the to year-old side seat kind class time list wing hit torn "
    "themed goer goers speaking".split()
)


def is_adjectival(word: str) -> bool:
    """Say whether a word behind a hyphen makes a description of a name: "US-led", "Oslo-based"."""
    return word in _ADJECTIVAL or word.endswith(("ed", "ing", "backed")) or len(word) > 7


def _is_capital(word: str) -> bool:
    """Say whether a word is written as a name's: "Macron", "EU", "iPhone", "al-Sisi"."""
    if word[0].isupper():
        return True
    if not word[0].isalpha() or word.islower():
        return False
    if len(word) > 2 and word[1].isupper():
        return True
    return any(mark in word for mark in "-'’") and any(letter.isupper() for letter in word)


def initials_of(key: tuple[str, ...]) -> str:
    """Return the first letters of a name's words, small words left out."""
    parts = [part for word in key for part in word.split("-") if part and part not in SMALL_WORDS]
    return "".join(part[0] for part in parts if part[0].isalnum())
