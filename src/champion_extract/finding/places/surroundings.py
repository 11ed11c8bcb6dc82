"""The words around a name of a place, read a few characters at a time, so that long texts cost no more than short
ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from champion_extract.tables.gazetteer import key_of

_WINDOW = 48
_SPACES = " \u00a0\u2009\u202f"
_WORD = r"[\w][\w'’&.]*(?:-[\w'’]+)*"
_BACKWARDS = re.compile(r"[\w&'’.-]+")
_AFTER = re.compile(rf"([{_SPACES}]*\n?[{_SPACES}]*)({_WORD}|&)")
_WRAPPED = 45
_SENTENCE_ENDS = '.!?:;•|\n\t"“”‘(–—*#>▪●·'


class Word(NamedTuple):
    """A neighbouring word, where it stands, and whether more than one space stands between."""

    text: str
    start: int
    end: int
    apart: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def key(self) -> str:
        """The word as tables hold it."""
        return key_of(self.text.rstrip(".,"))


def word_before(text: str, start: int) -> Word | None:
    """The word that ends right before ``start`` with only spaces between; None after punctuation or at a line's
    start."""
    low = max(0, start - _WINDOW)
    window = text[low:start]
    kept = window.rstrip(_SPACES)
    apart = len(window) - len(kept) > 1
    if kept.endswith("\n") and _wrapped(text, low + len(kept) - 1):
        apart = True
        kept = kept[:-1].rstrip(_SPACES)
    if len(kept) == len(window):
        return None
    # Read backwards, a word is what matches first; a search for one that ends the window tries every start in it.
    found = _BACKWARDS.match(kept[::-1])
    if found is None:
        return None
    word = kept[-found.end() :]
    if word.endswith((".", "'", "’")) and word.rstrip(".").lower() not in _ABBREVIATIONS:
        return None
    return Word(word, low + len(kept) - len(word), low + len(kept), apart)


_ABBREVIATIONS = frozenset(("mr", "mrs", "ms", "dr", "prof", "st", "rev", "cllr"))


def word_after(text: str, end: int) -> Word | None:
    """The word right after ``end`` with only spaces between (or a line break within a wrapped paragraph)."""
    found = _AFTER.match(text, end, min(len(text), end + _WINDOW))
    if found is None or not found.group(1):
        return None
    if "\n" in found.group(1) and not _wrapped(text, text.find("\n", end)):
        return None
    return Word(found.group(2), found.start(2), found.end(2), len(found.group(1)) > 1 or "\n" in found.group(1))


def _wrapped(text: str, line_break: int) -> bool:
    """Whether the line that ends here looks like a full one of running text, so that its break is only a space."""
    return text.rfind("\n", max(0, line_break - _WRAPPED), line_break) == -1 and line_break >= _WRAPPED


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, line, bracket or quotation begins at ``start``."""
    at = start - 1
    while at >= 0 and start - at < _WINDOW and text[at] in _SPACES:
        at -= 1
    return at < 0 or text[at] in _SENTENCE_ENDS


class Lines:
    """Which lines of a text are written in capitals, remembered while places are judged in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = -1
        self._capitals = False

    def in_capitals(self, start: int) -> bool:
        """Whether the line around ``start`` (at most 200 characters of it) has no small letters."""
        if not self._start <= start < self._end:
            low = max(0, start - 100)
            self._start = max(low, self._text.rfind("\n", low, start) + 1)
            end = self._text.find("\n", start, start + 100)
            self._end = end if end != -1 else min(len(self._text), start + 100)
            self._capitals = self._text[self._start : self._end].isupper()
        return self._capitals


class Names:
    """Spans of other names, in order; answers whether a stretch touches one."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self.spans = merged
        self._starts = [start for start, _ in merged]

    def over(self, start: int, end: int) -> tuple[int, int] | None:
        """The span that shares a character with ``start..end``, or None."""
        at = bisect_right(self._starts, end - 1) - 1
        if at >= 0 and self.spans[at][1] > start:
            return self.spans[at]
        return None
