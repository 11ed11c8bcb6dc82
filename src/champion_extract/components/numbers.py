"""The component ``champion_numbers``: quantities outside names, as ``doc.spans["numbers"]``."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from champion_extract.components.handover import hand_on, take, text_of
from champion_extract.finding.facts import OrganisationMention, OtherName
from champion_extract.finding.numbers import parse_quantities


@Language.factory("champion_numbers")
def make_numbers(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component without options; reads "organisations" and "names" if they are there. See ``finding.numbers``."""
    return add_numbers


def add_numbers(doc: Doc) -> Doc:
    """Write ``doc.spans["numbers"]``; a span's label is its unit."""
    inside = [(fact.start, fact.end) for fact in take(doc, "organisations", OrganisationMention)]
    inside += [(fact.start, fact.end) for fact in take(doc, "names", OtherName)]
    found = parse_quantities(text_of(doc), sorted(inside))
    hand_on(doc, "numbers", found, [quantity.unit for quantity in found])
    return doc
