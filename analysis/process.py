"""How a process that does nothing but analyse is set up, before anything of spaCy is imported."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import ModuleType
from typing import Any

NICENESS = 10
"""Analysis is never so urgent that a key should wait for it."""

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""The numbers of glibc's options (malloc.h)."""
_KEPT_BYTES = 128 * 2**20
_LARGEST_KEPT_BLOCK = 32 * 2**20
"""The most that glibc takes."""


def set_up() -> None:
    """Make the process one that gives way to others, and that analyses and starts quickly."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # Several threads only get into each other's way on matrices as small as ours.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _keep_freed_memory()
    _import_spacy()


def _keep_freed_memory() -> None:
    """Keep what an array leaves free for the next one, where the C library is glibc.

    It would give each large one back to the system, and a tenth of an analysis' time would go
    into having the same pages cleared anew.
    """
    import ctypes

    with suppress(OSError, TypeError, AttributeError):
        library = ctypes.CDLL(None)
        library.gnu_get_libc_version  # noqa: B018 - elsewhere, mallopt may mean something else
        library.mallopt(_MMAP_THRESHOLD, _LARGEST_KEPT_BLOCK)
        library.mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)


def _import_spacy() -> None:
    """Import spaCy without its command line, which is a third of the time and unused here.

    `spacy/__init__.py` imports `spacy.cli.info` for `spacy.info` alone. That is still there: the
    command line is imported when it is called, or by whoever imports it.
    """
    name = "spacy.cli.info"
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(name)
    stand_in.__dict__["info"] = _info
    sys.modules[name] = stand_in
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """Do what `spacy.info` does."""
    from spacy.cli.info import info

    return info(*arguments, **options)
