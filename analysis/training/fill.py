"""Fill in what the annotation of the articles leaves open with a pipeline's own reading."""

from collections.abc import Iterator

from spacy.language import Language

from analysis.training.corpora import LabelledText, NameSpan, cut_pieces


def fill_open(nlp: Language, articles: list[LabelledText]) -> Iterator[LabelledText]:
    """Label the places and other names the annotators did not list; close what is no name.

    People and organizations are the annotators' to say: where the pipeline sees one they
    don't list, the stretch stays open, for either may be wrong.

    Returns:
        The articles' paragraphs.
    """
    pieces = [piece for article in articles for piece in cut_pieces(article)]
    for piece, doc in zip(pieces, nlp.pipe([piece.text for piece in pieces]), strict=True):
        spans = [span for span in piece.spans if span.label is not None]
        for name in doc.ents:
            start, end = name.start_char, name.end_char
            if all(end <= span.start or span.end <= start for span in spans):
                label = name.label_ if name.label_ in ("LOC", "MISC") else None
                spans.append(NameSpan(start, end, label))  # type: ignore[arg-type]
        yield LabelledText(piece.text, tuple(sorted(spans, key=lambda s: s.start)), piece.source)
