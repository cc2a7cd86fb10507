"""Read title, by-line and date from an article's own first lines. Takes nothing off the text."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from analysis.loading.metadata import Metadata, clean_byline, clean_date
from analysis.schema import Span
from analysis.text import sanitise_line

_TITLE_LENGTH = 70
_LONGEST_HEADLINE = 150
_LINES_LOOKED_AT = 8
_LONGEST_LINE = 1000
_LONGEST_DATE_LINE = 90

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_HEADING = re.compile(r"#{1,3}\s+(?P<title>.*?)\s*#*")
_UNDERLINE = re.compile(r"=+|-{3,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_BYLINE = re.compile(r"(?:written\s+)?by:?\s+\S.{0,98}", re.IGNORECASE)
# "OsloCNN –" or "LONDON (AP)": where and for whom, but not yet what.
_DATELINE = re.compile(r".{1,60}[–—―-]|[^\W\d_][\w .,'’/-]{1,40}\([^()]{2,30}\)")
_LEADING_DATELINE = re.compile(
    r"[^\W\d_a-z][^\W\d_a-z.'’ -]{2,}(?:,\s[\w. ]{2,30})*(?:\s\([^()]{2,30}\))?\s?(?:[–—―]|--?)\s"
    r"(?=[\"'“‘]?[^\Wa-z])"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[^\Wa-z_])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[^\W\d_](?:\.[^\W\d_])*|mr|mrs|ms|dr|prof|rev|st|sr|jr|gen|maj|col|lt|capt"
    r"|sgt|adm|sen|rep|gov|pres|hon|no|vs|inc|co|corp|ltd|etc|jan|feb|mar|apr|aug|sept?|oct|nov"
    r"|dec)\.",
    re.IGNORECASE,
)
# Words that stand small in the names of a by-line ("Ana de Souza and Jo Li for the Post").
_SMALL_WORDS = frozenset(
    "and or of in at for from with the to de da del della di dos van von der "
    "den la le al el bin ibn ben y e our staff".split()
)


def read_head(text: str, paragraphs: tuple[Span, ...]) -> Metadata:
    """Read what an article's first lines tell of it.

    A title is a Markdown heading, or a short line without a full stop that a blank line, a
    by-line or a date follows. A by-line is "By" and names; a date stands on a line of its own.
    An address or a dateline alone on its line is passed over; one other line may stand between
    (a standfirst), then the article has begun.

    Returns:
        What was found; the title is never missing unless the text is blank or only an address:
        it is then made from the first sentence, shortened to about 70 characters.
    """
    lines = _first_lines(text)
    title = byline = published = None
    body_seen = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if not line or _is_passed_over(line):
            continue
        if not byline and _is_byline(line):
            byline = clean_byline(line)
        elif not published and (date := _date_of(line)):
            published = date
        elif not title and (headline := _headline(line, following)):
            title = headline
        elif _UNDERLINE.fullmatch(line):
            continue
        else:
            body_seen += 1
            if body_seen > 1 or not title:
                break
    return Metadata(title or _title_from_body(text, paragraphs), byline, None, published)


def shorten(text: str) -> str:
    """Return a line of at most about 70 characters, cut at a word and ended with "…"."""
    if len(text) <= _TITLE_LENGTH:
        return text
    cut = text.rfind(" ", _TITLE_LENGTH // 2, _TITLE_LENGTH)
    return text[: cut if cut > 0 else _TITLE_LENGTH - 1].rstrip(' ,;:–—―-(“"') + "…"


def _first_lines(text: str) -> list[str]:
    """Return the first lines that may tell something, each run of blank ones as one.

    They end with a blank one where a line end follows. A line is cut where it is much longer
    than any headline.
    """
    lines: list[str] = []
    end = 0
    for match in islice(_LINE.finditer(text), _LINES_LOOKED_AT):
        if text.count("\n", end, match.start()) > 1:
            lines.append("")
        lines.append(sanitise_line(match[0][:_LONGEST_LINE]))
        end = match.end()
    return [*lines, ""] if text.find("\n", end) >= 0 else lines


def _headline(line: str, following: str | None) -> str | None:
    """Return the title that a line gives; None where it is none."""
    heading = _HEADING.fullmatch(line)
    if heading:
        return heading["title"].strip("*_ ") or None
    if following is None or len(line) > _LONGEST_HEADLINE or line.endswith((".", ",", ";", ":")):
        return None
    ends_here = (
        not following
        or _is_byline(following)
        or _date_of(following)
        or _UNDERLINE.fullmatch(following)
    )
    return line if ends_here and any(map(str.isalpha, line)) else None


def _is_passed_over(line: str) -> bool:
    return bool(_ADDRESS.fullmatch(line) or _DATELINE.fullmatch(line))


def _is_byline(line: str) -> bool:
    if not _BYLINE.fullmatch(line) or line.endswith((".", "?", "!", ":")):
        return False
    words = re.findall(r"[^\W\d_]+", clean_byline(line))
    return bool(words) and all(word[0].isupper() or word in _SMALL_WORDS for word in words[1:])


def _date_of(line: str) -> str | None:
    """Return the date that a line tells and nothing else; None for any other line."""
    if len(line) > _LONGEST_DATE_LINE or not any(map(str.isdigit, line)):
        return None
    date = _date_pattern().fullmatch(line)
    return clean_date(date["date"]) if date else None


@cache
def _date_pattern() -> re.Pattern[str]:
    # Made only when a line may need it: it alone would cost start-up some milliseconds.
    month = (
        r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
        r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
    )
    weekday = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:(?:published|posted|updated|date|last updated)(?:\s+on)?:?\s+)?"
        rf"(?P<date>{weekday}(?:\d{{4}}-\d\d-\d\d|{day}\s+{month},?\s+\d{{4}}"
        rf"|{month}\s+{day},?\s+\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}))"
        rf"(?:[T,|·\s–-]+(?:at\s+)?\d{{1,2}}[:.]\d\d.{{0,20}})?",
        re.IGNORECASE,
    )


def _title_from_body(text: str, paragraphs: tuple[Span, ...]) -> str | None:
    for paragraph in paragraphs[:_LINES_LOOKED_AT]:
        line = sanitise_line(text[paragraph.start : min(paragraph.end, paragraph.start + 2000)])
        if not (_is_passed_over(line) or _is_byline(line) or _date_of(line)):
            if dateline := _LEADING_DATELINE.match(line):
                line = line[dateline.end() :]
            if sentence := _without_stop(_first_sentence(line)):
                return shorten(sentence)
    return shorten(sanitise_line(text[:2000])) or None


def _first_sentence(line: str) -> str:
    for end in _SENTENCE_END.finditer(line, 0, 2 * _TITLE_LENGTH):
        before = line[: end.start() + 1]
        words = before.rsplit(None, 1)
        if end[0].startswith(".") and _ABBREVIATION.fullmatch(words[-1]):
            continue
        return line[: end.end()]
    return line


def _without_stop(sentence: str) -> str:
    """Return a sentence as a title: without its full stop, unless that ends an abbreviation."""
    sentence = sentence.rstrip(";:, ")
    if not sentence.endswith(".") or sentence.endswith(".."):
        return sentence
    return sentence if "." in sentence.split()[-1][:-1] else sentence[:-1].rstrip()
