"""Reads ranks: "15th", "second largest", "ranked third", "top 10"."""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.excluded import ordinal_excluded
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.numerals import Numeral
from champion_extract.tables.number_words import calendar, nouns, number_words

_RANKING = frozenset(
    {
        "ranked",
        "ranks",
        "ranking",
        "came",
        "come",
        "coming",
        "placed",
        "finished",
        "finishing",
        "rated",
        "won",
        "took",
        "taking",
        "take",
        "awarded",
        "secured",
        "claimed",
        "scooped",
        "in",
        "into",
        "of",
        "for",
        "to",
        "very",
        "and",
        "or",
        ",",
        "joint",
        "a",
        "an",
        "every",
        "each",
        "this",
        "that",
        "(",
        "achieved",
        "as",
        "with",
        "is",
        "was",
        "per",
        "first",
        "second",
        "another",
        "by",
    }
)
_SIGNS = frozenset({";", ":", "(", "-", '"', "\u201c", "'", "\u2018", "|", "/"})
_SUPERLATIVES = frozenset({"most", "best", "worst", "least", "ever", "consecutive", "successive"})


@cache
def _determiners() -> frozenset[str]:
    return nouns()["determiner"]


@cache
def _stops() -> frozenset[str]:
    return nouns()["stop"] | nouns()["verb"]


def read_rank(t: Tokens, numeral: Numeral) -> Draft | None:
    """Read the rank of this ordinal, the superlative after it inside: "second largest", "third most popular"."""
    a, z = numeral.a, numeral.z
    if ordinal_excluded(t, z):
        return None
    after = t.words[z] if t.breaks[z] != BROKEN else ""
    before = t.words[a - 1] if t.breaks[a] != BROKEN and t.words[a - 1] not in _SIGNS else ""
    if after == "of" and t.words[z + 1] in calendar()["month"]:
        return None
    # "on the 12th": a day of the month
    alone = not after or t.kinds[z] == "p" or after in _stops()
    dated = t.words[a - 2] in ("on", "by", "from", "until", "to", "before", "after", "of")
    if numeral.digits and before == "the" and alone and dated:
        return None
    # "the first 50 places", "the first three years"
    counts = after in number_words() and number_words()[after].role in ("unit", "teen", "ten") and after != "one"
    if after and (t.kinds[z] == "n" or counts):
        return None
    if not numeral.digits:
        if (
            before
            and before not in _determiners()
            and before not in _RANKING
            and not before.endswith(("'s", "s'", "'"))
        ):
            return None
        if t.words[a] == "first" and after == "-" and t.words[z + 1] == "of":
            return None  # "first-of-its-kind"
        if (
            t.words[a] == "second"
            and before == "a"
            and after != "-"
            and (not after or t.kinds[z] == "p" or after in _stops())
        ):
            return None
        paired = after in ("and", "or", ",", "to") and _ordinal_before(t, z + 1)
        if (
            not before
            and not paired
            and after != "-"
            and (after == "," or t.kinds[z] != "w" or after in _stops())
            and after not in ("to", "in")
        ):
            return None
        if (
            before in ("to", "and", ",", "as", "with", "is", "was", "for", "by")
            and (not after or after in ("of", ",", ".") or after in _stops())
            and (before not in ("and", ",") or not _ordinal_before(t, a - 2))
        ):
            return None
    end = z
    if t.words[end] == "-" and t.kinds[end + 1] == "w" and _superlative(t.words[end + 1]):
        end += 2
    elif t.breaks[end] != BROKEN and _superlative(t.words[end]):
        most = t.words[end] in ("most", "least")
        end += 1
        if most and t.kinds[end] == "w" and t.breaks[end] != BROKEN:
            end += 1
    if t.words[end - 1] in ("consecutive", "successive", "ever"):
        end = z
    return Draft(a, end, numeral.a, numeral.value, None, "exact", "rank", "rank")


def _superlative(word: str) -> bool:
    return word in _SUPERLATIVES or (word.endswith("est") and len(word) > 5 and word not in _NOT_SUPERLATIVE)


_NOT_SUPERLATIVE = frozenset(
    {"interest", "forest", "request", "contest", "protest", "harvest", "invest", "honest", "modest"}
)


def _ordinal_before(t: Tokens, i: int) -> bool:
    word = t.words[i]
    return word in number_words() and number_words()[word].role == "ordinal"


def read_top(t: Tokens, a: int, numeral: Numeral) -> Draft | None:
    """Read "top 10" as a rank; None where "the top three entries" counts them."""
    top = a - 1
    if t.words[top] == "-":
        top -= 1
    if t.words[top] != "top" or t.breaks[a] == BROKEN:
        return None
    before = t.words[top - 1] if t.breaks[top] != BROKEN else ""
    outer = t.words[top - 2] if before in ("the", "its", "their", "our", "a", "uk's", "country's") else before
    z = numeral.z
    counted = t.kinds[z] == "w" and t.breaks[z] != BROKEN and t.words[z] not in _stops()
    if counted and before != "a" and outer not in ("in", "into", "among", "amongst", "within", "inside", "made", "of"):
        return None
    return Draft(top, z, numeral.a, numeral.value, None, "exact", "rank", "top")
