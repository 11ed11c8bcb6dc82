"""Names in lists: what some members of a list are says what the others are.

"Barclays, Corvale and Leeds City College" makes Corvale an organisation, "Leeds, Selby and Thorpe" makes Thorpe none.
In "UCLan, Derby, Kent and the RNLI" even names that are places elsewhere are bodies.
"""

from __future__ import annotations

from champion_extract.finding.names.words import DIGITS, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.tables.name_words import role_words
from champion_extract.tables.organisation_words import generic_words, kinds_of_body

_LIST_WORDS = frozenset(("and", "or", "the", "&", "plus"))
_COMMON = frozenset(
    "also among both even everybody everyone formerly friend here home later lunch more most much none once other"
    " perhaps possibly rather several someone soon still there then these they those today together tomorrow too"
    " whatever whoever where with within without yesterday above below elsewhere instead however therefore again"
    " maybe almost never often sometimes always just only over under through thank please sorry alike beyond".split()
)
_REPEATED = frozenset(("from", "to", "at", "with", "for", "by"))
"""Small words that a list may repeat before each member: "from Altimex, from Corvale and from Vecta"."""
_BEFORE_PLACES = frozenset(("in", "near", "across", "around", "between", "over", "throughout", "outside"))
_TURNED_THINGS = ("venue", "building")
"""Kinds of things that name bodies as well: a school may be called "Kirkley Hall"."""
ENOUGH = 2
"""Points from which a loose name is an organisation."""


def lists(words: Words, names: list[Named]) -> list[list[int]]:
    """Indexes of names that follow each other with commas, semicolons or "and" only."""
    groups: list[list[int]] = []
    current: list[int] = []
    reached = begun = -2
    for index, name in enumerate(names):
        if name.first <= reached:  # nested
            continue
        if current and _listed(words, begun, reached, name.first):
            current.append(index)
        else:
            if len(current) > 1:
                groups.append(current)
            current = [index]
        begun, reached = name.first, name.last
    if len(current) > 1:
        groups.append(current)
    return groups


def _listed(words: Words, begun: int, last: int, first: int) -> bool:
    if first - last > 3:
        return False
    for position in range(last + 1, first):
        lower = words.lowers[position]
        if lower in _LIST_WORDS or (lower in _REPEATED and begun > 0 and words.lowers[begun - 1] == lower):
            continue
        if not (
            words.gap(position - 1) == ", " and words.gap(position) in (", ", " ") and may_be_brand(words, position)
        ):
            return False
        if words.gap(position) == " " and words.lowers[position + 1] not in ("and", "or"):
            return False
    between = words.text[words.ends[last] : words.starts[first]]
    if len(between) > 24 or "\n" in between:
        return False
    if any(mark in between for mark in '.:!?()“”"|'):
        return False
    return "," in between or ";" in between or first - last > 1


def may_be_brand(words: Words, position: int) -> bool:
    """Whether a word in small letters is none of the nouns, verbs and small words that stand in lists."""
    lower = words.lowers[position]
    return (
        words.shapes[position] == LOWER
        and len(lower) > 3
        and "'" not in lower
        and words.forms[position][0].islower()
        and not lower.endswith(("s", "ed", "ing", "ly"))
        and lower not in generic_words()
        and lower not in kinds_of_body()
        and lower not in role_words()
        and lower not in _COMMON
    )


def brands_in_list(words: Words, names: list[Named], group: list[int]) -> list[int]:
    """Words in small letters that are members of a list of certain bodies: "Barclays, boohoo and Corvale"."""
    found = []
    for index in group[:-1]:
        position = names[index].last + 1
        if position + 1 >= len(words) or words.gap(position - 1) != ", " or not may_be_brand(words, position):
            continue
        if words.gap(position) == ", " or words.lowers[position + 1] in ("and", "or"):
            found.append(position)
    position = names[group[-1]].last + 1
    if (
        position + 1 < len(words)
        and words.joined(position - 1)
        and words.lowers[position] == "and"
        and words.joined(position)
        and may_be_brand(words, position + 1)
        and not words.joined(position + 1)
        and words.gap(position + 1)[:1] in (".", ",", ";", ")", "\n", "")
    ):
        found.append(position + 1)
    return found


