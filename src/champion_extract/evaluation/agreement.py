"""How far two annotators agree: one's documents scored against the other's, with the same rules as an extractor."""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.errors import CorpusError
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.scoring import Evaluation, score_document


def agreement(
    first: Sequence[AnnotatedDocument], second: Sequence[AnnotatedDocument]
) -> tuple[Evaluation, tuple[str, ...]]:
    """Score ``second`` against ``first``, and name the documents that only one of them has.

    Raises CorpusError, naming all, where a document's text differs between the two, or no document is in both.
    """
    others = {document.id: document for document in second}
    pairs = [(document, others[document.id]) for document in first if document.id in others]
    faults = [_first_difference(one, two) for one, two in pairs if one.text != two.text]
    if faults:
        raise CorpusError(faults)
    if not pairs:
        raise CorpusError(["the two folders share no document. Give two folders with the same file names"])
    shared = {one.id for one, _ in pairs}
    alone = tuple(sorted({document.id for document in (*first, *second)} - shared))
    return Evaluation(tuple(score_document(one, two.gold) for one, two in pairs)), alone


def _first_difference(one: AnnotatedDocument, two: AnnotatedDocument) -> str:
    place = next(
        (at for at, (mine, theirs) in enumerate(zip(one.text, two.text, strict=False)) if mine != theirs),
        min(len(one.text), len(two.text)),
    )
    mine, theirs = one.text[place : place + 20], two.text[place : place + 20]
    return (
        f"{two.path}:{two.line_of(place)}: the text differs from {one.path}:{one.line_of(place)}, "
        f"{theirs!r} for {mine!r}. Annotators change marks only; restore the text"
    )
