"""Splits the neighbourhood of each number into tokens; the rest of the text is never looked at word by word.

A scanner finds the places where a numeral could begin (digits, number words, signs). Windows around them that touch are
joined, and each is split once: words, digit groups and single signs, with what lies before each (nothing, a space, a
break between lines or sentences that no phrase crosses). All patterns are bounded: time grows as the text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from champion_extract.tables.number_words import nouns, number_words

GLUED, SPACED, BROKEN = 0, 1, 3
_BEFORE, _AFTER = 170, 190
_PAD = 32
_SHORT_LINE = 50

_SPACES = " \u00a0\u202f\u2009\u2007"
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}|, 0[0-9]{2}){1,4}(?![0-9])(?:\.[0-9]{1,12}(?![0-9]))?"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])(?:\.[0-9]{1,12}(?![0-9]))?"
    rf"|(?<![0-9.,])[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,4}}(?![0-9])(?:\.[0-9]{{1,12}}(?![0-9]))?"
    r"|[0-9]+(?:\.[0-9]{1,12}(?![0-9]))?"
    r"|(?<![\w.])\.[0-9]{1,12}(?![0-9])"
    r"|[^\W\d_]{1,60}(?:['\u2019][^\W\d_]{1,20}){0,2}"
    r"|\S"
)
_LIST_NUMBER = re.compile(r"[0-9]{1,3}[.)](?![0-9])")
_CURLY = str.maketrans({"\u2019": "'", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-"})


class Tokens:
    """The tokens of one stretch of text, as parallel lists with empty tokens at the end, so that looking ahead is safe.

    ``words``: lower case, straight apostrophes, every dash "-". ``kinds``: "n" digits, "w" word, "p" sign, "" past the
    end. ``starts``, ``ends``: offsets into the text. ``breaks``: what lies before, ``GLUED``, ``SPACED`` or ``BROKEN``.
    """

    __slots__ = ("address", "address_end", "breaks", "ends", "kinds", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        words: list[str] = []
        kinds: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        breaks: list[int] = []
        last = start
        for match in _TOKEN.finditer(text, start, end):
            begin, stop = match.span()
            raw = text[begin:stop]
            first = raw[0]
            if first.isalpha():
                kind = "w"
            elif "0" <= first <= "9" or (first == "." and stop - begin > 1):
                kind = "n"
            else:
                kind = "p"
            gap = begin - last
            if gap == 0:
                lies = GLUED
            elif gap == 1 and text[last] not in "\n\t":
                lies = SPACED
            else:
                lies = _gap(text, last, begin)
            if kind != "p" and lies != GLUED and words and words[-1] in ".!?" and _ends_sentence(text, words, begin):
                lies = BROKEN
            if kind == "n":
                words.append(raw)
            elif raw.isascii():
                words.append(raw.lower())
            else:
                words.append(raw.lower().translate(_CURLY))
            kinds.append(kind)
            starts.append(begin)
            ends.append(stop)
            breaks.append(lies)
            last = stop
        # What ``excluded`` found out about the unbroken run of characters that ends here, so that it looks but once.
        self.address, self.address_end = False, -1
        self.size = len(words)
        self.text = text
        self.words = words + [""] * _PAD
        self.kinds = kinds + [""] * _PAD
        self.starts = starts + [end] * _PAD
        self.ends = ends + [end] * _PAD
        self.breaks = breaks + [BROKEN] * _PAD
        if breaks:
            self.breaks[0] = BROKEN

    def original(self, i: int) -> str:
        """Return token ``i`` as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]

    def slice(self, a: int, z: int) -> str:
        """Return the text of tokens ``a`` to ``z``, end exclusive, each run of white space as one space."""
        return " ".join(self.text[self.starts[a] : self.ends[z - 1]].split())

    def capital(self, i: int) -> bool:
        """Tell whether token ``i`` begins with a capital."""
        return self.kinds[i] == "w" and self.text[self.starts[i]].isupper()

    def begins(self, i: int) -> bool:
        """Tell whether token ``i`` is the first of its sentence, line or cell."""
        return self.breaks[i] == BROKEN or self.words[i - 1] in _OPENERS

    def follows(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Tell whether the tokens from ``i`` on are ``phrase``, within one line."""
        words, breaks = self.words, self.breaks
        for offset, word in enumerate(phrase):
            if words[i + offset] != word or (offset and breaks[i + offset] == BROKEN):
                return False
        return True

    def precedes(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Tell whether the tokens up to and with ``i`` are ``phrase``, within one line."""
        start = i - len(phrase) + 1
        return start >= 0 and self.follows(start, phrase)


_OPENERS = frozenset({">", ".", "!", "?", "\u2022", "*", "|", "\u201c", '"', "\u2018", ":", "\u00b7", "\u25cf"})
_SHORT_FORMS = frozenset(
    (
        "approx c ca circa no nos st mr mrs ms dr vs est fig figs p pp pg max min avg tel ext vol ref incl inc yr "
        "yrs rs jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed weds thurs thu fri sat sun"
    ).split()
)


def _ends_sentence(text: str, words: list[str], begin: int) -> bool:
    """Tell whether a full stop before a word at ``begin`` ends the sentence."""
    if words[-1] != ".":
        return True
    previous = words[-2] if len(words) > 1 else ""
    return not text[begin].islower() and previous not in _SHORT_FORMS


def _gap(text: str, last: int, begin: int) -> int:
    """Judge the white space between two tokens: a space, or a break that no phrase crosses."""
    gap = text[last:begin]
    lines = gap.count("\n")
    if "\t" in gap or lines > 1:
        return BROKEN
    if lines == 0:
        return SPACED
    # A single line feed is a wrapped line if what stands before it is long and what follows does not open anew.
    opening = text[begin]
    if opening.isupper() or not opening.isalnum() or text[last - 1] in ".!?:;|":
        return BROKEN
    if opening.isdigit() and _LIST_NUMBER.match(text, begin):
        return BROKEN
    word = max(text.rfind(" ", max(0, last - 12), last) + 1, last - 12, 0)
    if text[word:last].lower() in nouns()["stop"]:
        return SPACED  # no line or cell ends with "under" or "of the"
    line_start = text.rfind("\n", max(0, last - _SHORT_LINE), last)
    return SPACED if line_start < 0 and last > _SHORT_LINE else BROKEN


@cache
def _scanner() -> re.Pattern[str]:
    letters = sorted(word for word in number_words() if word[0].isalpha() and word not in {"zero", "nil"})
    forms = sorted({form for word in [*letters, "zero", "nil"] for form in (word, word.capitalize(), word.upper())})
    initials = "".join(sorted({form[0] for form in forms}))
    signs = "".join(word for word, entry in number_words().items() if entry.role == "sign")
    return re.compile(
        rf"[0-9]+|[{signs}]|(?<![^\W_])(?=[{initials}])(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?![^\W_])"
        r"|(?<![^\W_])(?:than|over|under|within|nearly|almost|least|around|to|[Oo]ver|[Nn]early) an? "
        r"(?=(?:year|decade|month|week|day|hour|minute|term|mile)(?![^\W_]))"
    )


def regions(text: str) -> Iterator[Tokens]:
    """Yield the tokens of each stretch of the text in which a numeral could stand, in order, not overlapping."""
    start = end = -1
    size = len(text)
    search = _scanner().search
    match = search(text)
    while match is not None:
        at = match.start()
        if start < 0:
            start = max(0, at - _BEFORE)
        elif at - _BEFORE > end:
            yield Tokens(text, *_whole_words(text, start, end))
            start = max(end, at - _BEFORE)
        end = min(size, match.end() + _AFTER)
        match = search(text, match.end())
    if start >= 0:
        yield Tokens(text, *_whole_words(text, start, end))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch so that it begins and ends at white space, or by 60 characters at most."""
    limit = max(0, start - 60)
    while start > limit and not text[start - 1].isspace():
        start -= 1
    limit = min(len(text), end + 60)
    while end < limit and not text[end].isspace():
        end += 1
    return start, end
