"""The article as the finders of speakers see it: tokens inside and outside of quotations, and
frames, the narrator's sentences with the quotations they carry. Decides nothing about speakers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from analysis.quotes.lexicon import AMBIGUOUS_FORMS, SAY_VERBS, TELLING, VERB_FORMS
from analysis.quotes.marks import Stretch
from analysis.schema import Article, Entity, Mention

_ENDS = frozenset(".!?…")
_MARKS = frozenset("\"“”„‟«»″'‘’‚‛‹›`") | {"``", "''"}
_SHORT_ATTRIBUTION = 14
_LONGEST_SIGNATURE = 16
_LONGEST_CLAUSE = 6
_AFTER_SAYING = frozenset(
    """. , ; to in on at during after before as when while with from via of rhetorically aloud
    later monday tuesday wednesday thursday friday saturday sunday""".split()
)
DASHES = frozenset(("-", "--", "–", "—", "―", "---"))
"""What may stand between words and the name of who signs them."""


@dataclass(slots=True)
class Frame:
    """A sentence of the narrator's, or a quotation that stands alone."""

    paragraph: int
    """Index of its paragraph."""
    tokens: list[int] = field(default_factory=list)
    """Its tokens outside quotations, without marks and blanks."""
    stretches: list[int] = field(default_factory=list)
    """The quoted stretches that it carries."""


@dataclass(slots=True)
class Scene:
    """An article ready for finding who says what."""

    doc: Doc
    """The tokens; `token.idx` is the offset into the article."""
    article: Article
    """The text and its paragraphs."""
    stretches: Sequence[Stretch]
    """The quoted stretches, in reading order."""
    entities: Sequence[Entity]
    """The named ones; `entities[i].id == i`."""
    mentions: Sequence[Mention]
    """Where they are named."""
    lower: list[str]
    """Each token in lower case."""
    inside: list[int]
    """For each token the stretch it stands in, else -1."""
    frame_of: list[int]
    """For each token the frame it belongs to, else -1 (marks, blanks, quoted words)."""
    frames: list[Frame]
    """In reading order."""
    stretch_frame: list[int]
    """For each stretch the frame that carries it."""
    stretch_tokens: list[tuple[int, int]]
    """For each stretch its first token and the one behind its last."""
    has_parse: bool
    """Whether the tokens have heads and relations."""
    has_tags: bool
    """Whether the tokens have parts of speech."""


def is_mark(text: str) -> bool:
    """Say whether a token is nothing but a quotation mark."""
    return text in _MARKS


def is_finite_verb(token: Token) -> bool:
    """Say whether a token is a full verb in the past or in the third person."""
    return token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ")


def is_dash(text: str) -> bool:
    """Say whether a token is a dash, maybe glued to a mark."""
    return text.strip("\"“”'‘’«».") in DASHES


def build_scene(
    doc: Doc,
    article: Article,
    stretches: Sequence[Stretch],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
) -> Scene:
    """Lay out an article's tokens against its quoted stretches."""
    count = len(doc)
    starts = [token.idx for token in doc]
    inside = [-1] * count
    bounds: list[tuple[int, int]] = []
    for index, stretch in enumerate(stretches):
        first = bisect_left(starts, stretch.span.start)
        last = bisect_left(starts, stretch.span.end)
        if first and first < count and starts[first] > stretch.span.start:
            # A word glued to its opening mark is one token for some tokenizers.
            before = first - 1
            if starts[before] + len(doc[before]) > stretch.span.start and not is_mark(
                doc[before].text
            ):
                first = before
        for at in range(first, last):
            inside[at] = index
        bounds.append((first, max(first, last)))
    scene = Scene(
        doc=doc,
        article=article,
        stretches=stretches,
        entities=entities,
        mentions=mentions,
        lower=[token.lower_ for token in doc],
        inside=inside,
        frame_of=[-1] * count,
        frames=[],
        stretch_frame=[-1] * len(stretches),
        stretch_tokens=bounds,
        has_parse=doc.has_annotation("DEP"),
        has_tags=doc.has_annotation("POS"),
    )
    for index, paragraph in enumerate(article.paragraphs):
        first = bisect_left(starts, paragraph.start)
        last = bisect_left(starts, paragraph.end)
        _frame_paragraph(scene, index, first, last)
    return scene


def _leading_frame(scene: Scene, paragraph: int, first: int) -> Frame | None:
    """Return the sentence that leads on to a paragraph of quoted words by a colon."""
    if not paragraph or not scene.frames:
        return None
    before, here = scene.article.paragraphs[paragraph - 1 : paragraph + 1]
    opens = first < len(scene.doc) and (is_mark(scene.doc[first].text) or scene.inside[first] >= 0)
    leads = scene.article.text[before.end - 1] == ":" and before.end - before.start > 1
    frame = scene.frames[-1]
    return frame if opens and leads and frame.tokens and here.start >= before.end else None


def _frame_paragraph(scene: Scene, paragraph: int, first: int, last: int) -> None:
    """Cut one paragraph into frames; the first may go on from a sentence that leads to it."""
    frame = _leading_frame(scene, paragraph, first)
    at = first

    def current() -> tuple[Frame, int]:
        nonlocal frame
        if frame is None:
            frame = Frame(paragraph)
            scene.frames.append(frame)
        return frame, len(scene.frames) - 1

    while at < last:
        text = scene.doc[at].text
        index = scene.inside[at]
        if index >= 0:
            carrier, number = current()
            carrier.stretches.append(index)
            scene.stretch_frame[index] = number
            at = max(at + 1, min(last, scene.stretch_tokens[index][1]))
            words = scene.stretches[index].span.of(scene.article.text)
            if words[-1] in _ENDS and not _is_attached(scene, words, at, last):
                frame = None
            continue
        if not text.isspace() and not is_mark(text):
            carrier, number = current()
            carrier.tokens.append(at)
            scene.frame_of[at] = number
            if text[-1] in _ENDS and _ends_sentence(scene, at, last):
                frame = None
        at += 1


def _ends_sentence(scene: Scene, at: int, last: int) -> bool:
    """Say whether a token that ends in a full stop ends its sentence."""
    text = scene.doc[at].text
    is_abbreviation = len(text) > 1 and not text.endswith("..") and text[-1] == "."
    if is_abbreviation and (text.count(".") > 1 or len(text) <= 5):
        return at + 1 >= last  # "Maj." or "U.S." ends a sentence only where the paragraph ends
    following = at + 1
    while following < last and (
        scene.doc[following].text.isspace() or is_mark(scene.doc[following].text)
    ):
        following += 1
    return following >= last or not scene.doc[following].text[:1].islower()


def _is_attached(scene: Scene, text: str, at: int, last: int) -> bool:
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
