"""Reading one piece of a run of capitals: a body, a thing with or without a body in it, a person, a place or a loose
name.

Takes for granted that the run was cut into pieces and the known names in it were found.
"""

from __future__ import annotations

import re

from champion_extract.finding.names.people import person_end
from champion_extract.finding.names.things import thing_head
from champion_extract.finding.names.words import ACRONYM, Words
from champion_extract.finding.organisations.boundaries import first_of_name, last_of_name
from champion_extract.finding.organisations.candidates import WITHOUT_BODIES, Candidates, Named, is_likened
from champion_extract.finding.organisations.extent import (
    after_roles,
    end_of_left_headed,
    extended,
    left_head,
    naming_or_adjective,
    stronger_before,
    trusted,
)
from champion_extract.finding.organisations.heads import (
    HeadSpan,
    head_ending_at,
    naming_words,
    only_generic,
    only_places,
)
from champion_extract.finding.organisations.known import KnownSpan
from champion_extract.finding.organisations.nesting import add_body, add_inner
from champion_extract.tables.name_words import titles
from champion_extract.tables.organisation_words import generic_words, word_class
from champion_extract.vocabulary import OrganisationType

_POSTCODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?\Z")


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
        if words.lowers[first] in titles():
            end, rule, sure = person_end(words, first, last, generic_words())
            if end >= 0 and head_ending_at(words, first, last) is None:
                begun = first + 1 if words.lowers[first] in word_class("office") and end > first else first
                found.add(words, begun, end, "person", "other", sure, rule)
                first = end + 1
                continue
        first = begun
    if first > last or depth > 4:
        return
    spans = trusted(words, first, last, [span for span in known if first <= span.first and span.last <= last])
    start = first
    if spans and spans[0].first == first and spans[0].last == last:
        found.add_known(words, spans[0])
        if spans[0].known.type == "careers_hub":
            add_inner(words, first, last, found)
        return
    if last - first in (1, 2) and len(spans) == 1 and spans[0].first == spans[0].last == last:
        end, rule, sure = person_end(words, first, last, generic_words())
        if end == last and end > first:
            found.add(words, first, end, "person", "other", sure, rule)
            return
    org = head_ending_at(words, first, last)
    begin = left_head(words, first, last)
    thing_first, thing_kind = thing_head(words, first, last)
    if (
        thing_first >= 0
        and not _body_wins(words, first, last, org, thing_first)
        and not (
            begin is not None
            and begin.strength == "strong"
            and (thing_kind in ("role", "other", "subject", "framework") or _bare_acronym(words, first, begin))
        )
    ):
        _read_thing(words, first, last, thing_first, thing_kind, spans, found)
        return
    if spans and spans[0].first == first and spans[0].known.kind != "organisation":
        found.add_known(words, spans[0])
        read_piece(words, spans[0].last + 1, last, known, found, depth + 1)
        return
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
        if any(
            (span.first <= head.first and span.last > end) or (span.last == end and span.first < head.first)
            for span in spans
        ):
            break
        start = after_roles(words, first, head.first)
        named, unusual = naming_words(words, start, head.first - 1)
        if named and (
            head.type == "school"
            or any(span.last < head.first and span.known.kind == "organisation" for span in spans)
            or any(words.lowers[position] == "&" for position in range(start, head.first))
        ):
            unusual = True
        if (
            not named
            and head.strength == "strong"
            and head.first - start >= 2
            and words.lowers[start] in word_class("national")
        ):
            named = True
        inner_begin = left_head(words, start, end)
        if not named and inner_begin is None:
            continue
        if head.strength == "strong" or inner_begin is not None or (head.strength == "place" and named) or unusual:
            if head.strength == "weak" and not unusual and inner_begin is None:
                continue
            if head.strength == "weak":
                end, head = stronger_before(words, start, end, head)
            end = extended(words, start, end, last, head)
            add_body(words, start, end, head, spans, found, weak=head.strength == "weak")
            if end < last:
                read_piece(words, end + 1, last, known, found, depth + 1)
            if start > first:
                read_piece(words, first, start - 1, known, found, depth + 1)
            return
    if spans:
        span = spans[-1]
        if span.first > first:
            read_piece(words, first, span.first - 1, known, found, depth + 1)
        found.add_known(words, span)
        if span.last < last:
            read_piece(words, span.last + 1, last, known, found, depth + 1)
        return
    if begin is not None and _read_left_headed(words, first, last, begin, known, found, depth):
        return
    _read_headless(words, first, last, known, found, depth)


