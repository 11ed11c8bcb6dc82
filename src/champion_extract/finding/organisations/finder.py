"""Finding the names in a text: organisations, and the names that are none.

One pass over runs of words in capitals: known names, cutting at small words, heads, people, things; then a pass
over the names of the whole document for short forms and evidence. Time grows with the length of the text.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.facts import OrganisationMention, OtherName
from champion_extract.finding.names.runs import runs
from champion_extract.finding.names.words import DIGITS, LOWER, Words
from champion_extract.finding.organisations.candidates import Candidates
from champion_extract.finding.organisations.document import resolve
from champion_extract.finding.organisations.known import KnownSpan, known_at
from champion_extract.finding.organisations.piece_reading import read_piece
from champion_extract.finding.organisations.pieces import pieces
from champion_extract.vocabulary import OrganisationType


class Names(NamedTuple):
    """What ``find_names`` returns: organisations (with nested ones, outer first) and other names, in order of place."""

    organisations: tuple[OrganisationMention, ...]
    others: tuple[OtherName, ...]


def find_names(text: str) -> Names:
    """All names of organisations in ``text``, each with the fullest name the document has for it, and all names in
    capitals that are people or things. Offsets are code points; never raises on any string."""
    words = Words(text)
    found = Candidates()
    reached = -1
    for first, last in runs(words):
        if last <= reached:
            continue
        first = max(first, reached + 1)
        known = known_in(words, first, last)
        if known and known[-1].last > last:
            # a name with commas runs on over the end of the run
            reached = known[-1].last
            found.add_known(words, known[-1])
            last = known[-1].first - 1
            known.pop()
            while last >= first and words.shapes[last] == LOWER:
                last -= 1
            if last < first:
                continue
        for piece_first, piece_last in pieces(words, first, last, known):
            read_piece(words, piece_first, piece_last, known, found)
    organisations, others = resolve(words, found.names)
    return Names(tuple(organisations), tuple(others))


def known_in(words: Words, first: int, last: int) -> list[KnownSpan]:
    """Known names in a run, leftmost and longest first, not overlapping."""
    found = []
    position = first
    shapes = words.shapes
    while position <= last:
        if shapes[position] != LOWER and shapes[position] != DIGITS:
            span = known_at(words, position)
            if span is not None:
                found.append(span)
                position = span.last + 1
                continue
        position += 1
    return found


def classify(name: str) -> OrganisationType:
    """The type of body that ``name`` names, by the table of known bodies and its head; employer where nothing tells."""
    organisations = find_names(name).organisations
    if organisations:
        best = max(organisations, key=lambda mention: mention.end - mention.start)
        return best.type
    return "employer"


def trim_name(text: str) -> tuple[int, int]:
    """(start, end) of the organisation in ``text``, a line or cell of which the page's structure says that it names
    one: without leading labels and trailing remarks; the whole without outer space where nothing can be told.
    """
    organisations = find_names(text).organisations
    if organisations:
        best = max(organisations, key=lambda mention: mention.end - mention.start)
        return best.start, best.end
    stripped = text.strip()
    start = text.find(stripped) if stripped else 0
    return start, start + len(stripped)
