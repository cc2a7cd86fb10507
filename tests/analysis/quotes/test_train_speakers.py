from __future__ import annotations

import pytest

from analysis.quotes.model import weigh
from analysis.training.speaker_fit import Judged, fit_choice, fit_logistic, fit_trust
from analysis.training.speaker_lessons import Question


def _question(right: tuple[str, ...], wrong: tuple[str, ...]) -> Question:
    return Question([(right, ()), (wrong, ())], [True, False])


def test_a_feature_that_tells_the_right_option_gains_weight() -> None:
    questions = [_question(("near",), ("far",)) for _ in range(20)]

    weights = fit_choice(questions)

    assert weights["near"] > 0.5 > -0.5 > weights["far"]


def test_a_feature_never_seen_keeps_what_was_known_before() -> None:
    questions = [_question(("near",), ("far",))]

    weights = fit_choice(questions, prior={"signed": 4.0})

    assert weights["signed"] == 4.0


def test_words_are_told_from_terms_by_their_features() -> None:
    weights = fit_logistic([(["verb"], True), (["title"], False)] * 20)

    assert weights["verb"] > 0 > weights["title"]


def test_choices_that_were_wrong_are_trusted_less() -> None:
    right = [Judged(0.9, ["form=name"], True) for _ in range(30)]
    wrong = [Judged(0.9, ["form=pronoun"], False) for _ in range(30)]

    trust = fit_trust(right + wrong)

    assert trust["form=name"] > 0 > trust["form=pronoun"]


def test_learning_twice_gives_the_same_weights() -> None:
    questions = [_question(("a", "b"), ("c",)), _question(("b",), ("a",))]

    assert fit_choice(questions) == fit_choice(questions)


def test_what_words_mean_is_learnt_apart_from_which_words_are_meant() -> None:
    meanings = [(("he",), ("near",)), (("he",), ("far",)), (("a name",), ())]
    questions = [Question(meanings, [True, False, False], words=["he", "he", "a name"])] * 20

    weights = fit_choice(questions)

    assert weights["near"] > 0 > weights["far"]
    assert weights["he"] > 0 > weights["a name"]


def test_words_are_no_likelier_for_meaning_many() -> None:
    one = weigh({}, [((), ("a",)), ((), ())], ["he", "a name"])
    many = weigh({"a": 2.0}, [((), ("a",)), ((), ("b",)), ((), ())], ["he", "he", "a name"])

    assert one == [0.5, 0.5]
    assert many[0] + many[1] == pytest.approx(many[2])
    assert many[0] > many[1]
