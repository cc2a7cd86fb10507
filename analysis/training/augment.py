"""Vary labelled text as newspapers vary: marks, capitals, names, datelines.

All chance comes from the caller's generator.
"""

import re
from collections.abc import Callable, Iterable
from random import Random

from analysis.training.corpora import LabelledText, NameSpan

AGENCIES = "CNN AP AFP Reuters ANI PTI Xinhua Bernama IANS dpa EFE TASS BBC".split()
"""News agencies as they stand in datelines."""

CITIES = [
    city.replace("_", " ")
    for city in (
        "Paris London Berlin Moscow Kyiv Cairo Nairobi Lagos Delhi Tokyo Seoul Manila Lima "
        "Bogota Caracas Washington Brussels Geneva Beirut Baghdad Tehran Kabul Dhaka Jakarta "
        "Canberra Ottawa Madrid Rome Athens Ankara Warsaw Prague Accra Harare Johannesburg "
        "Windhoek Kigali Hong_Kong New_Delhi Kuala_Lumpur Tel_Aviv Buenos_Aires Addis_Ababa"
    ).split()
]
"""Cities as they stand in datelines."""


def change_marks(labelled: LabelledText, rng: Random) -> LabelledText:
    """Make straight quotes and hyphens typographic, sign for sign, or leave the text alone."""
    if rng.random() < 0.5:
        return labelled
    dash = rng.choice("–—-")
    named = {at for span in labelled.spans for at in range(span.start, span.end)}
    signs: list[str] = []
    text = labelled.text
    for at, sign in enumerate(text):
        before = text[at - 1] if at else " "
        if sign == '"':
            signs.append("“" if before in " \n([—–" else "”")
        elif sign == "'":
            signs.append("‘" if before in ' \n([—–“"' else "’")
        elif sign == "-" and text[at - 1 : at + 2] == " - " and at not in named:
            signs.append(dash)
        else:
            signs.append(sign)
    return LabelledText("".join(signs), labelled.spans, labelled.source)


def change_case(labelled: LabelledText, change: Callable[[str], str]) -> LabelledText:
    """Write the whole text large or small; a text whose length this changes is left alone."""
    text = change(labelled.text)
    if len(text) != len(labelled.text):
        return labelled
    return LabelledText(text, labelled.spans, labelled.source)


def add_dateline(labelled: LabelledText, rng: Random) -> LabelledText:
    """Put a dateline before a text. City and agency written as one word are no name."""
    city, agency = rng.choice(CITIES), rng.choice(AGENCIES)
    if rng.random() < 0.3:
        city = city.upper()
    dash = rng.choice("–—-")
    form = rng.choice(("glued", "bracket", "comma", "alone"))
    spans = [NameSpan(0, len(city), "LOC")]
    if form == "glued":
        head, spans = f"{city}{agency} {dash} ", []
    elif form == "alone":
        head = f"{city} {dash} "
    else:
        join = " (" if form == "bracket" else ", "
        head = f"{city}{join}{agency}{')' if form == 'bracket' else ''} {dash} "
        at = len(city) + len(join)
        spans.append(NameSpan(at, at + len(agency), "ORG"))
    spans.extend(NameSpan(s.start + len(head), s.end + len(head), s.label) for s in labelled.spans)
    return LabelledText(head + labelled.text, tuple(spans), labelled.source)


LONGEST_NAME = 7
"""Words of the longest name that is put in another's place."""


class NameSwapper:
    """Exchanges people and organizations of a text for others of their kind."""

    def __init__(self, texts: Iterable[LabelledText]) -> None:
        """Collect the names texts hold; of people only those of several words."""
        pools: dict[tuple[str, bool], dict[str, None]] = {
            ("PERSON", True): {},
            ("ORG", True): {},
            ("ORG", False): {},
        }
        for labelled in texts:
            for span in labelled.spans:
                name = labelled.text[span.start : span.end]
                kind = (span.label or "", " " in name)
                if kind in pools and name[0].isupper() and len(name.split()) <= LONGEST_NAME:
                    pools[kind][name] = None
        self._pools = {kind: list(pool) for kind, pool in pools.items()}

    def swap(self, labelled: LabelledText, rng: Random) -> LabelledText:
        """Exchange names, long for long and short for short; a person's is short as a last word.

        A name that comes up twice in a text becomes the same other name twice.
        """
        chosen: dict[str, str] = {}
        parts: list[str] = []
        spans: list[NameSpan] = []
        at = length = 0
        for span in labelled.spans:
            name = labelled.text[span.start : span.end]
            if span.label in ("PERSON", "ORG") and name not in chosen:
                chosen[name] = self._choose(name, span.label, rng)
            other = chosen.get(name, name)
            gap = labelled.text[at : span.start]
            parts += [gap, other]
            length += len(gap)
            spans.append(NameSpan(length, length + len(other), span.label))
            length += len(other)
            at = span.end
        parts.append(labelled.text[at:])
        return LabelledText("".join(parts), tuple(spans), labelled.source)

    def _choose(self, name: str, label: str, rng: Random) -> str:
        is_long = " " in name
        pool = self._pools[(label, is_long or label == "PERSON")]
        if not pool:
            return name
        other = rng.choice(pool)
        return other.split()[-1] if label == "PERSON" and not is_long else other


class Respeller:
    """Makes words of names new to the pipeline: it must judge them by their ends and neighbours.

    A rare name met in each round of training is soon known by heart, and the pipeline never
    learns what to do with one it has not met, of which news is full.
    """

    def __init__(self, texts: Iterable[LabelledText]) -> None:
        """Collect the words that are written small somewhere, which keep their spelling."""
        self._common = {
            word for labelled in texts for word in re.findall(r"\b[a-z]+\b", labelled.text)
        }

    def respell(self, labelled: LabelledText, rng: Random) -> LabelledText:
        """Change inner letters of names' words, vowel for vowel; first and last three stay.

        Half the longer words of names change, each the same way wherever it comes up.
        """
        text = labelled.text
        chosen: dict[str, str] = {}
        parts: list[str] = []
        at = 0
        for span in labelled.spans:
            if span.label is None:
                continue
            for match in re.finditer(r"[^\W\d_]{5,}", text[span.start : span.end]):
                word = match[0]
                if word not in chosen:
                    keeps = rng.random() < 0.5 or word.lower() in self._common
                    chosen[word] = word if keeps or not word.istitle() else _respell(word, rng)
                parts += [text[at : span.start + match.start()], chosen[word]]
                at = span.start + match.end()
        parts.append(text[at:])
        return LabelledText("".join(parts), labelled.spans, labelled.source)


def _respell(word: str, rng: Random) -> str:
    inner = "".join(
        rng.choice("aeiou") if letter in "aeiou" else rng.choice("bdfghklmnprstvz")
        for letter in word[1:-3]
    )
    return word[0] + inner + word[-3:]
