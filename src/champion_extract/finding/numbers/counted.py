"""Finds what a number counts, without a parser: the noun phrase after it, before it, or that of an earlier number.

English puts the head of a counted phrase last before a preposition, verb, conjunction or sign, and a head after a number
other than one is plural; these two rules, with the word lists of ``tables/numbers/nouns.csv``, find it.
"""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.ranges import changes_before
from champion_extract.tables.number_words import changes, nouns, number_words

_LONGEST = 7
_ACRONYMS = frozenset({"leader", "hub", "leaders", "hubs", "adviser", "advisers"})
_QUALIFIERS = frozenset(
    {"young", "local", "older", "younger", "small", "disadvantaged", "special", "further", "senior"}
)
_CARDINAL = frozenset({"unit", "teen", "ten", "scale"})
_NONE: tuple[int, int] = (0, 0)
_SHARED_UNITS = frozenset({"percent", "ratio"})
_MEASURED = frozenset({"percent", "ratio", "money", "money_gbp", "other", "count"})
_AMOUNTS = frozenset(
    {"number", "numbers", "proportion", "percentage", "share", "amount", "volume", "ratio", "total", "rate"}
)
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


@cache
def _words(role: str) -> frozenset[str]:
    return nouns()[role]


@cache
def _ends() -> frozenset[str]:
    return (nouns()["stop"] | nouns()["verb"]) - {"people's"}


def find_counted(t: Tokens, drafts: list[Draft]) -> None:
    """Fill in ``of`` of each draft. Later numbers first, as a noun may be shared back ("three primary and three ...")."""
    following: Draft | None = None
    for draft in reversed(drafts):
        if not draft.dated:
            draft.of = _own(t, draft, following)
            if (
                draft.of is None
                and following is not None
                and draft.unit == following.unit
                and _joined(t, draft, following)
            ):
                draft.of = following.of
        following = draft
    latest: str | None = None
    last_at = 0
    previous: Draft | None = None
    for draft in drafts:
        if draft.dated or draft.unit in ("age", "year_group", "rank"):
            continue
        if (
            previous is not None
            and previous.of is not None
            and previous.unit == draft.unit
            and draft.a - previous.z < 12
        ):
            # "from 40 pupils in 2019 to 75"
            if t.words[draft.a - 1] == "to" and t.words[previous.a - 1] == "from" and draft.phrase == _NONE:
                draft.of = previous.of
        previous = draft
        if draft.of is None and latest is not None and draft.a - last_at < 40 and _refers_back(t, draft):
            draft.of = latest
        if draft.of is not None and draft.unit in ("count", "percent", "ratio"):
            latest, last_at = draft.of, draft.z


def _joined(t: Tokens, draft: Draft, following: Draft) -> bool:
    """Tell whether two numbers share the later noun: "Year 12 and Year 13 students", "from 5 to 25 schools"."""
    gap = following.a - draft.z
    if gap != 1 or t.breaks[draft.z] == BROKEN or t.breaks[following.a] == BROKEN:
        return False
    return t.words[draft.z] in ("and", "or", ",", "/", "&", "to") and following.phrase != _NONE


def _own(t: Tokens, draft: Draft, following: Draft | None) -> str | None:
    if draft.unit == "age":
        return _of_age(t, draft)
    if draft.unit == "rank":
        return _ranked(t, draft)
    if draft.unit == "year_group":
        return _phrase(t, draft, draft.z, True) or _people_in(t, draft)
    if draft.unit in ("money", "money_gbp"):
        return _phrase(t, draft, draft.z, False) or _measured_before(t, draft) or _subject(t, draft)
    if draft.unit == "other":
        return _phrase(t, draft, draft.z, False) if t.words[draft.z] == "of" else None
    of = _phrase(t, draft, draft.z, draft.value != 1 and draft.unit == "count", following)
    if of is None:
        of = _subject(t, draft) or _stated_of(t, draft)
    return of


