"""Finds the noun before a number: "attendance rose to 97%", "a budget of £5,000", "girls aged 11", "Staff: 42"."""

from __future__ import annotations

from champion_extract.finding.numbers.counted_after import AMOUNTS, noun_after
from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.labels import label_before, label_of_line
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.noun_phrases import (
    ends_phrase,
    is_plural,
    nouns_of,
    skip_determiners,
)
from champion_extract.finding.numbers.phrases_before import phrase_before, span_before
from champion_extract.finding.numbers.prices import priced_before
from champion_extract.finding.numbers.ranges import changes_before
from champion_extract.finding.numbers.subjects import refers_to_subject, subject_before
from champion_extract.tables.number_words import changes

_SUMS = frozenset(
    {
        "total",
        "sum",
        "amount",
        "maximum",
        "minimum",
        "average",
        "excess",
        "one",
        "out",
        "some",
        "value",
        "most",
        "rate",
        "range",
        "number",
        "group",
        "team",
        "trust",
        "network",
        "target",
        "because",
        "instead",
        "all",
        "age",
        "ages",
    }
)


_REACHING = frozenset(
    {"numbered", "numbers", "totalled", "stood", "stand", "stands", "passed", "hit", "topped", "exceeded"}
)
_AMOUNTING = frozenset({"came", "come", "comes", "coming", "amounted", "amounts", "added"})
_BEING = frozenset({"is", "are", "was", "were", "now", "been", "went", "gone", "going", "down", "up"})
_PLACING = frozenset(
    {"at", "in", "for", "among", "on", "with", "by", "to", "from", "the", "our", "their", "my", "its", "a", "'"}
)


def people_in(t: Tokens, draft: Draft) -> str | None:
    """Read "students in Years 8-13"."""
    if t.words[draft.a - 1] not in ("in", "from", "of", "across", "(") or t.breaks[draft.a] == BROKEN:
        return None
    before = phrase_before(t, draft.a - 1)
    return before if before is not None and before.split()[-1].lower() in nouns_of("people") else None


def stated_of(t: Tokens, draft: Draft) -> str | None:
    """Read "Number of placements: 45", "attendance is now 97%", "a pass rate of 92%", "an audience of 1.3m"."""
    a = draft.a - 1
    colon = a
    if t.words[a] == "from" or t.words[a] in changes():
        colon -= 1
        colon -= t.words[colon] in (",", "from") or t.words[colon] in changes()
    if t.words[colon] == ":" and t.breaks[colon] != BROKEN:
        return label_before(t, colon)
    if t.breaks[draft.a] == BROKEN:
        return label_of_line(t, draft)
    if (
        t.words[a] == "("
        and t.words[draft.z] == ")"
        and (_plural_word(t, a - 1) or t.words[a - 1] in nouns_of("gathering"))
    ):
        return phrase_before(t, a)
    if t.words[a] == "of" and t.breaks[draft.z] != BROKEN and t.words[draft.z] == "in" and t.words[a - 1] in changes():
        return noun_after(t, draft, skip_determiners(t, draft.z + 1), False)
    if t.words[a] == "of" and t.words[a - 1] not in changes():
        if draft.unit == "percent" or t.words[a - 1] in nouns_of("gathering"):
            return measured_before(t, draft)
        return None
    reaching = a - (t.words[a] == "at")
    if draft.unit == "count" and t.words[reaching] in _REACHING:
        return subject_before(t, reaching - (t.words[reaching - 1] in nouns_of("verb")))
    if draft.unit not in ("percent", "money_gbp", "money"):
        return None
    if draft.unit != "percent" and t.words[a] in nouns_of("gathering"):
        return phrase_before(t, a + 1)  # "tickets £38", "turnover £61.4m"
    if draft.unit != "percent":
        priced = priced_before(t, draft)
        if priced is not None:
            return priced
    if t.words[a] == "to":
        down = a - 1 - (t.words[a - 1] in ("down", "up"))
        return subject_before(t, down) if t.words[down] in _AMOUNTING else None
    while t.words[a] in ("at", "now", "currently", "also"):
        a -= 1
    if t.words[a] not in (
        "is",
        "was",
        "are",
        "were",
        "stands",
        "stood",
        "reached",
        "hit",
        "averaged",
        "averages",
        "cost",
        "costs",
    ):
        return None
    if refers_to_subject(t, a) or t.words[a - 1] == "to":
        return None  # "it is 94% now", "the trust hopes to hit 95%"
    return subject_before(t, a) or _subject_before(t, a)


def _plural_word(t: Tokens, i: int) -> bool:
    return is_plural(t, i) or (t.kinds[i] == "w" and t.breaks[i] == BROKEN and t.words[i].endswith("s"))


