"""The flat facts of one document, the form in which gold and extraction are compared.

Gold is read from the corpus, an extraction is flattened out of its records; from here on both look alike. Offsets are
Unicode code points into ``Annotations.text``, end exclusive. ``confidence`` and ``rule`` are an extractor's; gold
leaves them at their defaults, and they play no part when two facts are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from champion_extract.records import Extraction
from champion_extract.vocabulary import (
    Comparator,
    Direction,
    EnglishRegion,
    NomineeKind,
    OrganisationType,
    Outcome,
    RegionKind,
    Status,
    Unit,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A place in the text and a claim about it. ``optional`` gold is right if found, not wrong if missed."""

    start: int
    end: int
    optional: bool = False
    confidence: float = field(default=1.0, compare=False)
    rule: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationFact(Fact):
    """A mention of a named organisation; ``name`` is its fullest name in the document."""

    name: str
    type: OrganisationType
    known: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionFact(Fact):
    """A mention of a named place; ``english_regions`` is empty outside England."""

    name: str
    kind: RegionKind
    english_regions: tuple[EnglishRegion, ...] = ()
    code: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberFact(Fact):
    """A quantity; fields as in ``records.Number``."""

    value: float | int
    upper: float | int | None = None
    comparator: Comparator = "exact"
    unit: Unit = "count"
    unit_text: str | None = None
    currency: str | None = None
    of: str | None = None
    direction: Direction | None = None
    status: Status = "stated"
    period: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteFact(Fact):
    """Direct speech without its marks. ``speaker`` is None if the text does not say who spoke.

    ``pointers``: (start, end) of the words at the quotation that point to its speaker; gold may mark several.
    """

    speaker: str | None = None
    role: str | None = None
    organisation: str | None = None
    pointers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NomineeFact(Fact):
    """Who is recognised, for one category."""

    kind: NomineeKind
    theme: str | None = None
    outcome: Outcome | None = None
    award: str | None = None
    year: int | None = None
    organisation: str | None = None
    joint: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherNameFact(Fact):
    """A name that is no organisation: ``kind`` is "person" or that of a thing. Only the corpus has them; not scored."""

    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotations:
    """All facts of one text, each kind in reading order (longer spans first where two begin together)."""

    text: str
    organisations: tuple[OrganisationFact, ...] = ()
    regions: tuple[RegionFact, ...] = ()
    numbers: tuple[NumberFact, ...] = ()
    quotes: tuple[QuoteFact, ...] = ()
    nominees: tuple[NomineeFact, ...] = ()
    other_names: tuple[OtherNameFact, ...] = ()

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Yield (kind, fact) of all facts: organisation, region, number, quote, nominee, other_name."""
        groups: tuple[tuple[str, tuple[Fact, ...]], ...] = (
            ("organisation", self.organisations),
            ("region", self.regions),
            ("number", self.numbers),
            ("quote", self.quotes),
            ("nominee", self.nominees),
            ("other_name", self.other_names),
        )
        for kind, facts in groups:
            for fact in facts:
                yield kind, fact

    @classmethod
    def from_facts(cls, text: str, facts: list[Fact]) -> Self:
        """Sort facts of all kinds into their groups and into reading order."""
        ordered = sorted(facts, key=lambda fact: (fact.start, -fact.end))
        return cls(
            text=text,
            organisations=tuple(fact for fact in ordered if isinstance(fact, OrganisationFact)),
            regions=tuple(fact for fact in ordered if isinstance(fact, RegionFact)),
            numbers=tuple(fact for fact in ordered if isinstance(fact, NumberFact)),
            quotes=tuple(fact for fact in ordered if isinstance(fact, QuoteFact)),
            nominees=tuple(fact for fact in ordered if isinstance(fact, NomineeFact)),
            other_names=tuple(fact for fact in ordered if isinstance(fact, OtherNameFact)),
        )

    @classmethod
    def from_extraction(cls, extraction: Extraction) -> Self:
        """Flatten an extraction's records. Inherited regions have no place in the text and are left out."""
        text = extraction.document.text
        assert text is not None, "Extraction holds its text by its own rules"
        names = {found.id: found.name for record in extraction.records for found in record.organisations}
        facts: list[Fact] = []
        for record in extraction.records:
            if record.nominee is not None:
                nominee = record.nominee
                person = nominee.kind == "person"
                facts.append(
                    NomineeFact(
                        start=nominee.start,
                        end=nominee.end,
                        kind=nominee.kind,
                        theme=record.theme,
                        outcome=record.outcome,
                        award=record.award,
                        year=record.year,
                        organisation=names.get(nominee.organisation or "") if person else None,
                        joint=nominee.joint,
                        confidence=nominee.confidence,
                        rule=nominee.rule,
                    )
                )
            for organisation in record.organisations:
                for mention in organisation.mentions:
                    facts.append(
                        OrganisationFact(
                            start=mention.start,
                            end=mention.end,
                            name=organisation.name,
                            type=organisation.type,
                            confidence=mention.confidence,
                            rule=mention.rule,
                        )
                    )
            for region in record.regions:
                for mention in region.mentions:
                    facts.append(
                        RegionFact(
                            start=mention.start,
                            end=mention.end,
                            name=region.name,
                            kind=region.kind,
                            english_regions=region.english_regions,
                            code=region.code,
                            confidence=mention.confidence,
                            rule=mention.rule,
                        )
                    )
            for number in record.numbers:
                facts.append(NumberFact(**number.model_dump(exclude={"text"})))
            for quote in record.quotes:
                speaker = quote.speaker
                pointers: tuple[tuple[int, int], ...] = ()
                if speaker is not None and speaker.start is not None and speaker.end is not None:
                    pointers = ((speaker.start, speaker.end),)
                facts.append(
                    QuoteFact(
                        start=quote.start,
                        end=quote.end,
                        speaker=speaker.name if speaker else None,
                        role=speaker.role if speaker else None,
                        organisation=speaker.organisation if speaker else None,
                        pointers=pointers,
                        confidence=quote.confidence,
                        rule=quote.rule,
                    )
                )
        return cls.from_facts(text, facts)
