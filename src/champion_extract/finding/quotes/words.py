"""Words of a short stretch of text with their places; what cues and names are read from.

Stretches are bounded by their callers, so nothing here looks at more than a few hundred characters at a time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[&'’‘.\-‑–][^\W_]+)*(?:(?<=\b[^\W\d_])\.|['’](?=\s))?|&")


_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


class Word(NamedTuple):
    """A word as written, its place, its form in lower case with plain apostrophes and without a full stop, and
    whether it
    begins with a capital letter."""

    start: int
    end: int
    form: str
    lower: str
    capital: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text`` from ``start`` to ``end``, in order."""
    found = []
    for match in _WORD.finditer(text, start, end):
        form = match.group()
        lower = form.lower()
        if not form.isascii():
            lower = lower.translate(_APOSTROPHES)
        if not lower[-1].isalnum():
            lower = lower.rstrip(".'")
        # faster than Word(...), and this is where most of the time goes
        found.append(tuple.__new__(Word, (match.start(), match.end(), form, lower, form[0].isupper())))
    return found


def close_together(text: str, left: Word, right: Word) -> bool:
    """Whether only spaces (at most three) stand between two words, or the full stop of a title or initial."""
    gap = text[left.end : right.start]
    return len(gap) <= 3 and gap.strip(" \u00a0\u202f\u200b") in ("", ".") and (gap[:1] != "." or len(left.lower) <= 4)
