"""Vary labelled text as newspapers vary: marks, capitals, names, datelines.

All chance comes from the caller's generator.
"""

from collections.abc import Callable, Iterable
from random import Random

from analysis.training.corpora import Label, LabelledText, NameSpan

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


class NameSwapper:
    """Exchanges people and organizations of a text for others of their kind."""

    def __init__(self, texts: Iterable[LabelledText]) -> None:
        """Collect the names of several words, and so surely names, that texts hold."""
        pools: dict[Label, dict[str, None]] = {"PERSON": {}, "ORG": {}}
        for labelled in texts:
            for span in labelled.spans:
                name = labelled.text[span.start : span.end]
                if span.label in pools and name[0].isupper() and 2 <= len(name.split()) <= 7:
                    pools[span.label][name] = None
        self._pools = {label: list(pool) for label, pool in pools.items()}

    def swap(self, labelled: LabelledText, rng: Random) -> LabelledText:
        """Exchange names; one of one word becomes the last word of another, or its initials.

        A name that comes up twice in a text becomes the same other name twice.
        """
        chosen: dict[str, str] = {}
        parts: list[str] = []
        spans: list[NameSpan] = []
        at = length = 0
        for span in labelled.spans:
            name = labelled.text[span.start : span.end]
            if span.label in self._pools and name not in chosen:
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

    def _choose(self, name: str, label: Label, rng: Random) -> str:
        other = rng.choice(self._pools[label])
        if len(name.split()) > 1:
            return other
        if label == "PERSON":
            return other.split()[-1]
        initials = "".join(word[0] for word in other.split() if word[0].isupper())
        return initials if name.isupper() and len(initials) > 1 else name
