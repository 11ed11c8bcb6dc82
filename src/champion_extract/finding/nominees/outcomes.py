"""Outcome labels in lines: "Winner", "Joint winners", "Highly commended", alone or beside a category.

``read_label`` takes a piece of a line apart into outcome and category; what is neither is left to be a name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from champion_extract.finding.nominees.categories import strength, theme_of, trimmed
from champion_extract.tables.recognition import cues, fold, outcome_labels
from champion_extract.vocabulary import Outcome

_OF = re.compile(r"\s+(?:of|in|for|at)\s+(?:the\s+)?|\s*[,(:]\s*|\s+", re.IGNORECASE)
_MARKS = " .:;,–—-*_()[]!#|“”\"'"


class Label(NamedTuple):
    """What a piece of a line says: an outcome, a category, both, or a cue why it holds no nominee."""

    outcome: Outcome | None
    joint: bool
    theme: str | None
    cue: str | None


@cache
def spoken() -> re.Pattern[str]:
    """Matches every outcome label of more than three letters in folded words."""
    labels = sorted((label for label in outcome_labels() if len(label) > 3), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(label) for label in labels) + r")(?![\w-])")


_TWO_SENTENCES = re.compile(r"(?<!\bSt)(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<=[a-z)])[.!?]\s+[A-Z]")
_WORD_CATEGORY = re.compile(r"^(?:category|award)\s+(?:\d{1,2}\s+)?", re.IGNORECASE)
_DECORATION = re.compile(
    r"^(?:the|our|your|and the|and|this year's|\d{4}|meet the|meet our|announcing the|congratulations to our|also)\s+|"
    r"\s+(?:\d{4}|announced|revealed|is|are|was|were|include|includes|included|goes to|went to|in full|list|s)$"
)


@lru_cache(maxsize=4096)
def read_label(words: str, themes: frozenset[str]) -> Label | None:
    """What ``words`` (at most some ten of them) say as a label; None if they are none."""
    if len(words) > 160:
        return None
    start, end = trimmed(words, 0, len(words))
    bare = words[start:end].strip(_MARKS)
    if words[start:end].endswith(")") and "(" in bare:
        bare += ")"  # the bracket that narrows a category
    folded = fold(bare).strip(_MARKS) if not bare.endswith(")") else fold(bare)
    if not folded or _TWO_SENTENCES.search(bare):
        return None
    known = outcome_labels().get(folded)
    if known:
        return Label(known.outcome, known.joint, None, None)
    cue = cues().get(folded)
    if cue:
        return Label(None, False, None, cue)
    plain = folded
    for _ in range(3):
        shorter = _DECORATION.sub("", plain)
        if shorter == plain:
            break
        plain = shorter
    known = outcome_labels().get(plain)
    if known:
        return Label(known.outcome, known.joint, None, None)
    if folded in themes:
        return Label(None, False, theme_of(bare), None)
    if folded.startswith(("category ", "award ")) and bare[:1].isupper() and is_titled(bare) and bare.count(" ") <= 6:
        named = _WORD_CATEGORY.sub("", bare)
        return Label(None, False, theme_of(named), None) if named[:1].isupper() else None
    mixed = _with_category(bare, folded, themes)
    if mixed:
        return mixed
    if strength(bare) == 2 and is_titled(bare) and is_titled(words.strip()):
        return Label(None, False, theme_of(bare), None)
    return None


_CLAUSE = re.compile(
    r"\b(?:who|which|was|were|is|are|won|wins|win|has|have|had|been|took|takes|scoops?|"
    r"scooped|picks?|picked|named|crowned|receives?|received|awarded|went|goes|bags|"
    r"lands|landed|collects?|claims|shares?|beats?|up for|celebrates?|hosts?|launch(?:es)?|"
    r"says?|said|gets?|got|secures?|clinch(?:es)?|returns?|open|opens)\b"
)


_OPENING = re.compile(
    r"(?:We|I|They|He|She|It|This|When|After|Congratulations|Congrats|Well done|Meet|"
    r"Introducing|Our own|Huge|Last|Here)\b|.*,\s+(?:winner|finalist|our|runner-up)\b"
)


def is_titled(words: str) -> bool:
    """Whether ``words`` are written as a title: no clause, and capitals where a title has them."""
    if _CLAUSE.search(fold(words)) or _OPENING.match(words) or (words.count(" ") > 5 and words[-1] in ".!?"):
        return False
    longer = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return not longer or sum(word[0].isupper() for word in longer) >= 0.5 * len(longer)


def _with_category(bare: str, folded: str, themes: frozenset[str]) -> Label | None:
    """ "Winner of Best School", "Best School winner", "Highly commended, Best School"."""
    if len(bare) != len(folded):
        return None
    for found in spoken().finditer(folded):
        label = outcome_labels()[found.group()]
        if found.start() == 0 or folded[: found.start()].strip() in ("the", "our", "joint", "overall"):
            link = _OF.match(bare, found.end())
            rest = bare[link.end() :] if link else ""
        elif found.end() == len(folded):
            rest = re.sub(r"^(?:The|Our)\s+", "", bare[: found.start()].rstrip(_MARKS + "("))
        else:
            continue
        theme = theme_of(rest)
        weak = (
            found.start() == 0
            and "," in bare[found.end() : found.end() + 2]
            and is_titled(theme)
            and theme.count(" ") <= 6
        )
        if theme and (
            (strength(theme) == 2 and is_titled(theme)) or fold(theme) in themes or (weak and theme[0].isupper())
        ):
            return Label(label.outcome, label.joint, theme, None)
    return None


def leading_label(text: str, start: int, end: int) -> tuple[Outcome, bool, int] | None:
    """A label at ``start`` that no mark parts from the name after it: (outcome, joint, where the name begins)."""
    piece = text[start : min(end, start + 40)].rstrip()
    folded = fold(piece)
    if len(folded) != len(piece):
        return None
    found = spoken().match(folded)
    if not found or found.end() >= len(folded) or not folded[found.end()].isspace():
        return None
    if not (
        text[start + found.end() + 1 : start + found.end() + 2].isupper() or text[start + found.end() + 1].isdigit()
    ):
        return None
    label = outcome_labels()[found.group()]
    upper = text[start : start + found.end()].isupper()
    if not upper and " " not in found.group() and "-" not in found.group():
        return None
    return label.outcome, label.joint, start + found.end() + 1


def stated_outcome(words: str) -> Outcome | None:
    """The outcome that a title or heading speaks of: "Shortlist revealed", "Meet the winners"."""
    found = {outcome_labels()[match.group()].outcome for match in spoken().finditer(fold(words))}
    for outcome in ("shortlisted", "finalist", "winner", "highly_commended", "commended", "runner_up", "nominated"):
        if outcome in found:
            return outcome
    return None
