"""What is scored: the fields, each with the facts that it is about and when a found one counts as right.

A field is a rule for pairs of facts. Some fields build on another: "number + value" asks for an overlapping span and
the right value, and its accuracy is the share of the overlapping spans found that have it.
"""

from __future__ import annotations

from dataclasses import dataclass

from champion_extract.evaluation.annotations import (
    Annotations,
    NomineeFact,
    NumberFact,
    OrganisationFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.rules import (
    Item,
    Rule,
    also,
    distinct,
    exact,
    item_of,
    nearly_all,
    overlapping,
    same_english_regions,
    same_head_of,
    same_meaning,
    same_name,
    same_of,
    same_speaker_meant,
    same_speaker_name,
    same_theme,
    same_type,
    same_value,
)


@dataclass(frozen=True)
class Field:
    """A row of the table of scores.

    ``kind``: of the facts it is about. ``rule``: how alike two items are, 0 if they do not count as a pair.
    ``base``: name of the field it builds on. ``title``: what the table calls it. ``is_distinct``: whether a name counts
    once a document. ``heading``: its heading in the short tables, empty
    if it does not stand in them.
    """

    name: str
    title: str
    kind: str
    rule: Rule
    base: str | None = None
    is_distinct: bool = False
    heading: str = ""

    def items(self, annotations: Annotations) -> list[Item]:
        """The items of this field in one document."""
        items = [item_of(annotations.text, fact) for kind, fact in annotations.facts() if kind == self.kind]
        return distinct(items) if self.is_distinct else items


def _number(name: str, title: str, rule: Rule, heading: str = "") -> Field:
    return Field(name, title, "number", rule, "numbers_overlapping", heading=heading)


def _quote(name: str, title: str, rule: Rule, heading: str = "") -> Field:
    return Field(name, title, "quote", rule, "quotes_overlapping", heading=heading)


def _nominee(name: str, title: str, rule: Rule, heading: str) -> Field:
    return Field(name, title, "nominee", rule, "nominees", heading=heading)


FIELDS: tuple[Field, ...] = (
    Field("organisations", "organisations", "organisation", exact, heading="organisations"),
    Field("organisations_overlapping", "organisations, overlapping", "organisation", overlapping),
    Field("organisation_names", "organisations, distinct names", "organisation", same_name, is_distinct=True),
    Field(
        "organisation_type",
        "organisation + type",
        "organisation",
        also(exact, OrganisationFact, same_type),
        "organisations",
    ),
    Field("regions", "regions", "region", exact, heading="regions"),
    Field("regions_overlapping", "regions, overlapping", "region", overlapping),
    Field("region_names", "regions, distinct names", "region", same_name, is_distinct=True),
    Field(
        "region_english", "region + English region", "region", also(exact, RegionFact, same_english_regions), "regions"
    ),
    Field("numbers", "numbers, span", "number", exact),
    Field("numbers_overlapping", "numbers, overlapping", "number", overlapping),
    _number("number_value", "number + value", also(overlapping, NumberFact, same_value)),
    _number(
        "number_meaning",
        "number + value, comparator, unit",
        also(overlapping, NumberFact, same_meaning),
        heading="numbers",
    ),
    _number("number_of", "number + of", also(overlapping, NumberFact, same_of)),
    _number("number_of_head", "number + last word of `of`", also(overlapping, NumberFact, same_head_of)),
    _number(
        "number_direction",
        "number + direction",
        also(overlapping, NumberFact, lambda gold, found: gold.direction == found.direction),
    ),
    _number(
        "number_status",
        "number + status",
        also(overlapping, NumberFact, lambda gold, found: gold.status == found.status),
    ),
    Field("quotes", "quotes", "quote", exact, heading="quotes"),
    Field("quotes_overlapping", "quotes, overlapping", "quote", nearly_all),
    _quote("quote_speaker", "quote + speaker", same_speaker_meant, heading="+ speaker"),
    _quote("quote_speaker_name", "quote + speaker's name", also(nearly_all, QuoteFact, same_speaker_name)),
    Field("nominees", "nominees", "nominee", exact, heading="nominees"),
    Field("nominee_names", "nominees, distinct names", "nominee", same_name, is_distinct=True),
    _nominee("nominee_theme", "nominee + theme", also(exact, NomineeFact, same_theme), "+ theme"),
    _nominee(
        "nominee_outcome",
        "nominee + outcome",
        also(exact, NomineeFact, lambda gold, found: gold.outcome == found.outcome),
        "+ outcome",
    ),
)
_BY_NAME = {field.name: field for field in FIELDS}

FORGIVING: dict[str, Rule] = dict.fromkeys(("organisation", "region", "number", "quote", "nominee"), overlapping)
"""By kind of fact: which found facts an optional gold fact excuses, whatever the field."""

RIGHT: dict[str, str] = {
    "organisation": "organisations",
    "region": "regions",
    "number": "number_meaning",
    "quote": "quotes",
    "nominee": "nominees",
}
"""By kind of fact: the field by which a fact counts as right when its confidence is checked."""


def field_called(name: str) -> Field:
    """The field of that name. Raises KeyError if there is none."""
    return _BY_NAME[name]
