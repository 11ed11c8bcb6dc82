"""How components hand on what they found: named groups in ``doc.spans``.

A group holds a spaCy Span for each fact, widened to whole tokens, so that spaCy users can go on with them; the facts
themselves, with their exact offsets, stand beside them in the group's ``attrs["facts"]``. Both survive
``Doc.to_bytes``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, cast

from spacy.tokens import Doc, SpanGroup

from champion_extract.finding.facts import Fact

F = TypeVar("F", bound=Fact)

_TEXT = "champion_extract.text"


def hand_on(doc: Doc, group: str, facts: Sequence[Fact], labels: Sequence[str]) -> None:
    """Put ``facts`` into ``doc.spans[group]``, each with its label."""
    spans = [
        doc.char_span(fact.start, fact.end, label=label, alignment_mode="expand")
        for fact, label in zip(facts, labels, strict=True)
    ]
    found = [span for span in spans if span is not None]
    doc.spans[group] = SpanGroup(doc, name=group, spans=found, attrs={"facts": list(facts)})


def take(doc: Doc, group: str, kind: type[F]) -> list[F]:
    """The facts that another component left in ``doc.spans[group]``; empty where none ran.

    After ``Doc.from_bytes`` tuples come back as lists: they are rebuilt as ``kind``.
    """
    if group not in doc.spans:
        return []
    facts: list[Any] = doc.spans[group].attrs["facts"]
    return [fact if isinstance(fact, kind) else cast("F", kind._make(_tuples(fact))) for fact in facts]


def text_of(doc: Doc) -> str:
    """The text of ``doc``, put together once and not once a component: spaCy joins the tokens at every ``doc.text``."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
