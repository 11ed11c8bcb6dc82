"""What somebody is and where: "Careers Leader at Anytown School" read as a role and an organisation.

Works on the words of one chunk, the stretch between two commas, brackets or dashes.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.quotes.bodies import (
    inner_organisation,
    is_body,
    is_person_noun,
    is_role_noun,
    organisation_at,
)
from champion_extract.finding.quotes.names import bare
from champion_extract.finding.quotes.words import Word
from champion_extract.tables.reporting import given_names, role_nouns, word_class, word_set

_POSSESSIVE = ("'s", "’s", "s'", "s’")


class Standing(NamedTuple):
    """A role and an organisation as worded, and the places of the role's words; any may be missing (None, -1)."""

    role: str | None
    organisation: str | None
    role_start: int = -1
    role_end: int = -1


NOTHING = Standing(None, None)


def read_standing(text: str, words: list[Word]) -> Standing:
    """Role and organisation that ``words`` state, read from their beginning; NOTHING if they state neither."""
    count = len(words)
    index = 0
    if words and words[0].lower in ("who", "which"):
        if count > 1 and words[1].lower in ("is", "was"):
            index = 2
        else:
            return _workplace(text, words)
    while index < count and (
        words[index].lower in word_class("determiner")
        or words[index].lower in word_class("before_role")
        or words[index].lower.endswith("-old")
        or words[index].lower in word_class("numeral")
        or (words[index].form.isdigit() and [word.lower for word in words[index + 1 : index + 2]] == ["and"])
        or (words[index].lower == "and" and index > 0 and words[index - 1].form.isdigit())
    ):
        index += 1  # "now 31 and a yard manager"
    if index >= count:
        return NOTHING
    if words[index].lower in word_class("begins_no_role"):
        if words[index].lower in ("from", "at", "of", "for", "with"):
            name, _ = organisation_at(text, words, index + 1)
            if name is not None and (words[index].lower == "at" or is_body(text, words, index + 1)):
                return Standing(None, name)
        return NOTHING
    # "Anytown School's headteacher", "the school's headteacher"
    organisation: str | None = None
    name, after = organisation_at(text, words, index)
    if name is not None and after < count and words[after - 1].form.endswith(_POSSESSIVE) and after - index <= 8:
        rest = read_standing(text, words[after:])
        if rest.role is None:
            return NOTHING
        if after - index == 1 and bare(words[index].lower) in given_names():
            return rest  # "Noah's mum"
        return rest._replace(organisation=rest.organisation or name.rstrip("'’"))
    if index + 1 < count and words[index].form.endswith(_POSSESSIVE) and not words[index].capital:
        index += 1
    end, noun, organisation = _phrase(text, words, index)
    if noun < 0:
        if is_body(text, words, index):
            return Standing(None, organisation_at(text, words, index)[0])
        return NOTHING
    if end - index > 14:
        return NOTHING
    if noun == end - 1 == index + 1 and _is_plural_name(words[index], words[noun]):
        return Standing(None, text[words[index].start : words[noun].start] + bare(words[noun].form).rstrip("'’"))
    split = inner_organisation(words, index, end)
    if split > index:
        organisation = organisation or text[words[index].start : words[split - 1].start] + bare(words[split - 1].form)
        index = split
    if [word.lower for word in words[end - 2 : end]] == ["the", "year"]:
        return NOTHING  # the name of an award
    role = text[words[index].start : words[end - 1].end].rstrip(".'’")
    start = words[index].start
    return Standing(" ".join(role.split()), organisation, start, start + len(role))


def _phrase(text: str, words: list[Word], index: int) -> tuple[int, int, str | None]:
    """(end of the role, index of its first role noun or -1, organisation) of the phrase that begins at ``index``."""
    noun = -1
    count = len(words)
    for position in range(index, count):
        word = words[position]
        lower = word.lower
        if position > index and _gap_breaks(text, words[position - 1], word):
            return position, noun, None
        if noun < 0:
            if lower in ("and", "&") and position > index and words[position - 1].capital:
                continue  # "Skills and Enterprise Manager"
            if is_person_noun(word):
                noun = position
            elif (
                (lower.endswith("ed") and not word.capital and lower not in word_class("role_adjective"))
                or lower in word_class("determiner")
                or lower in word_class("ends_role")
                or lower in word_class("begins_no_role")
                or position - index > 6
            ):
                return position, -1, None
            continue
        if lower in ("at", "with", "from"):
            name, _ = organisation_at(text, words, position + 1)
            if lower == "from" and not is_body(text, words, position + 1):
                name = None
            return position, noun, name
        if lower == "for":
            if is_body(text, words, position + 1):
                return position, noun, organisation_at(text, words, position + 1)[0]
            if bare(words[noun].lower).startswith("spokes"):
                return position, noun, organisation_at(text, words, position + 1)[0]
            continue
        if lower == "of":
            if position + 1 < count and words[position + 1].lower in ("hers", "his", "mine", "theirs", "ours"):
                return position, noun, _workplace(text, words[position + 1 :]).organisation
            if (
                (
                    position + 2 < count
                    and words[position + 1].lower in word_class("determiner")
                    and not words[position + 2].capital
                )
                and role_nouns().get(words[position + 2].lower) == "group"
                and not is_person_noun(words[position + 2])
            ):
                return position, noun, None  # "headteacher of the school"
            if _of_a_body(text, words, noun, position + 1):
                return position, noun, organisation_at(text, words, position + 1)[0]
            continue
        if lower == "in":
            return position, noun, None
        if lower in word_class("ends_role") or (
            lower in word_class("determiner") and words[position - 1].lower not in ("of", "for", "and", "to")
        ):
            return position, noun, None
        if is_person_noun(word) and words[position - 1].lower != "of":
            noun = position
    return count, noun, None


def _of_a_body(text: str, words: list[Word], noun: int, index: int) -> bool:
    """Whether what follows "of" is a body ("Principal of Millbank College") rather than a field ("Head of Careers")."""
    name, after = organisation_at(text, words, index)
    if name is None:
        return False
    subjects = word_set("subject_words")
    last = bare(words[after - 1].lower)
    if is_body(text, words, index) and not all(
        bare(word.lower) in subjects for word in words[index:after] if word.capital
    ):
        return True
    if bare(words[noun].lower) in word_class("role_of_body") and not is_role_noun(words[after - 1]):
        fields = all(bare(word.lower) in subjects for word in words[index:after] if word.capital)
        return not words[after - 1].form[0].isdigit() and not fields
    if last in subjects or words[after - 1].form[0].isdigit() or is_role_noun(words[after - 1]):
        return False
    return bare(words[noun].lower) not in word_class("role_of_place")


def _workplace(text: str, words: list[Word]) -> Standing:
    """The body that a clause names behind "at": "who leads the programme at Millbank College"."""
    for index, word in enumerate(words[:-1]):
        if word.lower == "at" and is_body(text, words, index + 1):
            return Standing(None, organisation_at(text, words, index + 1)[0])
    return NOTHING


def _is_plural_name(first: Word, last: Word) -> bool:
    """Whether two words name a firm: "Calder Surveyors"."""
    if not (first.capital and last.capital) or last.lower in role_nouns() or is_role_noun(first):
        return False
    return first.lower not in word_class("not_in_name") and first.lower not in word_set("subject_words")


def _gap_breaks(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    return any(mark in gap for mark in ".;:\n()[]|") or " – " in gap or " — " in gap or " - " in gap
