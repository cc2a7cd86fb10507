"""Tell somebody's words from titles, terms, nicknames and words held at arm's length."""

from __future__ import annotations

from analysis.quotes.lexicon import GROUP_NOUNS, TERM_WORDS
from analysis.quotes.scene import is_dash
from analysis.quotes.stage import Stage
from analysis.quotes.stretch import Stretch
from analysis.quotes.utterances import belongs
from analysis.quotes.works import big_words, is_title, title_features

_NEAR = 5
_LONGEST_SIGNATURE = 8
_CLOSING = "\"'”’»› "
_OPEN_ENDS = frozenset(",?!—–-…")
_OWN = frozenset("i we my our me us you your i'm we're i've we've it's that's don't".split())
_FINITE = frozenset(
    """is are was were be been am has have had do does did will would can could should may might
    must isn't aren't don't doesn't can't won't 's 're 've 'll n't""".split()
)
_DETERMINERS = frozenset("the a an this that these those his her its their our so-called".split())


def speech_features(stage: Stage, index: int) -> list[str]:
    """Return what speaks for and against a stretch being somebody's words, by name."""
    scene = stage.scene
    stretch = scene.stretches[index]
    text = scene.article.text
    words = stretch.span.of(text)
    tokens = words.lower().replace("’", "'").split()
    length = len(tokens)
    size = (
        "1"
        if length == 1
        else "2"
        if length == 2
        else "3"
        if length == 3
        else ("4-6" if length <= 6 else "7-12" if length <= 12 else "13+")
    )
    found = ["bias", f"words={size}"]
    if stretch.is_single:
        uses_doubles = any(not other.is_single for other in scene.stretches)
        found.append("single-among-doubles" if uses_doubles else "single")
        found.append(f"single:words={size}")
    if not stretch.is_closed:
        found.append("not-closed")
        if index + 1 < len(scene.stretches) and scene.stretches[index + 1].continues:
            found.append("goes-on")
    if not stretch.is_opened:
        found.append("not-opened")
    if stretch.continues:
        found.append("continues")
    elif index and belongs(stage, [index - 1], index):
        found.append("goes-on-behind-attribution")
    found += _shape(words, tokens, length)
    found += _surroundings(stage, index, stretch, length)
    return found


def _shape(words: str, tokens: list[str], length: int) -> list[str]:
    """Return what the words themselves tell."""
    found = []
    short = "short:" if length <= 6 else ""
    first = next((character for character in words if character.isalpha()), "a")
    found.append(f"{short}first-upper" if first.isupper() else f"{short}first-lower")
    big = big_words(words)
    if is_title(words):
        found.append("title-case")
        if len(big) > 2:
            found.append("title-case:long")
    elif len(big) == 1 and big[0][0].isupper():
        found.append("title-case-1")
    if words[-1] in ".!?…":
        found.append(f"{short}ends-like-sentence")
    elif words[-1] == ",":
        found.append(f"{short}ends-with-comma")
    else:
        found.append(f"{short}ends-bare")
    if any(token.strip(".,!?") in _OWN for token in tokens):
        found.append("first-person")
    if any(token.strip(".,!?") in _FINITE or token.endswith("n't") for token in tokens):
        found.append("finite-verb")
    return found


