"""What a corpus holds, and of what it holds too little to measure anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple, get_args

from champion_extract.evaluation.annotations import (
    Fact,
    NomineeFact,
    NumberFact,
    OrganisationFact,
    OtherNameFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.front_matter import FRONT_MATTER
from champion_extract.vocabulary import Comparator, NomineeKind, OrganisationType, Outcome, RegionKind, Unit

FEWEST_DOCUMENTS = 2
FEWEST_FACTS = 5
_LENGTHS = ((200, "under 200 words"), (400, "200 to 399"), (800, "400 to 799"))
_LONGEST = "800 and more"


class Statistics(NamedTuple):
    """``tables``: by heading, how many documents or facts of each value, 0 for those the vocabulary has besides."""

    documents: int
    words: int
    median_words: int
    tables: dict[str, dict[str, int]]
    thin: dict[str, list[str]]

    def report(self) -> str:
        """All of it as text."""
        parts = [f"{self.documents} documents, {self.words} words, median {self.median_words}"]
        for heading, counts in self.tables.items():
            ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
            width = max((len(value) for value in counts), default=0)
            parts.append("\n".join([heading, *(f"  {value.ljust(width)} {count:5}" for value, count in ordered)]))
        thin = [f"  {heading}: {', '.join(values)}" for heading, values in self.thin.items() if values]
        limits = f"fewer than {FEWEST_DOCUMENTS} documents or {FEWEST_FACTS} facts"
        parts.append("\n".join([f"thin ({limits})", *(thin or ["  nothing"])]))
        return "\n\n".join(parts) + "\n"


def statistics(documents: Sequence[AnnotatedDocument]) -> Statistics:
    """Count documents by front matter and length, and facts by label."""
    lengths = [len(document.text.split()) for document in documents]
    tables: dict[str, dict[str, int]] = {}
    for key, values in FRONT_MATTER.items():
        if values:
            tables[key] = _counted((document.front_matter.get(key, "") for document in documents), values)
    tables["length"] = _counted(map(_length, lengths), [*(name for _, name in _LENGTHS), _LONGEST])
    facts = [fact for document in documents for _, fact in document.gold.facts()]
    tables["facts"] = _counted((kind for document in documents for kind, _ in document.gold.facts()), ())
    tables["organisation type"] = _counted(_values(facts, OrganisationFact, "type"), get_args(OrganisationType))
    tables["region kind"] = _counted(_values(facts, RegionFact, "kind"), get_args(RegionKind))
    tables["unit"] = _counted(_values(facts, NumberFact, "unit"), get_args(Unit))
    tables["comparator"] = _counted(_values(facts, NumberFact, "comparator"), get_args(Comparator))
    speakers = ("none" if fact.speaker is None else "named" for fact in facts if isinstance(fact, QuoteFact))
    tables["speaker of a quote"] = _counted(speakers, ("named", "none"))
    tables["nominee kind"] = _counted(_values(facts, NomineeFact, "kind"), get_args(NomineeKind))
    tables["outcome"] = _counted(_values(facts, NomineeFact, "outcome"), get_args(Outcome))
    tables["other names"] = _counted(_values(facts, OtherNameFact, "kind"), ())
    of_documents = {*FRONT_MATTER, "length"}
    thin = {
        heading: sorted(
            value
            for value, count in counts.items()
            if count < (FEWEST_DOCUMENTS if heading in of_documents else FEWEST_FACTS)
        )
        for heading, counts in tables.items()
    }
    return Statistics(len(documents), sum(lengths), int(median(lengths or [0])), tables, thin)


def _counted(values: Iterable[str], vocabulary: Iterable[str]) -> dict[str, int]:
    return {**dict.fromkeys(vocabulary, 0), **Counter(values)}


def _values(facts: Iterable[Fact], kind: type[Fact], name: str) -> Iterable[str]:
    return (str(getattr(fact, name) or "none") for fact in facts if isinstance(fact, kind))


def _length(words: int) -> str:
    return next((name for limit, name in _LENGTHS if words < limit), _LONGEST)
