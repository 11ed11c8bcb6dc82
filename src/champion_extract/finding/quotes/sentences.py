"""Where sentences begin and end in a short stretch; titles and initials end none."""

from __future__ import annotations

import re

from champion_extract.tables.reporting import titles

_SENTENCE_BREAK = re.compile(
    r"[.!?…][\"”’')\]*_]{0,3}[\s\u00a0\u202f]+(?=[^a-z\s])|(?<=[a-z0-9])[.!?](?=[A-Z][a-z])|[\n\r](?![a-z])"
)
"""The second kind is where line breaks or spaces were lost: "since 2021.Operations chief"."""


def last_sentence(text: str, start: int, end: int) -> int:
    """Where the last sentence of the stretch begins; titles and initials do not end one."""
    at = start
    for match in _SENTENCE_BREAK.finditer(text, start, end):
        if match.end() < end and not _abbreviated(text, match.start(), start):
            at = match.end()
    return at


def first_sentence(text: str, start: int, end: int) -> int:
    """Where the first sentence of the stretch ends, before its full stop."""
    for match in _SENTENCE_BREAK.finditer(text, start, end):
        if not _abbreviated(text, match.start(), start):
            return match.start()
    return end


def _abbreviated(text: str, dot: int, floor: int) -> bool:
    if text[dot] != ".":
        return False
    begin = dot
    while begin > floor and dot - begin < 9 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:dot]
    return (
        (len(word) == 1 and word.isupper())
        or word.lower() in titles()
        or word.lower() in ("st", "ltd", "no", "jr", "sr", "vs")
    )