def _surroundings(stage: Stage, index: int, stretch: Stretch, length: int) -> list[str]:
    """Return what stands around the stretch."""
    scene = stage.scene
    short = "short:" if length <= 6 else ""
    frame_number = scene.stretch_frame[index]
    found: list[str] = []
    if frame_number < 0:
        return found
    frame = scene.frames[frame_number]
    first, last = scene.stretch_tokens[index]
    if not frame.tokens:
        found.append(f"{short}alone")
        words = stretch.span.of(scene.article.text)
        if length > 1 and words[-1] in ".!?…" and words.lstrip("¿¡([…. ")[:1].isupper():
            found.append("own-sentence")
        if len(frame.stretches) == 1 and length <= 6:
            found.append("short:alone-in-frame")
    cues = stage.cues_in.get(frame_number, [])
    best = "none"
    for kind in ("noun", "weak", "phrase", "say"):
        if any(cue.kind == kind for cue in cues):
            best = kind
    found.append(f"{short}cue={best}")
    before = [at for at in frame.tokens if at < first]
    behind = [at for at in frame.tokens if at >= last]
    near = [cue for cue in cues if cue.end <= first]
    if near and before:
        distance = sum(1 for at in before if at >= near[-1].end)
        reach = (
            "0" if distance == 0 else "3" if distance <= 3 else "10" if distance <= 10 else "far"
        )
        found.append(f"{short}cue-before={near[-1].kind}:{reach}")
        if distance <= 2:
            found.append(f"{short}lemma-before={near[-1].lemma}")
    after = [cue for cue in cues if cue.start >= last]
    if after:
        distance = sum(1 for at in behind if at < after[0].start)
        reach = "0" if distance == 0 else "5" if distance <= 5 else "far"
        found.append(f"{short}cue-after={after[0].kind}:{reach}")
        if after[0].kind == "say" and distance <= _NEAR and _ends_open(stage, stretch):
            found.append("attributed-behind")
    if before:
        word = scene.lower[before[-1]]
        found.append(f"{short}before={_word_class(stage, before[-1])}")
        nearby = [scene.lower[at] for at in before[-3:]]
        if word in TERM_WORDS:
            found.append("term-word-right-before")
        elif any(near_word in TERM_WORDS for near_word in nearby):
            found.append("term-word-before")
        if is_title(stretch.span.of(scene.article.text)):
            found += title_features(stage, before, behind)
        if scene.has_tags and length <= 4 and len(before) > 1 and word in _DETERMINERS:
            found.append("short:determiner-before")
    else:
        found.append(f"{short}begins-frame")
    if behind and _is_signature(stage, stretch, behind):
        found.append("signed")
    if behind and (not after or behind[0] < after[0].start):
        found.append(f"{short}after={_word_class(stage, behind[0])}")
        if scene.lower[behind[0]] in GROUP_NOUNS or scene.doc[behind[0]].pos_ in ("NOUN", "PROPN"):
            found.append(f"{short}noun-behind")
    others = [other for other in frame.stretches if other != index]
    if others:
        found.append(f"{short}another-in-frame")
    if "(" in text_around(stage, stretch):
        found.append(f"{short}in-brackets")
    paragraph = [
        other
        for number in stage.frames_in.get(stretch.paragraph, [])
        for other in scene.frames[number].stretches
        if other != index and len(scene.stretches[other].span) > 40
    ]
    if paragraph and not others:
        found.append(f"{short}long-quote-in-paragraph")
    says = any(
        cue.kind in ("say", "phrase")
        for number in stage.frames_in.get(stretch.paragraph, [])
        for cue in stage.cues_in.get(number, [])
    )
    if says and best in ("none", "noun", "weak"):
        found.append(f"{short}say-in-paragraph")
    return found


def _is_signature(stage: Stage, stretch: Stretch, behind: list[int]) -> bool:
    """Say whether a dash and a name sign words: briefly, or in a paragraph of their own."""
    scene = stage.scene
    if not is_dash(scene.lower[behind[0]]):
        return False
    paragraph = scene.article.paragraphs[stretch.paragraph]
    return len(behind) <= _LONGEST_SIGNATURE or scene.doc[behind[0]].idx >= paragraph.end


def _ends_open(stage: Stage, stretch: Stretch) -> bool:
    """Say whether words end so that an attribution may follow: “...,” he said."""
    text = stage.scene.article.text
    words = stretch.span.of(text).rstrip(_CLOSING)
    behind = text[stretch.span.end : stretch.span.end + 3].lstrip(_CLOSING)
    return words[-1:] in _OPEN_ENDS or behind[:1] == ","


def text_around(stage: Stage, stretch: Stretch) -> str:
    """Return the two characters on either side of a stretch and its marks."""
    text = stage.scene.article.text
    return text[max(0, stretch.span.start - 3) : stretch.span.start]


def _word_class(stage: Stage, at: int) -> str:
    """Return what kind of word stands at a token: itself if it is a small one, else its tag."""
    scene = stage.scene
    word = scene.lower[at]
    if word in _DETERMINERS or word in (",", ":", "(", "as", "to", "of", "that", "with", "for"):
        return word
    return scene.doc[at].pos_ or "?"
