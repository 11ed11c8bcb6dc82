"""Gold as records, which is what an extractor without faults would return, and records as an annotated document.

The one lets exports, reviews and the scorer itself be tried on annotated documents; the other gives annotators a draft
to correct. Annotation says nothing of sections, so each nominee's is its name, and all other facts stand in the
page record.
"""

from __future__ import annotations

import hashlib

from champion_extract.evaluation.annotations import Annotations, NomineeFact, OrganisationFact, QuoteFact
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.records import (
    Document,
    Extraction,
    Mention,
    Nominee,
    Number,
    Organisation,
    Quote,
    Record,
    Region,
    Section,
    Speaker,
)


def gold_extraction(document: AnnotatedDocument) -> Extraction:
    """The records of an annotated document. ``Annotations.from_extraction`` gives its scored facts back."""
    text = document.text
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    source = Document(
        id=digest[:16], source=str(document.path or document.id), format="text", sha256=digest, title=None, text=text
    )
    organisations = _organisations(document)
    page = Record(
        record_id=f"{source.id}:page",
        kind="page",
        document=source,
        section=Section(start=0, end=len(text)),
        organisations=tuple(organisations.values()),
        regions=tuple(
            Region(
                name=fact.name,
                code=fact.code,
                kind=fact.kind,
                english_regions=fact.english_regions,
                basis="mention",
                mentions=(_mention(text, fact.start, fact.end),),
            )
            for fact in document.gold.regions
        ),
        numbers=tuple(
            Number(
                text=text[fact.start : fact.end],
                start=fact.start,
                end=fact.end,
                value=fact.value,
                upper=fact.upper,
                comparator=fact.comparator,
                unit=fact.unit,
                unit_text=fact.unit_text,
                currency=fact.currency,
                of=fact.of,
                direction=fact.direction,
                status=fact.status,
                period=fact.period,
            )
            for fact in document.gold.numbers
        ),
        quotes=tuple(
            Quote(text=text[fact.start : fact.end], start=fact.start, end=fact.end, speaker=_speaker(text, fact))
            for fact in document.gold.quotes
        ),
    )
    nominees = (
        _nominee_record(number, fact, page, document, organisations)
        for number, fact in enumerate(document.gold.nominees, start=1)
    )
    return Extraction(document=source, records=(page, *nominees))


def drafted(extraction: Extraction, document_id: str, front_matter: dict[str, str]) -> AnnotatedDocument:
    """An extraction as a document that ``format_document`` writes, for an annotator to correct."""
    return AnnotatedDocument(document_id, front_matter, Annotations.from_extraction(extraction))


def _organisations(document: AnnotatedDocument) -> dict[tuple[str, str], Organisation]:
    """By name and type, in reading order, each with all its mentions."""
    grouped: dict[tuple[str, str], list[OrganisationFact]] = {}
    for fact in document.gold.organisations:
        grouped.setdefault((fact.name, fact.type), []).append(fact)
    return {
        key: Organisation(
            id=f"o{number}",
            name=facts[0].name,
            type=facts[0].type,
            role="mentioned",
            mentions=tuple(_mention(document.text, fact.start, fact.end) for fact in facts),
        )
        for number, (key, facts) in enumerate(grouped.items(), start=1)
    }


def _nominee_record(
    number: int,
    fact: NomineeFact,
    page: Record,
    document: AnnotatedDocument,
    organisations: dict[tuple[str, str], Organisation],
) -> Record:
    same = [one for one in document.gold.organisations if (one.start, one.end) == (fact.start, fact.end)]
    names = [one.name for one in same] if fact.kind != "person" else [fact.organisation]
    organisation = next((one.id for (name, _), one in organisations.items() if name in names), None)
    return Record(
        record_id=f"{page.document.id}:n{number}",
        kind="nominee",
        document=page.document.model_copy(update={"text": None}),
        section=Section(start=fact.start, end=fact.end),
        award=fact.award,
        theme=fact.theme,
        outcome=fact.outcome,
        year=fact.year,
        nominee=Nominee(
            name=document.text[fact.start : fact.end],
            start=fact.start,
            end=fact.end,
            kind=fact.kind,
            organisation=organisation,
            joint=fact.joint,
        ),
    )


def _mention(text: str, start: int, end: int) -> Mention:
    return Mention(text=text[start:end], start=start, end=end)


def _speaker(text: str, fact: QuoteFact) -> Speaker | None:
    if fact.speaker is None:
        return None
    start, end = fact.pointers[0] if fact.pointers else (None, None)
    words = None if start is None else text[start:end]
    return Speaker(name=fact.speaker, role=fact.role, organisation=fact.organisation, text=words, start=start, end=end)
