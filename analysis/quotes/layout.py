"""Lay out an article's tokens against its quoted stretches, and cut them into frames."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from analysis.quotes.attached import is_attached
from analysis.quotes.scene import Frame, Scene, is_dash, is_mark
from analysis.quotes.stretch import Stretch
from analysis.schema import Article, Entity, Mention
from analysis.spans import token_starts

_ENDS = frozenset(".!?…")
_LONGEST_SIGNATURE = 16
_NUMBERING = frozenset(("no", "nos"))


def build_scene(
    doc: Doc,
    article: Article,
    stretches: Sequence[Stretch],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
) -> Scene:
    """Lay out an article's tokens against its quoted stretches."""
    count = len(doc)
    starts = token_starts(doc)
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
        starts=starts,
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


def _signed_frame(scene: Scene, first: int, last: int) -> Frame | None:
    """Return the words standing alone that a paragraph of few words signs: — NAME, in a letter."""
    while first < last and is_mark(scene.doc[first].text):
        first += 1
    if last - first > _LONGEST_SIGNATURE or last - first < 2 or not scene.frames:
        return None
    signs = is_dash(scene.doc[first].text) and scene.doc[first + 1].text[:1].isupper()
    frame = scene.frames[-1]
    is_alone = bool(frame.stretches) and not frame.tokens
    return frame if signs and is_alone and max(scene.inside[first:last]) < 0 else None


def _frame_paragraph(scene: Scene, paragraph: int, first: int, last: int) -> None:
    """Cut one paragraph into frames; the first may go on from a sentence that leads to it."""
    frame = _leading_frame(scene, paragraph, first) or _signed_frame(scene, first, last)
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
            if words[-1] in _ENDS and not is_attached(scene, words, at, last):
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
    if at and scene.lower[at - 1] in _NUMBERING and at + 1 < last and scene.doc[at + 1].is_digit:
        return False
    following = at + 1
    while following < last and (
        scene.doc[following].text.isspace() or is_mark(scene.doc[following].text)
    ):
        following += 1
    return following >= last or not scene.doc[following].text[:1].islower()