def _bare_acronym(words: Words, first: int, begin: HeadSpan) -> bool:
    """Whether the head is an acronym before a place's name, which may end like a thing: "HMP Stane Way"."""
    return begin.first == begin.last == first and words.shapes[first] == ACRONYM


def _read_left_headed(
    words: Words, first: int, last: int, begin: HeadSpan, known: list[KnownSpan], found: Candidates, depth: int
) -> bool:
    end = end_of_left_headed(words, begin.last + 1, last)
    if end <= begin.last:
        return False
    first = first if naming_or_adjective(words, first, begin.first - 1) else begin.first
    found.add(words, first, end, "organisation", begin.type, 0.93, "head before")
    if end < last:
        read_piece(words, end + 1, last, known, found, depth + 1)
    return True


def _body_wins(words: Words, first: int, last: int, org: HeadSpan | None, thing_first: int) -> bool:
    if org is None:
        return False
    if org.first != thing_first:
        return org.first < thing_first
    return org.strength != "weak"


def _read_thing(
    words: Words, first: int, last: int, thing_first: int, kind: str, spans: list[KnownSpan], found: Candidates
) -> None:
    if last > first:
        found.add(words, first, last, kind, "other", 0.8, "thing head")
    if kind in WITHOUT_BODIES:
        return
    for span in spans:
        if span.known.kind == "organisation" and span.last < last:
            if span.known.cautious and span.first != first:
                continue
            if span.known.cautious:
                found.add(
                    words, span.first, span.last, "loose", span.known.type, 0.6, "known, if supported", span.known.id
                )
            else:
                found.add_known(words, span)
            return
    for end in range(thing_first - 1, first, -1):
        inner = head_ending_at(words, first, end)
        if inner is None or inner.strength != "strong":
            continue
        start = after_roles(words, first, inner.first)
        if naming_words(words, start, inner.first - 1)[0]:
            found.add(words, start, end, "organisation", inner.type, 0.75, "body in a thing's name")
            return
    begin = left_head(words, first, thing_first - 1)
    if begin is not None:
        end = end_of_left_headed(words, begin.last + 1, thing_first - 1)
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


def _read_headless(words: Words, first: int, last: int, known: list[KnownSpan], found: Candidates, depth: int) -> None:
    last = last_of_name(words, first, last)
    if last < first:
        return
    if only_places(words, first, last):
        found.names.append(Named(first, last, "place", "other", 0.9, "place"))
        return
    if only_generic(words, first, last):
        begins = words.starts_sentence(first) or (first > 0 and words.lowers[first - 1] == "the")
        if last - first < 3 and not begins and head_ending_at(words, first, last) is None:
            found.names.append(Named(first, last, "faint", "employer", 0.3, "common nouns"))
        return
    end, rule, sure = person_end(words, first, last, generic_words())
    if end >= 0 and (end > first or rule == "title" or end == last):
        found.add(words, first, end, "person", "other", sure, rule)
        if end < last:
            read_piece(words, end + 1, last, known, found, depth + 1)
        return
    if last - first > 5:
        return
    while last > first and _POSTCODE.match(words.forms[last]):
        last -= 1
    if only_places(words, first, last):
        found.names.append(Named(first, last, "place", "other", 0.9, "place"))
    if only_places(words, first, last) or is_likened(words, last):
        return
    if last == first + 1 and words.lowers[first] in ("st", "saint") and words.lowers[last].endswith("'s"):
        found.add(words, first, last, "loose", "school", 0.6, "saint", hint=2)
        return
    head = head_ending_at(words, first, last)
    hint = 1 if head is not None and head.first > first else 0
    type_: OrganisationType = head.type if head is not None and hint else "employer"
    if not (first == last and words.shapes[first] == ACRONYM and len(words.forms[first]) > 8):
        found.add(words, first, last, "loose", type_, 0.5, "capitals", hint=hint)
