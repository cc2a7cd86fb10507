"""Digests are SHA-256, however they are made."""

import hashlib

import pytest

from analysis.digest import LONG, sha256_of


@pytest.mark.parametrize("data", [b"", b"Harbour", b"x" * (LONG - 1), b"x" * LONG])
def test_a_digest_is_that_of_hashlib(data: bytes) -> None:
    assert sha256_of(data) == hashlib.sha256(data).hexdigest()
