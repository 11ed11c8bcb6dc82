"""Nominees in labelled lines and list items: "Category: Winner", "Winner – X", "X – highly commended", "Nominee: X".

``read_line`` takes one line apart at its marks, and says which part is outcome, category, cue or name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.nominees.categories import cut_sponsor, expected_kind, theme_of, trimmed
from champion_extract.finding.nominees.naming import Name, names_in
from champion_extract.finding.nominees.outcomes import (
    Label,
    is_titled,
    leading_label,
    read_label,
    spoken,
)
from champion_extract.finding.nominees.page import Page
from champion_extract.tables.recognition import fold, outcome_labels
from champion_extract.vocabulary import Outcome

_MARK = re.compile(
    r"\s*:\*{0,2}\s+|\s*:(?=\Z)|\s+[–—-]+\s+|\s*[–—]\s+|\s*[→»]\s*|\s+>\s+|\s*\|\s*|\t+|\s*=\s+|\.\.\.+|…+"
)
_ENDS_IN_LABEL = re.compile(r"\s*[(\[]([^()\[\]]{3,60})[)\]]\s*$")
LABEL_LIMIT = 130


class LineReading(NamedTuple):
    """What a line says. ``cue``: why it holds no nominee. ``slot``: where the name stands, if there is one."""

    theme: str | None
    outcome: Outcome | None
    joint: bool
    cue: str | None
    slot: tuple[int, int] | None


def read_line(page: Page, start: int, end: int) -> LineReading | None:
    """The labels and the name slot of a line; None if it has no label at all. Reads no further than the third mark."""
    text = page.text
    stop = min(end, start + LABEL_LIMIT * 3)
    if end - start <= 240 and cut_sponsor(text, start, end) == start:
        return LineReading(None, None, False, "sponsor", None)
    theme: str | None = None
    outcome: Outcome | None = None
    joint = False
    labelled = False
    at = start
    slot: tuple[int, int] | None = None
    for _ in range(4):
        at, _end = trimmed(text, at, end)
        if at >= end:
            break
        piece_end, next_at = _piece(text, at, stop, end)
        piece_end = _closed(text, at, piece_end, next_at, stop)
        next_at = max(next_at, piece_end)
        words = text[at : cut_sponsor(text, at, piece_end)] if piece_end - at <= LABEL_LIMIT else ""
        label = read_label(words, page.themes) if words else None
        if (
            label is not None
            and label.theme is not None
            and (tail := _ENDS_IN_LABEL.search(words))
            and _bracketed(page, tail.group(1))
        ):
            label = None  # "Anytown School (winner, School of the Year)"
        if (
            label is None
            and words
            and piece_end == end
            and at < cut_sponsor(text, at, piece_end) < piece_end
            and slot is None
            and not labelled
        ):
            named = theme_of(words)
            if named and is_titled(named):
                return LineReading(named, None, False, None, None)
        if label is None and words:
            joined = leading_label(text, at, piece_end)
            if joined:
                outcome, joint, at = joined
                labelled = True
                slot = (at, end)
                break
        if label is None:
            if slot is None:
                slot = (at, piece_end if next_at < end and _label_follows(page, next_at, end) else end)
                if slot[1] == end:
                    break
            elif _SENTENCE.search(text, at, piece_end):
                break  # the next sentence speaks of somebody else
            at = next_at
            continue
        labelled = True
        if label.cue:
            if slot is None:
                return LineReading(theme, outcome, joint, label.cue, None)
            break
        theme = label.theme or theme
        outcome = label.outcome or outcome
        joint = joint or label.joint
        at = next_at
    if (slot is not None and not labelled) or (slot is not None and outcome is None):
        tail = _ENDS_IN_LABEL.search(text, slot[0], min(slot[1], slot[0] + 300))
        if tail and not re.search(r"[:;]\s", text[slot[0] : tail.start()]):
            label = _bracketed(page, tail.group(1))
            if label and not label.cue:
                labelled = True
                theme, outcome, joint = label.theme or theme, label.outcome or outcome, joint or label.joint
                slot = (slot[0], tail.start())
    return LineReading(theme, outcome, joint, None, slot) if labelled else None


def _bracketed(page: Page, words: str) -> Label | None:
    """What a bracket after a name says: "winner", "School of the Year", or both with a comma."""
    label = read_label(words, page.themes)
    first, comma, rest = words.partition(", ")
    if (label is not None and label.outcome is not None and label.theme is not None) or not comma:
        return label
    one, other = read_label(first, page.themes), read_label(rest, page.themes)
    if one and other and not one.cue and not other.cue:
        return one._replace(theme=one.theme or other.theme, outcome=one.outcome or other.outcome)
    return label


_MARK_HINT = re.compile(r"[:–—→»|>\t=…]|\s-|\.\.\.")


def _piece(text: str, at: int, stop: int, end: int) -> tuple[int, int]:
    hint = _MARK_HINT.search(text, at + 1, stop)
    if hint is None:
        return end, end
    begin = hint.start()
    while begin > at + 1 and text[begin - 1].isspace():
        begin -= 1
    found = _MARK.search(text, begin, stop)
    return (found.start(), found.end()) if found else (end, end)


def _closed(text: str, at: int, piece_end: int, next_at: int, stop: int) -> int:
    """Where a bracket that opens in the piece closes: "Best School (sponsor: X): Y" is cut after the bracket."""
    opening = text.find("(", at, piece_end)
    if opening < 0 or text.find(")", opening, piece_end) >= 0:
        return piece_end
    closing = text.find(")", piece_end, stop)
    return closing + 1 if closing >= 0 else piece_end


def _label_follows(page: Page, at: int, end: int) -> bool:
    stop = min(end, at + LABEL_LIMIT)
    piece_end, _ = _piece(page.text, at, stop, stop)
    return read_label(page.text[at : cut_sponsor(page.text, at, piece_end)], page.themes) is not None


def line_names(page: Page, slot: tuple[int, int], theme: str | None, labelled: bool) -> list[Name]:
    """Those named in the slot of a line."""
    several = _PLURAL_LABEL.search(page.text, max(slot[0] - 30, 0), slot[0]) is not None
    return names_in(page, slot[0], slot[1], expected_kind(theme), strict=not labelled, several=several)


_PLURAL_LABEL = re.compile(
    r"\b(?:shortlist(?:ed)?|finalists|runners[- ]up|highly commended|nominees|winners|mentions?)\W*$", re.IGNORECASE
)


class Slot(NamedTuple):
    """A part of a line that holds names, with the outcome that stands beside them."""

    start: int
    end: int
    outcome: Outcome | None
    joint: bool


def slots_of(text: str, start: int, end: int) -> list[Slot]:
    """A slot parted where another outcome begins: "X; runner-up Y", "X. Highly commended: Y", "X (winner); Y"."""
    end = min(end, start + 1200)
    folded = fold(text[start:end])
    if len(folded) != end - start:
        folded = text[start:end].lower()
        if len(folded) != end - start:
            return [Slot(start, end, None, False)]
    slots: list[Slot] = []
    at, outcome, joint = start, None, False
    for found in spoken().finditer(folded):
        low, high = start + found.start(), start + found.end()
        label = outcome_labels()[found.group()]
        after = text[high : high + 3]
        before = text[max(at, low - 8) : low]
        if low > at and after[:1] in ")]" and before[-1:] in "([":
            slots.append(Slot(at, low - 1, label.outcome, label.joint))
            at, outcome, joint = high + 1, None, False
            continue
        if not _LABEL_BEFORE.search(before) and low > at:
            continue
        name_at = _LABEL_AFTER.match(text, high, end)
        if not name_at:
            continue
        stop = _SENTENCE.search(text, at, low)
        if stop and stop.end() < low:
            break  # the rest is prose
        if low > at:
            slots.append(Slot(at, low, outcome, joint))
        at, outcome, joint = name_at.end(), label.outcome, label.joint
    if at < end:
        slots.append(Slot(at, end, outcome, joint))
    return slots


_SENTENCE = re.compile(r"(?<=[a-z)’'”\"])[.!?]\s+(?=[A-Z“\"‘])|\n")
_LABEL_BEFORE = re.compile(r"(?:[.;,(:]|\bwith|\band|\s[–—-]|[”\"’'])\s*(?:(?:the|joint|our|also|and)\s+)*$")
_LABEL_AFTER = re.compile(
    r"\*{0,2}(?:\s*[:–—]|\s+-|\s+(?:was|were|is|are))?\*{0,2}\s+(?:the\s+)?(?=[A-Z0-9@“‘]|[a-z]+[A-Z])"
)


_LOWER_WORD = re.compile(r"(?<![\w’'-])[a-z]{2,}")


def reads_as_sentence(words: str, is_item: bool = False) -> bool:
    """Whether ``words`` are running prose rather than a line of a list."""
    if len(words) > 240:
        return True
    ends = words.rstrip("”\"’') ")[-1:] in ".!?…"
    if not is_item and words.count(" ") >= 9 and len(_LOWER_WORD.findall(words)) >= 7:
        return True
    return (ends and words.count(" ") >= 6) or (len(words) > 140 and fold(words).count(" the ") > 1)
