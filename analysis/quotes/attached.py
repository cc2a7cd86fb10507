"""Tell whether what follows a quotation that ends like a sentence still belongs to it."""

from __future__ import annotations

from analysis.quotes.lexicon import AMBIGUOUS_FORMS, SAY_VERBS, TELLING, VERB_FORMS
from analysis.quotes.scene import Scene, is_dash, is_finite_verb, is_mark

_SHORT_ATTRIBUTION = 14
_LONGEST_SIGNATURE = 16
_LONGEST_CLAUSE = 6
_AFTER_SAYING = frozenset(
    """. , ; to in on at during after before as when while with from via of rhetorically aloud
    later monday tuesday wednesday thursday friday saturday sunday""".split()
)


def is_attached(scene: Scene, text: str, at: int, last: int) -> bool:
    """Say whether what follows a quotation that ends like a sentence still belongs to it.

    It does if it goes on in lower case, or is a short sentence whose verb is one of saying.

    Args:
        scene: The article, as far as it is laid out.
        text: The quoted words.
        at: The token behind them.
        last: The token behind their paragraph.
    """
    while at < last and (scene.doc[at].text.isspace() or is_mark(scene.doc[at].text)):
        at += 1
    if at >= last or scene.inside[at] >= 0:
        return False
    if scene.doc[at].text[:1].islower():
        word = scene.lower[at]
        return word in VERB_FORMS or not scene.doc[at].text[:1].isupper()
    if is_dash(scene.doc[at].text) and at + 1 < last:
        return scene.doc[at + 1].text[:1].isupper() and last - at <= _LONGEST_SIGNATURE
    is_question = text[-1:] in "?!"
    if _is_short_clause(scene, at, last) or (is_question and _attributes(scene, at, last)):
        return True
    length = 0
    has_saying = False
    saying_at = 0
    while at < last and length < _SHORT_ATTRIBUTION:
        if scene.inside[at] >= 0:
            return False
        word = scene.lower[at]
        if word in (".", "!", "?"):
            break
        if word in (":", "that"):
            return False
        form = VERB_FORMS.get(word)
        if form in SAY_VERBS and word not in AMBIGUOUS_FORMS and not has_saying:
            has_saying, saying_at = True, length
        length += 1
        at += 1
    return has_saying and length < _SHORT_ATTRIBUTION and length - saying_at <= 6


def _attributes(scene: Scene, at: int, last: int) -> bool:
    """Say whether a sentence begins by attributing the question before it: “...?” Holm asked in
    a letter to the court. What Holm asked must not follow.
    """
    for place in range(at, min(last, at + _LONGEST_CLAUSE)):
        word = scene.lower[place]
        if scene.inside[place] >= 0 or word in (",", ":", "."):
            return False
        following = scene.lower[place + 1] if place + 1 < last else "."
        if place > at and word in ("went", "goes") and following == "on":
            return True
        lemma = VERB_FORMS.get(word)
        if place == at or lemma not in SAY_VERBS or word in AMBIGUOUS_FORMS:
            continue
        if lemma in TELLING:
            tail = scene.lower[place + 1 : min(last, place + _SHORT_ATTRIBUTION)]
            return not {":", "that", "if", "whether"} & set(tail)
        return following in _AFTER_SAYING
    return False


def _is_short_clause(scene: Scene, at: int, last: int) -> bool:
    """Say whether a subject and a verb stand alone between two quotations: “...?” Holm pressed."""
    previous = at - 1
    while previous >= 0 and scene.inside[previous] < 0:
        previous -= 1
    if (
        previous < 0
        or scene.article.text[scene.stretches[scene.inside[previous]].span.end - 1] == "."
    ):
        return False
    verb = False
    for length, token in enumerate(scene.doc[at:last]):
        if length > _LONGEST_CLAUSE or scene.inside[token.i] >= 0:
            return False
        if token.text == ".":
            behind = token.i + 1
            while behind < last and (token.doc[behind].is_space or is_mark(token.doc[behind].text)):
                behind += 1
            return verb and (behind >= last or scene.inside[behind] >= 0)
        verb = verb or (length > 0 and is_finite_verb(token))
    return False
