"""The component ``champion_organisations``: names of organisations, and names that are none.

Writes ``doc.spans["organisations"]``, labelled by type, and ``doc.spans["names"]``: people, awards, programmes and
the like.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from champion_extract.components.handover import hand_on, text_of
from champion_extract.finding.organisations import find_names


@Language.factory("champion_organisations")
def make_organisations(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component without options. See ``finding.organisations``."""
    return add_organisations


def add_organisations(doc: Doc) -> Doc:
    """Write both groups."""
    organisations, names = find_names(text_of(doc))
    hand_on(doc, "organisations", organisations, [mention.type for mention in organisations])
    hand_on(doc, "names", names, [name.kind for name in names])
    return doc
