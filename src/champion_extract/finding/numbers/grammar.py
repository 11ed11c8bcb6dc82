"""Reads the quantity at a numeral: what kind it is, its range, unit, qualifier and the words that belong to it."""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.comparing import comparator_after, comparator_before, means_during, spread_over
from champion_extract.finding.numbers.dates import read_date, read_numeric_date, read_year, read_year_group
from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.excluded import compound_excluded, excluded
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.finding.numbers.numerals import Numeral, read_numeral
from champion_extract.finding.numbers.ranges import changes_before, read_range
from champion_extract.finding.numbers.ranks import read_rank, read_top
from champion_extract.finding.numbers.shares import read_multiple, read_ratio, read_share, read_times, third_is_share
from champion_extract.finding.numbers.units import Measure, currency_before, money, read_unit
from champion_extract.tables.number_words import calendar, nouns, number_words

_LENGTHS = frozenset({"tall", "long", "wide", "high", "deep", "pool", "sprint", "race", "dash", "away", "x"})
_RUNS = frozenset({"run", "race", "walk", "swim", "ride", "fun", "challenge", "trek", "charity"})


@cache
def _stops() -> frozenset[str]:
    return nouns()["stop"] | nouns()["verb"]


def read_quantity(t: Tokens, i: int) -> tuple[Draft | None, int]:
    """Read the quantity whose numeral begins at token ``i``; return it, if it is one, and the token to go on from."""
    if t.kinds[i] == "n" and t.breaks[i] != GLUED:
        draft, end = read_numeric_date(t, i)
        if end:
            return draft, end
    end = excluded(t, i)
    if end:
        return None, end
    group = read_year_group(t, i)
    if group is not None:
        return group, group.z
    currency = currency_before(t, i)
    if currency is None and t.kinds[i] == "n":
        draft, end = read_date(t, i)
        if not end:
            draft, end = read_year(t, i)
            if draft is not None:
                _qualify_year(t, draft)
        if end:
            return draft, end
    numeral = read_numeral(t, i, currency is not None)
    if numeral is None:
        return None, i + 1
    if numeral.kind == "cardinal":
        start, measure = numeral.a, None
        if currency is not None:
            entry, start = currency
            measure = money(entry, numeral.z)
        draft = _cardinal(t, numeral, start, measure)
    else:
        draft = _other_kinds(t, numeral)
    if draft is None:
        return None, max(numeral.z, i + 1)
    return draft, max(draft.z, i + 1)


def read_single(t: Tokens, i: int) -> Draft | None:
    """Read the article at token ``i`` as one, where a qualifier makes "more than a year" a quantity."""
    found = comparator_before(t, i)
    measure = read_unit(t, i + 1, False)
    if found is None or measure is None or t.words[i + 2] in ("-", "'"):
        return None
    comparator, start = found
    if means_during(t, start, measure.z, 1) or t.words[start] in ("about", "around"):
        return None
    rule = measure.unit.split("_")[0]
    return Draft(start, measure.z, i, measure.factor, None, comparator, measure.unit, rule, measure.unit_text)


def _qualify_year(t: Tokens, draft: Draft) -> None:
    if draft.upper is None and draft.rule == "year":
        found = comparator_before(t, draft.a)
        if found is not None and found[0] == "approx" and t.words[draft.a - 1] != "some":
            draft.comparator, draft.a = found


def _other_kinds(t: Tokens, numeral: Numeral) -> Draft | None:
    if compound_excluded(t, numeral.z):
        return None
    if numeral.kind == "ordinal":
        if not third_is_share(t, numeral):
            return read_rank(t, numeral)
        numeral = numeral._replace(value=1 / numeral.value, a=numeral.a - 1, kind="share")
    if numeral.kind == "share":
        draft = read_share(t, numeral)
    elif numeral.kind == "period":
        draft = _period(t, numeral)
    else:
        draft = read_multiple(t, numeral)
    if draft is not None:
        _qualify(t, draft)
    return draft


def _period(t: Tokens, numeral: Numeral) -> Draft | None:
    """Read "a decade", "the past decade", "a fortnight"."""
    measure = read_unit(t, numeral.z - 1, False)
    if measure is None or t.words[numeral.z - 1] == "century":
        return None
    if numeral.a == numeral.z - 1 and t.words[numeral.a - 1] not in ("past", "last", "previous", "next", "coming"):
        return None
    if (
        t.words[numeral.a - 1] in ("in", "once", "per")
        and t.words[numeral.a] == "a"
        and t.words[numeral.a - 2] == "once"
    ):
        return None
    return Draft(
        numeral.a, measure.z, numeral.z - 1, measure.factor, None, "exact", measure.unit, "duration", measure.unit_text
    )


