"""Bodies whose names hold the full name of another body: a combined authority's Careers Hub, a freeport's fund."""

from __future__ import annotations

from champion_extract.finding.names.words import Words
from champion_extract.finding.organisations.candidates import Candidates
from champion_extract.finding.organisations.heads import HeadSpan, head_ending_at, naming_words
from champion_extract.finding.organisations.known import KnownSpan

_NESTING = frozenset(("careers_hub", "other", "project", "lep"))
"""Types whose names hold the full name of another body."""
_NOT_NESTED = frozenset(("employer", "charity", "school", "other", "trust"))


def add_body(
    words: Words, first: int, last: int, head: HeadSpan, spans: list[KnownSpan], found: Candidates, weak: bool
) -> None:
    """Add the body at words ``first`` to ``last``, and the one whose full name stands within its name."""
    found.add(words, first, last, "organisation", head.type, 0.88 if weak else 0.95, "trade word" if weak else "head")
    if head.type not in _NESTING:
        return
    for span in spans:
        if (
            span.last < head.first + 1
            and span.known.kind == "organisation"
            and not span.known.cautious
            and len(span.known.written.split()) > 1
        ):
            found.add_known(words, span)
            return
    add_inner(words, first, head.first, found)


def add_inner(words: Words, first: int, last: int, found: Candidates) -> None:
    """Add the body whose full name begins a longer name and ends before word ``last``."""
    for end in range(last - 1, first, -1):
        inner = head_ending_at(words, first, end)
        if inner is None or inner.strength != "strong" or inner.type in _NOT_NESTED:
            continue
        if naming_words(words, first, inner.first - 1)[0]:
            found.add(words, first, end, "organisation", inner.type, 0.85, "full name within a name")
            return
