"""The data model: what a write-up is turned into.

Frozen pydantic models with no unknown fields. Offsets are Unicode code points into the document's text, end
exclusive. A fact never stands without its place: ``Extraction`` refuses any span whose slice of the text is not the
fact's text, and any fact that stands in two records. Takes for granted that the text of a document never changes
once it was read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from champion_extract.vocabulary import (
    Comparator,
    Direction,
    EnglishRegion,
    NomineeKind,
    OrganisationType,
    Outcome,
    RegionBasis,
    RegionKind,
    Status,
    Unit,
)

SCHEMA_VERSION: Final = "1.0"

Offset = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0.0, le=1.0)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Span(_Model):
    """A place in the text: ``document.text[start:end] == text``."""

    text: str = Field(description="The words as they stand in the document.")
    start: Offset = Field(description="First character, counted in Unicode code points from 0.")
    end: Offset = Field(description="One past the last character.")

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"span {self.start}..{self.end} is {self.end - self.start} long, its text {len(self.text)}"
            )
        return self


class _Found(_Span):
    """A span that an extractor found, with how sure it is and by which rule."""

    confidence: Confidence = Field(
        default=1.0,
        description="How sure: of facts at 0.9, nine in ten are right as `evaluate` counts it.",
    )
    rule: str = Field(default="", description="What found it.")


class Document(_Model):
    """One write-up as read. ``text`` is null in the nominee records that follow a page record."""

    id: str = Field(description="First 16 hex digits of the SHA-256 of the text in UTF-8.")
    source: str = Field(description="Where it came from: a path as given, '-' for standard input, 'text' for a string.")
    format: str = Field(description="txt, md, html or the like.")
    sha256: str = Field(description="SHA-256 of the bytes that were read.")
    title: str | None = Field(default=None, description="The document's own title, where it has one.")
    published: dt.date | None = Field(default=None, description="Day of publication, where the source states it.")
    text: str | None = Field(description="The whole text, in the page record; null in nominee records.")


class Section(_Model):
    """The part of the document that a record is about."""

    start: Offset = Field(description="First character of the part.")
    end: Offset = Field(description="One past its last character.")
    heading: str | None = Field(default=None, description="Its heading, if it has one.")


class Mention(_Found):
    """One place where an organisation or a region is named."""


class Nominee(_Model):
    """Who or what is recognised, with the place where the record is taken from."""

    name: str = Field(description="As it stands in the document.")
    start: Offset = Field(description="First character of the name.")
    end: Offset = Field(description="One past its last character.")
    kind: NomineeKind = Field(description="organisation, person or project.")
    organisation: str | None = Field(
        default=None, description="Id of the organisation that it is, or that the person belongs to."
    )
    joint: bool = Field(default=False, description="Shares the award with another nominee.")
    confidence: Confidence = Field(default=1.0, description="How sure, as for mentions.")
    rule: str = Field(default="", description="What found it.")


class LinkCandidate(_Model):
    """A known organisation that a name could mean."""

    known_id: str = Field(description="Identifier, by the org-id.guide scheme where there is one.")
    known_name: str = Field(description="Its name in the register.")
    score: Confidence = Field(description="How well it fits.")


class Link(_Model):
    """Which known organisation a name means, and why."""

    status: Literal["linked", "ambiguous", "new"] = Field(description="linked, ambiguous or new.")
    known_id: str | None = Field(default=None, description="Identifier of the known organisation, if linked.")
    known_name: str | None = Field(default=None, description="Its name in the register, if linked.")
    score: Confidence = Field(default=0.0, description="How well the best candidate fits.")
    lead: Confidence = Field(default=0.0, description="How far it is ahead of the next.")
    why: tuple[str, ...] = Field(default=(), description="The reasons, strongest first.")
    candidates: tuple[LinkCandidate, ...] = Field(default=(), description="Those considered, best first.")


class Organisation(_Model):
    """A named organisation of the document, with its mentions in this record's part of it."""

    id: str = Field(description="o1, o2 ... through the document: one id, one organisation.")
    name: str = Field(description="Its fullest name in the document.")
    type: OrganisationType = Field(description="What kind of body it is.")
    role: Literal["nominee", "mentioned"] = Field(description="nominee if this record recognises it, else mentioned.")
    mentions: tuple[Mention, ...] = Field(default=(), description="Where it is named.")
    link: Link | None = Field(default=None, description="The known organisation it means; null if not looked up.")


class RegionCandidate(_Model):
    """One place that a name could mean."""

    code: str | None = Field(default=None, description="GSS code, if it has one.")
    kind: RegionKind = Field(description="What kind of place it is.")
    english_regions: tuple[EnglishRegion, ...] = Field(default=(), description="English regions it lies in.")


class Region(_Model):
    """A named place, or one inherited from the record's organisations or page."""

    name: str = Field(description="The place's usual name.")
    code: str | None = Field(default=None, description="GSS code, if it has one and is certain.")
    kind: RegionKind = Field(description="What kind of place it is.")
    english_regions: tuple[EnglishRegion, ...] = Field(
        default=(), description="English regions it lies in; empty outside England."
    )
    basis: RegionBasis = Field(
        description="mention: named in this part; organisation: in its organisations' names; page: inherited."
    )
    candidates: tuple[RegionCandidate, ...] = Field(
        default=(), description="The places it could be, where the text does not decide."
    )
    mentions: tuple[Mention, ...] = Field(default=(), description="Where it is named; empty if inherited.")


