"""Reads what the sentence says about a number: whether it is a target or denied, went up or down, and when it held."""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.ranges import changes_before
from champion_extract.tables.number_words import Words, by_last_word, calendar, changes, number_words, statuses
from champion_extract.vocabulary import Direction, Status

_TARGET_REACH, _NEGATION_REACH, _PERIOD_REACH = 14, 4, 18
_NO_TARGET = frozenset({"year", "date", "age", "year_group"})
# "more than 7,000 apprentices since opening in 1954": the year is that of the opening.
_BEGINNINGS = frozenset(
    {"opening", "opened", "launching", "launched", "founded", "starting", "joining", "joined", "born"}
)
_CLAUSE_ENDS = frozenset({".", ";", "!", "?", ":", "(", ")"})


@cache
def _cues() -> dict[str, list[tuple[Words, tuple[Status, frozenset[str]]]]]:
    return by_last_word(statuses())


def place_in_context(t: Tokens, drafts: list[Draft]) -> None:
    """Fill in status, direction and period of each draft."""
    previous: Draft | None = None
    for place, draft in enumerate(drafts):
        if draft.unit not in _NO_TARGET:
            draft.status = _status(t, draft)
            if draft.direction is None:
                draft.direction = _direction(t, draft, previous)
            if draft.unit in ("count", "percent", "ratio", "money", "money_gbp", "other"):
                draft.period = _period(t, drafts, place)
        previous = draft


def _status(t: Tokens, draft: Draft) -> Status:
    at = draft.a - 1
    if t.breaks[draft.a] == BROKEN:
        return "stated"
    cues = _cues()
    for distance in range(_TARGET_REACH):
        word = t.words[at]
        if not word or word in (".", ";", "!", "?", "(", ")"):
            return "stated"
        if word == "," and distance > 6:
            return "stated"
        if word == "but":
            return "stated"
        if word == "and" and t.words[at + 1] in ("has", "have", "had", "was", "were", "is", "are"):
            return "stated"
        for words, (status, not_before) in cues.get(word, ()):
            if not t.precedes(at, words) or t.words[at + 1] in not_before:
                continue
            if status == "negated" and draft.unit == "rank":
                continue
            if status == "negated" and distance >= _NEGATION_REACH:
                continue
            if draft.unit.startswith("duration") and distance > 1:
                continue
            if words[-1] in ("of", ":") and distance > 3:
                continue
            return status
        if t.breaks[at] == BROKEN:
            return "stated"
        at -= 1
    return "stated"


def _direction(t: Tokens, draft: Draft, previous: Draft | None) -> Direction | None:
    if draft.dated or draft.unit in ("rank",):
        return None
    entry = changes().get(t.words[draft.z]) if t.breaks[draft.z] != BROKEN else None
    if entry is not None and draft.upper is None:
        way, role = entry
        if role in ("noun", "both") and draft.unit != "count":
            return way
        if role == "than" and (draft.unit in ("percent", "ratio") or t.words[draft.z] == "fewer"):
            return way
        if t.words[draft.z] in ("up", "down") and t.words[draft.z + 1] in ("on", "from"):
            return way
    if (
        t.words[draft.z] in (",", "(")
        and t.words[draft.z + 1] in ("up", "down")
        and t.words[draft.z + 2] in ("from", "on")
    ):
        return changes()[t.words[draft.z + 1]][0]
    at = draft.phrase[1]
    if at and t.words[at] in (",", "(") and t.words[at + 1] in ("up", "down") and t.words[at + 2] in ("from", "on"):
        return changes()[t.words[at + 1]][0]  # "120 entries, up from 74"
    if t.breaks[draft.a] == BROKEN:
        return None
    before = t.words[draft.a - 1]
    if before in ("by", "to", "of"):
        cue = changes_before(t, draft.a - 1)
        if cue < 0:
            return None
        way, role = changes()[t.words[cue]]
        if before == "of" and not (role in ("noun", "both") and cue == draft.a - 2):
            return None
        if before == "by" and role == "noun":
            return None
        if before == "to" and way is not None and t.words[cue + 1] == "in":
            way = way if _from_between(t, cue, draft.a) else None
        if before == "to" and way is None and previous is not None and t.words[previous.a - 1] == "from":
            if previous.unit == draft.unit:
                return "up" if draft.value > previous.value else "down" if draft.value < previous.value else None
            return None
        if before == "to" and draft.a - 1 - cue > 4 and not _from_between(t, cue, draft.a):
            return None
        return way
    entry = changes().get(before)
    if entry is not None and draft.unit in ("percent", "ratio") and entry[1] in ("verb", "both", "adverb"):
        return entry[0]
    return None


