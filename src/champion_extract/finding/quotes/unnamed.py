"""Speakers without a name: told by role ("the headteacher at X"), a group ("the judges"), or a body's name."""

from __future__ import annotations

from champion_extract.finding.quotes.bodies import has_organisation_word, is_person_noun, is_role_noun, organisation_at
from champion_extract.finding.quotes.names import bare, capital_runs
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.roles import read_standing
from champion_extract.finding.quotes.words import Word
from champion_extract.tables.reporting import reporting_verbs, role_nouns, word_class


def unnamed_speaker(text: str, words: list[Word], *, from_start: bool, vouched: bool) -> Pointer | None:
    """A speaker told by role ("the headteacher at X") or a body ("Our selection panel", "Fenland Council")."""
    begin = 0
    if from_start:
        while begin < len(words) and words[begin].lower in word_class("determiner"):
            begin += 1
        if (
            begin + 1 < len(words)
            and begin
            and words[begin].lower == "of"
            and words[begin - 1].lower in ("one", "some", "many", "all")
        ):
            begin += 1
            while begin < len(words) and words[begin].lower in word_class("determiner"):
                begin += 1
        if begin >= len(words):
            if words[0].lower in ("one", "another", "some", "many", "all", "both"):
                return Pointer(words[0].start, words[0].end, "role", "u", None, None)
            if vouched and words[-1].lower == "other":
                return Pointer(words[-1].start, words[-1].end, "role", "u", None, None)
            return None
    for index in range(begin, min(len(words), begin + 3)):
        if index and words[index - 1].lower == "the" and _is_anaphor(words, index):
            return Pointer(words[index].start, words[index].end, "pronoun", "u", None, None)
    noun = -1
    for index in range(begin, min(len(words), begin + 24)):
        if is_role_noun(words[index]) and not words[index].form.endswith(("'s", "’s", "s'", "s’")):
            if index and words[index - 1].form == "&":
                continue  # "Uddin & Sons"
            follow = index + 1
            if follow < len(words) and is_role_noun(words[follow]) and not words[follow].capital:
                continue
            if (
                follow == len(words)
                or words[follow].lower in word_class("preposition")
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
    last = len(words) - 1
    if noun >= 0 and not from_start and words[noun].capital and not words[last].capital and is_person_noun(words[last]):
        noun = last  # "a Department for Education spokesperson"
        name, after = organisation_at(text, words, next((i for i, word in enumerate(words) if word.capital), 0))
        if name is not None and after == last:
            return Pointer(words[last].start, words[last].end, "role", "u", None, name)
    if noun >= 0:
        return _by_role(text, words, begin, noun, from_start)
    runs = capital_runs(text, words)
    if runs:
        first, last = runs[0] if from_start else runs[-1]
        if (from_start and first <= begin) or (not from_start and last == len(words) - 1):
            return _body(text, words, first, last, begin if from_start else 0)
    if not vouched:
        return None
    said_the = from_start and words[0].lower in ("the", "one", "another") and begin < len(words) <= begin + 2
    if said_the and not any(word.capital or word.lower in reporting_verbs() for word in words[begin:]):
        return Pointer(words[begin].start, words[-1].end, "role", "u", None, None)  # "says the elder"
    if not from_start:
        start = len(words) - 1
        while start > 0 and len(words) - start < 4 and words[start - 1].lower not in word_class("determiner"):
            start -= 1
        if start == 0 or words[start - 1].lower in word_class("determiner"):
            named = words[start:]
            if (
                named[0].lower not in word_class("conjunction")
                and named[0].lower not in word_class("preposition")
                and len(named[-1].form) > 2
            ):
                return Pointer(named[0].start, named[-1].end, "body", "u", None, None)
    return None


def _is_anaphor(words: list[Word], index: int) -> bool:
    """Whether the word means somebody named before: "the 19-year-old", "the teenager"."""
    if index + 1 < len(words) and words[index + 1].capital:
        return False
    lower = words[index].lower
    return lower in word_class("anaphor") or lower.endswith(("-old", "-of-one", "-of-two", "-of-three", "-of-four"))


def _by_role(text: str, words: list[Word], begin: int, noun: int, from_start: bool) -> Pointer | None:
    start = noun
    low = begin if from_start else 0
    while start > low and noun - start < 7:
        before = words[start - 1]
        if (
            before.lower in word_class("determiner")
            or before.lower in word_class("conjunction")
            or before.lower in word_class("preposition")
        ):
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
        if noun + 2 < len(words) and words[noun + 1].lower in ("from", "by"):  # "a statement from the two councils"
            return unnamed_speaker(text, words[noun + 2 :], from_start=True, vouched=True)
    holder = words[noun - 1] if noun else None
    if (
        holder is not None
        and holder.capital
        and holder.form.endswith(("'s", "’s"))
        and words[noun].lower in word_class("kin")
        and noun - 1 >= begin
    ):
        first = noun - 1  # "Noah's mum"
        return Pointer(words[first].start, words[noun].end, "role", "u", None, None)
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
            while (
                first
                and words[first - 1].capital
                and words[first - 1].lower not in word_class("determiner")
                and word.capital
            ):
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
    joined = any(word.form == "&" for word in words[begin : last + 1])
    if begin < first and not joined and not has_organisation_word(words[begin : last + 1]):
        begin = first
    while begin < last and (
        words[begin].lower in word_class("determiner")
        or (is_person_noun(words[begin]) and has_organisation_word(words[begin + 1 : last + 1]))
    ):
        begin += 1
    name, after = organisation_at(text, words, begin)
    if name is None:
        return None
    start = words[begin].start
    end = words[after - 1].start + len(bare(words[after - 1].form)) if after > begin else words[last].end
    if (
        words[begin].lower in word_class("determiner")
        or len(text[start:end]) < 2
        or (after == begin + 1 and words[begin].lower in word_class("not_in_name"))
    ):
        return None
    return Pointer(start, end, "body", "u", None, None)
