"""The words that point to a speaker, and the chunks that a stretch of text falls into.

Chunks are cut at commas, brackets, dashes, colons and marks; the chunks beside a name tell role and organisation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.quotes.roles import read_standing
from champion_extract.finding.quotes.words import Word, words_of
from champion_extract.tables.reporting import titles, word_class

CUT = re.compile(r"[,;()\[\]|\n:/“”\"]| [–—-]{1,2} |[–—]")


PRONOUNS = {"he": "m", "she": "f", "they": "g", "i": "i", "we": "g", "it": "b"}


class Pointer(NamedTuple):
    """Words ``start`` to ``end`` that point to a speaker.

    ``kind``: "person", "pronoun", "role" (somebody told by what they do) or "body". ``gender`` of a person or
    pronoun: "m",
    "f", "u", or of pronouns also "g" (they, we), "b" (it), "i". ``role`` and ``organisation`` as worded there.
    """

    start: int
    end: int
    kind: str
    gender: str
    role: str | None
    organisation: str | None


def own_subject(words: list[Word]) -> bool:
    """Whether a chunk begins a clause of its own ("my teacher said") rather than telling more of who was named
    before."""
    return words[0].lower in ("one", "another", "some", "many", "our", "all", "most", "my", "his", "her", "their")


def only_titles(words: list[Word]) -> bool:
    """Whether there is nothing but titles among the words."""
    return all(word.lower in titles() for word in words)


def describes(text: str, words: list[Word]) -> bool:
    """Whether a chunk tells what somebody is, so that the chunk before it names the person."""
    standing = read_standing(text, words)
    return standing.role is not None or words[0].lower in ("who", "aged") or words[0].form.isdigit()


def behind_preposition(words: list[Word], index: int) -> bool:
    """Whether a preposition governs the words from ``index`` on."""
    at = index - 1
    while at >= 0 and words[at].lower in word_class("determiner"):
        at -= 1
    return at >= 0 and words[at].lower in word_class("preposition")


def chunks_of(text: str, start: int, end: int, most: int) -> list[list[Word]]:
    """The words of each chunk; of a long stretch the last ``most`` chunks when read from its end are enough."""
    found: list[list[Word]] = []
    at = start
    for match in CUT.finditer(text, start, end):
        words = words_of(text, at, match.start())
        if words:
            found.append(words)
        at = match.end()
    words = words_of(text, at, end)
    if words:
        found.append(words)
    return found if len(found) <= 2 * most else found[:most] + found[-most:]
