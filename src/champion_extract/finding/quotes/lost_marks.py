"""Quotations one of whose marks was lost: where they end or begin all the same."""

from __future__ import annotations

from champion_extract.finding.quotes.cues_after import cue_after
from champion_extract.finding.quotes.pairs import Marked
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.words import words_of

_REACH = 1500
_COMMAS = 60
_PLAIN_VERBS = frozenset(("said", "says", "added", "adds", "explained", "explains", "commented"))


def lost_close(text: str, start: int, end: int) -> int | None:
    """Where a quotation from ``start`` ends whose closing mark is missing: before ", said Jo Bloggs"; None if
    nowhere."""
    at = start
    for _ in range(_COMMAS):
        at = text.find(",", at, min(end, start + _REACH))
        if at < 0:
            return None
        cue = cue_after(text, at, min(end, at + 120), ended=False, next_quote=False)
        if cue is not None and cue.direct and cue.pointer is not None and cue.rule == "after" and cue.start - at <= 3:
            words = words_of(text, cue.start, min(cue.end, cue.start + 14))
            if words and words[0].lower in _PLAIN_VERBS:
                return at + 1
        at += 1
    return None


def lost_open(text: str, paragraph: Paragraph, piece: Marked) -> int | None:
    """Where a quotation begins whose opening mark is missing: with its paragraph, if a cue follows its closing mark."""
    cue = cue_after(text, piece.outer_end, paragraph.end, ended=False, next_quote=False)
    return piece.start if cue is not None and cue.direct and cue.pointer is not None else None