def share_in_list(names: list[Named], group: list[int], scores: dict[int, int]) -> None:
    """Change the points in ``scores`` of the loose names in a list by what its other members are."""
    kinds = [names[index].kind for index in group]
    bodies = kinds.count("organisation")
    places = kinds.count("place")
    people = kinds.count("person")
    best = max((scores[index] for index in group if index in scores), default=0)
    for index in group:
        if index not in scores:
            continue
        if len(group) == 2 and kinds[1] in ("place", "person") and index == group[0]:
            continue  # "Fenside Bulbs, Spalding"
        if scores[index] < -5:
            continue
        if bodies > places + people:
            scores[index] += 2
        elif best >= 3 and places + people <= len(group) // 3:
            scores[index] = max(scores[index], best)
        elif (places > bodies or people > bodies) and scores[index] < 3:
            scores[index] -= 2
        elif bodies:
            scores[index] += 1


def carried_by_list(words: Words, names: list[Named], group: list[int], scores: dict[int, int]) -> list[int]:
    """Members of a list of three or more, loose or not, that the others make organisations; ``scores`` are final."""
    if len(group) < 3:
        return []
    before = names[group[0]].first - 1
    if before >= 0 and words.lowers[before] in _BEFORE_PLACES:
        return []
    sure = [names[index].kind == "organisation" or scores.get(index, -9) >= ENOUGH for index in group]
    bodies = sum(sure)
    loose = [index for index in group if index in scores and not _no_name(words, names[index])]
    places = [at for at, index in enumerate(group) if names[index].kind == "place"]
    people = [index for index in group if names[index].kind == "person"]
    surely = [index for index in people if names[index].last > names[index].first]
    carried: list[int] = []
    ands = sum(_after_and(words, names[index].first) for index in group[1:])
    firm = bodies >= 2 or (len(loose) >= 3 and (ands == 1 or len(group) > 3))
    if sure[0] and loose and len(people) < 2 and (ands == 1 or group[0] in scores):
        firm = True  # no address: "The Hub, Craven House, Ludlow"
    few = len(surely) * (3 if len(group) > 4 and bodies + len(loose) > 2 else 4) <= len(group)
    mixed = max(len(people), len(places)) * 2 > len(group)
    if firm and few and not mixed and not _semicolons(words, names, group):
        carried += [index for index in loose if scores[index] < ENOUGH]
        named = bodies + len(carried)
        among = set(places)
        joined = [at for at in places if at == 0 or at - 1 in among or _after_and(words, names[group[at]].first)]
        if bodies and named >= 2 and len(places) * (2 if joined else 3) <= named + (1 if joined else 0):
            carried += [group[at] for at in places if not _describes(words, names[group[at]].last)]
        if named >= 3 and len(group) >= 4:
            carried += [index for index in people if names[index].rule == "given name"]
        if bodies >= 2:
            carried += [index for index in group if names[index].kind in (*_TURNED_THINGS, "faint")]
    return carried


def _describes(words: Words, last: int) -> bool:
    """Whether the place that ends at word ``last`` describes a noun: "Malton pickle-maker"."""
    if not words.joined(last) or words.shapes[last + 1] != LOWER:
        return False
    following = words.lowers[last + 1]
    return words.gap(last + 1) == "-" or following in generic_words() or following in kinds_of_body()


def _no_name(words: Words, name: Named) -> bool:
    """Whether the loose name is one letter, ends in figures or is one long word in capitals: no member like others."""
    if words.shapes[name.last] == DIGITS or words.ends[name.last] - words.starts[name.first] < 2:
        return True
    first = words.forms[name.first]
    return first.isupper() and len(first) > 6 and name.first == name.last


def _after_and(words: Words, first: int) -> bool:
    for position in range(first - 1, max(-1, first - 3), -1):
        if words.lowers[position] in ("and", "or", "&", "plus"):
            return True
        if words.lowers[position] != "the":
            return False
    return False


def _semicolons(words: Words, names: list[Named], group: list[int]) -> bool:
    return any(";" in words.gap(names[index].last) for index in group[:-1])
