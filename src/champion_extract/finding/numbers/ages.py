"""Reads ages: "aged 16-24", "over-50s", "an 11-18 school", "Jo, 17, is", "pupils from 3 to 19 years"."""

from __future__ import annotations

from champion_extract.finding.numbers.comparing import comparator_after, comparator_before
from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.finding.numbers.noun_phrases import ends_phrase
from champion_extract.finding.numbers.stated_ages import state_age
from champion_extract.tables.number_words import nouns

# Age bands of schooling and training in England; "14-16 learners" are learners of that age, not 14 to 16 of them.
_BEING = frozenset({"am", "i'm", "was", "is", "he's", "she's", "were", "now"})
_PERSONS = frozenset({"i", "he", "she", "who", "is", "was", "am", "i'm", "he's", "she's"})
_BANDS = frozenset(
    {
        (14, 16),
        (14, 18),
        (14, 19),
        (16, 18),
        (16, 19),
        (16, 24),
        (16, 25),
        (18, 24),
        (18, 25),
        (19, 24),
        (11, 16),
        (11, 18),
        (11, 19),
        (5, 11),
        (4, 11),
        (13, 19),
        (13, 18),
        (13, 16),
        (3, 16),
        (3, 18),
        (3, 19),
        (2, 19),
        (4, 16),
        (4, 18),
        (4, 19),
        (11, 14),
        (16, 21),
        (19, 25),
        (2, 16),
        (2, 18),
        (2, 11),
        (3, 11),
        (7, 11),
        (9, 13),
        (18, 21),
    }
)


_SCHOOLS = frozenset(
    {
        "school",
        "schools",
        "academy",
        "academies",
        "college",
        "colleges",
        "special",
        "secondary",
        "mixed",
        "provision",
        "provider",
        "comprehensive",
        "free",
        "age",
        "education",
        "study",
        "all",
        "learners",
        "market",
        "pathway",
    }
)


_NOT_AGES = frozenset(
    {
        "stands",
        "stood",
        "now",
        "was",
        "is",
        "currently",
        "remains",
        "capped",
        "up",
        "down",
        "standing",
        "numbers",
        "are",
    }
)


def read_age(t: Tokens, draft: Draft) -> bool:
    """Read "aged 16-24", "age of 11", "over-50s", "pupils from 3 to 19 years" into an age."""
    a = draft.a
    word = t.words[a - 1]
    high = draft.upper if draft.upper is not None else draft.value
    if high > 115:
        return False
    if t.breaks[a] == BROKEN:
        return _bare_age(t, draft)
    start = -1
    qualified = comparator_before(t, a) if draft.upper is None else None
    if word in ("aged", "ages", "age"):
        start = a - 1
    elif word == "of" and t.words[a - 2] in ("age", "ages"):
        start = a - 2
    elif (
        qualified is not None
        and t.words[qualified[1] - 1] in ("aged", "age", "ages")
        and t.breaks[qualified[1]] != BROKEN
    ):
        start = qualified[1] - 1
        draft.comparator = qualified[0]
    elif qualified is not None and t.words[a - 1] in ("as", "than") and t.words[a - 2] in ("young", "younger", "older"):
        draft.comparator, start = qualified
    if start >= 0:
        draft.a, draft.unit, draft.rule = start, "age", "age"
        _age_qualifier(t, draft)
        return True
    return _age_group(t, draft) or _bare_age(t, draft) or _people_and_years(t, draft)


def _age_qualifier(t: Tokens, draft: Draft) -> None:
    a = draft.a
    if draft.upper is not None:
        return
    found = comparator_before(t, a - 1) if t.words[a - 1] == "the" and t.words[a] == "age" else comparator_before(t, a)
    if found is not None and t.words[a] != "aged":
        draft.comparator, draft.a = found
    after = comparator_after(t, draft.z)
    if after is not None:
        draft.comparator, draft.z = after


