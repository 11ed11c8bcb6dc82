"""What labels mean: which kinds, attributes and flags there are, and how a label becomes a fact.

The vocabulary of values (types, units, outcomes ...) is that of ``records``; a label that uses another word is a fault
whose message lists those there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, Literal, cast, get_args

from champion_extract.evaluation.annotations import (
    Fact,
    NomineeFact,
    NumberFact,
    OrganisationFact,
    OtherNameFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.labels import Label, LabelFault
from champion_extract.vocabulary import (
    Comparator,
    EnglishRegion,
    NomineeKind,
    OrganisationType,
    Outcome,
    RegionKind,
    Unit,
)

ThingKind = Literal[
    "award",
    "event",
    "programme",
    "project",
    "campaign",
    "qualification",
    "framework",
    "product",
    "publication",
    "venue",
    "subject",
    "role",
    "building",
    "other",
]
KINDS = ("org", "region", "number", "quote", "speaker", "nominee", "person", "thing")
_COMPARATOR_FLAGS = tuple(word for word in get_args(Comparator) if word not in ("exact", "range"))
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\Z", re.ASCII)


def fact_of(label: Label, words: str, start: int, end: int) -> Fact:
    """The fact that ``label`` states about ``words`` at ``start``..``end``; not for ``speaker`` labels.

    Raises LabelFault for anything that is not in the vocabulary. ``label_writing.label_of`` is the inverse.
    """
    if label.kind not in _READERS:
        raise LabelFault(
            f"unknown kind of label {label.kind!r}. There are {_listed(KINDS)}; a link of the text itself is written "
            r"\[words\](address)"
        )
    if words != words.strip():
        raise LabelFault("white space stands at the edge of the marked words. Move it out of the brackets")
    place: dict[str, Any] = {"start": start, "end": end, "optional": "optional" in label.flags}
    return _READERS[label.kind](label, words, place)


def quotation_id(label: Label) -> str:
    """The id to which a ``speaker`` label points."""
    _only(label, (), ())
    if not label.value:
        raise LabelFault("a speaker mark without the id of its quotation. Write speaker:q1 here and quote:q1 there")
    return label.value


def _organisation(label: Label, words: str, place: dict[str, Any]) -> Fact:
    _only(label, ("name", "known"), ())
    return OrganisationFact(
        **place,
        name=label.attributes.get("name", words),
        type=cast(OrganisationType, _one_of(label.value, get_args(OrganisationType), "type of organisation")),
        known=label.attributes.get("known"),
    )


def _region(label: Label, words: str, place: dict[str, Any]) -> Fact:
    _only(label, ("name", "in", "code"), ())
    inside = [part.strip() for part in label.attributes["in"].split("|")] if "in" in label.attributes else []
    for name in inside:
        _one_of(name, get_args(EnglishRegion), "English region")
    if len(set(inside)) != len(inside):
        raise LabelFault("an English region stands twice in 'in'. Keep one")
    return RegionFact(
        **place,
        name=label.attributes.get("name", words),
        kind=cast(RegionKind, _one_of(label.value, get_args(RegionKind), "kind of region")),
        english_regions=cast(tuple[EnglishRegion, ...], tuple(inside)),
        code=label.attributes.get("code"),
    )


def _number(label: Label, words: str, place: dict[str, Any]) -> Fact:
    unit = cast(Unit, _one_of(label.value, get_args(Unit), "unit"))
    if unit not in label.attributes:
        raise LabelFault(f"a number without its value. Write number:{unit}=3, or number:{unit}=3..5 for a range")
    _only(label, (unit, "unit", "currency", "of", "period"), (*_COMPARATOR_FLAGS, "up", "down", "target", "negated"))
    low, dots, high = label.attributes[unit].partition("..")
    comparator = _at_most_one(label, _COMPARATOR_FLAGS)
    if dots and comparator:
        raise LabelFault(f"a range is no {comparator!r} as well. Drop the flag")
    if (unit == "money") != ("currency" in label.attributes):
        raise LabelFault("currency belongs to unit money and to no other. Write number:money=5,currency=EUR")
    if (unit == "other") != ("unit" in label.attributes):
        raise LabelFault("'unit' belongs to unit other and to no other. Write number:other=12,unit=miles")
    return NumberFact(
        **place,
        value=_figure(low),
        upper=_figure(high) if dots else None,
        comparator=cast(Comparator, "range" if dots else comparator or "exact"),
        unit=unit,
        unit_text=label.attributes.get("unit"),
        currency=label.attributes.get("currency"),
        of=label.attributes.get("of"),
        direction=_at_most_one(label, ("up", "down")),  # type: ignore[arg-type]
        status=_at_most_one(label, ("target", "negated")) or "stated",  # type: ignore[arg-type]
        period=label.attributes.get("period"),
    )


def _quote(label: Label, words: str, place: dict[str, Any]) -> Fact:
    _only(label, ("speaker", "role", "organisation"), ())
    attributes = label.attributes
    if "speaker" not in attributes and attributes:
        raise LabelFault("a role or organisation without a speaker. Give speaker=, at least the words used")
    return QuoteFact(
        **place,
        speaker=attributes.get("speaker"),
        role=attributes.get("role"),
        organisation=attributes.get("organisation"),
    )


def _nominee(label: Label, words: str, place: dict[str, Any]) -> Fact:
    _only(label, ("theme", "outcome", "award", "year", "organisation"), ("joint",))
    attributes = label.attributes
    outcome = attributes.get("outcome")
    year = attributes.get("year")
    if year is not None and not re.fullmatch(r"\d{1,4}", year, re.ASCII):
        raise LabelFault(f"year={year} is no year. Write one, for example year=2024")
    return NomineeFact(
        **place,
        kind=cast(NomineeKind, _one_of(label.value, get_args(NomineeKind), "kind of nominee")),
        theme=attributes.get("theme"),
        outcome=cast(Outcome, _one_of(outcome, get_args(Outcome), "outcome")) if outcome is not None else None,
        award=attributes.get("award"),
        year=int(year) if year is not None else None,
        organisation=attributes.get("organisation"),
        joint="joint" in label.flags,
    )


def _person(label: Label, words: str, place: dict[str, Any]) -> Fact:
    _only(label, (), ())
    if label.value is not None:
        raise LabelFault("a person has no kind. Write (person)")
    return OtherNameFact(**place, kind="person")


def _thing(label: Label, words: str, place: dict[str, Any]) -> Fact:
    _only(label, (), ())
    return OtherNameFact(**place, kind=_one_of(label.value, get_args(ThingKind), "kind of thing"))


_READERS: dict[str, Callable[[Label, str, dict[str, Any]], Fact]] = {
    "org": _organisation,
    "region": _region,
    "number": _number,
    "quote": _quote,
    "nominee": _nominee,
    "person": _person,
    "thing": _thing,
}


def _only(label: Label, keys: Collection[str], flags: Collection[str]) -> None:
    for key, value in label.attributes.items():
        if key not in keys:
            raise LabelFault(f"unknown attribute {key!r} of {label.kind}. There are {_listed(keys) or 'none'}")
        if not value.strip():
            raise LabelFault(f"{key} is empty. Leave it out, or give its value")
    for flag in label.flags:
        if flag not in flags and flag != "optional":
            known = _listed((*flags, "optional"))
            raise LabelFault(
                f"unknown flag {flag!r} of {label.kind}. There are {known}; put a value with a comma into double quotes"
            )


def _one_of(value: str | None, words: Collection[str], what: str) -> str:
    if value in words:
        assert value is not None
        return value
    said = f"no {what} is given" if not value else f"unknown {what} {value!r}"
    raise LabelFault(f"{said}. There are {_listed(words)}")


def _at_most_one(label: Label, flags: Collection[str]) -> str | None:
    given = [flag for flag in label.flags if flag in flags]
    if len(given) > 1:
        raise LabelFault(f"{' and '.join(given)} exclude each other. Keep one")
    return given[0] if given else None


def _figure(written: str) -> float | int:
    written = written.strip()
    if not _NUMBER.match(written) or len(written) > 40:
        raise LabelFault(
            f"{written!r} is no plain number. Write digits with a decimal point, no commas: 1250, 0.3333, 16..24"
        )
    return float(written) if "." in written or "e" in written else int(written)


def _listed(words: Collection[str]) -> str:
    return ", ".join(words)
