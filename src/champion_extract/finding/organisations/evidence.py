"""Deciding loose names by what stands around them.

"employers such as Altimex", "an apprenticeship at Corvale", "Corvale, a local engineering firm", a list in which other
members are organisations. Every piece of evidence has a weight (table ``cues.csv``); two points make an organisation.
"""

from __future__ import annotations

from collections import Counter

from champion_extract.finding.names.words import CAPITAL, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.columns import carried_by_column, columns
from champion_extract.finding.organisations.heads import place_at
from champion_extract.finding.organisations.lists import ENOUGH, brands_in_list, carried_by_list, lists, share_in_list
from champion_extract.finding.organisations.surroundings import (
    after_label,
    beside_person,
    counts_people,
    is_compound,
    is_pair_of_names,
    keeps_possessive,
    kind_in_apposition,
    named_after_place,
    person_of,
    role_follows,
)
from champion_extract.records import OrganisationType
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

A_PERSON = -9
"""Points of a name that is a person's; what stands in lists around it does not change that."""
_AUXILIARIES = frozenset(("has", "have", "was", "were", "is", "won"))
_OF_PLACES = frozenset(("in", "near", "across", "around", "to", "of", "for", "on", "throughout"))


def decide(words: Words, names: list[Named]) -> list[Named]:
    """The names with each loose one made an organisation or left out; ``names`` are in order of their first word."""
    scores, types = points(words, names)
    groups = lists(words, names)
    carried = carried_by_lists(words, names, groups, scores)
    decided: list[Named] = []
    for index, name in enumerate(names):
        if index in carried and scores.get(index, 0) < ENOUGH:
            rule = "list's" if keeps_possessive(words, name) else "list"
            decided.append(name._replace(kind="organisation", type=carried[index], confidence=0.75, rule=rule))
            continue
        if index not in scores:
            decided.append(name)
            continue
        score = scores[index]
        if score >= ENOUGH:
            confidence = 0.78 if score == ENOUGH else 0.87
            type_ = name.type if name.known or name.hint else types.get(index, name.type)
            rule = "apposition" if index in types and type_ == types[index] else "context"
            if keeps_possessive(words, name):
                rule += "'s"
            decided.append(name._replace(kind="organisation", type=type_, confidence=confidence, rule=rule))
        elif score <= A_PERSON + 4:
            decided.append(name._replace(kind="person", confidence=0.7, rule="role after"))
        else:
            decided.append(name)
    for group in groups:
        kinds = Counter(decided[index].type for index in group if decided[index].kind == "organisation")
        if kinds.total() >= 3 and kinds.total() * 3 >= len(group) * 2:
            for at in brands_in_list(words, names, group):
                decided.append(Named(at, at, "organisation", kinds.most_common(1)[0][0], 0.7, "list"))
    return decided


def carried_by_lists(
    words: Words, names: list[Named], groups: list[list[int]], scores: dict[int, int]
) -> dict[int, OrganisationType]:
    """Type by index of each name that the list in which it stands makes an organisation."""
    carried: dict[int, OrganisationType] = {}
    for group in groups:
        turned = carried_by_list(words, names, group, scores)
        if turned:
            kinds = Counter(names[index].type for index in group if names[index].kind == "organisation")
            for index in turned:
                carried[index] = _type_in_list(kinds, names[index])
    for group in columns(words, names):
        turned = carried_by_column(words, names, group, scores, ENOUGH)
        if turned:
            kinds = Counter(names[index].type for index in group if names[index].kind == "organisation")
            for index in turned:
                carried.setdefault(index, _type_in_list(kinds, names[index]))
    return carried


def _type_in_list(kinds: Counter[OrganisationType], name: Named) -> OrganisationType:
    """The type that all certain members of a list have, else that of the name, for a place the commonest."""
    if len(kinds) == 1 or (kinds and name.kind == "place"):
        return kinds.most_common(1)[0][0]
    return name.type if name.kind == "loose" else "employer"


def points(words: Words, names: list[Named]) -> tuple[dict[int, int], dict[int, OrganisationType]]:
    """By index of a loose name: its points, and the type that the words around it say, if they do."""
    scores: dict[int, int] = {}
    types: dict[int, OrganisationType] = {}
    for index, name in enumerate(names):
        if name.kind == "loose":
            score, type_ = _around(words, name)
            scores[index] = score
            if type_ is not None:
                types[index] = type_
    for before, index in zip(range(len(names)), range(1, len(names)), strict=False):
        if index not in scores or names[before].kind != "person":
            continue
        if beside_person(words, names[before], names[index]):
            scores[index] += 2
        elif person_of(words, names[before], names[index]):
            scores[index] += 3
    add_up_mentions(words, names, scores)
    for group in lists(words, names):
        share_in_list(names, group, scores)
    return scores, types


def add_up_mentions(words: Words, names: list[Named], scores: dict[int, int]) -> None:
    """Give a name that the document mentions more than once the points of all its mentions."""
    mentions: dict[str, list[int]] = {}
    for index in scores:
        name = names[index]
        if not name.known and not name.hint:
            begun = words.text[words.starts[name.first] : words.starts[name.last]]
            mentions.setdefault(begun + words.base(name.last), []).append(index)
    for same in mentions.values():
        if len(same) > 1:
            total = sum(scores[index] for index in same if scores[index] > 0)
            if total >= ENOUGH and min(scores[index] for index in same) > A_PERSON:
                for index in same:
                    if scores[index] > 0:
                        scores[index] = max(scores[index], ENOUGH)


def _around(words: Words, name: Named) -> tuple[int, OrganisationType | None]:
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
        score += 1  # "Best Repair Café: Fettle, Wolverhampton"
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
        score += 2  # "WINNER Tollgate Economics"
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
