"""What a cue is, and whom the verb in one has as its subject.

A cue is the words beside a quotation that tell who said it: "Jo Bloggs said:", "she added", "according to the judges".
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.subjects import leading_speaker, trailing_speaker
from champion_extract.finding.quotes.words import Word
from champion_extract.tables.reporting import reporting_verbs, word_class

REACH = 320
"""Characters looked at on either side."""


DASHES = "-–—―~"


class Cue(NamedTuple):
    """``pointer``: who said it, None if the cue leaves that to what went before ("and added:").

    ``direct``: the cue stands right at the quotation; else the quotation is a fragment inside a reported sentence.
    ``start``, ``end``: where the cue stands. ``rule``: name of what was seen. ``colon``: it ends with a colon.
    ``verb``: the reporting verb before the quotation, in lower case, if that is what was seen.
    """

    pointer: Pointer | None
    direct: bool
    start: int
    end: int
    rule: str
    colon: bool
    verb: str = ""


def is_passive(words: list[Word], index: int) -> bool:
    """Whether the verb at ``index`` tells what was said to or of somebody by nobody in particular: "had been told"."""
    if not words[index].lower.endswith(("ed", "told", "called", "known")):
        return False
    at = index - 1
    while at >= 0 and words[at].lower.endswith("ly"):
        at -= 1
    if at < 0 or words[at].lower not in ("been", "was", "were", "being", "be", "is", "are", "get", "got"):
        return False
    return not any(word.lower == "by" for word in words[index + 1 : index + 3])


def subject_of(text: str, words: list[Word], index: int, start: int) -> tuple[Pointer | None, bool]:
    """The subject of the verb at ``index``; the flag tells that it is left to an earlier sentence ("and added")."""
    verbs = reporting_verbs()
    at = index
    if at + 1 < len(words) and words[at + 1].lower == "by":  # "described by Ofsted as"
        return leading_speaker(text, words[at + 1].end, words[-1].end, vouched=True), False
    while at > 0 and (
        words[at - 1].lower in word_class("before_verb")
        or (words[at - 1].lower.endswith("ly") and not words[at - 1].capital)
    ):
        if text[words[at - 1].end : words[at].start].strip(" \u00a0\u202f") != "":
            break
        if words[at - 1].lower in ("and", "who"):
            break
        at -= 1
    if at == 0:
        return None, words[index].lower.endswith("ing") or index == 0 or words[0].lower in ("also", "then", "and")
    joined = words[at - 1].lower in ("and", "but")
    participle = words[index].lower.endswith("ing")
    if participle and not joined and at == index and text[words[at - 1].end : words[at].start].strip(" \u00a0") == "":
        # "with assistant principal Dev Chowdhury describing the night as"
        touching = (
            trailing_speaker(text, start, words[at - 1].end)
            if words[at - 1].capital or words[at - 1].lower in word_class("somebody")
            else None
        )
        if touching is not None and touching.kind in ("person", "role"):
            return touching, False
    if joined or participle or (at < index and words[at].lower == "and"):
        cut = at - 1 if joined else at
        if cut <= 0:
            return None, True
        for earlier in range(cut - 1, max(-1, cut - 40), -1):
            if words[earlier].lower in verbs and not words[earlier].capital:
                pointer, known = subject_of(text, words, earlier, start)
                if pointer is not None or known:
                    return pointer, known
                break
        return _leading_of_clause(text, words, cut), True
    gap = text[words[at - 1].end : words[at].start]
    pointer = trailing_speaker(text, start, words[at].start if gap.strip() else words[at - 1].end)
    return pointer, False


def _leading_of_clause(text: str, words: list[Word], cut: int) -> Pointer | None:
    """The subject of a clause whose verb is unknown: what its first chunks name."""
    begin = words[0].start
    stretch_end = words[cut - 1].end
    pointer = leading_speaker(text, begin, stretch_end, vouched=False)
    if pointer is not None:
        return pointer
    comma = text.find(",", begin, stretch_end)
    while comma >= 0:
        pointer = leading_speaker(text, comma + 1, stretch_end, vouched=False)
        if pointer is not None and pointer.kind in ("person", "pronoun"):
            return pointer
        comma = text.find(",", comma + 1, stretch_end)
        if comma - begin > 200:
            break
    return None
