"""Gold against what was found: hits, misses and false alarms of every field, a document at a time.

Counts are kept by document, since documents are what a corpus is a sample of: intervals, comparisons and groups are all
made from them. Nothing here knows how the facts were found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from champion_extract.errors import ChampionExtractError
from champion_extract.evaluation.annotations import Annotations
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.fields import FIELDS, FORGIVING
from champion_extract.evaluation.matching import pair
from champion_extract.evaluation.rules import Item
from champion_extract.records import Extraction


class Counts(NamedTuple):
    """How many facts gold has, how many were found, and how many of either are pairs."""

    hits: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """Share of those found that are right; None if nothing was found."""
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of gold that was found; None if there is no gold."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None if there is neither gold nor anything found."""
        return 2 * self.hits / (self.gold + self.found) if self.gold + self.found else None

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(self.hits + other.hits, self.gold + other.gold, self.found + other.found)


@dataclass(frozen=True)
class FieldScore:
    """One field in one document. Hits are (gold, found); optional gold that was found is among them."""

    hits: tuple[tuple[Item, Item], ...]
    misses: tuple[Item, ...]
    false_alarms: tuple[Item, ...]

    @property
    def counts(self) -> Counts:
        """The counts of these."""
        hits = len(self.hits)
        return Counts(hits, hits + len(self.misses), hits + len(self.false_alarms))


@dataclass(frozen=True)
class DocumentScore:
    """One document's gold, what was found in it, and the score of each field by name."""

    document: AnnotatedDocument
    found: Annotations
    fields: dict[str, FieldScore]
    failure: str | None = None


@dataclass(frozen=True)
class Evaluation:
    """Scores of all documents of a corpus, in order of their ids."""

    documents: tuple[DocumentScore, ...] = field(default=())

    @property
    def failures(self) -> dict[str, str]:
        """What went wrong, by document id; such a document counts as one in which nothing was found."""
        return {score.document.id: score.failure for score in self.documents if score.failure is not None}

    def counts(self, name: str) -> Counts:
        """One field's counts over all documents."""
        return total(score.fields[name].counts for score in self.documents)

    def groups(self, key: str) -> dict[str, Evaluation]:
        """Evaluations by a key of the front matter, such as genre or layout."""
        values = sorted({score.document.front_matter.get(key, "") for score in self.documents})
        return {
            value: Evaluation(tuple(one for one in self.documents if one.document.front_matter.get(key, "") == value))
            for value in values
        }


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    result = Counts()
    for one in counts:
        result = result.plus(one)
    return result


def score_annotations(gold: Annotations, found: Annotations) -> dict[str, FieldScore]:
    """Score one document in every field."""
    scores = {}
    for scored in FIELDS:
        wanted, given = scored.items(gold), scored.items(found)
        forgiving = scored.rule if scored.is_distinct else FORGIVING[scored.kind]
        pairing = pair(wanted, given, scored.rule, forgiving, lambda item: item.fact.optional)
        scores[scored.name] = FieldScore(
            hits=tuple((wanted[one], given[two]) for one, two in pairing.pairs),
            misses=tuple(wanted[index] for index in pairing.missed),
            false_alarms=tuple(given[index] for index in pairing.false_alarms),
        )
    return scores


def score_document(document: AnnotatedDocument, found: Annotations, failure: str | None = None) -> DocumentScore:
    """Score what was found in one document."""
    return DocumentScore(document, found, score_annotations(document.gold, found), failure)


def evaluate(
    documents: Iterable[AnnotatedDocument],
    extract: Callable[[str], Extraction],
    advance: Callable[[], object] = lambda: None,
) -> Evaluation:
    """Run ``extract`` on the text of each document and score what it finds.

    A document on which it fails, or whose text it changes, is scored as one in which nothing was found, and is named in
    ``Evaluation.failures``; the others go on. ``advance`` is called after each.
    """
    scores = []
    for document in sorted(documents, key=lambda document: document.id):
        found = Annotations(text=document.text)
        failure = None
        try:
            extracted = Annotations.from_extraction(extract(document.text))
            if extracted.text == document.text:
                found = extracted
            else:
                failure = "the extraction's text is not the document's; offsets would mean nothing"
        except ChampionExtractError as error:
            failure = str(error)
        except Exception as error:  # any failure is a result of the evaluation, not the end of it
            failure = f"{type(error).__name__}: {error}"
        scores.append(score_document(document, found, failure))
        advance()
    return Evaluation(tuple(scores))
