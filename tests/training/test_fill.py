import spacy
from spacy.language import Language

from analysis.training.corpora import LabelledText, NameSpan
from analysis.training.fill import Filler


def pipeline() -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    words = {"Oslo": "ORG", "Lomara": "PERSON", "Sir": "PERSON", "Lee": "PERSON", "NRTI": "ORG"}
    ruler.add_patterns([{"label": label, "pattern": word} for word, label in words.items()])  # type: ignore[attr-defined]
    return nlp


def test_unlisted_people_and_organizations_are_taken_for_something_else() -> None:
    known = LabelledText("Oslo is, sir, sir, sir, sir, sir", (NameSpan(0, 4, "LOC"),))
    article = LabelledText(
        "Sir Lee of Oslo, Lomara and NRTI",
        (NameSpan(0, 3, None), NameSpan(4, 7, "PERSON"), NameSpan(11, 15, None)),
    )
    (filled,) = Filler([known]).fill(pipeline(), [article])
    assert [(filled.text[s.start : s.end], s.label) for s in filled.spans] == [
        ("Lee", "PERSON"),
        ("Oslo", "LOC"),
        ("Lomara", "LOC"),
        ("NRTI", "MISC"),
    ]
