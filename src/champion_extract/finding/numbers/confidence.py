"""How sure a reading is: the share of readings of its kind that were right in the corpus.

Right means value, comparator and unit (the field "number + value, comparator, unit" of the evaluation). The shares were
counted over ``corpus/train`` by rule, and for counts and ranks by whether a noun was found and how the number is
written; kinds with fewer than thirty readings take the share of the nearest kind. To count anew: run the evaluation on
``corpus/train``, group the found numbers by ``rule`` and by the branches below, and divide hits by readings.
"""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import Tokens

_BY_RULE = {
    "age": 0.97,
    "bare age": 0.94,
    "date": 0.99,
    "duration": 0.96,
    "money": 0.99,
    "multiple": 0.93,
    "other": 0.94,
    "part of a unit": 0.92,
    "percent": 0.99,
    "ratio": 0.99,
    "share": 0.92,
    "top": 0.9,
    "year": 0.99,
    "year group": 0.97,
}
_COUNT_WITH_NOUN, _COUNT_IN_WORDS, _ONE, _BARE_COUNT = 0.93, 0.96, 0.87, 0.71
_FIRST, _RANK = 0.73, 0.9


def confidence(t: Tokens, draft: Draft) -> float:
    """Return the confidence of a finished draft, in [0, 1]."""
    if draft.rule == "count":
        if draft.of is None:
            return _BARE_COUNT
        if t.kinds[draft.core] == "n":
            return _COUNT_WITH_NOUN
        return _ONE if draft.value == 1 else _COUNT_IN_WORDS
    if draft.rule == "rank":
        return _FIRST if t.words[draft.core] == "first" else _RANK
    return _BY_RULE.get(draft.rule, 0.9)
