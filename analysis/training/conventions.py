"""Bring the corpora to one convention of where a name begins and ends. Knows no labels' meaning.

Names carry no title before ("President"), no possessive after, no quotation marks around,
and no article before, unless it is written large within a sentence ("in The Hague").
"""

import re

TITLES = (
    "Ambassador Archbishop Bishop Brig Captain Capt Chairman Chancellor Chief Col Colonel "
    "Congressman Congresswoman Datuk Dato' Deputy Dr Engr First Foreign Former Gen General Gov "
    "Governor Hon Judge Justice Lieutenant Lt Maj Major Mayor Minister Miss Mr Mrs Ms "
    "President Premier Prime Prof Professor Rep Representative Rev Reverend Secretary Sen "
    "Senator Seri Sergeant Sgt Shri Sir Spokesman Spokeswoman Sri Tan Tun Vice "
).split()
"""Words before a person's name that are no part of it. Kings, princes and popes keep theirs:
"King Charles" has no other name in news."""

NOT_ALONE = frozenset({"Tan", "Sri", "Tun", "Seri", "Major", "Chief", "Justice", "Judge", "Bishop"})
"""Titles that are also names: taken off only where two words are left."""

TITLE = re.compile(
    rf"({'|'.join(map(re.escape, sorted(TITLES, key=len, reverse=True)))})\.?(?:-elect)?\s+(?=\S)"
)
MARKS = "\"'“”‘’«»()[]"
POSSESSIVE = re.compile(r"\s?['’]\s?s?$")
SENTENCE_END = re.compile(r"(?:^|[.!?:\n][\"”’)]*)\s*[\"“‘(]*$")


def trim_name(text: str, start: int, end: int, *, is_person: bool) -> tuple[int, int]:
    """Shrink a name to the house's convention.

    Returns:
        The start and end of what is left, never empty: a name that would vanish stays.
    """
    first, last = start, end
    while first < last and (text[first].isspace() or text[first] in MARKS):
        first += 1
    while last > first and (text[last - 1].isspace() or text[last - 1] in MARKS):
        last -= 1
    if match := POSSESSIVE.search(text, first, last):
        last = match.start()
    opens_sentence = SENTENCE_END.search(text[max(0, first - 5) : first])
    if text.startswith(("the ", "The ") if opens_sentence else "the ", first, last):
        first += 4
    while is_person and (match := TITLE.match(text, first, last)):
        if match[1] in NOT_ALONE and len(text[match.end() : last].split()) < 2:
            break
        first = match.end()
    return (first, last) if first < last else (start, end)
