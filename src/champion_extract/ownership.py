"""Which record owns which fact: each stands in exactly one.

A nominee owns what stands in its block, the smallest part of the text that names it and no other nominee. Where
several share their smallest block, each owns only its own mention and its organisation's. All else belongs to the
page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush

from champion_extract.finding.facts import NomineeMention, OrganisationMention

PAGE = -1
_NEAR = 300
"""How far from a shared nominee its organisation may be named, in characters: a long sentence."""


class Ownership:
    """Answers, for a span, the index of the nominee that owns it, or ``PAGE``.

    ``employers`` holds, for each nominee, the name of its organisation if it is known, as in its mentions.
    """

    def __init__(
        self,
        nominees: Sequence[NomineeMention],
        employers: Sequence[str | None],
        organisations: Sequence[OrganisationMention],
    ) -> None:
        # The text is cut at all ends of blocks; each piece belongs to the smallest block over it; look-up bisects.
        blocks = [_block(nominee) for nominee in nominees]
        self._cuts = sorted({cut for block in blocks for cut in block})
        self._owners = _smallest(blocks, self._cuts)
        self._until = list(self._cuts[1:]) + self._cuts[-1:]
        for at in range(len(self._cuts) - 2, -1, -1):
            if self._owners[at] == self._owners[at + 1]:
                self._until[at] = self._until[at + 1]
        self._claimed: dict[tuple[int, int], int] = {}
        named: dict[str, list[OrganisationMention]] = {}
        for mention in organisations:
            named.setdefault(mention.name, []).append(mention)
        for index, (nominee, employer) in enumerate(zip(nominees, employers, strict=True)):
            if nominee.shared and employer is not None:
                self._claim(index, nominee, named.get(employer, []))

    def of(self, start: int, end: int) -> int:
        """The nominee whose block holds the whole span, or that claims it as its organisation's mention."""
        claimed = self._claimed.get((start, end))
        if claimed is not None:
            return claimed
        at = bisect_right(self._cuts, start) - 1
        return PAGE if at < 0 or end > self._until[at] else self._owners[at]

    def _claim(self, index: int, nominee: NomineeMention, mentions: Sequence[OrganisationMention]) -> None:
        at = bisect_right([mention.start for mention in mentions], nominee.start)
        near = [mention for mention in mentions[max(0, at - 1) : at + 1] if abs(mention.start - nominee.end) <= _NEAR]
        free = [mention for mention in near if self.of(mention.start, mention.end) == PAGE]
        # What follows a name says more often whose it is than what stands before it.
        for mention in sorted(free, key=lambda mention: (mention.start < nominee.start, mention.start)):
            self._claimed.setdefault((mention.start, mention.end), index)
            return


def _block(nominee: NomineeMention) -> tuple[int, int]:
    if nominee.shared:
        return nominee.start, nominee.end
    return min(nominee.block_start, nominee.start), max(nominee.block_end, nominee.end)


def _smallest(blocks: Sequence[tuple[int, int]], cuts: Sequence[int]) -> list[int]:
    """For each piece between two cuts the index of the smallest block over it; of equal ones the first.

    A sweep with the open blocks in a heap, n log n in their number.
    """
    starting: dict[int, list[int]] = {}
    for index, (start, _) in enumerate(blocks):
        starting.setdefault(start, []).append(index)
    owners = []
    open_blocks: list[tuple[int, int]] = []
    for cut in cuts:
        for index in starting.get(cut, ()):
            heappush(open_blocks, (blocks[index][1] - blocks[index][0], index))
        while open_blocks and blocks[open_blocks[0][1]][1] <= cut:
            heappop(open_blocks)
        owners.append(open_blocks[0][1] if open_blocks else PAGE)
    return owners
