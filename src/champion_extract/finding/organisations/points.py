"""What the words around a loose name say for and against an organisation, in points.

"employers such as Altimex", "an apprenticeship at Corvale", "Corvale, a local engineering firm". Every cue has a weight
(table ``cues.csv``); shape counts as well: "Wensleydale Castings", "Swallow & Teal".
"""

from __future__ import annotations

from champion_extract.finding.names.words import CAPITAL, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.heads import place_at
from champion_extract.finding.organisations.surroundings import (
    after_label,
    counts_people,
    is_compound,
    is_pair_of_names,
    kind_in_apposition,
    named_after_place,
    role_follows,
)
from champion_extract.tables.name_words import role_words
from champion_extract.tables.organisation_words import (
    cues_after,
    cues_before,
    generic_words,
    kinds_of_body,
    label_words,
    subject_verbs,
    word_class,
)
from champion_extract.vocabulary import OrganisationType

A_PERSON = -9
"""Points of a name that is a person's; what stands in lists around it does not change that."""
_AUXILIARIES = frozenset(("has", "have", "was", "were", "is", "won"))
_OF_PLACES = frozenset(("in", "near", "across", "around", "to", "of", "for", "on", "throughout"))


def points_around(words: Words, name: Named) -> tuple[int, OrganisationType | None]:
    """Points for the name, and the type that a noun beside it says."""
    first, last = name.first, name.last
    like_a_person = not name.hint and last - first in (1, 2) and not is_compound(words, name)
    if like_a_person and words.gap(last) == ", " and role_follows(words, last + 1):
        return A_PERSON, None
    begins = words.starts_sentence(first) or name.article >= 0
    score = name.hint + _points_of_shape(words, name)
    if begins and first == last and not name.known:
        score -= 1
    before, type_before = _points_before(words, name, begins)
    after, type_after = _points_after(words, name)
    if before >= 2 and begins and first == last and _at_place(words, last):
        score += 1  # "Best Café: Sizzle, Derby"
    return score + before + after, type_after or type_before


def _points_of_shape(words: Words, name: Named) -> int:
    first, last = name.first, name.last
    score = 0
    if (
        last > first
        and not name.known
        and all(words.shapes[position] != CAPITAL for position in range(first, last + 1))
    ):
        score -= 2  # a line in capitals is no evidence of a name
    if name.hint and not name.known and words.starts_line(first) and words.ends_line(last):
        score += 1
    lower = words.base(last)
    if (
        name.known
        and lower not in generic_words()
        and lower not in word_class("social")
        and _fills_cell(words, first, last)
    ):
        score += 1
    if words.lowers[first] == "the" and (is_compound(words, name) or last - first > 1):
        score += 1
    if first > 0 and words.text[words.starts[first] - 1] in "'‘“\"":
        score -= 2
    if any(words.lowers[position] == "&" for position in range(first + 1, last)):
        score += 2 if is_pair_of_names(words, name) or last - first < 5 else 1
    elif last > first and not name.known and named_after_place(words, name):
        begins = words.starts_sentence(first) or name.article >= 0
        score += 2 if begins else int(words.lowers[first - 1] not in ("at", "the", "behind"))
    elif last > first and "-" in words.lowers[last] and not is_compound(words, name):
        score -= 1  # a double surname
    return score


def _fills_cell(words: Words, first: int, last: int) -> bool:
    """Whether the name stands alone in a line or in a table's cell."""
    before = words.text[words.ends[first - 1] : words.starts[first]] if first else "\n"
    after = words.gap(last)
    return any(mark in before for mark in "|\t\n") and any(mark in after for mark in "|\t\n")


