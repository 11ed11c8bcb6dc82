"""Deciding loose names by the evidence of the whole document.

The points of the words around each (``points``), of all mentions together, of the lists and columns in which it stands
with others. Two points make an organisation.
"""

from __future__ import annotations

from collections import Counter

from champion_extract.finding.names.words import Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.columns import carried_by_column, columns
from champion_extract.finding.organisations.lists import ENOUGH, brands_in_list, carried_by_list, lists, share_in_list
from champion_extract.finding.organisations.points import A_PERSON, points_around
from champion_extract.finding.organisations.surroundings import beside_person, keeps_possessive, person_of
from champion_extract.vocabulary import OrganisationType


def decide(words: Words, names: list[Named]) -> list[Named]:
    """The names with each loose one made an organisation or left out; ``names`` are in order of their first word."""
    groups = lists(words, names)
    scores, types = points(words, names, groups)
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
        turned = carried_by_column(words, names, group, scores)
        if turned:
            kinds = Counter(names[index].type for index in group if names[index].kind == "organisation")
            for index in turned:
                carried.setdefault(index, _type_in_list(kinds, names[index]))
    return carried


def _type_in_list(kinds: Counter[OrganisationType], name: Named) -> OrganisationType:
    """The type that most certain members of a list have, else that of the name; for a place the commonest."""
    if kinds:
        type_, count = kinds.most_common(1)[0]
        if name.kind == "place" or count * 3 >= kinds.total() * 2:
            return type_
    return name.type if name.kind == "loose" else "employer"


def points(
    words: Words, names: list[Named], groups: list[list[int]]
) -> tuple[dict[int, int], dict[int, OrganisationType]]:
    """By index of a loose name: its points, and the type that the words around it say, if they do; ``groups`` are the
    lists in which names stand.
    """
    scores: dict[int, int] = {}
    types: dict[int, OrganisationType] = {}
    for index, name in enumerate(names):
        if name.kind == "loose":
            score, type_ = points_around(words, name)
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
    for group in groups:
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
