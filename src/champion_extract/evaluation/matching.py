"""Pairing gold with found facts, one to one.

A fact is in at most one pair, so that one giant span over ten names hits one of them at most. The pairing is as large
as can be (augmenting paths, Kuhn's method), which makes the number of hits the same whichever side is called gold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")
Similarity = Callable[[Item, Item], float]


class Pairing(NamedTuple):
    """(gold index, found index) of the pairs, and the indexes of what is left over on either side."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    false_alarms: tuple[int, ...]


def pair(
    gold: Sequence[Item],
    found: Sequence[Item],
    similarity: Similarity[Item],
    forgiving: Similarity[Item],
    is_optional: Callable[[Item], bool],
) -> Pairing:
    """Pair items whose ``similarity`` (0 to 1, 1 for equal) is above 0, equal ones first.

    Optional items that stay alone are neither missed nor false alarms. The same holds for what fits an optional item of
    the other side by ``forgiving``: where the annotators allow either, nobody is wrong.
    """
    partners = _largest_pairing(gold, found, similarity, is_optional)
    taken = set(partners.values())
    alone_gold = [index for index in range(len(gold)) if index not in partners]
    alone_found = [index for index in range(len(found)) if index not in taken]
    optional_gold = [gold[index] for index in alone_gold if is_optional(gold[index])]
    optional_found = [found[index] for index in alone_found if is_optional(found[index])]
    missed = (index for index in alone_gold if not is_optional(gold[index]))
    alarms = (index for index in alone_found if not is_optional(found[index]))
    return Pairing(
        pairs=tuple(sorted(partners.items())),
        missed=tuple(index for index in missed if not any(forgiving(gold[index], one) for one in optional_found)),
        false_alarms=tuple(index for index in alarms if not any(forgiving(one, found[index]) for one in optional_gold)),
    )


def _largest_pairing(
    gold: Sequence[Item],
    found: Sequence[Item],
    similarity: Similarity[Item],
    is_optional: Callable[[Item], bool],
) -> dict[int, int]:
    """Partner in ``found`` of each gold index that has one. Optional gold never takes another's partner for good."""
    candidates: list[list[int]] = []
    equal: list[tuple[int, int]] = []
    for wanted, item in enumerate(gold):
        scored = sorted(((similarity(item, other), -index) for index, other in enumerate(found)), reverse=True)
        candidates.append([-index for score, index in scored if score > 0])
        equal.extend((wanted, -index) for score, index in scored if score >= 1)
    partners: dict[int, int] = {}
    holders: dict[int, int] = {}
    for wanted, index in equal:
        if wanted not in partners and index not in holders and not is_optional(gold[wanted]):
            partners[wanted], holders[index] = index, wanted

    def place(wanted: int, visited: set[int]) -> bool:
        for index in candidates[wanted]:
            if index in visited:
                continue
            visited.add(index)
            if index not in holders or place(holders[index], visited):
                partners[wanted], holders[index] = index, wanted
                return True
        return False

    for wanted in sorted(range(len(gold)), key=lambda index: is_optional(gold[index])):
        if wanted not in partners:
            place(wanted, set())
    return partners
