"""What is well formed in an annotated document, but probably not meant: warnings for the annotator.

Words annotated in one place and bare in another, one name under two types, attributes "as worded" whose words the text
does not hold, a nominee whose name has no organisation or person label. Each may be right; a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from champion_extract.evaluation.annotations import (
    Fact,
    NumberFact,
    OrganisationFact,
    OtherNameFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.markup import Fault

_WORD = re.compile(r"\w+")
_SHORTEST_NAME = 3


def warnings_of(document: AnnotatedDocument) -> list[Fault]:
    """All warnings about a document, in order of lines."""
    found = [
        *_bare_elsewhere(document),
        *_two_meanings(document),
        *_not_worded_so(document),
        *_nominees_without_name(document),
    ]
    if document.front_matter.get("origin", "invented") != "invented":
        found.append(Fault(1, "origin is not 'invented'. Only invented documents belong in this project's corpus"))
    return sorted(set(found))


def _bare_elsewhere(document: AnnotatedDocument) -> Iterator[Fault]:
    text = document.text
    annotated: dict[str, Fact] = {}
    covered = bytearray(len(text))
    for _, fact in document.gold.facts():
        if isinstance(fact, QuoteFact):
            continue
        covered[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
        words = text[fact.start : fact.end]
        figure_alone = isinstance(fact, NumberFact) and not re.search(r"\d.*\D.*\d|£|%", words, re.DOTALL)
        if len(words) >= _SHORTEST_NAME and not figure_alone and not fact.optional:
            annotated.setdefault(words, fact)
    if not annotated:
        return
    longest_first = sorted(annotated, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for match in pattern.finditer(text):
        if not any(covered[match.start() : match.end()]):
            first = document.line_of(annotated[match.group()].start)
            yield Fault(
                document.line_of(match.start()),
                f"'{match.group()}' is bare here and annotated in line {first}. Annotate it, if it means the same",
            )


def _two_meanings(document: AnnotatedDocument) -> Iterator[Fault]:
    meanings: dict[tuple[type[Fact], str], tuple[object, int]] = {}
    facts: list[OrganisationFact | RegionFact] = [*document.gold.organisations, *document.gold.regions]
    for fact in facts:
        meaning: object = fact.type if isinstance(fact, OrganisationFact) else (fact.kind, fact.english_regions)
        line = document.line_of(fact.start)
        before, there = meanings.setdefault((type(fact), fact.name), (meaning, line))
        if before != meaning:
            yield Fault(
                line, f"'{fact.name}' is {_said(meaning)} here and {_said(before)} in line {there}. Make them agree"
            )


def _not_worded_so(document: AnnotatedDocument) -> Iterator[Fault]:
    folded = _folded(document.text)
    words = set(_WORD.findall(folded))
    for _, fact in document.gold.facts():
        for key in ("name", "speaker", "role", "theme", "award", "organisation"):
            value = getattr(fact, key, None)
            if isinstance(fact, RegionFact) or not isinstance(value, str):
                continue
            if _folded(value) not in folded:
                yield Fault(
                    document.line_of(fact.start), f'{key}="{value}" does not stand in the text. Give it as worded'
                )
        if isinstance(fact, NumberFact) and fact.of and not words.issuperset(_WORD.findall(_folded(fact.of))):
            yield Fault(
                document.line_of(fact.start), f'of="{fact.of}" has words that are not in the text. Give it as worded'
            )


def _nominees_without_name(document: AnnotatedDocument) -> Iterator[Fault]:
    named = {
        (fact.start, fact.end)
        for _, fact in document.gold.facts()
        if isinstance(fact, OrganisationFact) or (isinstance(fact, OtherNameFact) and fact.kind == "person")
    }
    for nominee in document.gold.nominees:
        if (nominee.start, nominee.end) not in named:
            name = document.text[nominee.start : nominee.end]
            yield Fault(
                document.line_of(nominee.start),
                f"nominee '{name}' has no organisation or person label on the same words. Add one with ';'",
            )


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


def _said(meaning: object) -> str:
    if isinstance(meaning, tuple):
        kind, inside = meaning
        return f"{kind} in {'|'.join(inside) or 'no English region'}"
    return str(meaning)
