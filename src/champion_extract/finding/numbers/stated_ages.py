"""Tells ages from the sentence around a bare number: "the average age is 56", "anyone under 30", "Corey is 17 and"."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.noun_phrases import ends_phrase, is_plural, nouns_of

_BEING = frozenset({"is", "was", "turned", "turns"})
_JUST = frozenset({"only", "just", "now", "then", "still", "barely", "almost", "nearly"})
_LINKS = frozenset({"is", "was", "of", "to", "at", ":", "from", "are", "were", "now", "being"})
_OLDEST = frozenset({"eldest", "oldest", "youngest", "son", "daughter", "boy", "girl", "lad", "brother", "sister"})
_REACH = 12
_BEFORE_NAME = frozenset({",", "lad", "lass", "boy", "girl", "and", "that", "because", "but"})


def state_age(t: Tokens, draft: Draft, closes: bool, bands: frozenset[tuple[float, float]]) -> bool:
    """Tell whether the sentence says that this count is an age, and take "under" or "over" into its words.

    ``closes``: nothing that could be counted follows the number. ``bands``: the usual age ranges of schooling.
    """
    a, z = draft.a, draft.z
    if draft.upper is not None:
        return _is_band(t, draft, bands)
    if not closes or not 11 <= draft.value <= 99:
        return False
    before = t.words[a - 1]
    if before in ("under", "over") and t.breaks[a] != BROKEN:
        if t.words[a - 2] not in nouns_of("anyone") | nouns_of("adult") | nouns_of("people") | {"them", "were", "are"}:
            return False
        if t.words[a - 2] in ("were", "are") and not _people_before(t, a - 2):
            return False
        if draft.value > 70 or t.words[z] in ("of", "%"):
            return False
        draft.comparator, draft.a = ("less_than" if before == "under" else "more_than"), a - 1
        return True
    if t.breaks[a] == BROKEN:
        return False
    at = a - 1 - (before in _JUST)
    if t.words[at] in _LINKS and _age_before(t, at):
        return True
    if t.words[at] in _BEING and t.breaks[at] != BROKEN:
        if t.words[at - 1] in _OLDEST:
            return True
        return _is_named(t, at, draft) and t.words[z] not in ("of", "in", "to", "for", "at")
    # "Bryony Preece, now 16, of Clee Hill"
    return before in ("now", "then") and t.words[a - 2] == "," and t.capital(a - 3) and t.words[z] in (",", ")", ".")


def _is_named(t: Tokens, at: int, draft: Draft) -> bool:
    """Tell whether the words before "is" at ``at`` name a person: "Big lad Corey", "Jo Hill"; not "Turnover", "It"."""
    word = t.words[at - 1]
    if not t.capital(at - 1) or t.kinds[draft.core] != "n" or word in ends_phrase() or is_plural(t, at - 1):
        return False
    if t.begins(at - 1):
        # A sentence's first word has a capital anyway: only a young age, and no noun that has a size.
        return t.words[at] == "is" and draft.value <= 25 and word not in nouns_of("gathering") | nouns_of("amount")
    return t.capital(at - 2) or t.words[at - 2] in _BEFORE_NAME


def _people_before(t: Tokens, at: int) -> bool:
    return t.words[at - 1] in nouns_of("people") | nouns_of("adult")


def _age_before(t: Tokens, at: int) -> bool:
    """Tell whether "age" or "ages" stands before token ``at`` in its sentence, and no other number between."""
    for place in range(at - 1, max(at - _REACH, -1), -1):
        word = t.words[place]
        if word in (".", ";", "!", "?") or t.kinds[place] == "n":
            return False
        if word in ("age", "ages") and t.words[place + 1] not in ("group", "groups", "range", "-"):
            return True
        if t.breaks[place] == BROKEN:
            return False
    return False


def _is_band(t: Tokens, draft: Draft, bands: frozenset[tuple[float, float]]) -> bool:
    """Tell "12-17s", and one of the bands of schooling alone in a cell or in brackets."""
    a, z = draft.a, draft.z
    if draft.upper is None or draft.upper > 30 or draft.value < 2 or draft.upper <= draft.value:
        return False
    if t.words[z] == "s" and t.breaks[z] == GLUED and t.kinds[draft.core] == "n":
        draft.z = z + 1
        return True
    if (draft.value, draft.upper) not in bands | {(16, 17)}:
        return False
    if t.words[a - 1] == "(" and t.words[z] == ")":
        return True
    opens = t.words[a - 1] == "|" or (t.breaks[a] == BROKEN and t.text[max(0, t.starts[a] - 1)] == "\t")
    return opens and (t.words[z] == "|" or t.breaks[z] == BROKEN)
