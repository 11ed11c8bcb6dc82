"""What the finders return: plain tuples with offsets into the text. No spaCy, no pydantic, so that they cost little.

Offsets are Unicode code points, end exclusive; ``confidence`` is in [0, 1]; ``rule`` names what found the fact.
"""

from __future__ import annotations

from typing import NamedTuple

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


class Section(NamedTuple):
    """A stretch of the text; sections follow each other and cover every character exactly once.

    ``kind``: "heading", "paragraph", "item" (of a list), "row" (of a table), "navigation", "caption", "footer".
    ``level``: of a heading, 1 (the title) to 6; 0 for all others.
    ``parent``: index of the heading under which it stands, -1 at the top; a heading's is the heading above its level.
    ``content_start``, ``content_end``: its words without heading marks, bullets, numbering and outer white space.
    """

    start: int
    end: int
    kind: str
    level: int
    parent: int
    content_start: int
    content_end: int


class OrganisationMention(NamedTuple):
    """A named organisation. ``name`` is its fullest name in the document, the same for all its mentions."""

    start: int
    end: int
    name: str
    type: OrganisationType
    confidence: float
    rule: str


class OtherName(NamedTuple):
    """A name in capitals that is no organisation: ``kind`` is "person" or what the corpus calls a thing ("award")."""

    start: int
    end: int
    kind: str
    confidence: float
    rule: str


class PlaceCandidate(NamedTuple):
    """One place that a name could mean."""

    name: str
    code: str | None
    kind: RegionKind
    english_regions: tuple[EnglishRegion, ...]


class PlaceMention(NamedTuple):
    """A named place; ``candidates`` holds one if it is decided, else all that it could be, likeliest first."""

    start: int
    end: int
    candidates: tuple[PlaceCandidate, ...]
    confidence: float
    rule: str


class Quantity(NamedTuple):
    """A number with its qualifier and unit; fields as in ``records.Number``."""

    start: int
    end: int
    value: float | int
    upper: float | int | None
    comparator: Comparator
    unit: Unit
    unit_text: str | None
    currency: str | None
    of: str | None
    direction: Direction | None
    status: Status
    period: str | None
    confidence: float
    rule: str


class SpeakerMention(NamedTuple):
    """Who said a quotation; ``start`` and ``end`` are the words that point to the speaker, -1 if there are none."""

    name: str
    role: str | None
    organisation: str | None
    start: int
    end: int


class Quotation(NamedTuple):
    """Direct speech, without its marks."""

    start: int
    end: int
    speaker: SpeakerMention | None
    confidence: float
    rule: str


class NomineeMention(NamedTuple):
    """Who is recognised, for what. ``block_start``, ``block_end``: the smallest block that names it and nobody else;
    where several share their smallest block, ``shared`` is true and the block is only the name itself."""

    start: int
    end: int
    kind: NomineeKind
    award: str | None
    theme: str | None
    outcome: Outcome | None
    year: int | None
    joint: bool
    organisation: str | None
    block_start: int
    block_end: int
    heading: str | None
    shared: bool
    confidence: float
    rule: str


Fact = Section | OrganisationMention | OtherName | PlaceMention | Quantity | Quotation | NomineeMention
"""Anything that a finder returns; all begin with their offsets."""
