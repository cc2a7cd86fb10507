"""Import asyncio without OpenSSL, which is large: the reader connects to nothing."""

from __future__ import annotations

import sys


def import_asyncio() -> None:
    """Import it without the module `ssl`, which can still be imported by whoever needs it."""
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # makes an import fail
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
