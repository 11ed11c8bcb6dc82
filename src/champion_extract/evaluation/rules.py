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
    is_name,
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
    """A fact as it is compared: its span without what does not matter, and the text that it is in."""

    fact: Fact
    span: tuple[int, int]
    text: str

    @property
    def words(self) -> str:
        """The words of the span."""
        return self.text[self.span[0] : self.span[1]]


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
    return Item(fact, span, text)


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


def same_speaker_meant(gold: Item, found: Item) -> float:
    """As ``nearly_all``, and the same speaker: by name, or by the words that point to the speaker.

    Words can stand for a name where one side gives just them ("the head", "she") and both point to the same place. Two
    names that differ are two speakers, wherever they point.
    """
    shared = nearly_all(gold, found)
    mine, theirs = gold.fact, found.fact
    assert isinstance(mine, QuoteFact)
    assert isinstance(theirs, QuoteFact)
    if shared <= 0 or same_speaker(mine.speaker, theirs.speaker):
        return shared
    if mine.speaker is None or theirs.speaker is None or not similar_length(mine.speaker, theirs.speaker):
        return 0.0
    is_same_place = any(overlap(one, two) >= LEAST_OVERLAP for one in mine.pointers for two in theirs.pointers)
    return shared if is_same_place and (_gives_words_only(gold) or _gives_words_only(found)) else 0.0


def same_theme(gold: NomineeFact, found: NomineeFact) -> bool:
    """The same category, without case and punctuation."""
    return same_words(gold.theme, found.theme)


def _gives_words_only(item: Item) -> bool:
    """Whether a quotation's speaker is no name, but the very words that point to the speaker."""
    quote = item.fact
    assert isinstance(quote, QuoteFact)
    pointed = (item.text[start:end] for start, end in quote.pointers)
    return any(same_words(quote.speaker, words) and not is_name(words) for words in pointed)


def _name(item: Item) -> tuple[str, ...]:
    name = item.fact.name if isinstance(item.fact, OrganisationFact | RegionFact) else item.words
    return words_of(name) or (name,)
