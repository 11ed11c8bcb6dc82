"""When a found fact counts as the partner of a gold one: the rules that fields are made of.

A rule gives 0 for no pair and up to 1 for equal spans. All are symmetric: gold and found may change places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from champion_extract.evaluation.annotations import (
    Fact,
    NomineeFact,
    NumberFact,
    OrganisationFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.normal_forms import (
    name_span,
    overlap,
    quote_span,
    same_figure,
    same_last_word,
    same_speaker,
    same_words,
    similar_length,
    words_of,
)

LEAST_OVERLAP = 0.5
LEAST_QUOTE_OVERLAP = 0.8


class Item(NamedTuple):
    """A fact as it is compared: its span without what does not matter, and the words that stand there."""

    fact: Fact
    span: tuple[int, int]
    words: str


Rule = Callable[[Item, Item], float]
F = TypeVar("F", bound=Fact)


def item_of(text: str, fact: Fact) -> Item:
    """Prepare a fact for comparison. Numbers are compared to the letter, names without article and possessive."""
    if isinstance(fact, NumberFact):
        span = (fact.start, fact.end)
    elif isinstance(fact, QuoteFact):
        span = quote_span(text, fact.start, fact.end)
    else:
        span = name_span(text, fact.start, fact.end)
    return Item(fact, span, text[span[0] : span[1]])


def distinct(items: Sequence[Item]) -> list[Item]:
    """The first item of each name; one that is not optional if there is any."""
    first: dict[tuple[str, ...], Item] = {}
    for item in items:
        name = _name(item)
        if name not in first or (first[name].fact.optional and not item.fact.optional):
            first[name] = item
    return list(first.values())


def exact(gold: Item, found: Item) -> float:
    """The same span."""
    return 1.0 if gold.span == found.span else 0.0


def overlapping(gold: Item, found: Item) -> float:
    """What both share is at least half of both together, so that a giant span pairs with nothing."""
    shared = overlap(gold.span, found.span)
    return shared if shared >= LEAST_OVERLAP else 0.0


def nearly_all(gold: Item, found: Item) -> float:
    """As ``overlapping``, at least four fifths: for quotations, which are long."""
    shared = overlap(gold.span, found.span)
    return shared if shared >= LEAST_QUOTE_OVERLAP else 0.0


def same_name(gold: Item, found: Item) -> float:
    """The same fullest name, wherever it stands."""
    return 1.0 if _name(gold) == _name(found) else 0.0


def also(base: Rule, kind: type[F], condition: Callable[[F, F], bool]) -> Rule:
    """The rule ``base``, and besides a condition on the facts themselves, which are all of class ``kind``."""

    def rule(gold: Item, found: Item) -> float:
        shared = base(gold, found)
        if shared <= 0:
            return 0.0
        assert isinstance(gold.fact, kind)
        assert isinstance(found.fact, kind)
        return shared if condition(gold.fact, found.fact) else 0.0

    return rule


def same_type(gold: OrganisationFact, found: OrganisationFact) -> bool:
    """The same type of organisation."""
    return gold.type == found.type


def same_english_regions(gold: RegionFact, found: RegionFact) -> bool:
    """The same set of English regions, none included."""
    return set(gold.english_regions) == set(found.english_regions)


def same_value(gold: NumberFact, found: NumberFact) -> bool:
    """The same value, and the same upper end of a range."""
    return same_figure(gold.value, found.value) and same_figure(gold.upper, found.upper)


def same_meaning(gold: NumberFact, found: NumberFact) -> bool:
    """The same value, comparator and unit, of money the currency."""
    return (
        same_value(gold, found)
        and gold.comparator == found.comparator
        and gold.unit == found.unit
        and gold.currency == found.currency
    )


def same_of(gold: NumberFact, found: NumberFact) -> bool:
    """The same words for what is counted, without case and determiner."""
    return same_words(gold.of, found.of)


def same_head_of(gold: NumberFact, found: NumberFact) -> bool:
    """The same last word of what is counted."""
    return same_last_word(gold.of, found.of)


def same_speaker_name(gold: QuoteFact, found: QuoteFact) -> bool:
    """The same speaker by name."""
    return same_speaker(gold.speaker, found.speaker)


def same_speaker_meant(gold: QuoteFact, found: QuoteFact) -> bool:
    """The same speaker by name, or by the words that point to the speaker if the names are of similar length."""
    if same_speaker(gold.speaker, found.speaker):
        return True
    if gold.speaker is None or found.speaker is None or not similar_length(gold.speaker, found.speaker):
        return False
    return any(overlap(mine, theirs) >= LEAST_OVERLAP for mine in gold.pointers for theirs in found.pointers)


def same_theme(gold: NomineeFact, found: NomineeFact) -> bool:
    """The same category, without case and punctuation."""
    return same_words(gold.theme, found.theme)


def _name(item: Item) -> tuple[str, ...]:
    name = item.fact.name if isinstance(item.fact, OrganisationFact | RegionFact) else item.words
    return words_of(name) or (name,)
