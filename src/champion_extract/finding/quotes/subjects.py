"""Who a stretch of text names as a speaker: "the school's headteacher, Jo Bloggs", "one of the judges", "she".

A stretch either begins with the speaker (after "said", after a dash, in a speaker's line) or ends with it (before
"said").
"""

from __future__ import annotations

from champion_extract.finding.quotes.apposition import can_be_body, named_in, with_standing
from champion_extract.finding.quotes.bodies import has_organisation_word, organisation_at
from champion_extract.finding.quotes.names import capital_runs, name_in_run
from champion_extract.finding.quotes.pointers import (
    CUT,
    PRONOUNS,
    Pointer,
    behind_preposition,
    chunks_of,
    describes,
    only_titles,
    own_subject,
)
from champion_extract.finding.quotes.roles import read_standing
from champion_extract.finding.quotes.unlisted_names import has_shape_of_name
from champion_extract.finding.quotes.unnamed import unnamed_speaker
from champion_extract.finding.quotes.words import Word
from champion_extract.tables.reporting import given_names, titles, word_class


def leading_speaker(text: str, start: int, end: int, *, vouched: bool) -> Pointer | None:
    """The speaker that the stretch begins with. ``vouched``: a reporting verb stands before it."""
    chunks = chunks_of(text, start, end, 6)
    if not chunks:
        return None
    words = chunks[0]
    if words[0].lower in PRONOUNS:
        return Pointer(words[0].start, words[0].end, "pronoun", PRONOUNS[words[0].lower], None, None)
    told = len(chunks) > 1 and (chunks[1][0].lower in ("who", "whose", "aged") or _is_age(chunks[1]))
    if told and not vouched:  # "Xyz Abcde, who has run the yard for 19 years:"
        listed = any(word.lower in given_names() for word in words[1:])  # "Ask Jo Bloggs, who left"
        vouched = not listed and has_shape_of_name([word.form for word in words])
    named = named_in(text, words, vouched=vouched, at_start=True)
    if named is not None:
        return with_standing(text, named, words, chunks[1:])
    if len(chunks) > 1 and read_standing(text, words).role is not None:
        body = any(has_organisation_word([word]) or word.lower == "st" for word in chunks[1]) or any(
            word.form.isupper() and len(word.form) > 2 for word in chunks[1]
        )
        body = body or not _may_be_name(chunks[1])
        named = None if body else named_in(text, chunks[1], vouched=True, at_start=True)
        if named is not None and only_titles(chunks[1][: named[0]]) and named[1] > named[0]:
            standing = read_standing(text, words)
            pointer = with_standing(text, named, chunks[1], chunks[2:])
            return pointer._replace(role=standing.role, organisation=standing.organisation or pointer.organisation)
    pointer_or_none = unnamed_speaker(text, words, from_start=True, vouched=vouched)
    if (
        pointer_or_none is not None
        and pointer_or_none.kind == "role"
        and pointer_or_none.organisation is None
        and len(chunks) > 1
    ):
        name, after = organisation_at(text, chunks[1], 0)
        if (
            name is not None
            and after == len(chunks[1])
            and (after > 1 or has_organisation_word(chunks[1]))
            and can_be_body(chunks[1], "")
            and read_standing(text, chunks[1]).role is None
        ):
            return pointer_or_none._replace(organisation=name)
    return pointer_or_none


def _may_be_name(words: list[Word]) -> bool:
    """Whether words after a role can name its holder: "Year 8 pupil, Marsh Lane" does not."""
    at = 0
    while at < len(words) and (words[at].lower in titles() or not words[at].capital):
        at += 1
    named = [word.form for word in words[at:]]
    known = at > 0 or not named or named[0].lower() in given_names() or len(named) > 3 or len(named) < 2
    return known or "-" in named[0] or len(named[0].strip(".")) == 1 or has_shape_of_name(named)


def _is_age(words: list[Word]) -> bool:
    return len(words) == 1 and len(words[0].form) == 2 and words[0].form.isdigit()


def _first_of_two(text: str, words: list[Word], runs: list[tuple[int, int]]) -> Pointer | None:
    """The first of two people who speak together: "Co-heads Amanda Lyle and Stephen Hurst"."""
    if len(runs) < 2 or runs[-1][0] - runs[-2][1] != 2 or words[runs[-1][0] - 1].lower != "and":
        return None
    first = name_in_run(words, *runs[-2])
    second = name_in_run(words, *runs[-1])
    if first is None or second is None or not (first.full and second.full):
        return None
    return with_standing(text, (first.first, first.last, first.gender), words, [])