def _from_between(t: Tokens, cue: int, end: int) -> bool:
    return any(t.words[at] == "from" for at in range(cue, end))


def _period(t: Tokens, drafts: list[Draft], place: int) -> str | None:
    """Return the time that the sentence binds the number to: after it and before the next number, or opening it."""
    draft = drafts[place]
    limit = min(draft.z + _PERIOD_REACH, t.size)
    after = place + 1
    while after < len(drafts) and drafts[after].dated and drafts[after].a < limit:
        after += 1
    if after < len(drafts):
        limit = min(limit, drafts[after].a)
    at = draft.z
    while at < limit:
        if t.breaks[at] == BROKEN or t.words[at] in _CLAUSE_ENDS or (t.words[at] == "-" and t.breaks[at] != GLUED):
            break
        if t.words[at] in ("which", "who", "where", "when") and t.words[at - 1] == ",":
            break  # what follows tells of the thing, not when it was counted
        end = _period_at(t, at)
        if end:
            return t.slice(at, end)
        at += 1
    return _opening_period(t, draft)


def _opening_period(t: Tokens, draft: Draft) -> str | None:
    at = draft.a
    for _ in range(24):
        if t.breaks[at] == BROKEN or t.words[at - 1] in (".", "!", "?", ";"):
            break
        at -= 1
    else:
        return None
    end = _period_at(t, at)
    return t.slice(at, end) if end and end <= draft.a else None


def _period_at(t: Tokens, at: int) -> int:
    """Return the token after the phrase of time that begins at ``at``, or 0."""
    words, calendar_words = t.words, calendar()
    word = words[at]
    if t.breaks[at] != BROKEN and (words[at - 1] in ("than", "on", "to") or words[at - 1] in _BEGINNINGS):
        return 0
    if (
        word in ("last", "this")
        and words[at + 1] in calendar_words["period_unit"]
        and words[at - 1] not in ("the", "our")
    ):
        return at + 2
    if word in ("last", "this") and words[at + 1] in ("academic", "school", "financial") and words[at + 2] == "year":
        return at + 3
    if word == "so" and words[at + 1] == "far":
        return _period_at(t, at + 2) or at + 2 if words[at + 2] in ("this", "in") else at + 2
    if word not in calendar_words["period_start"]:
        return 0
    z = at + 1
    if words[z] in ("the", "this", "its", "their", "our"):
        z += 1
    timed = False
    while words[z] in calendar_words["period_adjective"] or words[z] == "first":
        timed = timed or words[z] not in ("school", "academic", "financial")
        z += 1
    if timed and (words[z] in number_words() or t.kinds[z] == "n"):
        z += 1
    if timed and words[z] in calendar_words["period_unit"] and word != "for":
        return z + 1
    if word in ("for", "across", "over", "within") and not timed:
        return 0
    if words[z] in calendar_words["month"]:
        z += 1
    if _year(t, z) and not timed:
        z += 1
        if words[z] in ("/", "-") and t.kinds[z + 1] == "n":
            z += 2
        if words[z] in ("academic", "school", "financial") and words[z + 1] == "year":
            z += 2
        return z
    return 0


def _year(t: Tokens, i: int) -> bool:
    return t.kinds[i] == "n" and len(t.words[i]) == 4 and t.words[i][:2] in ("19", "20")
