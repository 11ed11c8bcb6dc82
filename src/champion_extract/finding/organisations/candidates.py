"""Reading one piece of a run of capitals: a body, a thing with or without a body in it, a person, or a loose name.

A loose name is in capitals and nobody's by its own shape ("Altimex"); evidence around it decides later. Takes for granted
that the run was cut into pieces and the known names in it were found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from champion_extract.finding.names.people import person_end
from champion_extract.finding.names.things import thing_head
from champion_extract.finding.names.words import ACRONYM, LOWER, Words
from champion_extract.finding.organisations.boundaries import first_of_name, last_of_name, with_article
from champion_extract.finding.organisations.heads import (
    HeadSpan,
    head_beginning_at,
    head_ending_at,
    naming_words,
    only_generic,
    only_places,
)
from champion_extract.finding.organisations.known import KnownSpan
from champion_extract.records import OrganisationType
from champion_extract.tables.name_words import given_names, role_words, titles
from champion_extract.tables.organisation_words import generic_words, never_last

_NESTING = frozenset(("careers_hub", "other", "project", "lep"))
"""Types whose names hold the full name of another body."""


_LEGAL = frozenset("ltd limited plc llp cic inc gmbh".split())


class Named(NamedTuple):
    """Words ``first`` to ``last`` are a name. ``kind``: "organisation", a kind of ``OtherName``, "place" or "loose"."""

    first: int
    last: int
    kind: str
    type: OrganisationType
    confidence: float
    rule: str
    known: str = ""
    article: int = -1
    """Word "The" before the name that begins a sentence, so that it may be part of the name or not; else -1."""
    hint: int = 0
    """What already speaks for a loose name: 1 for a trade word that ends it."""


@dataclass
class Candidates:
    """What was read so far."""

    names: list[Named] = field(default_factory=list)

    def add(self, words: Words, first: int, last: int, kind: str, type_: OrganisationType, confidence: float, rule: str,
            known: str = "", hint: int = 0) -> None:
        """Add a name; a body's takes in a capital "The" before it where that is part of it."""
        article = -1
        if kind == "organisation" or kind == "loose":
            begun, sure = with_article(words, first, last)
            if not sure:
                article = first - 1
            else:
                first = begun
        self.names.append(Named(first, last, kind, type_, confidence, rule, known, article, hint))


    def add_known(self, words: Words, span: KnownSpan) -> None:
        """Add a known name."""
        _add_known(words, span, self)


def read_piece(words: Words, first: int, last: int, known: list[KnownSpan], found: Candidates, depth: int = 0) -> None:
    """Add to ``found`` what stands in the piece from word ``first`` to ``last``."""
    while first <= last:
        if any(span.first == first and span.known.kind == "organisation" for span in known):
            break
        begun = first_of_name(words, first, last)
        if begun <= last and words.lowers[begun] == "the":
            begun += 1
        if begun == first:
            break
        if words.lowers[first] in ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
                                   "baroness", "cllr", "councillor"):
            end, rule, sure = person_end(words, first, last, generic_words())
            if end >= 0 and head_ending_at(words, first, last) is None:
                found.add(words, first, end, "person", "other", sure, rule)
                first = end + 1
                continue
        first = begun
    if first > last or depth > 4:
        return
    spans = _trusted(words, first, last, [span for span in known if first <= span.first and span.last <= last])
    start = first
    if spans and spans[0].first == first and spans[0].last == last:
        _add_known(words, spans[0], found)
        return
    if last - first in (1, 2) and len(spans) == 1 and spans[0].first == spans[0].last == last:
        end, rule, sure = person_end(words, first, last, generic_words())
        if end == last and end > first:
            found.add(words, first, end, "person", "other", sure, rule)
            return
    org = head_ending_at(words, first, last)
    thing_first, thing_kind = thing_head(words, first, last)
    if thing_first >= 0 and not _body_wins(words, first, last, org, thing_first):
        _read_thing(words, first, last, thing_first, thing_kind, spans, found)
        return
    if spans and spans[0].first == first and spans[0].known.kind != "organisation":
        _add_known(words, spans[0], found)
        read_piece(words, spans[0].last + 1, last, known, found, depth + 1)
        return
    begin = _left_head(words, first, last)
    if begin is not None and begin.strength == "strong" and (org is None or org.strength == "weak") and not spans:
        _read_left_headed(words, first, last, begin, known, found, depth)
        return
    # the last head in the piece ends the longest name
    lowest = spans[-1].last if spans else first
    for end in range(last, first - 1, -1):
        head = org if end == last else head_ending_at(words, first, end)
        if head is None:
            if end == lowest and spans and spans[-1].known.kind == "organisation":
                break
            continue
        if any(span.first <= head.first and span.last > end or (span.last == end and span.first < head.first) for span in spans):
            break
        start = _after_roles(words, first, head.first)
        named, unusual = naming_words(words, start, head.first - 1)
        begin = _left_head(words, start, end)
        if not named and begin is None:
            continue
        if head.strength == "strong" or begin is not None or (head.strength == "place" and named) or unusual:
            if head.strength == "weak" and not unusual and begin is None:
                continue
            end = _extended(words, start, end, last, head)
            _add_body(words, start, end, head, spans, found, weak=head.strength == "weak")
            if end < last:
                read_piece(words, end + 1, last, known, found, depth + 1)
            if start > first:
                read_piece(words, first, start - 1, known, found, depth + 1)
            return
    if spans:
        span = spans[-1]
        if span.first > first:
            read_piece(words, first, span.first - 1, known, found, depth + 1)
        _add_known(words, span, found)
        if span.last < last:
            read_piece(words, span.last + 1, last, known, found, depth + 1)
        return
    if begin is not None and _read_left_headed(words, first, last, begin, known, found, depth):
        return
    _read_headless(words, first, last, known, found, depth)


