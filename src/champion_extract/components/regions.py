"""The component ``champion_regions``: named places outside other names, as ``doc.spans["regions"]``."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from champion_extract.components.handover import hand_on, take, text_of
from champion_extract.finding.facts import OrganisationMention, OtherName
from champion_extract.finding.places import find_places


@Language.factory("champion_regions")
def make_regions(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component without options; reads "organisations" and "names" if they are there. See ``finding.places``."""
    return add_regions


def add_regions(doc: Doc) -> Doc:
    """Write ``doc.spans["regions"]``; a span's label is the kind of its likeliest place."""
    inside = [(fact.start, fact.end) for fact in take(doc, "organisations", OrganisationMention)]
    inside += [(fact.start, fact.end) for fact in take(doc, "names", OtherName)]
    found = find_places(text_of(doc), sorted(inside))
    hand_on(doc, "regions", found, [mention.candidates[0].kind for mention in found])
    return doc
