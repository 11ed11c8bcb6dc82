"""What changed between two runs over the same documents, fact by fact.

A fact is known by its document, kind and place; the same fact in both runs is compared attribute by attribute.
Documents are matched by id, which is a hash of their text: where that changed, so have all offsets, and every fact is
listed as removed and added. Confidence and rule are not compared unless asked for, since a new model moves every one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from champion_extract.records import Record

Attributes = dict[str, object]


class FactKey(NamedTuple):
    """``number`` tells facts of one kind on the same words apart: a nominee's second category is 2."""

    document: str
    start: int
    end: int
    kind: str
    name: str
    number: int


class FactDifference(NamedTuple):
    """``changed`` holds (attribute, old, new) and is empty for a fact that is only in one run."""

    change: Literal["added", "removed", "changed"]
    key: FactKey
    source: str
    words: str
    changed: tuple[tuple[str, object, object], ...] = ()

    def describe(self) -> str:
        """One line."""
        place = f"{self.source} {self.key.start}-{self.key.end}" if self.key.end else self.source
        line = f"{self.change}: {place} {self.key.kind}" + (f" {self.words!r}" if self.words else "")
        changes = "; ".join(f"{name}: {_shown(old)} -> {_shown(new)}" for name, old, new in self.changed)
        return f"{line}: {changes}" if changes else line


class _Fact(NamedTuple):
    source: str
    words: str
    attributes: Attributes


def differences(old: Iterable[Record], new: Iterable[Record], with_confidence: bool = False) -> list[FactDifference]:
    """All differences, in order of document, place and kind."""
    before, after = _facts(old, with_confidence), _facts(new, with_confidence)
    result = []
    for key in sorted({*before, *after}):
        one, two = before.get(key), after.get(key)
        if one is None or two is None:
            fact = one or two
            assert fact is not None, "the key is in one of the two"
            result.append(FactDifference("added" if one is None else "removed", key, fact.source, fact.words))
        elif one.attributes != two.attributes:
            names = sorted({*one.attributes, *two.attributes})
            changed = tuple(
                (name, one.attributes.get(name), two.attributes.get(name))
                for name in names
                if one.attributes.get(name) != two.attributes.get(name)
            )
            result.append(FactDifference("changed", key, two.source, two.words, changed))
    return result


def _facts(records: Iterable[Record], with_confidence: bool) -> dict[FactKey, _Fact]:
    facts: dict[FactKey, _Fact] = {}
    numbers: Counter[tuple[str, int, int, str, str]] = Counter()
    for record in records:
        names = {one.id: one.name for one in record.organisations}
        for kind, name, words, start, end, attributes in _facts_of(record, names):
            if not with_confidence:
                attributes = {key: value for key, value in attributes.items() if key not in ("confidence", "rule")}
            place = (record.document.id, start, end, kind, name)
            numbers[place] += 1
            facts[FactKey(*place, numbers[place])] = _Fact(record.document.source, words, attributes)
    return facts


def _facts_of(record: Record, names: dict[str, str]) -> Iterator[tuple[str, str, str, int, int, Attributes]]:
    """(kind, name if there is no place, words, start, end, attributes) of all facts of a record."""
    nominee = record.nominee
    # ids like n3 and o7 move when something is found before them; names and places do not
    owner = "page" if nominee is None else f"{nominee.name} ({record.theme or 'no theme'})"
    if nominee is None:
        document = record.document.model_dump(exclude={"id", "source", "text"})
        yield "document", "", "", 0, 0, {**document, "award": record.award, "year": record.year}
    else:
        attributes: Attributes = {
            **nominee.model_dump(exclude={"name", "start", "end", "organisation"}),
            "organisation": names.get(nominee.organisation or ""),
            "award": record.award,
            "theme": record.theme,
            "outcome": record.outcome,
            "year": record.year,
            "section": (record.section.start, record.section.end),
            "repeats another": record.same_as is not None,
        }
        yield "nominee", "", nominee.name, nominee.start, nominee.end, attributes
    for organisation in record.organisations:
        shared: Attributes = {
            **organisation.model_dump(include={"name", "type", "role"}),
            "link": None if organisation.link is None else (organisation.link.status, organisation.link.known_id),
            "record": owner,
        }
        for mention in organisation.mentions:
            yield "organisation", "", *_placed(mention, shared)
    for region in record.regions:
        shared = {**region.model_dump(exclude={"mentions"}), "record": owner}
        for mention in region.mentions:
            yield "region", "", *_placed(mention, shared)
        if not region.mentions:
            yield "inherited region", f"{region.name} of {owner}", f"{region.name} of {owner}", 0, 0, shared
    for number in record.numbers:
        yield "number", "", *_placed(number, {"record": owner})
    for quote in record.quotes:
        yield "quote", "", *_placed(quote, {"record": owner})
    for note in record.notes:
        place = (note.start or 0, note.end or 0)
        yield "note", note.code, note.code, *place, {"message": note.message, "record": owner}


def _placed(found: Any, shared: Attributes) -> tuple[str, int, int, Attributes]:
    attributes: Attributes = found.model_dump(exclude={"text", "start", "end"})
    return found.text, found.start, found.end, {**attributes, **shared}


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_shown(one)}" for key, one in value.items() if one is not None) + "}"
    return "nothing" if value is None else str(value)
