"""The component ``champion_nominees``: who is recognised and for what, as ``doc.spans["nominees"]``."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from champion_extract.components.handover import hand_on, take, text_of
from champion_extract.finding.facts import OrganisationMention, OtherName, Section
from champion_extract.finding.nominees import find_nominees


@Language.factory("champion_nominees", requires=["doc.spans"])
def make_nominees(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component without options; reads "sections", "organisations" and "names". See ``finding.nominees``."""
    return add_nominees


def add_nominees(doc: Doc) -> Doc:
    """Write ``doc.spans["nominees"]``; a span's label is the nominee's kind."""
    found = find_nominees(
        text_of(doc),
        take(doc, "sections", Section),
        take(doc, "organisations", OrganisationMention),
        take(doc, "names", OtherName),
    )
    hand_on(doc, "nominees", found, [nominee.kind for nominee in found])
    return doc