def trailing_speaker(text: str, start: int, end: int) -> Pointer | None:
    """The speaker that the stretch before a reporting verb ends with."""
    chunks = chunks_of(text, start, end, 8)
    if not chunks:
        return None
    apposed = CUT.search(text, chunks[-1][-1].end, end) is not None
    words = chunks[-1]
    if not apposed:
        last = words[-1]
        joined = len(words) > 1 and words[-2].lower in word_class("conjunction")
        if last.lower in PRONOUNS and (len(words) <= 12 or joined):
            return Pointer(last.start, last.end, "pronoun", PRONOUNS[last.lower], None, None)
        if last.lower in word_class("somebody"):
            return Pointer(last.start, last.end, "role", "u", None, None)
        if (
            len(words) > 2
            and last.lower in ("them", "us", "these")
            and words[-2].lower == "of"
            and words[-3].lower in word_class("somebody")
        ):
            return Pointer(words[-3].start, last.end, "role", "u", None, None)
        if last.lower in ("who", "which") and len(words) > 1:
            words = words[:-1]
        elif last.lower in ("who", "which"):
            apposed = True
            chunks = chunks[:-1]
            if not chunks:
                return None
        if not apposed:
            runs = capital_runs(text, words)
            if runs and runs[-1][1] == len(words) - 1:
                if behind_preposition(words, runs[-1][0]):
                    outer = named_in(text, words, vouched=False, at_start=True)
                    if outer is not None and outer[1] < runs[-1][0]:
                        return with_standing(text, outer, words, [])
                pair = _first_of_two(text, words, runs)
                if pair is not None:
                    return pair
                ending = name_in_run(words, *runs[-1], vouched=True)
                first = runs[-1][0]
                lone = runs[-1][1] == first and (
                    behind_preposition(words, first) or (first > 0 and words[first - 1].form == "&")
                )
                if (
                    ending is not None
                    and not lone
                    and (not behind_preposition(words, ending.first) or read_standing(text, words).role is None)
                ):
                    return with_standing(text, (ending.first, ending.last, ending.gender), words, [])
            previous = named_in(text, chunks[-2], vouched=False, at_start=False) if len(chunks) > 1 else None
            if previous is not None:
                first_word = words[0].lower
                standing = read_standing(text, words)
                if first_word in ("who", "which") or (
                    standing.role is not None and first_word not in word_class("conjunction") and not own_subject(words)
                ):
                    return with_standing(text, previous, chunks[-2], [words])
            first_named = named_in(text, words, vouched=False, at_start=True)
            if (
                first_named is not None
                and first_named[1] > first_named[0]
                and first_named[1] + 1 < len(words)
                and words[first_named[1] + 1].lower in ("of", "at", "from")
            ):  # "Ben Angove of their engineering department wrote"
                return with_standing(text, first_named, words, [])
            return unnamed_speaker(text, words, from_start=False, vouched=True)
    for back in [*range(len(chunks) - 1, -1, -1), *range(len(chunks) - 1 + len(chunks), len(chunks) - 1, -1)]:
        vouched = back >= len(chunks)
        back %= len(chunks)
        words = chunks[back]
        if vouched and not (back == len(chunks) - 1 or describes(text, chunks[back + 1])):
            continue
        named = named_in(text, words, vouched=vouched, at_start=False)
        if named is not None and not (vouched and read_standing(text, words).role is not None and named[0] == 0):
            before = [chunks[back - 1]] if back and only_titles(words[: named[0]]) else []
            pointer = with_standing(text, named, words, chunks[back + 1 :], between=True)
            if (
                (pointer.role is None or pointer.role.lower() in titles())
                and before
                and before[0][0].lower not in word_class("begins_adverbial")
            ):
                standing = read_standing(text, before[0])
                if standing.role is not None:
                    pointer = pointer._replace(
                        role=standing.role, organisation=standing.organisation or pointer.organisation
                    )
            return pointer
    for words in chunks:
        if words[0].lower in word_class("begins_adverbial"):
            continue
        if words[-1].lower in PRONOUNS and len(words) <= 2:
            return Pointer(words[-1].start, words[-1].end, "pronoun", PRONOUNS[words[-1].lower], None, None)
        pointer_or_none = unnamed_speaker(text, words, from_start=True, vouched=True)
        if pointer_or_none is not None:
            return pointer_or_none
    return None
