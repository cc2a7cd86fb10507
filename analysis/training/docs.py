"""Turn labelled text into spaCy Docs with names. Reads no corpus by itself."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from analysis.training.corpora import LabelledText


def make_name_doc(nlp: Language, labelled: LabelledText) -> Doc:
    """Tokenize a labelled text and set its names.

    A name whose edges fall inside tokens is left open, as are the open stretches.
    """
    doc = nlp.make_doc(labelled.text)
    names: list[Span] = []
    open_spans: list[Span] = []
    for span in labelled.spans:
        exact = doc.char_span(span.start, span.end, label=span.label or "")
        if exact is not None and span.label is not None:
            names.append(exact)
            continue
        around = doc.char_span(span.start, span.end, alignment_mode="expand")
        if around is not None:
            open_spans.append(around)
    taken = {token.i for name in names for token in name}
    open_tokens = sorted({t.i for span in open_spans for t in span} - taken)
    doc.set_ents(names, missing=[doc[i : i + 1] for i in open_tokens], default="outside")
    return doc
