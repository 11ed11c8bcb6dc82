"""Who a stretch of text names as a speaker: "the school's headteacher, Jo Bloggs", "one of the judges", "she".

A stretch either begins with the speaker (after "said", after a dash, in a speaker's line) or ends with it (before "said").
It is cut into chunks at commas, brackets and dashes; the chunks beside the name tell role and organisation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.quotes.names import NOT_NAMES, bare, capital_runs, name_in_run
from champion_extract.finding.quotes.roles import (
    DETERMINERS,
    NOTHING,
    Standing,
    has_organisation_word,
    is_person_noun,
    is_role_noun,
    organisation_at,
    read_standing,
)
from champion_extract.finding.quotes.words import Word, words_of
from champion_extract.tables.reporting import given_names, reporting_verbs, role_nouns, titles, word_set

_CUT = re.compile(r"[,;()\[\]|\n:/“”\"]| [–—-]{1,2} |[–—]")
PRONOUNS = {"he": "m", "she": "f", "they": "g", "i": "i", "we": "g", "it": "b"}
_CONJUNCTIONS = frozenset(
    "and but while as when then so because although though or if that where once after before".split()
)
_PREPOSITIONS = frozenset("at of for from in with on by to about behind across within among under over during".split())
_SKIPPED_CHUNKS = frozenset(
    "speaking commenting reflecting writing asked after when while following before during in at on upon for".split()
)
_FOLLOWS_NAME = frozenset("of from at who is was and after on in during yesterday today".split())
_ANAPHORS = frozenset("teenager youngster schoolgirl schoolboy teen grandmother grandfather 30-something".split())
_SOMEBODY = frozenset("one another others many some all both everyone someone".split())


class Pointer(NamedTuple):
    """Words ``start`` to ``end`` that point to a speaker.

    ``kind``: "person", "pronoun", "role" (somebody told by what they do) or "body". ``gender`` of a person or pronoun: "m",
    "f", "u", or of pronouns also "g" (they, we), "b" (it), "i". ``role`` and ``organisation`` as worded there.
    """

    start: int
    end: int
    kind: str
    gender: str
    role: str | None
    organisation: str | None


def leading_speaker(text: str, start: int, end: int, *, vouched: bool) -> Pointer | None:
    """The speaker that the stretch begins with. ``vouched``: a reporting verb stands before it."""
    chunks = _chunks(text, start, end, 6)
    if not chunks:
        return None
    words = chunks[0]
    if words[0].lower in PRONOUNS:
        return Pointer(words[0].start, words[0].end, "pronoun", PRONOUNS[words[0].lower], None, None)
    named = _named_in(text, words, vouched=vouched, at_start=True)
    if named is not None:
        return _with_standing(text, named, words, chunks[1:])
    if len(chunks) > 1 and read_standing(text, words).role is not None:
        named = _named_in(text, chunks[1], vouched=True, at_start=True)
        if named is not None and _only_titles(chunks[1][: named[0]]) and named[1] > named[0]:
            standing = read_standing(text, words)
            pointer = _with_standing(text, named, chunks[1], chunks[2:])
            return pointer._replace(role=standing.role, organisation=standing.organisation or pointer.organisation)
    pointer_or_none = _unnamed(text, words, from_start=True, vouched=vouched)
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
            and _can_be_body(chunks[1], "")
            and read_standing(text, chunks[1]).role is None
        ):
            return pointer_or_none._replace(organisation=name)
    return pointer_or_none


def trailing_speaker(text: str, start: int, end: int) -> Pointer | None:
    """The speaker that the stretch before a reporting verb ends with."""
    chunks = _chunks(text, start, end, 8)
    if not chunks:
        return None
    apposed = _CUT.search(text, chunks[-1][-1].end, end) is not None
    words = chunks[-1]
    if not apposed:
        last = words[-1]
        if last.lower in PRONOUNS and len(words) <= 12:
            return Pointer(last.start, last.end, "pronoun", PRONOUNS[last.lower], None, None)
        if last.lower in _SOMEBODY:
            return Pointer(last.start, last.end, "role", "u", None, None)
        if (
            len(words) > 2
            and last.lower in ("them", "us", "these")
            and words[-2].lower == "of"
            and words[-3].lower in _SOMEBODY
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
                if _behind_preposition(words, runs[-1][0]):
                    outer = _named_in(text, words, vouched=False, at_start=True)
                    if outer is not None and outer[1] < runs[-1][0]:
                        return _with_standing(text, outer, words, [])
                ending = name_in_run(words, *runs[-1], vouched=True)
                if ending is not None and not (runs[-1][1] == runs[-1][0] and _behind_preposition(words, runs[-1][0])):
                    if not _behind_preposition(words, ending.first) or read_standing(text, words).role is None:
                        return _with_standing(text, (ending.first, ending.last, ending.gender), words, [])
            previous = _named_in(text, chunks[-2], vouched=False, at_start=False) if len(chunks) > 1 else None
            if previous is not None:
                first_word = words[0].lower
                standing = read_standing(text, words)
                if first_word in ("who", "which") or (
                    standing.role is not None and first_word not in _CONJUNCTIONS and not _own_subject(words)
                ):
                    return _with_standing(text, previous, chunks[-2], [words])
            return _unnamed(text, words, from_start=False, vouched=True)
    for back in [*range(len(chunks) - 1, -1, -1), *range(len(chunks) - 1 + len(chunks), len(chunks) - 1, -1)]:
        vouched = back >= len(chunks)
        back %= len(chunks)
        words = chunks[back]
        if vouched and not (back == len(chunks) - 1 or _describes(text, chunks[back + 1])):
            continue
        named = _named_in(text, words, vouched=vouched, at_start=False)
        if named is not None and not (vouched and read_standing(text, words).role is not None and named[0] == 0):
            before = [chunks[back - 1]] if back and _only_titles(words[: named[0]]) else []
            pointer = _with_standing(text, named, words, chunks[back + 1 :], between=True)
            if (
                (pointer.role is None or pointer.role.lower() in titles())
                and before
                and before[0][0].lower not in _SKIPPED_CHUNKS
            ):
                standing = read_standing(text, before[0])
                if standing.role is not None:
                    pointer = pointer._replace(
                        role=standing.role, organisation=standing.organisation or pointer.organisation
                    )
            return pointer
    for words in chunks:
        if words[0].lower in _SKIPPED_CHUNKS:
            continue
        if words[-1].lower in PRONOUNS and len(words) <= 2:
            return Pointer(words[-1].start, words[-1].end, "pronoun", PRONOUNS[words[-1].lower], None, None)
        pointer_or_none = _unnamed(text, words, from_start=True, vouched=True)
        if pointer_or_none is not None:
            return pointer_or_none
    return None


def _own_subject(words: list[Word]) -> bool:
    """Whether a chunk begins a clause of its own ("my teacher said") rather than telling more of who was named before."""
    return words[0].lower in ("one", "another", "some", "many", "our", "all", "most", "my", "his", "her", "their")


def _only_titles(words: list[Word]) -> bool:
    return all(word.lower in titles() for word in words)


def _describes(text: str, words: list[Word]) -> bool:
    """Whether a chunk tells what somebody is, so that the chunk before it names the person."""
    standing = read_standing(text, words)
    return standing.role is not None or words[0].lower in ("who", "aged") or words[0].form.isdigit()


def _behind_preposition(words: list[Word], index: int) -> bool:
    at = index - 1
    while at >= 0 and words[at].lower in DETERMINERS:
        at -= 1
    return at >= 0 and words[at].lower in _PREPOSITIONS


def _chunks(text: str, start: int, end: int, most: int) -> list[list[Word]]:
    """The words of each chunk; of a long stretch the last ``most`` chunks when read from its end are enough."""
    found: list[list[Word]] = []
    at = start
    for match in _CUT.finditer(text, start, end):
        words = words_of(text, at, match.start())
        if words:
            found.append(words)
        at = match.end()
    words = words_of(text, at, end)
    if words:
        found.append(words)
    return found if len(found) <= 2 * most else found[:most] + found[-most:]


def _named_in(text: str, words: list[Word], *, vouched: bool, at_start: bool) -> tuple[int, int, str] | None:
    """(first word, last word, gender) of the person a chunk names at its start (after a role) or end."""
    for first, last in capital_runs(text, words):
        before = words[:first]
        plain = (
            0 < len(before) <= 3 and before[0].lower in ("a", "an", "the") and not any(word.capital for word in before)
        ) or all(word.lower in DETERMINERS or word.lower in _CONJUNCTIONS or is_role_noun(word) for word in before)
        led_by_role = bool(before) and read_standing(text, before).role is not None
        sure = vouched and (not before or is_role_noun(before[-1]))
        named = name_in_run(words, first, last, vouched=sure)
        if (
            named is not None
            and not named.full
            and last + 1 < len(words)
            and words[named.first].lower not in given_names()
        ):
            following = words[last + 1]
            if (
                following.lower not in _FOLLOWS_NAME
                and following.lower not in reporting_verbs()
                and words[named.last].lower not in titles()
            ):
                if titles().get(words[named.first].lower) is None:
                    continue
        if named is None or (not named.full and not (plain or led_by_role or last == len(words) - 1)):
            continue
        if _behind_preposition(words, named.first) and not led_by_role:
            if at_start:
                return None
            continue
        if plain or led_by_role or (not at_start and last == len(words) - 1) or named.first > first:
            return named.first, named.last, named.gender
        if at_start and len(before) <= 8 and any(is_role_noun(word) for word in before):
            return named.first, named.last, named.gender
        if at_start:
            return None
    return None


def _with_standing(
    text: str, named: tuple[int, int, str], words: list[Word], following: list[list[Word]], *, between: bool = False
) -> Pointer:
    """A person with the role and organisation that the words around the name state.

    ``between``: the chunks that follow stand between the name and its verb, so all of them describe the person.
    """
    first, last, gender = named
    standing = NOTHING
    if first:
        begin = max(0, first - 12)
        for index in range(first - 1, begin - 1, -1):
            if words[index].lower in _CONJUNCTIONS and words[index].lower != "and":
                begin = index + 1
                break
            title = titles().get(words[index].lower)
            if title is not None and title.use in ("no", "yes") and not is_role_noun(words[index]):
                continue
        before = [word for word in words[begin:first] if not _courtesy(word)]
        standing = read_standing(text, before) if before else NOTHING
        if standing.role is None and before:
            for index, word in enumerate(before):
                if word.lower in DETERMINERS and index + 1 < len(before):
                    standing = read_standing(text, before[index:])
        if standing.role is not None and standing.role_end < before[-1].end - 2 and standing.organisation is None:
            standing = NOTHING
    if standing.role is None and last + 1 < len(words) and words[last + 1].lower in _FOLLOWS_NAME:
        rest = read_standing(text, words[last + 1 :])
        standing = Standing(rest.role, rest.organisation or standing.organisation)
    for chunk in following[:4]:
        if standing.role is not None and standing.organisation is not None:
            break
        if chunk[0].form[0].isdigit() or chunk[0].lower == "aged":
            continue
        wider = _wider_role(text, standing, chunk)
        if wider is not None:
            standing = wider
            continue
        more = read_standing(text, chunk)
        if more.role is not None and standing.role is not None and standing.role.lower() in titles():
            standing = Standing(None, standing.organisation)
        if standing.role is None and more.role is not None:
            standing = more._replace(organisation=more.organisation or standing.organisation)
        elif standing.organisation is None and more.role is None and more.organisation is not None:
            standing = Standing(standing.role, more.organisation)
        elif standing.organisation is None and standing.role is not None and more.role is None and chunk[0].capital:
            name, after = organisation_at(text, chunk, 0)
            bracketed = text[max(0, chunk[0].start - 1)] == "("
            if name is not None and after == len(chunk) and not bracketed and _can_be_body(chunk, standing.role):
                standing = Standing(standing.role, name)
            elif not between and not bracketed:
                break
        elif more is NOTHING and not between and (len(chunk) > 3 or any(word.capital for word in chunk)):
            break
        if chunk[0].lower in ("who", "which"):
            break
    start = words[first].start
    end = words[last].start + len(bare(words[last].form))
    if words[last].form.endswith(".") and len(words[last].lower) != 1 and "." not in words[last].lower:
        end -= 1
    return Pointer(start, end, "person", gender, standing.role, standing.organisation)


def _wider_role(text: str, standing: Standing, chunk: list[Word]) -> Standing | None:
    """The role with a further field that a comma or dash parts from it: "Head of Careers, Diversity & Inclusion"."""
    subjects = word_set("subject_words")
    if standing.role is None or standing.organisation is not None or standing.role_start < 0:
        return None
    if standing.role_end > chunk[0].start or chunk[0].start - standing.role_end > 4 or not chunk[0].capital:
        return None
    index = 0
    while index < len(chunk) and (
        bare(chunk[index].lower) in subjects or (index and chunk[index].lower in ("and", "&"))
    ):
        index += 1
    if not index:
        return None
    organisation = None
    if index < len(chunk):
        if chunk[index].lower not in ("at", "for", "with"):
            return None
        organisation, _ = organisation_at(text, chunk, index + 1)
    end = chunk[index - 1].end
    return Standing(text[standing.role_start : end], organisation, standing.role_start, end)


def _can_be_body(chunk: list[Word], role: str) -> bool:
    """Whether a chunk in capitals after a role names where it is held, not a year group, party or second person."""
    if role.lower() in titles() or chunk[0].lower in ("year", "level", "key", "form", "grade", "class", "aged"):
        return False
    return name_in_run(chunk, 0, len(chunk) - 1) is None


def _courtesy(word: Word) -> bool:
    title = titles().get(word.lower)
    return title is not None and title.use == "no" and not is_role_noun(word)


def _unnamed(text: str, words: list[Word], *, from_start: bool, vouched: bool) -> Pointer | None:
    """A speaker told by role ("the headteacher at X") or a body ("Our selection panel", "Fenland Council")."""
    begin = 0
    if from_start:
        while begin < len(words) and words[begin].lower in DETERMINERS:
            begin += 1
        if (
            begin + 1 < len(words)
            and begin
            and words[begin].lower == "of"
            and words[begin - 1].lower in ("one", "some", "many", "all")
        ):
            begin += 1
            while begin < len(words) and words[begin].lower in DETERMINERS:
                begin += 1
        if begin >= len(words):
            if words[0].lower in ("one", "another", "some", "many", "all", "both"):
                return Pointer(words[0].start, words[0].end, "role", "u", None, None)
            return None
    for index in range(begin, min(len(words), begin + 3)):
        if (
            words[index].lower.endswith(("-old", "-of-two", "-of-three", "-of-four", "-of-one"))
            or words[index].lower in _ANAPHORS
        ):
            if index and words[index - 1].lower == "the" and (index + 1 == len(words) or not words[index + 1].capital):
                return Pointer(words[index].start, words[index].end, "pronoun", "u", None, None)
    noun = -1
    for index in range(begin, min(len(words), begin + 24)):
        if is_role_noun(words[index]) and not words[index].form.endswith(("'s", "’s", "s'", "s’")):
            follow = index + 1
            if follow < len(words) and is_role_noun(words[follow]) and not words[follow].capital:
                continue
            if (
                follow == len(words)
                or words[follow].lower in _PREPOSITIONS
                or words[follow].lower in ("who", "which", "and", "that")
            ):
                noun = index
                break
            if from_start and (words[follow].lower in reporting_verbs() or not words[index].capital):
                noun = index
                break
            if words[index].capital and words[follow].capital:
                continue
        if from_start and index - begin > 7:
            break
    if noun >= 0:
        return _by_role(text, words, begin, noun, from_start)
    runs = capital_runs(text, words)
    if runs:
        first, last = runs[0] if from_start else runs[-1]
        if (from_start and first <= begin) or (not from_start and last == len(words) - 1):
            return _body(text, words, first, last, begin if from_start else 0)
    if not vouched:
        return None
    if not from_start:
        start = len(words) - 1
        while start > 0 and len(words) - start < 4 and words[start - 1].lower not in DETERMINERS:
            start -= 1
        if start == 0 or words[start - 1].lower in DETERMINERS:
            named = words[start:]
            if named[0].lower not in _CONJUNCTIONS and named[0].lower not in _PREPOSITIONS and len(named[-1].form) > 2:
                return Pointer(named[0].start, named[-1].end, "body", "u", None, None)
    return None


def _by_role(text: str, words: list[Word], begin: int, noun: int, from_start: bool) -> Pointer | None:
    start = noun
    low = begin if from_start else 0
    while start > low and noun - start < 7:
        before = words[start - 1]
        if before.lower in DETERMINERS or before.lower in _CONJUNCTIONS or before.lower in _PREPOSITIONS:
            if before.lower == "of" and start - 2 >= low and is_role_noun(words[start - 2]):
                start -= 1
                continue
            break
        if before.lower in reporting_verbs() and not before.capital:
            break
        if text[before.end : words[start].start].strip(" \u00a0\u202f") not in ("", "-", "."):
            break
        start -= 1
    if role_nouns().get(bare(words[noun].lower)) == "document":
        owner = _possessor(words, noun)
        if owner is not None:
            return owner
    standing = read_standing(text, words[start:])
    kind = "body" if _is_group(words[noun]) else "role"
    if standing.role is None or standing.role_start < 0:
        name, after = organisation_at(text, words, start)
        if name is not None and after > noun:
            return Pointer(words[start].start, words[start].start + len(name), "body", "u", None, None)
        return Pointer(
            words[start].start, words[noun].start + len(bare(words[noun].form)), kind, "u", None, standing.organisation
        )
    first, end = standing.role_start, standing.role_end
    if kind == "body" and has_organisation_word(words[start : noun + 1]) and words[start].capital and noun > start:
        first = words[start].start
        end = max(words[noun].end, first)
        _, after = organisation_at(text, words, start)
        if after - 1 > noun:
            end = words[after - 1].start + len(bare(words[after - 1].form))
        return Pointer(first, end, "body", "u", None, None)
    if start >= 3 and [word.lower for word in words[start - 3 : start]] in (
        ["one", "of", "the"],
        ["one", "of", "our"],
        ["some", "of", "the"],
        ["one", "of", "their"],
    ):
        first = words[start - 3].start
    return Pointer(first, end, kind, "u", None, standing.organisation)


def _possessor(words: list[Word], noun: int) -> Pointer | None:
    """Whose report, letter or statement it is that speaks: "Ofsted's report"."""
    for index in range(noun - 1, max(-1, noun - 4), -1):
        word = words[index]
        if word.form.endswith(("'s", "’s")):
            first = index
            while first and words[first - 1].capital and words[first - 1].lower not in DETERMINERS and word.capital:
                first -= 1
            end = word.start + len(bare(word.form))
            return Pointer(words[first].start, end, "body", "u", None, None)
    return None


def _is_group(word: Word) -> bool:
    lower = bare(word.lower)
    return role_nouns().get(lower, "group") != "person"


def _body(text: str, words: list[Word], first: int, last: int, floor: int) -> Pointer | None:
    """A body named in capitals, with the links inside its name ("University of Hull")."""
    begin = first
    while begin - 2 >= floor and words[begin - 1].lower in ("of", "for", "and", "&", "the") and first - begin < 8:
        if words[begin - 2].capital:
            begin -= 2
        elif begin - 3 >= floor and words[begin - 2].lower in ("of", "for", "and") and words[begin - 3].capital:
            begin -= 3
        else:
            break
        while begin > floor and words[begin - 1].capital:
            begin -= 1
    if begin < first and not has_organisation_word(words[begin : last + 1]):
        begin = first
    while begin < last and (
        words[begin].lower in DETERMINERS
        or (is_person_noun(words[begin]) and has_organisation_word(words[begin + 1 : last + 1]))
    ):
        begin += 1
    name, after = organisation_at(text, words, begin)
    if name is None:
        return None
    start = words[begin].start
    end = words[after - 1].start + len(bare(words[after - 1].form)) if after > begin else words[last].end
    if (
        words[begin].lower in DETERMINERS
        or len(text[start:end]) < 2
        or (after == begin + 1 and words[begin].lower in NOT_NAMES)
    ):
        return None
    return Pointer(start, end, "body", "u", None, None)
