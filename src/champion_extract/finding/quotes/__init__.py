"""Direct speech and who said it: ``find_quotes(text)``.

marks.py pairs quotation marks, cues.py and subjects.py read the words beside them, speech.py judges what no cue
decides,
set_off.py finds speech without marks, speakers.py resolves names, roles and pronouns, attribution.py puts it together.
"""

from __future__ import annotations

from champion_extract.finding.quotes.attribution import find_quotes

__all__ = ["find_quotes"]