def _read_left_headed(words: Words, first: int, last: int, begin: HeadSpan, known: list[KnownSpan], found: Candidates,
                      depth: int) -> bool:
    end = _end_of_left_headed(words, begin.last + 1, last)
    if end <= begin.last:
        return False
    first = first if naming_or_adjective(words, first, begin.first - 1) else begin.first
    found.add(words, first, end, "organisation", begin.type, 0.85, "head before")
    if end < last:
        read_piece(words, end + 1, last, known, found, depth + 1)
    return True


def _trusted(words: Words, first: int, last: int, spans: list[KnownSpan]) -> list[KnownSpan]:
    """The known names without those of one word that stand within a longer unknown name ("Hickling Reed Cruises")."""
    kept = []
    for span in spans:
        if span.first == span.last and words.shapes[span.first] != ACRONYM:
            if span.first > first and _unexplained(words, span.first - 1):
                continue
            if span.last < last and _unexplained(words, span.last + 1) and (
                span.known.cautious or span.known.kind != "organisation"
            ):
                continue
        elif span.first > first and span.last == last and head_ending_at(words, span.first, span.last) is not None and (
            _unexplained(words, span.first - 1) or only_places(words, first, span.first - 1)
        ):
            continue  # "Southwark Riverside College" is not Riverside College
        kept.append(span)
    return kept


def _unexplained(words: Words, position: int) -> bool:
    lower = words.base(position)
    if words.shapes[position] == LOWER:
        return lower == "&"
    return lower not in generic_words() and lower not in role_words() and lower != "the" and lower not in titles() and \
        not lower.isdigit() and not only_places(words, position, position) and lower not in never_last()


def naming_or_adjective(words: Words, first: int, last: int) -> bool:
    """Whether words before a leading head belong to it: "Royal College of", "London School of"."""
    return last - first < 3 and all(words.base(position) not in role_words() for position in range(first, last + 1))


def _body_wins(words: Words, first: int, last: int, org: HeadSpan | None, thing_first: int) -> bool:
    if org is None:
        return False
    if org.first != thing_first:
        return org.first < thing_first
    if org.strength != "weak":
        return True
    return False


def _extended(words: Words, first: int, end: int, last: int, head: HeadSpan) -> int:
    """The end of a name that goes on after its head: "Clifton Rail Seating", "Outwood Academy Easingwold", "Toyoda Tools UK"."""
    if end == last or words.lowers[end].endswith("'s"):
        return end
    if words.lowers[end + 1] in ("uk", "europe", "group", "international", "north", "south") and end + 1 == last:
        return end + 1
    if head.type not in ("school", "employer", "college") or words.lowers[end] in _LEGAL or last - end > 2:
        return end
    place = only_places(words, end + 1, last)
    if head.type == "employer" and place:
        return end
    if place and words.lowers[end] not in ("academy", "utc", "form", "school"):
        return end
    if not place:
        for position in range(end + 1, last + 1):
            lower = words.base(position)
            if not _unexplained(words, position) or lower in given_names() or thing_head(words, end + 1, last)[0] >= 0:
                return end
    return last


def _add_known(words: Words, span: KnownSpan, found: Candidates) -> None:
    known = span.known
    if known.kind != "organisation":
        found.add(words, span.first, span.last, known.kind, "other", 0.95, "known thing")
    elif known.cautious:
        found.add(words, span.first, span.last, "loose", known.type, 0.6, "known, if supported", known.id, 1)
    else:
        found.add(words, span.first, span.last, "organisation", known.type, 0.97, "known body", known.id)


