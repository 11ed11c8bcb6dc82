"""Who owns a fact: the smallest block that names one nominee, else the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from champion_extract.finding.facts import NomineeMention, OrganisationMention
from champion_extract.ownership import PAGE, Ownership


def nominee(start: int, end: int, block: tuple[int, int] | None = None) -> NomineeMention:
    return NomineeMention(
        start=start,
        end=end,
        kind="organisation",
        award=None,
        theme=None,
        outcome=None,
        year=None,
        joint=False,
        organisation=None,
        block_start=block[0] if block else start,
        block_end=block[1] if block else end,
        heading=None,
        shared=block is None,
        confidence=1.0,
        rule="",
    )


def organisation(start: int, end: int, name: str = "X") -> OrganisationMention:
    return OrganisationMention(start, end, name, "employer", 1.0, "")


def test_facts_in_a_block_are_its_nominees_and_the_rest_the_pages() -> None:
    ownership = Ownership([nominee(10, 15, (10, 50)), nominee(60, 65, (60, 90))], [None, None], [])
    assert [
        ownership.of(*span) for span in ((0, 5), (10, 15), (40, 50), (48, 52), (50, 55), (60, 61), (89, 90), (90, 95))
    ] == [
        PAGE,
        0,
        0,
        PAGE,
        PAGE,
        1,
        1,
        PAGE,
    ]


def test_of_two_blocks_the_smaller_owns() -> None:
    ownership = Ownership([nominee(0, 5, (0, 100)), nominee(20, 25, (20, 40))], [None, None], [])
    assert [ownership.of(at, at + 1) for at in (10, 20, 39, 40, 99)] == [0, 1, 1, 0, 0]


def test_a_shared_nominee_owns_its_mention_and_its_organisations() -> None:
    mentions = [organisation(12, 20, "School"), organisation(40, 48, "School")]
    ownership = Ownership([nominee(0, 10)], ["School"], mentions)
    assert [ownership.of(0, 10), ownership.of(12, 20), ownership.of(40, 48), ownership.of(21, 22)] == [0, 0, PAGE, PAGE]


def test_two_shared_nominees_do_not_claim_the_same_mention() -> None:
    mentions = [organisation(30, 38, "School")]
    ownership = Ownership([nominee(0, 10), nominee(15, 25)], ["School", "School"], mentions)
    assert ownership.of(30, 38) == 0


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=6), spans)
def test_the_sweep_agrees_with_asking_every_block(blocks: list[tuple[int, int]], fact: tuple[int, int]) -> None:
    nominees = [nominee(start, start + 1, (start, end)) for start, end in blocks]
    owner = Ownership(nominees, [None] * len(nominees), []).of(*fact)
    over_start = [(end - start, index) for index, (start, end) in enumerate(blocks) if start <= fact[0] < end]
    if owner == PAGE:
        smallest = min(over_start)[1] if over_start else None
        assert (
            smallest is None or fact[1] > blocks[smallest][1] or any(fact[0] < start < fact[1] for start, _ in blocks)
        )
    else:
        assert owner == min(over_start)[1]
        assert fact[1] <= blocks[owner][1]
