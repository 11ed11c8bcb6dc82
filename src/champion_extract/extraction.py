"""Document -> Extraction: the only file that turns a spaCy Doc into records.

It runs the pipeline, lets each fact's place decide which record owns it (``ownership``), numbers organisations
through the document, and fills in what records inherit. Takes for granted that finders give spans of the text; the
data model checks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict, TypeVar

from spacy.language import Language

from champion_extract import pipeline, reading
from champion_extract.components.handover import take
from champion_extract.finding.facts import Fact, NomineeMention, OrganisationMention, PlaceMention, Quantity, Quotation
from champion_extract.finding.facts import Section as Stretch
from champion_extract.finding.sections import find_title
from champion_extract.gathering import fold, gather_organisations, gather_regions, inherited_regions, with_nominees
from champion_extract.ownership import PAGE, Ownership
from champion_extract.records import (
    Document,
    Extraction,
    Nominee,
    Note,
    Number,
    Organisation,
    Quote,
    Record,
    Region,
    Section,
    Speaker,
)

F = TypeVar("F", bound=Fact)

_SET_ASIDE = {
    "navigation": "reads like a web page's navigation",
    "caption": "reads like a caption",
    "footer": "reads like a page's footer",
}


def extract(source: str | Path | Document, nlp: Language | None = None) -> Extraction:
    """The records of one write-up: a string is always text, a ``Path`` is always read.

    ``nlp`` is a pipeline of ``load``, by default the shipped one. Raises ``ReadingError`` for a source that cannot be
    read or has no text, ``ModelError`` where no model fits.
    """
    if isinstance(source, Document):
        document = source
    else:
        document = reading.read(source) if isinstance(source, Path) else reading.document_from_text(source)
    text = document.text or ""
    doc = (nlp or pipeline.load())(text)
    stretches = take(doc, "sections", Stretch)
    nominees = take(doc, "nominees", NomineeMention)
    organisations, own = with_nominees(text, nominees, take(doc, "organisations", OrganisationMention))
    facts = _Facts(
        nominees,
        own,
        organisations,
        take(doc, "regions", PlaceMention),
        take(doc, "numbers", Quantity),
        take(doc, "quotes", Quotation),
    )
    if document.title is None:
        document = document.model_copy(update={"title": find_title(text, stretches)})
    return Extraction(document=document, records=tuple(_records(document, facts, _notes(stretches))))


class _Facts(NamedTuple):
    """All that was found; ``own`` holds, for each nominee, the name of its organisation."""

    nominees: Sequence[NomineeMention]
    own: Sequence[str | None]
    organisations: Sequence[OrganisationMention]
    places: Sequence[PlaceMention]
    quantities: Sequence[Quantity]
    quotations: Sequence[Quotation]


class _Content(TypedDict):
    organisations: tuple[Organisation, ...]
    regions: tuple[Region, ...]
    numbers: tuple[Number, ...]
    quotes: tuple[Quote, ...]


def _records(document: Document, facts: _Facts, notes: tuple[Note, ...]) -> Iterable[Record]:
    text = document.text or ""
    ids: dict[str, str] = {}
    types: dict[str, str] = {}
    for mention in facts.organisations:
        ids.setdefault(mention.name, f"o{len(ids) + 1}")
        types.setdefault(mention.name, mention.type)
    about = {region for place in facts.places for one in place.candidates for region in one.english_regions}
    ownership = Ownership(facts.nominees, facts.own, facts.organisations)
    organisations = _shares(ownership, facts.organisations)
    places = _shares(ownership, facts.places)
    quantities = _shares(ownership, facts.quantities)
    quotations = _shares(ownership, facts.quotations)

    def content(owner: int, recognised: str | None, page: Sequence[Region]) -> _Content:
        named = gather_organisations(text, organisations.get(owner, ()), ids, types, recognised)
        return {
            "organisations": named,
            "regions": gather_regions(text, places.get(owner, ())) or inherited_regions(named, page, about),
            "numbers": tuple(_number(text, quantity) for quantity in quantities.get(owner, ())),
            "quotes": tuple(_quote(text, quotation) for quotation in quotations.get(owner, ())),
        }

    page = content(PAGE, None, ())
    yield Record(
        record_id=f"{document.id}:page",
        kind="page",
        document=document,
        section=Section(start=0, end=len(text), heading=document.title),
        award=_agreed(nominee.award for nominee in facts.nominees),
        year=_agreed(nominee.year for nominee in facts.nominees),
        notes=notes,
        **page,
    )
    without_text = document.model_copy(update={"text": None})
    first: dict[tuple[str, str], str] = {}
    for index, (nominee, name) in enumerate(zip(facts.nominees, facts.own, strict=True)):
        record_id = f"{document.id}:n{index + 1}"
        words = text[nominee.start : nominee.end]
        original = first.setdefault((nominee.kind, fold(words).casefold()), record_id)
        organisation = None if name is None else ids[name]
        yield Record(
            record_id=record_id,
            kind="nominee",
            document=without_text,
            section=Section(
                start=nominee.start if nominee.shared else nominee.block_start,
                end=nominee.end if nominee.shared else nominee.block_end,
                heading=nominee.heading,
            ),
            award=nominee.award,
            theme=nominee.theme,
            outcome=nominee.outcome,
            year=nominee.year,
            nominee=Nominee(
                name=words,
                start=nominee.start,
                end=nominee.end,
                kind=nominee.kind,
                organisation=organisation,
                joint=nominee.joint,
                confidence=nominee.confidence,
                rule=nominee.rule,
            ),
            same_as=None if original == record_id else original,
            **content(index, None if nominee.kind == "person" else organisation, page["regions"]),
        )


def _shares(ownership: Ownership, facts: Sequence[F]) -> dict[int, list[F]]:
    shares: dict[int, list[F]] = {}
    for fact in facts:
        shares.setdefault(ownership.of(fact.start, fact.end), []).append(fact)
    return shares


def _number(text: str, found: Quantity) -> Number:
    return Number(text=text[found.start : found.end], **found._asdict())


def _quote(text: str, found: Quotation) -> Quote:
    speaker = None
    if found.speaker is not None:
        name, role, organisation, start, end = found.speaker
        speaker = Speaker(
            name=name,
            role=role,
            organisation=organisation,
            text=text[start:end] if start >= 0 else None,
            start=start if start >= 0 else None,
            end=end if start >= 0 else None,
        )
    return Quote(
        text=text[found.start : found.end],
        start=found.start,
        end=found.end,
        confidence=found.confidence,
        rule=found.rule,
        speaker=speaker,
    )


def _notes(stretches: Sequence[Stretch]) -> tuple[Note, ...]:
    """A note for each run of stretches that are no part of the write-up itself."""
    notes: list[Note] = []
    for stretch in stretches:
        if stretch.kind not in _SET_ASIDE:
            continue
        if notes and notes[-1].code == stretch.kind and notes[-1].end == stretch.start:
            notes[-1] = notes[-1].model_copy(update={"end": stretch.end})
        else:
            message = f"{_SET_ASIDE[stretch.kind]}; its facts are in the page record"
            notes.append(Note(code=stretch.kind, message=message, start=stretch.start, end=stretch.end))
    return tuple(notes)


V = TypeVar("V", str | None, int | None)


def _agreed(values: Iterable[V]) -> V | None:
    """The one value that all share, if they do."""
    different = set(values)
    return different.pop() if len(different) == 1 else None
