"""How a fact becomes the label that states it; the inverse of ``label_meaning``."""

from __future__ import annotations

from champion_extract.evaluation.annotations import (
    Fact,
    NomineeFact,
    NumberFact,
    OrganisationFact,
    OtherNameFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.labels import Label


def label_of(fact: Fact, words: str, quotation: str | None = None) -> Label:
    """The label that states ``fact``; ``fact_of`` gives it back. ``quotation``: id of a quote with speaker marks."""
    flags: list[str] = []
    attributes: dict[str, object] = {}
    value: str | None
    if isinstance(fact, OrganisationFact):
        kind, value = "org", fact.type
        attributes = {"name": fact.name if fact.name != words else None, "known": fact.known}
    elif isinstance(fact, RegionFact):
        kind, value = "region", fact.kind
        attributes = {
            "name": fact.name if fact.name != words else None,
            "in": "|".join(fact.english_regions) or None,
            "code": fact.code,
        }
    elif isinstance(fact, NumberFact):
        kind, value = "number", fact.unit
        upper = "" if fact.upper is None else f"..{_plain(fact.upper)}"
        flags = [
            flag
            for flag in (fact.comparator, fact.direction, fact.status)
            if flag is not None and flag not in ("exact", "range", "stated")
        ]
        attributes = {
            fact.unit: _plain(fact.value) + upper,
            "unit": fact.unit_text,
            "currency": fact.currency,
            "of": fact.of,
            "period": fact.period,
        }
    elif isinstance(fact, QuoteFact):
        kind, value = "quote", quotation
        attributes = {"speaker": fact.speaker, "role": fact.role, "organisation": fact.organisation}
    elif isinstance(fact, NomineeFact):
        kind, value = "nominee", fact.kind
        flags = ["joint"] if fact.joint else []
        attributes = {
            "theme": fact.theme,
            "outcome": fact.outcome,
            "award": fact.award,
            "year": fact.year,
            "organisation": fact.organisation,
        }
    elif isinstance(fact, OtherNameFact):
        kind, value = ("person", None) if fact.kind == "person" else ("thing", fact.kind)
    else:
        raise TypeError(f"{type(fact).__name__} has no label")
    if fact.optional:
        flags.append("optional")
    written = {key: str(given) for key, given in attributes.items() if given is not None}
    return Label(kind, value, written, tuple(flags))


def _plain(value: float | int) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else repr(value)
