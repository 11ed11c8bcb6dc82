"""The component ``champion_sections``: headings, paragraphs, list items, rows and the rest, as
``doc.spans["sections"]``.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from champion_extract.components.handover import hand_on, text_of
from champion_extract.finding.sections import find_sections


@Language.factory("champion_sections")
def make_sections(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component without options. See ``finding.sections``."""
    return add_sections


def add_sections(doc: Doc) -> Doc:
    """Write ``doc.spans["sections"]``; a span's label is the section's kind."""
    found = find_sections(text_of(doc))
    hand_on(doc, "sections", found, [section.kind for section in found])
    return doc
