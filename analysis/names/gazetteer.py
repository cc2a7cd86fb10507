"""Names that news takes for known, read from gazetteer.txt. Owns how a name is looked up; decides
nothing about an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from analysis.schema import EntityKind
from analysis.text import fold

_SECTION = re.compile(r"\[(person|organization|place|other)\] .+")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the gazetteer."""

    kind: EntityKind
    """What it names."""
    is_capitals: bool
    """Whether it is met in capitals alone: "UNICEF", never "unicef" or "Unicef"."""
    has_article: bool
    """Whether it is known by a capitalised article alone: "The Hindu", never "a Hindu"."""


@lru_cache(maxsize=1)
def load_gazetteer() -> dict[str, KnownName]:
    """Read the names that are known, by `letters_of` the name without its article.

    A name that is listed in capitals and otherwise is met both ways.

    Raises:
        ValueError: A line stands before the first section, or a section has no known kind.
    """
    names: dict[str, KnownName] = {}
    kind: EntityKind | None = None
    text = files("analysis.names").joinpath("gazetteer.txt").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = _SECTION.fullmatch(line)
            kind = cast("EntityKind", section[1]) if section else None
            continue
        if kind is None:
            raise ValueError(f"gazetteer.txt, line {number}: no section of a known kind above")
        for name in line.split(";"):
            bare = name.strip().removeprefix("The ")
            known = KnownName(kind, name.isupper(), bare != name.strip())
            earlier = names.setdefault(letters_of(bare), known)
            if earlier.is_capitals and not known.is_capitals:
                names[letters_of(bare)] = known
    return names


@lru_cache(maxsize=8192)
def letters_of(name: str) -> str:
    """Return a name's letters and digits, lower case, without accents: "al-Qaida" is "alqaida"."""
    return _NO_LETTER.sub("", fold(name).text)
