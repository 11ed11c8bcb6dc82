"""Which plain lines are headings, judged by what they look like and what surrounds them, and on which level.

A heading is short, begins like a name, does not end like a sentence and stands apart: a gap, a long line after it,
capitals. Lost or doubled line breaks take the gaps away as evidence; the rest then decides.
"""

from __future__ import annotations

import re

from champion_extract.finding.sections.lines import HEADING_LIMIT, Line
from champion_extract.tables.name_words import given_names
from champion_extract.tables.recognition import (
    category_words,
    cues,
    fold,
    name_words,
    outcome_labels,
    small_words,
)

_SENTENCE_INSIDE = re.compile(r"[a-z0-9)’'”\"][.!?]\s+[A-Z“\"‘]")
_LABELLED = re.compile(r"[^:]{2,60}:\s+\S")
_SPEECH = re.compile(r"^[“\"‘«„]|[”»]$|\b(?:said|says|added|commented)\b")
_THEME_BODY = re.compile(
    r"(?:here we|this (?:award|category|theme|prize|section|year's)|these awards|for (?:the |"
    r"a |an |those |work |schools?|employers?|individuals?|organisations?|people|outstanding)|"
    r"recogni[sz](?:ing|es)|celebrat(?:ing|es)|awarded (?:to|for)|honou?ring|sponsored by|"
    r"presented (?:to|for)|open to|the (?:winners?|finalists?|shortlist)|winners?:|our winners?|"
    r"(?:joint )?(?:winners?|gold|silver|finalists?|shortlisted|highly commended|runners?-up)(?:$|"
    r"\s?[:–-])|in association with)\b"
)
_WORD = re.compile(r"[^\W\d_]{3}")
_DATED = re.compile(
    r"^[\d:., |/-]*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]{2,8}|[A-Z]{3})\.?\s+(?:19|"
    r"20)\d\d\b|^[Bb]y\s+[A-Z]|^(?:Posted|Published|Updated|Date)\b"
)
LONG_LINE = 90
"""From this many characters on, a line reads as prose."""


def capitalised_share(words: str) -> float:
    """Share of the words that begin with a capital or digit, connecting words apart; 0 if there are none."""
    counted = capitals = 0
    for word in words.split():
        bare = word.strip("()[]“”\"'‘’,.&:–—-*")
        if not bare or bare.casefold() in small_words("small"):
            continue
        counted += 1
        if bare[0].isupper() or bare[0].isdigit():
            capitals += 1
    return capitals / counted if counted else 0.0


def reads_as_category(words: str) -> bool:
    """Whether ``words``, a short line, are headed like an award's category ("Best ...", "... of the Year")."""
    folded = fold(words).strip(" .:")
    return any(
        entry.strong
        and (
            (entry.place == "start" and folded.startswith(entry.words + " "))
            or (entry.place == "end" and folded.endswith((" " + entry.words).replace(" '", "'")))
            or (entry.place == "any" and entry.words in folded)
        )
        for entry in category_words()
    )


def is_heading(text: str, lines: list[Line], at: int, gaps_tell: bool) -> bool:
    """Whether ``lines[at]``, a plain or numbered one, is a heading. ``gaps_tell``: blank lines part only some lines."""
    line = lines[at]
    if line.content_end - line.content > HEADING_LIMIT:
        return False
    words = text[line.content : line.content_end]
    count = words.count(" ") + 1
    last = words[-1]
    named = words[0].isupper() or words[0].isdigit() or words[0] in "“‘\"'"
    if (count > 16 or last in ".,;…" or not named) and not (last == "." and count <= 3 and words.isupper()):
        return False
    if not _WORD.search(words) or _DATED.search(words):
        return False
    if _LABELLED.match(words) and not line.gap and at:
        return False
    if _SENTENCE_INSIDE.search(words) or _SPEECH.search(words):
        return False
    after = lines[at + 1] if at + 1 < len(lines) else None
    before = lines[at - 1] if at else None
    score = 0.0
    if after is None:
        return False
    after_long = after.end - after.start >= LONG_LINE
    if after_long:
        score += 2
    elif after.form in ("bullet", "row", "number", "rule") and after.form != line.form:
        score += 1.5
    if gaps_tell:
        if before is None or line.gap:
            score += 1
        if after.gap:
            score += 0.5
    elif before is None or before.end - before.start >= LONG_LINE:
        score += 1
    share = capitalised_share(words)
    if words.isupper():
        score += 1.5
    elif share >= 0.65:
        score += 1
    elif share < 0.35 and count > 4:
        score -= 0.5
    if reads_as_category(words) or fold(words).strip(" :") in cues():
        score += 1.5
    if last == ":":
        score -= 1
    if _LABELLED.match(words) and not words.isupper():
        score -= 1.5 if not after_long else 0.5
    if count > 10:
        score -= 1
    if line.form == "number" and not (after_long and share >= 0.65):
        score -= 2
    return score >= 2.5


def _is_name_or_label(words: str) -> bool:
    """Whether a heading reads as a name ("Hadrian Rail Ltd", "Jo Bloggs") or as an outcome ("Winner")."""
    head = re.split(r",|\s[–—-]\s|\s\(|:", words, maxsplit=1)[0].split()
    if not head or fold(words).strip(" .:") in outcome_labels() or ":" in words:
        return True
    if len(head) in (2, 3) and fold(head[0]).strip(".") in given_names() | small_words("title"):
        return True
    return name_words().get(fold(head[-1]).strip(".")) in ("organisation", "project")


def plain_levels(text: str, lines: list[Line], headings: list[int], first_level: int) -> list[int]:
    """Levels of the plain headings ``headings`` (indices of lines): ``first_level`` for themes and parts, one more for
    what stands under them.

    A heading counts as a theme's if it is listed as an item elsewhere, is worded as a category, is in capitals where
    others are not, or the line under it explains an award.
    """
    items = {
        fold(text[line.content : line.content_end]).strip(" .;,:")
        for line in lines
        if line.form in ("bullet", "number") and line.content_end - line.content <= HEADING_LIMIT
    }
    upper: list[bool] = []
    for at in headings:
        line = lines[at]
        words = text[line.content : line.content_end]
        folded = fold(words).strip(" .;,:")
        below = lines[at + 1] if at + 1 < len(lines) else None
        body = fold(text[below.content : min(below.content_end, below.content + 60)]) if below else ""
        upper.append(
            folded in items
            or reads_as_category(words)
            or _THEME_BODY.match(body) is not None
            or cues().get(folded) in ("closing", "sponsor", "judge", "previous", "themes")
        )
    if any(
        up and text[lines[at].content : lines[at].content_end].isupper() for up, at in zip(upper, headings, strict=True)
    ):
        # one theme in capitals: then the other headings in capitals are themes too
        upper = [
            up or text[lines[at].content : lines[at].content_end].isupper()
            for up, at in zip(upper, headings, strict=True)
        ]
    if any(upper):
        # a heading right over another one, and no name itself, heads what follows
        over = set(headings)
        upper = [
            up or (at + 1 in over and not _is_name_or_label(text[lines[at].content : lines[at].content_end]))
            for up, at in zip(upper, headings, strict=True)
        ]
    if not any(upper):
        return [first_level] * len(headings)
    seen = False
    levels: list[int] = []
    for is_upper in upper:
        seen = seen or is_upper
        levels.append(first_level if is_upper or not seen else min(first_level + 1, 6))
    return levels
