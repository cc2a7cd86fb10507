"""The article as the finders of speakers see it: tokens inside and outside of quotations, and
frames, the narrator's sentences with the quotations they carry. Decides nothing about speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from analysis.quotes.stretch import Stretch
from analysis.schema import Article, Entity, Mention

_MARKS = frozenset("\"“”„‟«»″'‘’‚‛‹›`>") | {"``", "''"}
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
    starts: list[int]
    """Each token's first character, for bisection."""
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
    """Say whether a token is a full verb in the past or in the third person.

    The finer tag is believed where the two disagree: "Holm shot back".
    """
    return token.pos_ != "AUX" and token.tag_ in ("VBD", "VBZ")


def is_dash(text: str) -> bool:
    """Say whether a token is a dash, maybe glued to a mark."""
    return text.strip("\"“”'‘’«».") in DASHES


def is_signed(scene: Scene, stretch: int) -> bool:
    """Say whether a dash follows a stretch in its frame, as before the name of who signs it."""
    end = scene.stretch_tokens[stretch][1]
    behind = (at for at in scene.frames[scene.stretch_frame[stretch]].tokens if at >= end)
    first = next(behind, None)
    return first is not None and is_dash(scene.lower[first])