def _ranked(t: Tokens, draft: Draft) -> str | None:
    z = draft.z
    if t.words[z] in ("and", "or", ",", "to") and t.words[z + 1] in number_words() and t.breaks[z + 1] != BROKEN:
        z += 2
    while t.breaks[z] != BROKEN and t.words[z] in ("-", "ever", "consecutive", "successive", "annual"):
        z += 1
    return _phrase(t, draft, z, False)


def _people_in(t: Tokens, draft: Draft) -> str | None:
    """Read "students in Years 8-13"."""
    if t.words[draft.a - 1] not in ("in", "from", "of", "across", "(") or t.breaks[draft.a] == BROKEN:
        return None
    before = _phrase_before(t, draft.a - 1)
    return before if before is not None and before.split()[-1].lower() in _words("people") else None


def _stated_of(t: Tokens, draft: Draft) -> str | None:
    """Read "Number of placements: 45", "attendance is now 97%", "a pass rate of 92%", "an audience of 1.3m"."""
    a = draft.a - 1
    if t.words[a] == ":" and t.breaks[a] != BROKEN and draft.unit in ("count", "percent"):
        return _phrase_before(t, a)
    if t.breaks[draft.a] == BROKEN:
        return None
    if t.words[a] == "of" and t.breaks[draft.z] != BROKEN and t.words[draft.z] == "in" and t.words[a - 1] in changes():
        return _phrase(t, draft, _skip_determiners(t, draft.z + 1), False)
    if t.words[a] == "of" and t.words[a - 1] not in changes():
        if draft.unit == "percent" or t.words[a - 1] in _words("gathering"):
            return _measured_before(t, draft)
        return None
    if draft.unit != "percent":
        return None
    while t.words[a] in ("at", "now", "currently", "also"):
        a -= 1
    if t.words[a] not in ("is", "was", "are", "were", "stands", "stood", "reached", "hit", "averaged", "averages"):
        return None
    start, end = _span_before(t, a)
    for _ in range(4):
        # "attendance at parents' evenings is now 97%": attendance
        before = t.words[start - 1]
        if t.breaks[start] == BROKEN or before not in ("at", "in", "for", "among", "on", "our", "the", "'", "their"):
            break
        if before in ("the", "our", "their"):
            start -= 1
        else:
            start, end = _span_before(t, start - 1)
    return t.slice(start, end) if end > start else None


def _of_age(t: Tokens, draft: Draft) -> str | None:
    if draft.rule == "bare age":
        after = _phrase(t, draft, draft.z, False)
        return after.split()[-1] if after is not None else None
    after = _phrase(t, draft, draft.z, False) if t.words[draft.z] not in _ends() else None
    if after is not None and after.split()[-1].lower() in _words("people") | _words("plural"):
        return after
    before = draft.a - 1
    if t.words[before] in ("between", "from", "of", ",", "("):
        before -= 1
    found = _phrase_before(t, before + 1)
    if (
        found is not None
        and t.words[draft.a] not in ("aged", "age", "ages")
        and (found.split()[-1].lower() not in _words("people") | _words("plural"))
    ):
        return None
    return found


