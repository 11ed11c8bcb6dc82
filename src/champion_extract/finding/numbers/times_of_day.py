"""Tells times of day and opening hours from quantities: "9.30am", "14:30", "9-11am", "8.45 to 3", "5 til 7.30"."""

from __future__ import annotations

import re

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.tables.number_words import not_quantity_words


def time_of_day(t: Tokens, i: int) -> int:
    """Exclude "9.30am", "2 pm", "14:30", "9-11am", "10 o'clock", "from 9.30 to 3.15"."""
    words, breaks, kinds = t.words, t.breaks, t.kinds
    word, after = words[i], words[i + 1]
    if "," in word or len(word) > 5:
        return 0
    if after == ":" and breaks[i + 1] == GLUED and breaks[i + 2] == GLUED and kinds[i + 2] == "n":
        if t.words[i - 2] == "ratio" or t.words[i + 3] in ("ratio", "split", "scale"):
            return 0
        # ratios such as 4:1 and 1:25 have no two digits after a colon below 60
        if len(words[i + 2]) == 2 and float(words[i + 2]) < 60 and words[i + 2] in _MINUTES and float(word) < 25:
            return end_of_time(t, i + 3)
        return 0
    if _clock(t, i + 1):
        return end_of_time(t, i + 1)
    if word[0] == "0" and len(word) == 5 and word[2] == "." and word[3:] in _MINUTES and after != "%":
        return end_of_time(t, i + 1)  # "embargoed until 00.01", "09.30"
    if after in ("-", "to", "and") and kinds[i + 2] == "n" and _clock(t, i + 3) and len(words[i + 2]) <= 5:
        return end_of_time(t, i + 3)
    is_clock = len(word) >= 4 and word[-3] == "." and float(word) < 24 and word[-2:] in _MINUTES
    at_once = words[i - 1] == "at" and after in ("today", "tomorrow", "sharp", "each")
    if is_clock and kinds[i + 1] != "n" and (words[i - 1] in ("until", "till") or at_once):
        return end_of_time(t, i + 1)
    if _opening_hours(t, i):
        return end_of_time(t, i + 3)
    if (
        "." in word
        and word[-3:] in (".00", ".15", ".30", ".45")
        and float(word) < 24
        and words[i - 1] in ("at", "from", "until", "till", "by", "to", "-", "before", "after", "and", "between")
        and (kinds[i + 1] != "w" or after in ("to", "until", "till", "on", "and", "for", "start", "finish"))
        and after != "%"
    ):
        started = words[i - 1] not in ("to", "-", "and", "by") or "." in words[i - 2]
        if started and not (words[i - 1] == "from" and "." not in words[i + 2]):
            return end_of_time(t, i + 1)
    return 0


_MINUTES = frozenset(f"{minute:02d}" for minute in range(60))


def _opening_hours(t: Tokens, i: int) -> bool:
    """Tell "8.45 to 3", "9.30-4", "5 til 7.30", of which no end has a unit, from ranges of quantities."""
    joiner, second = t.words[i + 1], t.words[i + 2]
    if joiner not in ("to", "til", "till", "until", "-", "for") or t.kinds[i + 2] != "n" or t.breaks[i + 1] == BROKEN:
        return False
    if not (_CLOCK.fullmatch(t.words[i]) and _CLOCK.fullmatch(second)):
        return False
    if not ("." in t.words[i] or ("." in second and joiner != "to") or joiner in ("til", "till")):
        return False
    after = (
        t.kinds[i + 3] != "w"
        or t.breaks[i + 3] == BROKEN
        or t.words[i + 3] in ("on", "and", "at", "in", "every", "daily")
    )
    falls = float(second) < float(t.words[i]) or joiner in ("til", "till", "until")
    return after and t.words[i + 3] not in ("%", "/") and falls


_CLOCK = re.compile(r"[0-9]{1,2}(?:\.[0-5][05])?")


def _clock(t: Tokens, z: int) -> bool:
    if t.breaks[z] == BROKEN:
        return False
    word = t.words[z]
    if word in ("a", "p") and t.words[z + 1] == "." and t.words[z + 2] == "m" and t.breaks[z + 1] == GLUED:
        return True
    return word in not_quantity_words("time") and not (word == "hrs" and t.breaks[z] != GLUED)


def end_of_time(t: Tokens, z: int) -> int:
    """Return the token after "am", "p.m.", "o'clock" and the like from token ``z`` on."""
    while t.words[z] in ("am", "pm", "a", "p", ".", "m", "o'clock", "noon", "hrs") and t.breaks[z] != BROKEN:
        if t.words[z] == "." and t.breaks[z + 1] != GLUED and t.words[z - 1] != "m":
            break
        if t.words[z] == "a" and t.words[z + 1] != ".":
            break
        z += 1
    return z
