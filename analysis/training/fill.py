"""Fill in what the annotation of the articles leaves open, by a pipeline's own reading.

The annotators list every person and organization. So what a pipeline takes for one and
they don't list is almost always something else: a place, an event, a capitalised word.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Span

from analysis.training.corpora import Label, LabelledText, NameSpan, cut_pieces

OTHERWISE: dict[str, Label] = {"LOC": "LOC", "MISC": "MISC", "PERSON": "LOC", "ORG": "MISC"}
"""What an unlisted name is, by what the pipeline takes it for. Of 300 such names read through,
most "people" were places ("Turkana") and most "organizations" events, laws or abbreviations."""

COMMON_COUNT = 5
"""How often a word is written small in the corpora to be no name where it is written large."""


class Filler:
    """Knows the places and other names of the corpora, and the words that are no names."""

    def __init__(self, texts: Iterable[LabelledText]) -> None:
        """Read through labelled texts; tweets are best left out, for they write names small."""
        labels: defaultdict[str, Counter[Label]] = defaultdict(Counter)
        small: Counter[str] = Counter()
        for labelled in texts:
            small.update(re.findall(r"\b[a-z]\w+", labelled.text))
            for span in labelled.spans:
                if span.label is not None:
                    labels[labelled.text[span.start : span.end]][span.label] += 1
        self._known = {
            name: label
            for name, counts in labels.items()
            if (label := counts.most_common(1)[0][0]) in ("LOC", "MISC")
        }
        self._common = {word for word, count in small.items() if count >= COMMON_COUNT}

    def fill(self, nlp: Language, articles: Iterable[LabelledText]) -> Iterator[LabelledText]:
        """Label the places and other names of articles; close what is no name.

        Returns:
            The articles' paragraphs, nothing left open.
        """
        pieces = [piece for article in articles for piece in cut_pieces(article)]
        for piece, doc in zip(pieces, nlp.pipe([piece.text for piece in pieces]), strict=True):
            spans = [span for span in piece.spans if span.label is not None]
            for name in doc.ents:
                start, end = name.start_char, name.end_char
                label = self._judge(name)
                if label and all(end <= span.start or span.end <= start for span in spans):
                    spans.append(NameSpan(start, end, label))
            ordered = tuple(sorted(spans, key=lambda span: span.start))
            yield LabelledText(piece.text, ordered, piece.source)

    def _judge(self, name: Span) -> Label | None:
        """What an unlisted name is; None for a word that is none."""
        if name.text in self._known:
            return self._known[name.text]
        is_word = name.text.lower() in self._common
        return None if is_word else OTHERWISE[name.label_]
