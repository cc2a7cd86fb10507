"""What a reader has corrected: how it is kept, and how it is laid over every analysis."""

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
from analysis.corrections.journal import Journal
from analysis.corrections.wording import describe

__all__ = [
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
]
