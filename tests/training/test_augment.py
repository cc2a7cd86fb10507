import re
from random import Random

from analysis.training.augment import NameSwapper, Respeller, add_dateline, change_marks
from analysis.training.corpora import LabelledText, NameSpan

TEXT = LabelledText(
    'Ann Lee said: "I\'m in Oslo." Lee left.',
    (NameSpan(0, 7, "PERSON"), NameSpan(22, 26, "LOC"), NameSpan(29, 32, "PERSON")),
)


def test_marks_turn_typographic_sign_for_sign() -> None:
    changed = {change_marks(TEXT, Random(seed)).text for seed in range(8)}
    assert changed == {TEXT.text, "Ann Lee said: “I’m in Oslo.” Lee left."}


def test_exchanged_names_stay_under_their_spans() -> None:
    other = LabelledText("Maria de la Cruz", (NameSpan(0, 16, "PERSON"),))
    swapped = NameSwapper([other]).swap(TEXT, Random(0))
    assert swapped.text == 'Maria de la Cruz said: "I\'m in Oslo." Cruz left.'
    names = [swapped.text[span.start : span.end] for span in swapped.spans]
    assert names == ["Maria de la Cruz", "Oslo", "Cruz"]


def test_a_dateline_moves_the_names_behind_it() -> None:
    for seed in range(20):
        dated = add_dateline(TEXT, Random(seed))
        assert dated.text.endswith(TEXT.text)
        people = [dated.text[s.start : s.end] for s in dated.spans if s.label == "PERSON"]
        assert people == ["Ann Lee", "Lee"]


def test_respelt_names_keep_their_length_and_ends_and_common_words_their_spelling() -> None:
    text = "Ministry of Kalmida. Kalmida"
    article = LabelledText(text, (NameSpan(0, 19, "ORG"), NameSpan(21, 28, "PERSON")))
    respeller = Respeller([LabelledText("a ministry", ())])
    respelt = {respeller.respell(article, Random(seed)).text for seed in range(20)}
    for changed in respelt:
        first, second = re.fullmatch(r"Ministry of (K\w{3}ida)\. (K\w{3}ida)", changed).groups()  # type: ignore[union-attr]
        assert first == second
    assert len(respelt) > 2
