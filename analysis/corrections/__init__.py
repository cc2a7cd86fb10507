"""What a reader has corrected: how it is kept, and how it is laid over every analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.late import late

if TYPE_CHECKING:
    from analysis.corrections.apply import Corrected, apply_corrections
    from analysis.corrections.changes import (
        Add,
        Change,
        ConfirmSpeaker,
        Correction,
        Ignore,
        Merge,
        QuotedWords,
        Rename,
        SetKind,
        SetSpeaker,
        Split,
        Who,
    )
    from analysis.corrections.draft import folded
    from analysis.corrections.journal import Journal
    from analysis.corrections.lines import MOST_CHARACTERS
    from analysis.corrections.occurrences import find_occurrences
    from analysis.corrections.wording import describe

__all__ = [
    "MOST_CHARACTERS",
    "Add",
    "Change",
    "ConfirmSpeaker",
    "Corrected",
    "Correction",
    "Ignore",
    "Journal",
    "Merge",
    "QuotedWords",
    "Rename",
    "SetKind",
    "SetSpeaker",
    "Split",
    "Who",
    "apply_corrections",
    "describe",
    "find_occurrences",
    "folded",
]

__getattr__ = late(
    __name__,
    {
        "MOST_CHARACTERS": "lines",
        "Add": "changes",
        "Change": "changes",
        "ConfirmSpeaker": "changes",
        "Corrected": "apply",
        "Correction": "changes",
        "Ignore": "changes",
        "Journal": "journal",
        "Merge": "changes",
        "QuotedWords": "changes",
        "Rename": "changes",
        "SetKind": "changes",
        "SetSpeaker": "changes",
        "Split": "changes",
        "Who": "changes",
        "apply_corrections": "apply",
        "describe": "wording",
        "find_occurrences": "occurrences",
        "folded": "draft",
    },
)
