"""Names in lists: what one member of a list is says what the others are.

"Barclays, Corvale and Leeds City College" makes Corvale an organisation, "Leeds, Selby and Thorpe" makes Thorpe none.
"""

from __future__ import annotations

from champion_extract.finding.names.words import Words
from champion_extract.finding.organisations.candidates import Named

_LIST_WORDS = frozenset(("and", "or", "the", "&", "plus"))


def lists(words: Words, names: list[Named]) -> list[list[int]]:
    """Indexes of names that follow each other with commas, semicolons or "and" only."""
    groups: list[list[int]] = []
    current: list[int] = []
    reached = -2
    for index, name in enumerate(names):
        if name.first <= reached:  # nested
            continue
        if current and _listed(words, reached, name.first):
            current.append(index)
        else:
            if len(current) > 1:
                groups.append(current)
            current = [index]
        reached = name.last
    if len(current) > 1:
        groups.append(current)
    return groups


def _listed(words: Words, last: int, first: int) -> bool:
    if first - last > 3:
        return False
    for position in range(last + 1, first):
        if words.lowers[position] not in _LIST_WORDS:
            return False
    between = words.text[words.ends[last] : words.starts[first]]
    if len(between) > 14 or "\n" in between:
        return False
    return "," in between or ";" in between or first - last > 1


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
