"""Why a quote was given to its speaker, in plain words: for whoever has to check it."""

from analysis.reasons.evidence import tell_evidence
from analysis.reasons.explain import Explanation, Step, explain

__all__ = ["Explanation", "Step", "explain", "tell_evidence"]
