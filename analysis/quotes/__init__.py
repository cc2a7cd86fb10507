"""Quotes and who said them."""

from analysis.quotes.find import find_quotes

__all__ = ["find_quotes"]
