from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.load import make_article
from analysis.quotes.marks import find_stretches
from analysis.quotes.stretch import Stretch


def stretches_of(text: str) -> list[Stretch]:
    return find_stretches(text, make_article(text).paragraphs)


def words_of(text: str) -> list[str]:
    return [stretch.span.of(text) for stretch in stretches_of(text)]


SINGLE_PARAGRAPHS = [
    ("no marks at all", []),
    ("“We will go,” she said.", ["We will go,"]),
    ('"We will go," she said.', ["We will go,"]),
    ("„Wir gehen“, said he.", ["Wir gehen"]),
    ("«Nous partons», said he.", ["Nous partons"]),
    ("« Nous partons », said he.", ["Nous partons"]),
    ("``We will go,'' she said.", ["We will go,"]),
    ("‘We will go,’ she said.", ["We will go,"]),
    ("'We will go,' she said.", ["We will go,"]),
    # split by the attribution
    ("“Yes,” she said. “We will.”", ["Yes,", "We will."]),
    # straight opening, curly closing, and a mark curled the wrong way
    ('"We will go,” she said.', ["We will go,"]),
    ("He said ”we will go“ twice.", ["we will go"]),
    # nested: the outer words are the quotation
    ("“He told me ‘no’ yesterday,” she said.", ["He told me ‘no’ yesterday,"]),
    ("‘He told me “no” yesterday,’ she said.", ["He told me “no” yesterday,"]),
    ("“He told me “no” yesterday,” she said.", ["He told me “no” yesterday,"]),
    # nested, and not closed, or not closed by their own marks
    (
        "“The town is done with “-ism and on its way,” she said.",
        ["The town is done with “-ism and on its way,"],
    ),
    (
        "“She spoke of the ‘great road,” and then she wept.”",
        ["She spoke of the ‘great road,” and then she wept."],
    ),
    (
        '"She spoke of “the road,” and then she wept.',
        ["She spoke of “the road,” and then she wept."],
    ),
    # marks of markup enclose no words
    ('<p title="The house">She said “we will go” <b id="x"/>.</p>', ["we will go"]),
    # apostrophes are no marks
    ("The workers' union isn't the bosses' friend.", []),
    ("It's the ’90s, rock ’n’ roll.", []),
    ("‘The workers’ union won’t move,’ he said.", ["The workers’ union won’t move,"]),
    ("'The workers' union won't move,' he said.", ["The workers' union won't move,"]),
    ('He is 6\'2" tall and it is 12" wide.', []),
    # marks missing
    ("“We will go, she said.", ["We will go,"]),
    ("He agreed, adding: We will go.” It rained.", ["We will go."]),
    ("It rained.” He went.", []),
    ("“It rained. “He went.”", ["It rained.", "He went."]),
    ("““””", []),
    ("“", []),
    ("\" ' “ ‘ ’ ” « »", []),
]


@pytest.mark.parametrize(("text", "expected"), SINGLE_PARAGRAPHS)
def test_words_between_marks_are_found_without_their_marks(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_a_quotation_left_open_goes_on_in_a_paragraph_that_opens_with_a_mark() -> None:
    found = stretches_of("“We came.\n\n“We saw,” she said.\n\n“It rained.”")

    assert [stretch.continues for stretch in found] == [False, True, False]
    assert [stretch.is_closed for stretch in found] == [False, True, True]


OPEN_SINGLES = [
    # straight or curly, the marks that stand for a possessive close nothing
    "'We came for the workers' sake. It rained.\n\n'We saw,' she said.",
    "‘We came for the workers’ sake. It rained.\n\n‘We saw,’ she said.",
    # behind who says it, and where the paragraphs ran together
    "She said: 'We came for the workers' sake.\n\n'We saw,' she said.",
    "It rained. 'We came for the workers' sake. It rained. 'We saw,' she said.",
]


@pytest.mark.parametrize("text", OPEN_SINGLES)
def test_single_marks_left_open_go_on_at_the_next_one_that_opens(text: str) -> None:
    found = stretches_of(text)

    assert len(found) == 2
    assert [stretch.continues for stretch in found] == [False, True]
    assert [stretch.is_closed for stretch in found] == [False, True]


def test_an_apostrophe_before_a_word_leaves_nothing_open() -> None:
    assert words_of("Rock ’n’ roll in the '90s.\n\n'We came,' she said.") == ["We came,"]


def test_a_quotation_left_open_ends_with_its_paragraph_if_the_next_opens_no_mark() -> None:
    text = "He said: “We came.\n\nIt rained. Nobody knew why."

    assert words_of(text) == ["We came."]


def test_a_closing_mark_paragraphs_later_closes_what_was_left_open() -> None:
    text = "He said: “We came.\n\nWe saw.\n\nWe won.”\n\nIt rained."

    assert words_of(text) == ["We came.", "We saw.", "We won."]


def test_words_that_look_like_an_attribution_do_not_end_what_goes_on_behind_them() -> None:
    text = "“It rains. Last week, Nature claimed a life.\n\n“It rains still,” he said."

    assert words_of(text) == ["It rains. Last week, Nature claimed a life.", "It rains still,"]


def test_a_sign_that_opens_behind_the_last_word_closes_what_was_left_open() -> None:
    text = "He said: “We came.\n\nWe saw“.\n\n“We won.”"

    assert words_of(text) == ["We came.", "We saw", "We won."]
    assert [stretch.continues for stretch in stretches_of(text)] == [False, True, False]


PIECES = st.sampled_from(
    [*"\"'“”‘’„‟«»‹›`", "''", "``", " ", " ", "\n\n", "\n", ", ", ". ", "He said", "they’re",
     "go", "Smith", "the boys'", "—", "(", ")", "1980s", "12", "adding: "]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_stretches_lie_in_their_paragraph_in_order_and_apart_whatever_the_marks(text: str) -> None:
    article = make_article(text)

    found = find_stretches(article.text, article.paragraphs)

    reached = 0
    for stretch in found:
        assert article.paragraphs[stretch.paragraph].covers(stretch.span)
        assert reached <= stretch.span.start < stretch.span.end
        words = stretch.span.of(article.text)
        assert words == words.strip()
        reached = stretch.span.end
