"""Names in lines whose words are all written large: headlines, headings, cries.

Capitals tell nothing there, so what the text below names is looked for instead.
"""

from __future__ import annotations

from analysis.names.bodies import PREFIX_HEADS, SMALL_WORDS, SUFFIX_HEADS
from analysis.names.draft import Candidate, Draft, Key
from analysis.names.given import GIVEN_NAMES
from analysis.names.words import PARTICLES
from analysis.schema import EntityKind

_LONG_WORD = 4
_LEAST_WORDS = 4
_MOST_SMALL = 0.1
_WEIGHT = 0.5
_LONGEST_BODY = 3


def names_in_headings(draft: Draft) -> None:
    """A line in large letters names whom the text names: "Mara Holm Slams Oslo" has "Mara Holm".

    A name that the text does not know loses the plain words at its edges: words that stand in lower
    case elsewhere, and what the tagger takes for verbs.
    """
    inside = [False] * draft.size
    for start, end in find_headings(draft):
        inside[start:end] = [True] * (end - start)
    known = _Known(draft, inside)
    for one in draft.in_order():
        if not inside[one.start] or known.kind(one.start, one.end) is not None:
            continue
        is_sentence = any(draft.doc[at].pos_ == "AUX" for at in range(one.start, one.end))
        if _is_one_name(draft, one) and not is_sentence:
            continue
        names = known.names(one)
        if not names and not is_sentence:
            draft.move(one, *known.without_plain_words(one))
            continue
        draft.drop(one)
        for start, end in names:
            draft.add(start, end, known.kind(start, end) or one.best, _WEIGHT)


def find_headings(draft: Draft) -> list[tuple[int, int]]:
    """Return the paragraphs, as runs of tokens, in which nearly every longer word is large."""
    found = []
    start = 0
    while start < draft.size:
        end = start
        while end < draft.size and draft.paragraph[end] == draft.paragraph[start]:
            end += 1
        words = [
            index
            for index in range(start, end)
            if len(draft.words[index]) >= _LONG_WORD and draft.words[index][0].isalpha()
        ]
        small = sum(not draft.is_capital[index] for index in words)
        if len(words) >= _LEAST_WORDS and small <= _MOST_SMALL * len(words):
            found.append((start, end))
        start = end
    return found


def _is_one_name(draft: Draft, one: Candidate) -> bool:
    """Say whether the words are joined as one name's are: "Omar bin Salim", "Holm College"."""
    words = draft.bare[one.start : one.end]
    is_body = words[-1] in SUFFIX_HEADS and len(words) <= _LONGEST_BODY
    return is_body or not PARTICLES.isdisjoint(words[1:])


class _Known:
    """What the rest of the article names, and which words it writes small."""

    def __init__(self, draft: Draft, inside: list[bool]) -> None:
        self._draft = draft
        self._kinds: dict[Key, EntityKind] = {}
        self._plain = {word for word in draft.words if word.islower()}
        for one in draft.in_order():
            if not inside[one.start]:
                self._kinds.setdefault(draft.key(one.start, one.end), one.best)

    def kind(self, start: int, end: int) -> EntityKind | None:
        """Return what a name stands for, None if the rest of the article does not have it."""
        return self._kinds.get(self._draft.key(start, end))

    def names(self, one: Candidate) -> list[tuple[int, int]]:
        """Return the known names within a longer one, in order.

        A single word counts where a name may begin: "Holm Slams Oslo" has "Holm", "Ana Holm" not.
        """
        found: list[tuple[int, int]] = []
        start = one.start
        while start < one.end:
            may_be_one_word = start == one.start or bool(found)
            stop = self._name_from(start, one.end, may_be_one_word)
            if stop > start:
                found.append((start, stop))
            start = max(stop, start + 1)
        return found

    def _name_from(self, start: int, end: int, may_be_one_word: bool) -> int:
        """Return where a known name that begins at a token ends; the token itself for none."""
        for stop in range(end, start, -1):
            kind = self.kind(start, stop)
            if stop - start > 1 and kind is not None:
                return stop
            if stop - start == 1 and may_be_one_word and kind in ("person", "organization"):
                return stop
        return start

    def without_plain_words(self, one: Candidate) -> tuple[int, int]:
        """Return where a name begins and ends without the plain words at its edges."""
        start, end = one.start, one.end
        while start < end and self._is_plain(start):
            start += 1
        while end > start and self._is_plain(end - 1):
            end -= 1
        return start, end

    def _is_plain(self, index: int) -> bool:
        word = self._draft.bare[index]
        if not self._draft.is_capital[index] or word in _IN_NAMES:
            return False
        return word in self._plain or self._draft.doc[index].pos_ in ("VERB", "AUX")


_IN_NAMES = SUFFIX_HEADS | PREFIX_HEADS | GIVEN_NAMES | PARTICLES | SMALL_WORDS
"""Words that names are made of, though many are written small elsewhere."""