class Number(_Found):
    """A quantity with its value, qualifier, unit and what it counts."""

    value: float | int = Field(description="Plain number: 2500000; 40 for 40%; 0.25 for one in four.")
    upper: float | int | None = Field(default=None, description="Upper end of a range.")
    comparator: Comparator = Field(default="exact", description="How the value bounds the fact.")
    unit: Unit = Field(default="count", description="What is measured.")
    unit_text: str | None = Field(default=None, description="For unit other: the unit's words.")
    currency: str | None = Field(default=None, description="For unit money: ISO 4217 code.")
    of: str | None = Field(default=None, description="Who or what is counted, without determiner.")
    direction: Direction | None = Field(default=None, description="up or down, where it is a change.")
    status: Status = Field(default="stated", description="stated, target or negated.")
    period: str | None = Field(default=None, description="When it held: 'in the past year'.")

    @model_validator(mode="after")
    def _fields_agree(self) -> Self:
        if (self.upper is not None) != (self.comparator == "range"):
            raise ValueError("upper belongs to comparator range, and to no other")
        if (self.unit == "money") != (self.currency is not None):
            raise ValueError("currency belongs to unit money, and to no other")
        if self.unit_text is not None and self.unit != "other":
            raise ValueError("unit_text belongs to unit other only")
        return self


class Speaker(_Model):
    """Who said a quotation. ``text``, ``start``, ``end`` are the words at it that point to the speaker, or null."""

    name: str = Field(description="Fullest name in the document, else the body, else the words used.")
    role: str | None = Field(default=None, description="What the speaker is, where the text says.")
    organisation: str | None = Field(default=None, description="Whose, where the text says.")
    text: str | None = Field(default=None, description="The words that point to the speaker.")
    start: Offset | None = Field(default=None, description="First character of those words.")
    end: Offset | None = Field(default=None, description="One past their last character.")

    @model_validator(mode="after")
    def _all_or_none(self) -> Self:
        if (self.text is None) != (self.start is None) or (self.text is None) != (self.end is None):
            raise ValueError("text, start and end of a speaker are given together or not at all")
        return self


class Quote(_Found):
    """Direct speech, without its quotation marks."""

    speaker: Speaker | None = Field(default=None, description="Who said it; null if the text does not say.")


class Note(_Model):
    """Something that was read but not understood, or that a reader should know."""

    code: str = Field(description="Short name of the kind of note.")
    message: str = Field(description="What was seen, and what it means for the record.")
    start: Offset | None = Field(default=None, description="Where it begins, if it has a place.")
    end: Offset | None = Field(default=None, description="One past its end.")


class Record(_Model):
    """One line of output: a page, or one nominee of it."""

    schema_version: Literal["1.0"] = Field(default=SCHEMA_VERSION, description="Version of this data model.")
    record_id: str = Field(description="DOCUMENT:page, or DOCUMENT:n1, n2 ... in reading order.")
    kind: Literal["nominee", "page"] = Field(description="page: the document as a whole; nominee: one recognised.")
    document: Document = Field(description="The write-up that it comes from.")
    section: Section = Field(description="The part of the write-up that it is about.")
    award: str | None = Field(default=None, description="Award or scheme, as worded.")
    theme: str | None = Field(default=None, description="Category, as worded.")
    outcome: Outcome | None = Field(default=None, description="winner, finalist and so on.")
    year: int | None = Field(default=None, description="Year of the award.")
    nominee: Nominee | None = Field(default=None, description="Who is recognised; null in page records.")
    same_as: str | None = Field(
        default=None, description="record_id of the first record of the same nominee, for a second category."
    )
    organisations: tuple[Organisation, ...] = Field(default=(), description="Organisations of this part.")
    regions: tuple[Region, ...] = Field(default=(), description="Places of this part.")
    numbers: tuple[Number, ...] = Field(default=(), description="Quantities of this part.")
    quotes: tuple[Quote, ...] = Field(default=(), description="Quotations of this part.")
    notes: tuple[Note, ...] = Field(default=(), description="What a reader should know.")

    @model_validator(mode="after")
    def _kind_fits(self) -> Self:
        if (self.kind == "nominee") != (self.nominee is not None):
            raise ValueError("a nominee record has a nominee, a page record has none")
        return self


class Extraction(_Model):
    """A document and all records taken from it; every span in them slices back to its text.

    ``records[0]`` is the page record; nominee records follow in reading order.
    """

    document: Document
    records: tuple[Record, ...]

    @model_validator(mode="after")
    def _spans_slice_back(self) -> Self:
        text = self.document.text
        if text is None:
            raise ValueError("the document of an extraction holds its text")
        if not self.records or [record.kind for record in self.records].index("page") != 0:
            raise ValueError("the page record comes first")
        seen: set[tuple[str, int, int]] = set()
        for kind, words, start, end in self.spans():
            if text[start:end] != words:
                raise ValueError(f"{kind} at {start}..{end} reads {text[start:end]!r}, not {words!r}")
            if kind in ("organisation", "region", "number", "quote"):
                if (kind, start, end) in seen:
                    raise ValueError(f"{kind} at {start}..{end} stands twice")
                seen.add((kind, start, end))
        return self

    def spans(self) -> Iterator[tuple[str, str, int, int]]:
        """Yield (kind, text, start, end) of every span in the records, in order of the records."""
        for record in self.records:
            if record.nominee is not None:
                yield "nominee", record.nominee.name, record.nominee.start, record.nominee.end
            for organisation in record.organisations:
                for mention in organisation.mentions:
                    yield "organisation", mention.text, mention.start, mention.end
            for region in record.regions:
                for mention in region.mentions:
                    yield "region", mention.text, mention.start, mention.end
            for number in record.numbers:
                yield "number", number.text, number.start, number.end
            for quote in record.quotes:
                yield "quote", quote.text, quote.start, quote.end
                speaker = quote.speaker
                if speaker is not None and speaker.text is not None:
                    assert speaker.start is not None and speaker.end is not None
                    yield "speaker", speaker.text, speaker.start, speaker.end
