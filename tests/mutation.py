"""Real inputs with some of their bytes or values changed; the same again for the same number."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.hostile import ATTACKS, MARKUP

MOST_CHANGES = 8
"""How many changes are made to one input at most."""
LONGEST_STRETCH = 2_000
"""Bytes of the longest stretch that is taken out, doubled or moved."""

_CHARACTERS = "\0\x01\x1b\x7f\x80\x9b\r\v\f\x1c\x85\u2028\u202e\u200b\u061c\ufeff\ufffe\U000e0041"
_PIECES = [
    *(attack.encode() for attack in (*ATTACKS.values(), *MARKUP)),
    *(mark.encode() for mark in "“”‘’«»„\"'()[]{}\\,:;-—…#*_~`=<>&@"),
    *(character.encode("utf-8", "replace") for character in _CHARACTERS),
    *(b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff", b"\xef\xbb\xbf"),  # byte order marks
    *(b"\xc0\x80", b"\xe2\x80", b"\xed\xa0\xbd", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80"),
    *(
        b"\n---\n",
        b"---\ntitle: ",
        b"\ntitle: [",
        b"\n\n",
        b"\r\n",
        b"\t",
        b"# ",
        b"By ",
        b"\n===\n",
    ),
    *(b"PK\x03\x04", b"%PDF-", b"\x1f\x8b"),
    *(
        b"null",
        b"true",
        b"NaN",
        b"-1",
        b"1e999",
        b"9" * 5_000,
        b"\\ud800",
        b"\\u001b",
        b"[" * 2_000,
    ),
]
"""What is put in: marks, escapes, halves of characters, line ends, beginnings of other formats."""
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "utf-7", "cp1252", "cp1251", "koi8-r", "shift-jis",
              "gb18030", "cp037")  # fmt: skip
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**63, 0.5, -0.0, float("nan"), float("inf")),
    *("", "name", "\x1b[2J", "\u202e", "\ud800", "\n", "x" * 600, [], {}, [0, 1], [[]], {"a": 1}),
)
"""What stands in a value's place."""


def mutants(originals: Sequence[bytes], *, count: int) -> Iterator[tuple[int, bytes]]:
    """Yield so many inputs, each with its number, from which alone it is made."""
    for number in range(count):
        chance = random.Random(number)
        data = chance.choice(originals)
        if chance.random() < 0.2:
            data = data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")
        for _ in range(chance.randint(1, MOST_CHANGES)):
            data = chance.choice(_CHANGES)(data, originals, chance)
        yield number, data


def json_mutants(originals: Sequence[str], *, count: int) -> Iterator[tuple[int, str]]:
    """Yield so many lines of JSON with other values in them, each with its number."""
    for number in range(count):
        chance = random.Random(number)
        data = json.loads(chance.choice(originals))
        for _ in range(chance.randint(1, MOST_CHANGES)):
            data = _change_value(data, chance)
        yield number, json.dumps(data)


@contextmanager
def told(number: int, tried: bytes | str) -> Iterator[None]:
    """Say, where what is tried fails, with which input, and by which number it is made again."""
    try:
        yield
    except Exception as error:
        raise AssertionError(f"number {number} failed: {error!r}\nits input: {tried!r}") from error


def _flip(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _delete(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def _duplicate(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 40)) + data[end:]


def _splice(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, end = _stretch(other, chance)
    at = chance.randint(0, len(data))
    return data[:at] + other[start:end] + data[at:]


def _insert(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 5))):
        at = chance.choice((0, len(data), *(chance.randint(0, len(data)) for _ in range(8))))
        data = data[:at] + chance.choice(_PIECES) + data[at:]
    return data


def _cut(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


_CHANGES: tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...] = (
    *(_flip, _flip, _delete, _duplicate, _splice, _insert, _insert, _cut),
)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    longest = chance.choice((1, 4, 40, LONGEST_STRETCH))
    return start, min(len(data), start + chance.randint(0, longest))


def _change_value(data: Any, chance: random.Random) -> Any:
    """Return the data with one value, picked on the way down, changed, left out or doubled."""
    if not isinstance(data, dict | list) or not data or chance.random() < 0.1:
        return chance.choice((*_VALUES, data, [data], str(data), _near(data, chance)))
    keys = list(data) if isinstance(data, dict) else range(len(data))
    key = chance.choice(keys)
    changed = data.copy()
    match chance.randrange(12):
        case 0:
            del changed[key]
        case 1 if isinstance(changed, list):
            changed.insert(key, changed[key])
        case 2:
            changed[key] = data[chance.choice(keys)]
        case _:
            changed[key] = _change_value(data[key], chance)
    return changed


def _near(value: Any, chance: random.Random) -> Any:
    return value + chance.choice((-1, 1, 0.5)) if isinstance(value, int | float) else value