def _cardinal(t: Tokens, numeral: Numeral, start: int, measure: Measure | None) -> Draft | None:
    z = numeral.z
    if measure is None:
        for reader in (read_ratio, read_times):
            found = reader(t, numeral)
            if found is not None:
                _qualify(t, found)
                return found
        if compound_excluded(t, z):
            return None
        measure = _metres(t, numeral) or read_unit(t, z, numeral.digits)
        if measure is None and _named(t, start, z):
            return None
    if measure is not None and measure.unit.startswith("money"):
        numeral, measure = _small_money(t, numeral, measure)
    between = t.breaks[start] != BROKEN and _between(t, start)
    ranged = read_range(t, numeral, start, measure, between)
    if ranged is not None and ranged.joiner == "to" and _is_change(t, start):
        ranged = None
    if ranged is not None:
        draft = _draft(start, ranged.z, numeral, ranged.low, ranged.high, ranged.measure)
        _open_range(t, draft, ranged.joiner)
    else:
        end = measure.z if measure is not None else z
        if measure is None and t.words[z] == "-" and t.breaks[z] == GLUED and t.kinds[z + 1] == "n" and numeral.digits:
            return None  # a score or a code: "3-1"
        draft = _draft(start, end, numeral, numeral.value, None, measure)
        draft.hyphened = t.words[end] == "-" and t.breaks[end] == GLUED and t.kinds[end + 1] == "w"
    _sign(t, draft)
    if draft.unit in ("count", "duration_years") and _age(t, draft):
        return draft
    if draft.unit == "count" and ranged is None:
        top = read_top(t, draft.a, numeral)
        if top is not None:
            return top
    _qualify(t, draft)
    return draft


def _draft(a: int, z: int, numeral: Numeral, low: float, high: float | None, measure: Measure | None) -> Draft:
    comparator = "range" if high is not None else "exact"
    core = max(a, numeral.a)
    if measure is None:
        return Draft(a, z, core, low, high, comparator, "count", "count")  # type: ignore[arg-type]
    factor = measure.factor
    return Draft(
        a,
        z,
        core,
        low * factor,
        high * factor if high is not None else None,
        "range" if high is not None else "exact",
        measure.unit,
        measure.unit.split("_")[0],
        measure.unit_text,
        measure.currency,
    )


def _between(t: Tokens, start: int) -> bool:
    return t.words[start - 1] == "between"


def _open_range(t: Tokens, draft: Draft, joiner: str) -> None:
    """Take "between", or "from" before "to", into the words of the range."""
    if t.breaks[draft.a] == BROKEN:
        return
    before = t.words[draft.a - 1]
    if (joiner == "and" and before == "between") or (joiner == "to" and before == "from"):
        draft.a -= 1


def _is_change(t: Tokens, start: int) -> bool:
    """Tell "rose from A to B" from an extent: a word of change stands before "from"."""
    at = start
    found = comparator_before(t, at)
    if found is not None:
        at = found[1]
    if t.words[at - 1] != "from" or t.breaks[at] == BROKEN:
        return False
    return changes_before(t, at - 1) >= 0


def _sign(t: Tokens, draft: Draft) -> None:
    before = draft.a - 1
    if t.words[before] != "-" or t.kinds[draft.a] not in "np" or draft.upper is not None or t.breaks[draft.a] == BROKEN:
        return
    degrees = draft.unit_text in ("degrees", "°C", "°F")
    if t.breaks[draft.a] != GLUED and not (degrees and t.kinds[before - 1] == "w" and t.breaks[before] != BROKEN):
        return
    if (degrees or draft.unit in ("percent", "money", "money_gbp")) and t.breaks[before] != GLUED:
        draft.a, draft.value = before, -draft.value


def _metres(t: Tokens, numeral: Numeral) -> Measure | None:
    """Read "50m pool" and "10k run" as lengths, which otherwise are millions and thousands."""
    z = numeral.z
    if not numeral.digits or numeral.scale == 1 or t.breaks[z] == BROKEN:
        return None  # nothing that could be a letter of scale
    letter = t.words[z - 1]
    if letter == "m" and t.words[z] in ("2", "²") and t.breaks[z] == GLUED:
        return Measure("other", "square metres", None, 1 / numeral.scale, z + 1)
    if letter == "m" and t.words[z] in _LENGTHS:
        return Measure("other", "metres", None, 1 / numeral.scale, z)
    if letter == "k" and t.words[z] in _RUNS:
        return Measure("other", "km", None, 1 / numeral.scale, z)
    return None


