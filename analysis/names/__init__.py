"""Who and what an article names: each person and organization once, with every mention."""

from analysis.names.find import RULE_NAMES, find_entities

__all__ = ["RULE_NAMES", "find_entities"]