def _add_body(words: Words, first: int, last: int, head: HeadSpan, spans: list[KnownSpan], found: Candidates,
              weak: bool) -> None:
    found.add(words, first, last, "organisation", head.type, 0.7 if weak else 0.9, "trade word" if weak else "head")
    if head.type not in _NESTING:
        return
    for span in spans:
        if span.last < head.first + 1 and span.known.kind == "organisation" and not span.known.cautious \
                and len(span.known.written.split()) > 1:
            _add_known(words, span, found)
            return
    for end in range(head.first - 1, first, -1):
        inner = head_ending_at(words, first, end)
        if inner is not None and inner.strength == "strong" and naming_words(words, first, inner.first - 1)[0]:
            found.add(words, first, end, "organisation", inner.type, 0.85, "full name within a name")
            return


def _read_thing(words: Words, first: int, last: int, thing_first: int, kind: str, spans: list[KnownSpan],
                found: Candidates) -> None:
    if last > first:
        found.add(words, first, last, kind, "other", 0.8, "thing head")
    for span in spans:
        if span.known.kind == "organisation" and span.last < last:
            if span.known.cautious and span.first != first:
                continue
            if span.known.cautious:
                found.add(words, span.first, span.last, "loose", span.known.type, 0.6, "known, if supported", span.known.id)
            else:
                _add_known(words, span, found)
            return
    for end in range(thing_first - 1, first, -1):
        inner = head_ending_at(words, first, end)
        if inner is None or inner.strength != "strong":
            continue
        start = _after_roles(words, first, inner.first)
        if naming_words(words, start, inner.first - 1)[0]:
            found.add(words, start, end, "organisation", inner.type, 0.75, "body in a thing's name")
            return
    begin = _left_head(words, first, thing_first - 1)
    if begin is not None:
        end = _end_of_left_headed(words, begin.last + 1, thing_first - 1)
        if end > begin.last:
            found.add(words, begin.first, end, "organisation", begin.type, 0.75, "body in a thing's name")
            return
    if kind == "role":
        # "Hadrian Rail Managing Director Jo Bloggs": what stands before the role may be a short form
        cut = thing_first
        while cut > first and words.base(cut - 1) in generic_words():
            cut -= 1
        if cut > first and not only_places(words, first, cut - 1):
            found.add(words, first, cut - 1, "loose", "employer", 0.5, "before a role", hint=0)


def _after_roles(words: Words, first: int, head_first: int) -> int:
    """Start of the name after leading words such as "HR Manager" or "Careers Leader"."""
    roles = role_words()
    generic = generic_words()
    for position in range(head_first - 1, first - 1, -1):
        if words.base(position) in roles and all(words.base(before) in generic for before in range(first, position)):
            if naming_words(words, position + 1, head_first - 1)[0]:
                return position + 1
    return first


def _left_head(words: Words, first: int, last: int) -> HeadSpan | None:
    for position in range(first, last):
        head = head_beginning_at(words, position, last)
        if head is not None and (head.strength == "strong" or naming_words(words, head.last + 1, last)[1]
                                 or (head.type in ("employer", "charity") and naming_words(words, head.last + 1, last)[0])):
            return head
    return None


def _end_of_left_headed(words: Words, first: int, last: int) -> int:
    """Last word of a name such as "University of the West of England Careers Fair" that goes on at ``first``."""
    end = last
    while end > first:
        start, kind = thing_head(words, first, end)
        if start <= first or kind not in ("award", "event", "programme", "publication", "project"):
            break
        end = start - 1
        while end > first and words.base(end) in ("careers", "career", "annual", "jobs", "open"):
            end -= 1
    while end >= first and words.shapes[end] == LOWER:
        end -= 1
    return end


def _read_headless(words: Words, first: int, last: int, known: list[KnownSpan], found: Candidates, depth: int) -> None:
    last = last_of_name(words, first, last)
    if last < first:
        return
    if only_places(words, first, last):
        found.names.append(Named(first, last, "place", "other", 0.9, "place"))
        return
    if only_generic(words, first, last):
        return
    end, rule, sure = person_end(words, first, last, generic_words())
    if end >= 0 and (end > first or rule == "title" or end == last):
        found.add(words, first, end, "person", "other", sure, rule)
        if end < last:
            read_piece(words, end + 1, last, known, found, depth + 1)
        return
    if last - first > 5:
        return
    head = head_ending_at(words, first, last)
    hint = 1 if head is not None and head.first > first else 0
    type_: OrganisationType = head.type if head is not None and hint else "employer"
    if first == last and words.shapes[first] == ACRONYM and len(words.forms[first]) > 8:
        return
    found.add(words, first, last, "loose", type_, 0.5, "capitals", hint=hint)
