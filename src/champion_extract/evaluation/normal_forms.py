"""When two names, spans or figures count as the same although they are written differently.

Every function is symmetric in effect: it normalises one side at a time, or treats both alike, so that gold and system
may change places without changing the score.
"""

from __future__ import annotations

import math
import re

_DETERMINERS = frozenset({"the", "a", "an", "our", "my", "his", "her", "their", "its", "your", "this", "these"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who"})
_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "cllr",
        "councillor",
    }
)
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\S)['’]s\Z")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_OUTSIDE_QUOTE = "\"'“”‘’«»‹›„‚`´"

# A speaker may be given with a role ("Jo Bloggs, Head of Careers at Anytown School"), but not with a paragraph.
MOST_EXTRA_WORDS = 8
MOST_EXTRA_CHARACTERS = 80


def name_span(text: str, start: int, end: int) -> tuple[int, int]:
    """A name's span without a leading the, a or an, a trailing 's, and outer white space."""
    start, end = _without_outer(text, start, end, "")
    article = _ARTICLE.match(text, start, end)
    if article is not None:
        start = article.end()
    possessive = _POSSESSIVE.search(text, max(start, end - 3), end)
    if possessive is not None:
        end = possessive.start()
    return _without_outer(text, start, end, "")


def quote_span(text: str, start: int, end: int) -> tuple[int, int]:
    """A quotation's span without outer white space and quotation marks, and without a comma before the closing mark.

    The comma of “We did it,” she said belongs to the sentence around it as much as to the quotation.
    """
    return _without_outer(text, start, end, _OUTSIDE_QUOTE + ",")


def overlap(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Length of what two spans share, as a part of their union: 0 to 1. Equal spans give 1."""
    shared = min(first[1], second[1]) - max(first[0], second[0])
    if shared <= 0:
        return 0.0
    return shared / (max(first[1], second[1]) - min(first[0], second[0]))


def words_of(name: str) -> tuple[str, ...]:
    """A name as comparable words: no case, no punctuation, "and" for "&", no leading determiner, no trailing 's."""
    words = [word.replace("’", "'") for word in _WORD.findall(name.replace("&", " and ").casefold())]
    words = [word.removesuffix("'s") for word in words]
    while len(words) > 1 and words[0] in _DETERMINERS:
        words.pop(0)
    return tuple(words)


def same_words(first: str | None, second: str | None) -> bool:
    """Whether two names or phrases are the same words; None is the same as None only."""
    if first is None or second is None:
        return first is second
    return words_of(first) == words_of(second)


def same_last_word(first: str | None, second: str | None) -> bool:
    """Whether two phrases end in the same word, in English mostly their head."""
    if first is None or second is None:
        return first is second
    return words_of(first)[-1:] == words_of(second)[-1:]


def same_speaker(first: str | None, second: str | None) -> bool:
    """Whether two names mean one speaker: the same words without titles, or one inside the other.

    Inside means: the longer begins with the shorter ("Jo Bloggs, Head of Careers"), or the shorter is at least half of
    it ("Bloggs"); and the longer is longer by no more than MOST_EXTRA_WORDS words, so that a speaker of a whole
    paragraph gains nothing.
    """
    if first is None or second is None:
        return first is second
    shorter, longer = sorted((_without_titles(words_of(first)), _without_titles(words_of(second))), key=len)
    if shorter == longer:
        return True
    if not shorter or not similar_length(first, second):
        return False
    if longer[: len(shorter)] == shorter:
        return True
    places = range(1, len(longer) - len(shorter) + 1)
    return 2 * len(shorter) >= len(longer) and any(longer[at : at + len(shorter)] == shorter for at in places)


def similar_length(first: str, second: str) -> bool:
    """Whether neither name is longer than the other by more than a role with its body takes."""
    return (
        abs(len(first.split()) - len(second.split())) <= MOST_EXTRA_WORDS
        and abs(len(first) - len(second)) <= MOST_EXTRA_CHARACTERS
    )


def is_name(words: str) -> bool:
    """Whether words are written like a name: with a capital, apart from determiners and pronouns."""
    kept = [word for word in words.split() if word.casefold() not in _DETERMINERS | _PRONOUNS]
    return any(word[0].isupper() for word in kept)


def same_figure(first: float | int | None, second: float | int | None) -> bool:
    """Whether two values are the same; fractions to one in a thousand (a third as 0.3333), whole numbers exactly."""
    if first is None or second is None:
        return first is second
    if float(first).is_integer() and float(second).is_integer():
        return first == second
    return math.isclose(first, second, rel_tol=1e-3)


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in words if word not in _TITLES)
    return kept or words


def _without_outer(text: str, start: int, end: int, also: str) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return start, end
