"""The component ``champion_quotes``: direct speech with its speakers, as ``doc.spans["quotes"]``."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from champion_extract.components.handover import hand_on, text_of
from champion_extract.finding.quotes import find_quotes


@Language.factory("champion_quotes")
def make_quotes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component without options. See ``finding.quotes``."""
    return add_quotes


def add_quotes(doc: Doc) -> Doc:
    """Write ``doc.spans["quotes"]``; a span's label says whether the speaker is known."""
    found = find_quotes(text_of(doc))
    hand_on(doc, "quotes", found, ["anonymous" if quote.speaker is None else "spoken" for quote in found])
    return doc
