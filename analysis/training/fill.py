"""Fill in what the annotation of the articles leaves open, by a pipeline's own reading.

The annotators list every person and organization. So what a pipeline takes for one and
they don't list is almost always something else: a place, an event, a capitalised word.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Span

from analysis.training.corpora import TWEETS, Label, LabelledText, NameSpan, cut_pieces

OTHERWISE: dict[str, Label] = {"LOC": "LOC", "MISC": "MISC", "PERSON": "LOC", "ORG": "MISC"}
"""What an unlisted name is, by what the pipeline takes it for. Of ninety such names read through,
most "people" were places and most "organizations" events, laws or abbreviations."""

COMMON_COUNT = 5
"""How often a word is written small in the corpora to be no name where it is written large."""


class Filler:
    """Knows the places and other names of the corpora, and the words that are no names."""

    def __init__(self, texts: Iterable[LabelledText]) -> None:
        """Read through the corpora; what tweets write small proves nothing."""
        labels: defaultdict[str, Counter[Label]] = defaultdict(Counter)
        small: Counter[str] = Counter()
        for labelled in texts:
            if labelled.source not in TWEETS:
                small.update(re.findall(r"\b[a-z]\w+", labelled.text))
            for span in labelled.spans:
                if span.label is not None:
                    labels[labelled.text[span.start : span.end]][span.label] += 1
        self._known = {name: counts.most_common(1)[0][0] for name, counts in labels.items()}
        self._common = {word for word, count in small.items() if count >= COMMON_COUNT}

    def fill(self, nlp: Language, articles: Iterable[LabelledText]) -> Iterator[LabelledText]:
        """Label the places and other names of articles; close what is no name.

        Returns:
            The articles' paragraphs. Open in them is only what the corpora mostly call a
            person or an organization, though the annotators don't ("on Twitter").
        """
        pieces = [piece for article in articles for piece in cut_pieces(article)]
        for piece, doc in zip(pieces, nlp.pipe([piece.text for piece in pieces]), strict=True):
            spans = [span for span in piece.spans if span.label is not None]
            for name in doc.ents:
                start, end = name.start_char, name.end_char
                is_free = all(end <= span.start or span.end <= start for span in spans)
                if is_free and not self._is_word(name):
                    spans.append(NameSpan(start, end, self._judge(name)))
            ordered = tuple(sorted(spans, key=lambda span: span.start))
            yield LabelledText(piece.text, ordered, piece.source)

    def _is_word(self, name: Span) -> bool:
        """Whether it is a common word written large, as at a sentence's start."""
        return name.text not in self._known and name.text.lower() in self._common

    def _judge(self, name: Span) -> Label | None:
        """What an unlisted name is; None where that stays open."""
        label = self._known.get(name.text, OTHERWISE[name.label_])
        return label if label in ("LOC", "MISC") else None
