"""Digests of texts, for which OpenSSL is not loaded: it would be a tenth of the reader's memory."""

from __future__ import annotations

LONG = 1_000_000
"""Bytes from which on OpenSSL's is worth being loaded: it is several times as fast."""


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 digest of some bytes, in hexadecimal digits."""
    if len(data) < LONG:
        for module in ("_sha2", "_sha256"):  # of Python 3.12, and of 3.11
            try:
                digest: str = __import__(module).sha256(data).hexdigest()
            except ImportError:
                continue
            return digest
    import hashlib

    return hashlib.sha256(data).hexdigest()