def _subject_before(t: Tokens, a: int) -> str | None:
    """Return the head of the subject that ends before token ``a``, past the phrases that only place it."""
    start, end = span_before(t, a)
    if end <= start:
        return None
    at = start
    for _ in range(4):
        # "attendance at parents' evenings is now 97%": attendance
        before = t.words[at - 1]
        if at <= 0 or t.breaks[at] == BROKEN or before not in _PLACING:
            break
        at -= 1
        if before not in nouns_of("determiner"):
            further = span_before(t, at)
            if further[1] <= further[0]:
                break
            start, end = further
            at = start
    if end <= start or t.words[end - 1] in ("target", "aim", "goal", "figure", "it", "that"):
        return None
    return t.slice(start, end)


def of_age(t: Tokens, draft: Draft) -> str | None:
    """Return the people whose age it is: "girls aged 11", "16-18 year old students"."""
    if draft.rule == "bare age":
        if t.words[draft.a - 1] == "of" and t.words[draft.a - 2] in nouns_of("people"):
            return t.original(draft.a - 2)  # "a boy of 13"
        if t.words[draft.a - 1] in ("were", "are") and t.words[draft.a - 2] in nouns_of("people") | nouns_of("adult"):
            return phrase_before(t, draft.a - 1)
        if t.words[draft.a - 1] in nouns_of("people") | nouns_of("adult"):
            return phrase_before(t, draft.a)  # "any tenant over 70"
        for at in range(draft.a - 1, max(draft.a - 12, 0), -1):
            if t.words[at] in (".", ";") or t.breaks[at] == BROKEN:
                break
            if t.words[at] == "of" and t.words[at - 1] == "age":
                return noun_after(t, draft, skip_determiners(t, at + 1), False)
        after = noun_after(t, draft, draft.z, False)
        return after.split()[-1] if after is not None else None
    after = noun_after(t, draft, draft.z, False) if t.words[draft.z] not in ends_phrase() else None
    if after is not None and after.split()[-1].lower() in nouns_of("people") | nouns_of("plural"):
        return after
    before = draft.a - 1
    if t.words[before] in ("between", "from", "of", ",", "("):
        before -= 1
    found = phrase_before(t, before + 1)
    if (
        found is not None
        and t.words[draft.a] not in ("aged", "age", "ages")
        and (found.split()[-1].lower() not in nouns_of("people") | nouns_of("plural"))
    ):
        return None
    return found


def measured_before(t: Tokens, draft: Draft) -> str | None:
    """Read "a budget of £5,000"."""
    if t.words[draft.a - 1] != "of" or t.breaks[draft.a] == BROKEN:
        return None
    found = phrase_before(t, draft.a - 1)
    if found is None or (t.words[draft.a - 2] in _SUMS and (" " not in found or draft.unit == "count")):
        return None
    return found


def subject_of_change(t: Tokens, draft: Draft) -> str | None:
    """Read what changed: "attendance fell by 12%", "the number of apprentices rose from 20 to 45"."""
    cue = draft.a if draft.times and draft.unit == "ratio" else changes_before(t, draft.a)
    if draft.times and t.words[draft.core] not in changes():
        return None
    if cue < 0 or not (
        draft.times
        or (cue == draft.a - 1 and not draft.unit.startswith("money"))
        or t.words[draft.a - 1] in ("by", "to", "from")
    ):
        return None
    if draft.times:
        cue = draft.core
    role = changes()[t.words[cue]][1]
    after = cue + 1
    if role in ("noun", "both") and t.words[after] == "in":
        return noun_after(t, draft, skip_determiners(t, after + 1), False)
    start = skip_determiners(t, after)
    if (
        t.kinds[start] == "w"
        and start < draft.a
        and t.words[start] not in ends_phrase()
        and t.words[start] not in changes()
    ):
        if t.words[start] in ("number", "proportion", "percentage", "share") and t.words[start + 1] == "of":
            start = skip_determiners(t, start + 2)
        return noun_after(t, draft, start, False)
    being = role == "adverb" and t.words[cue - 1] in _BEING
    if role == "noun" or (role == "adverb" and cue != draft.a - 1 and not being):
        return None
    if role == "adverb" and t.words[cue - 1] == "," and t.breaks[cue] != BROKEN:
        return phrase_before(t, cue - 1) if not t.words[cue - 2].endswith("ly") else None
    z = draft.a if draft.times else cue
    for at in range(z - 1, max(z - 14, 0), -1):
        if t.breaks[at + 1] == BROKEN or t.words[at] in (".", ";", ","):
            break
        if t.words[at] in AMOUNTS and t.words[at + 1] == "of":
            return noun_after(t, draft, skip_determiners(t, at + 2), False)
    while z > 0 and (
        t.words[z - 1] in nouns_of("verb") or t.words[z - 1].endswith("ly") or t.words[z - 1] in ("also", "and")
    ):
        if t.breaks[z] == BROKEN:
            break
        z -= 1
    if t.breaks[z] == BROKEN:
        return None
    if refers_to_subject(t, z):
        return None
    return subject_before(t, z) or _subject_before(t, z)
