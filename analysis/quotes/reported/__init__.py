"""Reported speech without marks: who is said to have said what, in the narrator's words."""

from analysis.quotes.reported.find import Report, find_reports

__all__ = ["Report", "find_reports"]
