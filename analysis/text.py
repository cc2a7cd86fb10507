"""Make text safe to show and easy to compare. Never changes how many characters there are
without saying where each one came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from analysis.schema import Span

# Line ends that Python's splitlines and Textual would honour, though files mean "\n" by them.
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
# C0 controls become their pictures (ESC -> "␛"), so that one sees that something was there.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_REPLACED = [
    *range(0x7F, 0xA0),  # DEL and the C1 controls
    0xAD,  # soft hyphen: zero or one cell, as the terminal pleases
    0x061C,
    0x180E,
    0x200B,  # zero-width space
    *range(0x200E, 0x2010),  # direction marks
    *range(0x202A, 0x202F),  # embeddings and overrides: they reorder a whole line
    *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates
    0xFEFF,
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xFDD0, 0xFDF0),  # noncharacters
    *(plane * 0x10000 + low for plane in range(17) for low in (0xFFFE, 0xFFFF)),
]
_SAFE = {
    **dict.fromkeys(_REPLACED, "\N{REPLACEMENT CHARACTER}"),
    **_PICTURES,
    0x7F: "\N{SYMBOL FOR DELETE}",
    **_LINE_ENDS,
    ord("\t"): " ",
}
_UNSAFE = re.compile(
    f"[{''.join(re.escape(chr(code)) for code in _SAFE)}\ud800-\udfff\U000e0000-\U000e0fff]"
)
_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_FEW = 32  # so many kinds of unsafe characters are replaced kind by kind, which is much quicker
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")


def sanitise(raw: str) -> str:
    """Replace, one for one, every character that a terminal could act on or hide.

    Line ends of all kinds become a newline (join CRLF pairs first: `join_line_ends`), tabs
    become spaces, control characters their visible pictures, and zero-width, bidirectional,
    tag and broken characters the replacement character.

    Returns:
        A string of the same length, so that offsets hold. Empty for an empty one.

    Raises:
        TypeError: It is no string; what is read from JSON may be anything.
    """
    if not isinstance(raw, str):
        raise TypeError(f"{raw!r} is no text")
    unsafe = _UNSAFE.findall("".join(set(raw)))
    if len(unsafe) > _FEW:
        return _UNSAFE.sub(lambda match: _safe(match[0]), raw)
    for character in unsafe:
        raw = raw.replace(character, _safe(character))
    return raw


def _safe(character: str) -> str:
    return _SAFE.get(ord(character), "\N{REPLACEMENT CHARACTER}")


def sanitise_line(raw: str) -> str:
    """Sanitise text that must stay on one line, such as a title or a file name.

    Returns:
        The text with every run of white space as one space, and none at its edges.
    """
    return " ".join(sanitise(raw).split())


def is_web_address(text: str) -> bool:
    """Say whether a text is an address of the web (http, https), and nothing else besides."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def escape_unsafe(json_line: str) -> str:
    """Write as escapes, in JSON, what `sanitise` would replace: a terminal may show the line.

    Returns:
        JSON of the same meaning; a file's name stays exact.
    """
    import json  # the one use of it here, and the reader starts without

    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], json_line)


def join_line_ends(raw: str) -> str:
    """Turn CRLF and lone CR into LF; this shortens the text, so it comes before any offset."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Folded:
    """Text made comparable (case, accents, apostrophes), with the way back to the original."""

    text: str
    """The folded text; may be longer or shorter than the original."""
    offsets: tuple[int, ...] | None
    """`offsets[i]` is where folded character `i` came from, with one more entry for the end;
    None where the two texts run in step."""

    def to_original(self, span: Span) -> Span:
        """Return the stretch of the original text that a stretch of the folded one came from."""
        if self.offsets is None:
            return span
        if not len(span):
            return Span(self.offsets[span.start], self.offsets[span.start])
        # The end is taken from the last character, so that "ß" -> "ss" keeps its whole letter.
        return Span(self.offsets[span.start], self._end_of(span.end - 1))

    def _end_of(self, index: int) -> int:
        assert self.offsets is not None
        origin = self.offsets[index]
        while self.offsets[index] == origin:
            index += 1
        return self.offsets[index]


def fold(text: str) -> Folded:
    """Fold case, accents and apostrophes, keeping a map to the original offsets.

    Compatibility forms are decomposed (NFKD), combining marks dropped, case folded: "Škoda"
    becomes "skoda", "İ" and "ß" lose nothing though their length changes.

    Returns:
        The folded text; `Folded("", None)` for "".
    """
    if text.isascii():
        return Folded(text.lower().translate(_APOSTROPHES), None)
    characters: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        folded = _fold_character(character)
        characters.append(folded)
        offsets.extend([index] * len(folded))
    offsets.append(len(text))
    in_step = len(offsets) == len(text) + 1 and all(map(len, characters))
    return Folded("".join(characters), None if in_step else tuple(offsets))


def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower().translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", character.translate(_APOSTROPHES))
    bare = "".join(part for part in decomposed if not unicodedata.combining(part))
    return bare.casefold().translate(_UNDECOMPOSED).translate(_APOSTROPHES)


# Letters that Unicode does not decompose, though readers type them without their stroke.
_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
    }
)