def _points_before(words: Words, name: Named, begins: bool) -> tuple[int, OrganisationType | None]:
    lowers = words.lowers
    before = name.first - 1
    if before >= 0 and lowers[before] == "the" and words.joined(before):
        before -= 1
    if before < 0:
        return 0, None
    if not words.joined(before):
        return after_label(words, name), None
    if begins:
        return 0, None
    cues = cues_before()
    best = 0
    phrase = ""
    for position in range(before, max(-1, before - 5), -1):
        phrase = f"{lowers[position]} {phrase}" if phrase else lowers[position]
        best = max(best, cues.get(phrase, 0))
        if position == 0 or not words.joined(position - 1):
            break
    if before > 0 and lowers[before] in ("at", "with", "for", "from") and lowers[before - 1] in role_words():
        best = max(best, 3)  # "a technician with Tarvin"
    score = best
    if best == 1 and not name.known:
        several = name.last > name.first
        at = several and lowers[before] == "at" and not _is_venue(words, name, before)
        if at or lowers[before] == "with" or (lowers[before] == "from" and several):
            score += 1
    if words.forms[before].isupper() and len(lowers[before]) > 4 and lowers[before] in label_words("body"):
        score += 2  # "WINNER Tollbar Analytics"
    if best == 0 and lowers[before] in _OF_PLACES:
        score -= 1
    return score, kinds_of_body().get(lowers[before]) if best >= 2 else None


def _at_place(words: Words, last: int) -> bool:
    """Whether a comma and a place follow."""
    following = last + 1
    if following >= len(words) or words.gap(last) != ", ":
        return False
    return place_at(words, following, min(following + 3, len(words) - 1)) >= 0


def _is_venue(words: Words, name: Named, at: int) -> bool:
    """Whether something takes place at the name: "held at Hatfield House"."""
    if words.base(name.last) in word_class("house") or words.lowers[at + 1] == "the":
        return True
    for position in range(at - 1, max(-1, at - 9), -1):
        if words.lowers[position] in word_class("takes place"):
            return True
        if "." in words.gap(position):
            return False
    return False


def _points_after(words: Words, name: Named) -> tuple[int, OrganisationType | None]:
    lowers = words.lowers
    last = name.last
    after = last + 1
    if after >= len(lowers):
        return 0, None
    cues = cues_after()
    gap = words.gap(last)
    if lowers[last].endswith("'s"):
        if not words.joined(last):
            return 0, None
        return max(2 * cues.get(lowers[after], 0), 2 if role_follows(words, after) else 0), None
    if words.shapes[after] != LOWER:
        if last > name.first and gap == ", ":
            place = place_at(words, after, min(after + 3, len(lowers) - 1))
            if (
                place >= 0
                and words.gap(place) == ", "
                and place + 1 < len(lowers)
                and lowers[place + 1] in _AUXILIARIES
            ):
                return 2, None  # "Lovage Messtechnik, Corby, has won"
        if "@" in gap[:3] and last > name.first:
            return 2, None  # the account's name follows
        beside = gap.strip(" *_") == "," and last == name.first + 1 and not name.hint and not is_compound(words, name)
        return -2 if beside else 0, None  # "Mirza Latif, Southwark Riverside College" is a person
    if gap == " (" and lowers[after] == "registered" and lowers[min(after + 1, len(lowers) - 1)] == "charity":
        return 3, "charity"
    if gap == ", " and lowers[after] == "which" and last > name.first:
        return 2, None
    if words.joined(last):
        phrase = lowers[after]
        following = lowers[after + 1] if after + 1 < len(lowers) else ""
        score = max(cues.get(phrase, 0), cues.get(f"{phrase} {following}", 0))
        if is_compound(words, name) and (phrase in subject_verbs() or phrase.endswith("ed")):
            score += 2
        if phrase == "has" and counts_people(words, after + 1):
            return score + 2, None
        if phrase == "is" and following in ("a", "an", "one", "the"):
            kind = kind_in_apposition(words, after + 2)
            if kind is not None:
                return score + 3, kind
        return score, None
    if gap in (", ", " – ", " - ", " (") and lowers[after] in ("a", "an", "one", "the", "which", "based", "who"):
        kind = kind_in_apposition(words, after + 1)
        if kind is not None:
            return 3, kind
    return 0, None
