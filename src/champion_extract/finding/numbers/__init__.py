"""Finds every quantity in a text, with its value, qualifier, unit and what it counts: ``parse_quantities``."""

from __future__ import annotations

from champion_extract.finding.numbers.reading import parse_quantities

__all__ = ["parse_quantities"]