def _phrase(t: Tokens, draft: Draft, z: int, plural: bool, following: Draft | None = None) -> str | None:
    """Return the noun phrase from token ``z`` on, after "of the", "of our"; None if none begins there."""
    words, breaks = t.words, t.breaks
    if breaks[z] == BROKEN or not t.kinds[z]:
        return None
    shared = False
    if draft.hyphened and words[z] == "-":
        z += 1
        plural = False
    if words[z] in ("'",) and breaks[z] == GLUED:
        z += 1
    if words[z] == "of" and breaks[z + 1] != BROKEN:
        z += 1
        shared = True
        plural = False
    if shared or draft.unit in _SHARED_UNITS:
        z = _skip_determiners(t, z, shared)
        if shared and words[z] in _words("pronoun") and (words[z + 1] in _ends() or t.kinds[z + 1] != "w"):
            return None
    if words[z] in ("strong", "worth") and breaks[z + 1] != BROKEN:
        # "a 12-strong team", "£5,000 worth of kit"
        z += 1
        if words[z] == "of":
            z = _skip_determiners(t, z + 1)
    while words[z] in _words("more") and breaks[z + 1] != BROKEN and words[z + 1] not in ("than",):
        z += 1
        if words[z] == "of":
            z = _skip_determiners(t, z + 1)
    if (
        draft.unit in ("percent", "ratio")
        and not shared
        and words[z] in changes()
        and changes()[words[z]][1] in ("noun", "both")
    ):
        if words[z + 1] in ("in", "of"):
            return _phrase(t, draft, _skip_determiners(t, z + 2), False)
        return None
    span = _collect(t, z, plural, shared)
    if span == _NONE:
        return None
    draft.phrase = span
    a, end = span
    if shared:
        # "two of the county's largest firms": firms, as no possessive is part of what is counted
        for at in range(a, end - 1):
            if words[at].endswith("'s") and t.kinds[at] == "w":
                a = at + 1
        draft.phrase = (a, end)
    if words[end - 1] in _AMOUNTS and end - a == 1:
        # "double the number of mentors": mentors
        if words[end] != "of" or breaks[end] == BROKEN:
            return None
        return _phrase(t, draft, _skip_determiners(t, end + 1), False) or t.slice(a, end)
    text = t.slice(a, end)
    if (
        following is not None
        and plural
        and not _is_plural(t, end - 1)
        and following.phrase != _NONE
        and following.unit == "count"
    ):
        if t.words[end] in ("and", "or", ",", "&", "/") and following.a - end <= 2:
            head = t.slice(following.phrase[1] - 1, following.phrase[1])
            draft.phrase = (a, following.phrase[1])
            return f"{text} {head}"
    return text


def _skip_determiners(t: Tokens, z: int, counts: bool = True) -> int:
    """Return the token after determiners, and after numbers too if ``counts`` ("of the school's 1,150 pupils")."""
    for _ in range(6):
        if t.breaks[z] == BROKEN:
            return z
        if t.words[z] in _words("determiner") and not (t.words[z] in ("these", "those") and t.words[z + 1] in _ends()):
            z += 1
        elif not counts:
            return z
        elif t.words[z].endswith("'s") and (t.kinds[z + 1] == "n" or t.words[z + 1] in number_words()):
            z += 2
        elif t.kinds[z] == "n" or (t.words[z] in number_words() and t.words[z] not in ("first", "second")) or t.words[z] in ("more", "than", "over", "almost", "nearly"):
            z += 1
        else:
            return z
    return z


