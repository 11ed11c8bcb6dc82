"""Whether words in quotation marks are speech: not a title, a slogan, a rating or a word used with reserve.

Used where no cue decides; looks at the words themselves and at the words right beside them.
"""

from __future__ import annotations

import re

from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import naming_words, word_class

_FORM = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_TERMINAL = frozenset(".!?…")


_VERBAL = re.compile(
    r"\b(?:I|we|my|our|me|us|you|he|she|it|they|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|may"
    r"|might|must|(?:I|we|you|they|he|she|it|that|there)['’](?:m|ve|re|s|d|ll)|\w+n['’]t)\b",
    re.IGNORECASE,
)


def word_count(text: str, start: int, end: int) -> int:
    """Words between two places, counted by spaces; at most 60 are counted."""
    return len(text[start : min(end, start + 480)].split())


def is_title_case(text: str, start: int, end: int) -> bool:
    """Whether all words but small ones begin with a capital or figure, as in a title or name."""
    small = word_class("small_in_title")
    seen = False
    for match in _FORM.finditer(text, start, min(end, start + 160)):
        seen = True
        form = match.group()
        if form[0].islower() and form not in small:
            return False
    return seen


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the words end with a full stop, question or exclamation mark, or three dots."""
    while end > start and text[end - 1] in " \t\u00a0\u202f*_)\"”'’":
        end -= 1
    return end > start and text[end - 1] in _TERMINAL


def reads_as_speech(text: str, start: int, end: int) -> bool:
    """Whether the words by themselves are one or more whole sentences that somebody says."""
    count = word_count(text, start, end)
    if count < 3:
        return False
    if text[start].islower():
        return (
            count >= 12
            and _VERBAL.search(text, start, min(end, start + 400)) is not None
            and ends_sentence(text, start, end)
        )
    verbal = _VERBAL.search(text, start, min(end, start + 400)) is not None
    if is_title_case(text, start, end) and count < 12:
        return False
    if ends_sentence(text, start, end):
        return count >= 5 or (verbal and count >= 3)
    return verbal and count >= 9


def is_pull_quotation(text: str, start: int, end: int) -> bool:
    """Whether words that fill a paragraph in marks are a remark set large, without a full stop."""
    return (
        word_count(text, start, end) >= 5
        and not is_title_case(text, start, end)
        and _VERBAL.search(text, start, min(end, start + 400)) is not None
    )


def is_named_by(text: str, floor: int, mark: int) -> bool:
    """Whether the words right before ``mark`` say that a name, title, slogan or rating follows."""
    words = words_of(text, max(floor, mark - 40), mark)
    if not words:
        return False
    naming = naming_words()
    last = len(words) - 1
    if (
        last
        and words[last].lower == "asked"
        and words[last - 1].lower in ("were", "was", "are", "is", "be", "been", "being")
    ):
        return True
    if words[last].lower in naming:
        # "which Ofsted called “exemplary”" tells what somebody said, "a course called “Steps”" a name
        return not (
            words[last].lower == "called" and any(word.lower in ("which", "whom", "what") for word in words[-5:-1])
        )
    if last and words[last].lower in ("the", "a", "an"):
        last -= 1
    if not last:
        return False
    kind = naming.get(words[last - 1].lower)
    if kind == "verb":
        return words[last].lower in ("as", "the", "a", "an", "either", "officially")
    return kind == "noun" and words[last].lower in ("is", "was", "of", "being", "on", "about")


def names_follow(text: str, close: int, ceiling: int) -> bool:
    """Whether the word right after ``close`` tells that the marked words are a name: "programme", "award", "rating"."""
    words = words_of(text, close, min(ceiling, close + 24))
    if not words or text[close : words[0].start].strip(" \u00a0\u202f") != "":
        return False
    return naming_words().get(words[0].lower) == "noun"
