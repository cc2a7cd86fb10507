"""Turn a file's bytes into text. UTF-8 first; guesses only at what is not."""

from __future__ import annotations

import codecs

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF", "export its text (pdftotext) first"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "export its text first"),
    (b"\xd0\xcf\x11\xe0", "an office document", "export its text first"),
    (b"\x1f\x8b", "compressed with gzip", "decompress it first"),
    (b"\x89PNG", "a PNG picture", "newsreader reads text"),
    (b"\xff\xd8\xff", "a JPEG picture", "newsreader reads text"),
    (b"GIF8", "a GIF picture", "newsreader reads text"),
    (b"\x7fELF", "a program", "newsreader reads text"),
    (b"SQLite format 3", "a database", "newsreader reads text"),
)
_SAMPLE_BYTES = 262_144
# Where several encodings read equally well, the usual one is meant, not a Macintosh of the 1990s.
_USUAL = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1256")


class NotTextError(ValueError):
    """The bytes are no text; the message says what they are and what to do."""


def decode(data: bytes) -> str:
    """Decode a file's bytes: by its byte order mark, as UTF-8, else by the likeliest encoding.

    UTF-8 with a few broken bytes stays UTF-8, each becoming the replacement character. Other
    text nearly all in English letters is Windows-1252: a few curly quotes and pound signs are
    too little to judge by. The rest is told by charset-normalizer.

    Returns:
        The text without byte order mark, line ends as they are.

    Raises:
        NotTextError: The bytes are a picture, a document, a program or the like.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for magic, what, advice in _BINARY:
        if data.startswith(magic):
            raise NotTextError(f"{what}, not text; {advice}")
    if b"\0" in data:
        at = data.index(b"\0")
        raise NotTextError(f"not text (NUL byte at {at:,}); newsreader reads text saved as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    forgiving = data.decode("utf-8", errors="replace")
    broken = forgiving.count("\N{REPLACEMENT CHARACTER}")
    if sum(not character.isascii() for character in forgiving) >= 10 * broken:
        return forgiving
    return _decode_by_guess(data)


def _decode_by_guess(data: bytes) -> str:
    western = _decode_western(data)
    if western is not None:
        return western
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE_BYTES])
    best = matches.best()
    if best is None:
        raise NotTextError("in no encoding that newsreader can tell; save it as UTF-8")
    rivals = [match for match in matches if match.chaos <= best.chaos]
    names = {name for match in rivals for name in match.could_be_from_charset}
    for name in (*_USUAL, best.encoding):
        if name in names or name == best.encoding:
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
    return data.decode(best.encoding, errors="replace")


def _decode_western(data: bytes) -> str | None:
    """Return the text as Windows-1252 if nearly all its letters are those of English."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(map(str.isalpha, text))
    foreign = sum(character.isalpha() and not character.isascii() for character in text)
    return text if 20 * foreign < letters else None