def _collect(t: Tokens, z: int, plural: bool, shared: bool) -> tuple[int, int]:
    """Walk over the words of a noun phrase from ``z``; return its tokens, or (0, 0)."""
    words, breaks, kinds = t.words, t.breaks, t.kinds
    ends = _ends()
    end = at = z
    head = -1
    count = 0
    while count < _LONGEST:
        if at > z and breaks[at] == BROKEN:
            break
        kind, word = kinds[at], words[at]
        if kind == "p":
            if word == "-" and breaks[at] == GLUED and breaks[at + 1] == GLUED and kinds[at + 1] == "w":
                at += 1
                if at > z + 1 and head == at - 2:
                    head = -1
                end = at = at + 1
                continue
            if (
                word == "'"
                and breaks[at] == GLUED
                and breaks[at + 1] != BROKEN
                and kinds[at + 1] == "w"
                and head == at - 1
            ):
                head = -1
                at += 1
                continue
            if word == "&" and t.capital(at - 1) and t.capital(at + 1):
                at += 1
                continue
            if word == "," and head < 0 and count and plural and _adjective_list(t, at):
                at += 1
                continue
            break
        if kind == "n":
            if count and words[at - 1] in ("year", "years", "stage", "level") and breaks[at + 1] != BROKEN:
                end = at = at + 1
                continue
            break
        if kind == "w" and word in number_words() and number_words()[word].role in _CARDINAL and words[at + 1] != "-":
            break
        if kind == "w" and count and not plural and t.capital(at) and not t.capital(at - 1) and word not in _ACRONYMS:
            break  # "student Jo"
        if kind != "w" or word in ends:
            if word == "and" and head < 0 and count and (plural or shared) and _adjective_list(t, at):
                at += 1
                continue
            break
        if count and word.endswith("ly") and head < 0 and len(word) > 5:
            if words[at + 1] in ends:
                break
        if count and head < 0 and word.endswith("ed") and not words[at - 1].endswith("ly") and words[at + 1] in ends:
            break
        if (
            count
            and head < 0
            and not plural
            and word.endswith("ing")
            and words[at + 1] in ("the", "a", "an", "their", "to")
        ):
            break
        if head >= 0:
            if not (_is_plural(t, at) or _goes_on(t, at)):
                break
            head = -1
        count += 1
        at += 1
        end = at
        if _is_plural(t, at - 1):
            head = at - 1
            if not (words[head] in _words("attributive") or (kinds[at] == "w" and _is_plural(t, at))):
                if words[at] == "'" and breaks[at] == GLUED:
                    continue
                if words[at] == "-" and breaks[at] == GLUED:
                    continue
                break
            if words[at] == "and" and plural and not _is_plural(t, at + 1) and _adjective_list(t, at):
                head = -1
                at += 1
    if end == z:
        return _NONE
    if head >= 0:
        end = head + 1
    elif plural and count == 1 and words[z].endswith(("ed", "ly")):
        return _NONE
    if words[end] in ("and", "&") and head >= 0 and breaks[end] != BROKEN:
        if _is_plural(t, end + 1) and (kinds[end + 2] != "w" or words[end + 2] in ends or breaks[end + 2] == BROKEN):
            end += 2
        elif words[end + 1] in _QUALIFIERS and _is_plural(t, end + 2):
            end += 3
    if words[z] in ends or (count == 1 and words[z].endswith("ly")):
        return _NONE
    if (
        count == 1
        and head < 0
        and (words[z] in _words("more") or words[z] in changes())
        and words[z] not in ("growth",)
    ):
        return _NONE
    if count == 1 and head < 0 and not shared and words[z].endswith("ed") and words[z - 1] != "-":
        return _NONE
    return z, end


def _adjective_list(t: Tokens, at: int) -> bool:
    """Tell whether what follows "," or "and" goes on to a plural soon: "primary and secondary schools"."""
    for offset in range(1, 6):
        i = at + offset
        if t.words[i] == "-" and t.breaks[i] == GLUED:
            continue
        if t.words[i] in number_words():
            return False
        if t.kinds[i] != "w" or t.breaks[i] == BROKEN or t.words[i] in _ends():
            return t.words[i] == "and" and offset == 2 and _adjective_list(t, i)
        if _is_plural(t, i):
            return True
    return False


def _goes_on(t: Tokens, at: int) -> bool:
    """Tell whether a word after an attributive plural leads to a later plural: "careers guidance sessions"."""
    for offset in range(4):
        i = at + offset
        if t.kinds[i] != "w" or t.breaks[i] == BROKEN or t.words[i] in _ends():
            return offset > 0 and t.words[at - 1] in _words("attributive") and not _is_plural(t, at)
        if _is_plural(t, i):
            return True
    return False


def _is_plural(t: Tokens, i: int) -> bool:
    word = t.words[i]
    if t.kinds[i] != "w" or t.breaks[i] == BROKEN:
        return False
    if word in _words("plural"):
        return True
    if word in _words("singular") or word in _words("stop"):
        return False
    return len(word) > 2 and t.text[t.ends[i] - 1] == "s" and not word.endswith(("ss", "us", "is", "'s", "ous"))


def _phrase_before(t: Tokens, z: int) -> str | None:
    """Return the noun phrase that ends before token ``z``."""
    a, end = _span_before(t, z)
    return t.slice(a, end) if end > a else None


