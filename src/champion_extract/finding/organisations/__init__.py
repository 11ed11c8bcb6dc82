"""Organisations in a text, and the names in capitals that are none: people, awards, programmes and other things."""

from champion_extract.finding.organisations.finder import Names, classify, find_names, trim_name

__all__ = ["Names", "classify", "find_names", "trim_name"]
