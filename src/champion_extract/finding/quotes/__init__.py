"""Direct speech and who said it: ``find_quotes(text)``.

marks.py, pairs.py and single_marks.py pair quotation marks; cues_before.py, cues_after.py, labels.py, subjects.py read
the words beside them; speech.py judges what no cue decides; lines.py, set_off.py find speaker lines, speech without
marks; speakers.py, people.py and holders.py resolve names, roles and pronouns; attribution.py puts it together.
"""

from __future__ import annotations

from champion_extract.finding.quotes.attribution import find_quotes

__all__ = ["find_quotes"]
