"""Reads the quantity at a numeral: what kind it is, its range, unit, qualifier and the words that belong to it."""

from __future__ import annotations

from champion_extract.finding.numbers.ages import read_age
from champion_extract.finding.numbers.amounts import read_length, read_sign, read_small_money
from champion_extract.finding.numbers.comparing import comparator_after, comparator_before, means_during, spread_over
from champion_extract.finding.numbers.dates import read_date, read_numeric_date, read_year
from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.excluded import compound_excluded, excluded
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.finding.numbers.noun_phrases import ends_phrase
from champion_extract.finding.numbers.numerals import Numeral, read_numeral
from champion_extract.finding.numbers.periods import read_period
from champion_extract.finding.numbers.ranges import changes_before, read_range
from champion_extract.finding.numbers.ranks import read_rank, read_top
from champion_extract.finding.numbers.shares import read_multiple, read_ratio, read_share, read_times, third_is_share
from champion_extract.finding.numbers.units import Measure, currency_before, money, read_unit
from champion_extract.finding.numbers.year_groups import read_year_group
from champion_extract.tables.number_words import calendar


def read_quantity(t: Tokens, i: int) -> tuple[Draft | None, int]:
    """Read the quantity whose numeral begins at token ``i``; return it, if it is one, and the token to go on from."""
    if t.kinds[i] == "n" and t.breaks[i] != GLUED:
        draft, end = read_numeric_date(t, i)
        if end:
            return draft, end
    if t.words[i] == "one" and t.words[i + 1] in ("in", "out"):
        one = read_numeral(t, i)
        share = read_ratio(t, one) if one is not None and not (t.words[i - 1] == "-" and t.breaks[i] == GLUED) else None
        if share is not None:
            _qualify(t, share)
            return share, share.z
    end = excluded(t, i)
    if end:
        return None, end
    group = read_year_group(t, i)
    if group is not None:
        after = comparator_after(t, group.z) if group.upper is None else None
        if after is not None:
            group.comparator, group.z = after
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
        numeral = numeral._replace(value=1 / numeral.value, a=numeral.a - (t.words[numeral.a - 1] == "a"), kind="share")
    if numeral.kind == "share":
        draft = read_share(t, numeral)
    elif numeral.kind == "period":
        draft = read_period(t, numeral)
    else:
        draft = read_multiple(t, numeral)
    if draft is not None:
        _qualify(t, draft)
    return draft


def _cardinal(t: Tokens, numeral: Numeral, start: int, measure: Measure | None) -> Draft | None:
    z = numeral.z
    if measure is None:
        for reader in (read_ratio, read_times):
            found = reader(t, numeral)
            if found is not None:
                _qualify(t, found)
                return found
        if compound_excluded(t, z) or _plural_of_numeral(t, start, z):
            return None
        measure = read_length(t, numeral) or read_unit(t, z, numeral.digits)
        if measure is None and _named(t, start, z):
            return None
    if measure is not None and measure.unit.startswith("money"):
        numeral, measure = read_small_money(t, numeral, measure)
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
    read_sign(t, draft)
    if draft.unit in ("count", "duration_years") and read_age(t, draft):
        return draft
    if draft.unit == "count" and ranged is None:
        top = read_top(t, draft.a, numeral)
        if top is not None:
            return top
    _qualify(t, draft)
    return draft


def _plural_of_numeral(t: Tokens, start: int, z: int) -> bool:
    """Tell "10s of thousands", "1,000s" from "over-50s"."""
    before = t.words[start - 1 - (t.words[start - 1] == "-")]
    return t.words[z] == "s" and t.breaks[z] == GLUED and before not in ("over", "under")


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
    if t.words[at - 1] == "from" and t.words[at - 2] == ":" and t.words[start + 1] in ("%", "per", "percent"):
        return True
    if t.words[at - 1] != "from" or t.breaks[at] == BROKEN:
        return False
    return changes_before(t, at - 1) >= 0


def _named(t: Tokens, start: int, z: int) -> bool:
    """Tell whether the number ends a name: "Sector 7", "Web 2.0"; not "In Kent 12 schools"."""
    if t.kinds[start] != "n" or t.breaks[start] != SPACED or not t.capital(start - 1) or t.begins(start - 1):
        return False
    before = t.words[start - 1]
    if len(before) > 3 and t.original(start - 1).isupper():
        return False  # a line in capitals throughout
    if (
        before in ends_phrase()
        or before in calendar()["leading"]
        or before in calendar()["month"]
        or "," in t.words[start]
    ):
        return False
    if comparator_before(t, start) is not None or before in ("top", "only", "another", "total", "aged", "ages", "age"):
        return False
    return t.breaks[z] == BROKEN or t.kinds[z] == "p" or t.words[z] in ends_phrase() or t.capital(z)


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