def _small_money(t: Tokens, numeral: Numeral, measure: Measure) -> tuple[Numeral, Measure]:
    """Read "75 USD million" and "five pounds fifty", "three dollars and 40 cents": the small part adds to the amount."""
    z = measure.z
    if z == numeral.z or t.breaks[z] == BROKEN or measure.factor != 1:
        return numeral, measure
    scale = number_words().get(t.words[z])
    if scale is not None and scale.role == "scale" and scale.value >= 1000:
        return numeral._replace(value=numeral.value * scale.value), measure._replace(z=z + 1)
    if numeral.value != int(numeral.value) or numeral.scale > 1:
        return numeral, measure
    at = z + (t.words[z] == "and")
    small = read_numeral(t, at) if t.breaks[at] != BROKEN and t.kinds[at] in ("n", "w") else None
    if small is None or small.kind != "cardinal" or not 0 < small.value < 100 or small.a != at:
        return numeral, measure
    after = read_unit(t, small.z, small.digits)
    coins = after is not None and after.unit == measure.unit and after.factor == 0.01
    plain = after is None and (t.breaks[small.z] == BROKEN or t.kinds[small.z] == "p") and len(t.words[at]) > 1
    if not coins and not plain:
        return numeral, measure
    end = after.z if after is not None else small.z
    return numeral._replace(value=numeral.value + small.value / 100), measure._replace(z=end)


def _named(t: Tokens, start: int, z: int) -> bool:
    """Tell whether the number ends a name: "Sector 7", "Web 2.0"; not "In Kent 12 schools"."""
    if t.kinds[start] != "n" or t.breaks[start] != SPACED or not t.capital(start - 1) or t.begins(start - 1):
        return False
    before = t.words[start - 1]
    if before in _stops() or before in calendar()["leading"] or before in calendar()["month"] or "," in t.words[start]:
        return False
    if comparator_before(t, start) is not None or before in ("top", "only", "another", "total", "aged", "ages", "age"):
        return False
    return t.breaks[z] == BROKEN or t.kinds[z] == "p" or t.words[z] in _stops() or t.capital(z)


def _age(t: Tokens, draft: Draft) -> bool:
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
    if t.words[a - 1] == "the" and t.words[a] == "age":
        found = comparator_before(t, a - 1)
    else:
        found = comparator_before(t, a)
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


# Age bands of schooling and training in England; "14-16 learners" are learners of that age, not 14 to 16 of them.
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


def _bare_age(t: Tokens, draft: Draft) -> bool:
    """Read "an 11-18 school", "Jo, 17, is", "Jo Hill (19)", "before they turn 18", "left school at 16"."""
    a, z = draft.a, draft.z
    if draft.unit != "count" or t.kinds[draft.core] != "n" or draft.value != int(draft.value):
        return False
    before, after = t.words[a - 1], t.words[z]
    if draft.upper is not None:
        found = (draft.value, draft.upper) in _BANDS and t.breaks[z] != BROKEN and after in _SCHOOLS
    elif not 11 <= draft.value <= 99:
        return False
    elif before == "," and after == "," and t.capital(a - 2):
        found = t.breaks[a] == SPACED and t.breaks[a - 1] == GLUED
    elif before == "(" and after == ")" and t.breaks[a - 1] == SPACED:
        found = t.capital(a - 2) and t.capital(a - 3) and not t.begins(a - 2)
    elif before in ("turn", "turned", "turning", "turns"):
        found = t.breaks[z] == BROKEN or t.kinds[z] == "p" or after in _stops()
    elif before == "at" and 13 <= draft.value <= 21 and t.words[a - 2] not in _NOT_AGES:
        found = (
            t.breaks[z] == BROKEN or (t.kinds[z] == "p" and after not in "%-+") or (after in _stops() and after != "of")
        )
    else:
        found = (
            after == "+"
            and draft.value in (16, 18, 19, 25)
            and t.words[z + 1] in ("learners", "provision", "adults", "learner")
        )
    if not found:
        return False
    draft.unit, draft.rule = "age", "bare age"
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


def _qualify(t: Tokens, draft: Draft) -> None:
    """Take the qualifier before or after the number into its words."""
    ranged = draft.upper is not None
    after = comparator_after(t, draft.z)
    if after is not None and not ranged and not (draft.hyphened and t.words[draft.z] != "-"):
        draft.comparator, draft.z = after
        draft.hyphened = False
        if draft.unit == "count":
            measure = read_unit(t, draft.z, True)
            if measure is not None:
                draft.unit, draft.unit_text, draft.currency = measure.unit, measure.unit_text, measure.currency
                draft.value *= measure.factor
                draft.z, draft.rule = measure.z, measure.unit.split("_")[0]
    before = comparator_before(t, draft.a)
    if before is None:
        return
    comparator, start = before
    if draft.unit.startswith("duration") or draft.unit_text == "terms":
        if means_during(t, start, draft.z, draft.value):
            return
    elif draft.unit == "count" and spread_over(t, start) and draft.value <= 12:
        return
    draft.a = start
    if not ranged and (after is None or comparator != "approx"):
        draft.comparator = comparator
