"""Direct speech and who said it: ``find_quotes(text)``.

marks.py, pairs.py and single_marks.py pair quotation marks; cues_before.py, cues_after.py, labels.py, subjects.py read
the words beside them; speech.py judges what no cue decides; lines.py, set_off.py, statements.py find speaker lines and
speech without marks; people.py, unlisted_names.py, genders.py tell who is named, speakers.py, antecedents.py and
holders.py whom names, pronouns and roles mean; guesses.py, standing_labels.py and repeated.py who speaks where no cue
tells; attribution.py puts it together.
"""

from __future__ import annotations

from champion_extract.finding.quotes.attribution import find_quotes

__all__ = ["find_quotes"]
