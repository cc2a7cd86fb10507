"""What a row says of a quote or of a speaker. Turns quotes and voices into `Row`s."""

from __future__ import annotations

from rich.cells import set_cell_size
from textual.content import Content

from analysis.quotation import quote_words, speaker_name
from analysis.schema import Quote, QuoteKind
from tui.reading import Reading
from tui.rows import OWN_SIGN, Row
from tui.voices import UNKNOWN, Voice

SNIPPET_LENGTH = 200
"""Characters of a quote that a row may show."""
KIND_WORDS: dict[QuoteKind, str] = {"direct": "", "mixed": "in part", "indirect": "reported"}
"""What a row says of each kind: whole words in marks are what one expects of a quote."""
DOUBT_SIGN = "?"
"""The sign of a speaker who is not known or not sure."""
NAME_CELLS, BAR_CELLS = 24, 16
"""How wide a speaker's name and the bar of a voice are, in cells."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def quote_rows(reading: Reading, *, by_speaker: bool) -> tuple[Row, ...]:
    """Return a row for each quote: its speaker, how sure that is, its kind, its words.

    Args:
        reading: The article.
        by_speaker: Whether each speaker's quotes stand together, under the name; speakers in
            order of their first quotes. Else all stand in reading order, of two lines each.
    """
    if reading.analysis is None:
        return ()
    if not by_speaker:
        return tuple(_row(reading, index, quote) for index, quote in enumerate(reading.quotes))
    places = {id(quote): index for index, quote in enumerate(reading.quotes)}
    return tuple(
        _grouped_row(reading, places[id(quote)], quote, count=len(quotes))
        for quotes in reading.quotes_by_speaker.values()
        for quote in quotes
    )


VOICE_HEADING = (
    f"{'':{NAME_CELLS + BAR_CELLS + 2}}{'share':>5}  {'quotes':>6}  {'words':>5}  {'first':>5}"
)
"""What stands above the columns of `voice_row`."""


def voice_row(key: int, voice: Voice, *, longest: float) -> Row:
    """Return a row for a speaker: name, bar and share of all words, quotes, words, first place.

    Args:
        key: The row's key.
        voice: The speaker.
        longest: The share that fills the bar.
    """
    content = Content.assemble(
        (set_cell_size(voice.name, NAME_CELLS), _weight(voice.name)),
        " ",
        (draw_bar(voice.share / longest, BAR_CELLS), "$text-primary"),
        f" {voice.share:>5.0%}  {voice.quotes:>6}  {voice.words:>5}",
        (f"  {voice.percent:>4}%", "dim"),
    )
    return Row(key, content, voice.name)


def draw_bar(share: float, cells: int) -> str:
    """Return a bar of a share of some cells, to an eighth of one; what is there is never empty."""
    eighths = round(share * cells * 8)
    if share > 0:
        eighths = max(1, eighths)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(cells)


def _row(reading: Reading, index: int, quote: Quote) -> Row:
    name = _name(reading, quote)
    line = Content.assemble((name, _weight(name)), _signs(reading, quote))
    words = _words(reading, quote)
    return Row(index, Content("\n").join([line, words]), f"{name} {words.plain}")


def _grouped_row(reading: Reading, index: int, quote: Quote, *, count: int) -> Row:
    name = _name(reading, quote)
    signs = _signs(reading, quote)
    words = _words(reading, quote)
    return Row(
        index,
        Content.assemble(" ", signs, " " if signs.plain else "", words),
        f"{name} {words.plain}",
        group=Content.assemble((name, _weight(name)), (f"  {count}", "dim")),
    )


def _name(reading: Reading, quote: Quote) -> str:
    assert reading.analysis is not None
    return speaker_name(reading.article, reading.analysis, quote) or UNKNOWN


def _weight(name: str) -> str:
    return "italic dim" if name == UNKNOWN else "bold"


def _signs(reading: Reading, quote: Quote) -> Content:
    """Return what is said of a quote beside its speaker: doubt or the reader's own word, kind."""
    sign = OWN_SIGN if reading.is_own(quote) else DOUBT_SIGN if reading.is_doubtful(quote) else ""
    kind = KIND_WORDS[quote.kind]
    return Content.assemble(
        (f" {sign}" if sign else "", "$text-warning" if sign == DOUBT_SIGN else "bold"),
        (f" {kind}" if kind else "", "dim"),
    )


def _words(reading: Reading, quote: Quote) -> Content:
    words = quote_words(reading.article, quote)[:SNIPPET_LENGTH]
    return Content.assemble((words, "italic" if quote.kind == "indirect" else ""))