def _age_group(t: Tokens, draft: Draft) -> bool:
    """Read "over-50s", "under 18s"."""
    if draft.unit != "count" or draft.upper is not None:
        return False
    a, z = draft.a, draft.z
    at = a - 1
    hyphen = t.words[at] == "-" and t.breaks[a] == GLUED
    if hyphen:
        at -= 1
    if t.words[at] not in ("over", "under"):
        return False
    tail = t.words[z] == "s" and t.breaks[z] == GLUED
    if not (tail or (hyphen and t.breaks[at + 1] == GLUED)) or draft.value > 110:
        return False
    draft.comparator = "more_than" if t.words[at] == "over" else "less_than"
    draft.a, draft.z, draft.unit, draft.rule = at, z + tail, "age", "age"
    return True


def _bare_age(t: Tokens, draft: Draft) -> bool:
    """Read "an 11-18 school", "Jo, 17, is", "Jo Hill (19)", "before they turn 18", "left school at 16"."""
    a, z = draft.a, draft.z
    if draft.unit != "count" or draft.value != int(draft.value):
        return False
    before, after = t.words[a - 1], t.words[z]
    closes = (
        t.breaks[z] == BROKEN
        or (t.kinds[z] == "p" and after not in "%-+/")
        or (after in ends_phrase() and after != "of")
    )
    name = a - 2 - (t.words[a - 2] == "*") * (1 + (t.words[a - 3] == "*"))
    if draft.upper is not None:
        found = (draft.value, draft.upper) in _BANDS and t.breaks[z] != BROKEN and after in _SCHOOLS
        if before == ":" and t.words[a - 2] in ("age", "ages", "aged", "range"):
            found = "age" in t.words[max(0, a - 4) : a]
    elif (
        before == ","
        and t.breaks[z] == BROKEN
        and t.capital(name)
        and 4 <= draft.value < 99
        and t.kinds[draft.core] == "n"
    ):
        found = t.breaks[a] == SPACED and t.breaks[a - 1] == GLUED
    elif not 11 <= draft.value <= 99:
        found = False
    elif before == "," and after in (",", ".", ";", "-") and t.capital(name) and t.kinds[draft.core] == "n":
        found = t.breaks[a] == SPACED and t.breaks[a - 1] == GLUED and t.breaks[z] != SPACED
    elif before == "(" and after == ")" and t.breaks[a - 1] == SPACED and t.kinds[draft.core] == "n":
        full = t.capital(a - 2) and t.capital(a - 3) and not t.begins(a - 2)
        found = full or (
            t.capital(a - 2) and draft.value <= 19 and t.words[z + 1] in ("of", "from", "and", ",", "who", "said")
        )
    elif before in ("turn", "turned", "turning", "turns", "youngest", "oldest"):
        found = closes
    elif before == ":" and t.words[a - 2] == "age":
        found = True
    elif before == "of" and t.words[a - 2] in ("boy", "girl", "lad", "man", "woman", "child", "lass"):
        found = closes
    elif before in ("he's", "she's", "i'm"):
        found = closes and after != "in"
    elif before in _BEING and t.words[a - 2 - (before == "now")] in _PERSONS and draft.value <= 90:
        found = closes and after not in ("of", "in")
    elif before == "both" and closes:
        found = after in (",", "-", ".")
    elif before == "under" and draft.value <= 30:
        draft.comparator, draft.a = "less_than", a - 1
        found = closes and after != "*"
    elif before == "at" and 13 <= draft.value <= 21 and t.words[a - 2] not in _NOT_AGES:
        found = closes
    else:
        found = (
            after == "+"
            and draft.value in (16, 18, 19, 25)
            and t.words[z + 1] in ("learners", "provision", "adults", "learner")
        )
    if not found and not state_age(t, draft, closes, _BANDS):
        return False
    draft.unit, draft.rule = "age", "bare age"
    if before not in ("under", "over"):
        _age_qualifier(t, draft)
    return True


def _people_and_years(t: Tokens, draft: Draft) -> bool:
    if draft.unit != "duration_years" or draft.upper is None or draft.upper > 25:
        return False
    before = draft.a - 1
    if t.words[before] in ("from", "of"):
        before -= 1
    if t.words[before] not in nouns()["people"]:
        return False
    draft.unit, draft.rule = "age", "age"
    return True