def _span_before(t: Tokens, z: int) -> tuple[int, int]:
    a = z
    while a > 0 and z - a < _LONGEST and t.breaks[a] != BROKEN:
        word = t.words[a - 1]
        if t.kinds[a - 1] == "p" and word == "-" and t.breaks[a - 1] == GLUED:
            a -= 1
            continue
        if t.kinds[a - 1] != "w" or word in _ends() or word in number_words():
            break
        if (
            word.endswith(("ed", "ing"))
            and t.words[a] != "-"
            and a - 1 > 0
            and word not in ("training",)
            and z - a >= 1
        ):
            break
        a -= 1
        if t.breaks[a] == BROKEN:
            break
    for at in range(a, z - 1):
        if t.words[at].endswith("'s"):
            a = at + 1
    if t.words[a - 1] == "to" and z - a > 1:
        a += 1  # the verb of "to reach pupils"
    while a < z and (t.words[a] in _words("more") or t.words[a] == "-"):
        a += 1
    return a, z


def _measured_before(t: Tokens, draft: Draft) -> str | None:
    """Read "a budget of £5,000"."""
    if t.words[draft.a - 1] != "of" or t.breaks[draft.a] == BROKEN:
        return None
    found = _phrase_before(t, draft.a - 1)
    if found is None or (t.words[draft.a - 2] in _SUMS and (" " not in found or draft.unit == "count")):
        return None
    return found


def _subject(t: Tokens, draft: Draft) -> str | None:
    """Read what changed: "attendance fell by 12%", "the number of apprentices rose from 20 to 45"."""
    cue = draft.a if draft.times and draft.unit == "ratio" else changes_before(t, draft.a)
    if draft.times and t.words[draft.core] not in changes():
        return None
    if cue < 0 or not (draft.times or cue == draft.a - 1 or t.words[draft.a - 1] in ("by", "to", "from")):
        return None
    if draft.times:
        cue = draft.core
    role = changes()[t.words[cue]][1]
    after = cue + 1
    if role in ("noun", "both") and t.words[after] == "in":
        return _phrase(t, draft, _skip_determiners(t, after + 1), False)
    start = _skip_determiners(t, after)
    if t.kinds[start] == "w" and start < draft.a and t.words[start] not in _ends() and t.words[start] not in changes():
        if t.words[start] in ("number", "proportion", "percentage", "share") and t.words[start + 1] == "of":
            start = _skip_determiners(t, start + 2)
        return _phrase(t, draft, start, False)
    if role == "noun" or (role == "adverb" and cue != draft.a - 1):
        return None
    z = draft.a if draft.times else cue
    for at in range(z - 1, max(z - 14, 0), -1):
        if t.breaks[at + 1] == BROKEN or t.words[at] in (".", ";", ","):
            break
        if t.words[at] in _AMOUNTS and t.words[at + 1] == "of":
            return _phrase(t, draft, _skip_determiners(t, at + 2), False)
    while z > 0 and (
        t.words[z - 1] in _words("verb") or t.words[z - 1].endswith("ly") or t.words[z - 1] in ("also", "and")
    ):
        if t.breaks[z] == BROKEN:
            break
        z -= 1
    if t.breaks[z] == BROKEN:
        return None
    return _phrase_before(t, z)


def _refers_back(t: Tokens, draft: Draft) -> bool:
    """Tell whether a number without a noun counts what an earlier one counted: "of them", "40 went on to"."""
    if draft.unit in ("money", "money_gbp", "other"):
        return False
    z, a = draft.z, draft.a
    if t.breaks[a] != BROKEN:
        if t.words[a - 1] == "from" and t.words[a - 2] in ("up", "down"):
            return True
        before = a - 1 - (t.words[a - 1] == ",")
        if t.words[before] in ("whom", "these", "them", "those") and t.words[before - 1] == "of":
            return True
    if t.breaks[z] == BROKEN:
        return False
    if t.words[z] == "of":
        return t.words[_skip_determiners(t, z + 1)] in _words("pronoun")
    return draft.unit in ("count", "percent", "ratio") and t.words[z] in _words("verb")
