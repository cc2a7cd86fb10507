"""Say by which rules and pipeline an analysis is made, without importing any of them.

A stored analysis is good only while its fingerprint is the current one. The fingerprint is drawn
from the size and time of every file that decides the outcome, so that nobody has to remember to
raise a number after changing a rule. Light: the reader asks before spaCy is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.codec import SCHEMA
from analysis.digest import sha256_of
from analysis.pipelines import find_pipeline

_DECIDE_NOTHING = {"corrections", "models", "training", "__pycache__"}


def fingerprint(pipeline: str | Path | None = None) -> str:
    """Return 16 hexadecimal digits that differ when schema, rules or pipeline do.

    Raises:
        PipelineError: There is no such pipeline.
    """
    told = bytearray(f"schema {SCHEMA}".encode())
    for file in (*_rule_files(), *_files_below(find_pipeline(pipeline))):
        status = file.stat()
        told += f"\n{file} {status.st_size} {status.st_mtime_ns}".encode("utf-8", "replace")
    return sha256_of(bytes(told))[:16]


def _rule_files() -> Iterator[Path]:
    for entry in sorted(Path(__file__).parent.iterdir()):
        if entry.is_dir() and entry.name not in _DECIDE_NOTHING:
            yield from _files_below(entry)
        elif entry.suffix == ".py":
            yield entry


def _files_below(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file
