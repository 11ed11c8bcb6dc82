"""The name of a person in a run of words in capitals, told from roles, bodies and things.

A name is two to four words whose first is a common given name or follows a title, or which the place vouches for:
beside
a reporting verb or a role an unlisted given name will do.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.quotes.words import Word, close_together
from champion_extract.tables.reporting import given_names, role_nouns, titles, word_class, word_set

_APOSTROPHE_S = ("'s", "’s")


class Name(NamedTuple):
    """A person's name in a row of words: index of its first and last word, gender, and whether it has a surname."""

    first: int
    last: int
    gender: str
    full: bool


def bare(form: str) -> str:
    """``form`` without a possessive ending."""
    return form[:-2] if form.endswith(_APOSTROPHE_S) else form


def capital_runs(text: str, words: list[Word]) -> list[tuple[int, int]]:
    """(first, last) of each run of words in capitals, initials and the particles between them."""
    runs: list[tuple[int, int]] = []
    index = 0
    count = len(words)
    while index < count:
        if not words[index].capital or words[index].lower in word_class("never_first_in_name"):
            index += 1
            continue
        last = index
        while last + 1 < count and close_together(text, words[last], words[last + 1]):
            if words[last].form.endswith(_APOSTROPHE_S):
                break
            if words[last + 1].capital and words[last + 1].lower not in word_class("first_person"):
                last += 1
            else:
                reached = _over_particles(text, words, last)
                if reached < 0:
                    break
                last = reached
        runs.append((index, last))
        index = last + 1
    return runs


def _over_particles(text: str, words: list[Word], last: int) -> int:
    """Index of the word in capitals that follows one to three particles after ``last``, or -1."""
    for index in range(last + 1, min(last + 4, len(words) - 1)):
        if words[index].lower not in word_class("name_particle") or not close_together(
            text, words[index], words[index + 1]
        ):
            return -1
        if words[index + 1].capital:
            return index + 1
    return -1


def name_in_run(words: list[Word], first: int, last: int, *, vouched: bool = False) -> Name | None:
    """The person's name that ends the run ``first`` to ``last``, if there is one.

    ``vouched``: the place says that a person is named, so a given name nobody has listed will do.
    """
    known = given_names()
    while last > first and _is_postnominal(words[last]):
        last -= 1
    while last - first >= 2 and bare(words[last].lower) in role_nouns() and _is_given(words[first].lower):
        last -= 1
    title_at = _title_in(words, first, last)
    begin = title_at + 1 if title_at >= 0 else _begin_of_name(words, first, last, vouched=vouched)
    if begin < 0:
        return None
    named = [bare(word.lower) for word in words[begin : last + 1]]
    size = len(named)
    listed = _is_given(named[0])
    organisations = word_set("organisation_words")
    if not 1 <= size <= 5 or any(
        word in organisations and (word not in known or index) for index, word in enumerate(named)
    ):
        return None
    if any(word in word_class("not_in_name") and word not in known for word in named):
        return None
    if title_at < 0:
        if size == 1 and not listed and not (vouched and first == begin):
            return None
        if size == 1 and words[begin].form.isupper() and len(words[begin].form) > 1:
            # initials are a name, an acronym is not
            return (
                Name(begin, last, "u", False)
                if all(len(part) == 1 for part in words[begin].form.strip(".").split("."))
                else None
            )
        if size > 1 and named[-1] in role_nouns() and not listed:
            return None
        if not listed and any(word.form.isupper() and len(word.form) > 3 for word in words[begin : last + 1]):
            return None
    gender = titles()[words[title_at].lower].gender if title_at >= 0 else "u"
    if gender == "u" and (size > 1 or title_at < 0):
        gender = known.get(named[0], known.get(named[0].split("-")[0], "u"))
    if title_at >= 0 and (titles()[words[title_at].lower].use == "yes" or size == 1):
        begin = title_at
        while begin > first and titles().get(words[begin - 1].lower, titles()["mr"]).use == "yes":
            begin -= 1
    return Name(begin, last, gender, size > 1)


def _is_postnominal(word: Word) -> bool:
    return word.lower in word_class("postnominal") and sum(letter.isupper() for letter in word.form) > 1


def _is_given(lower: str) -> bool:
    known = given_names()
    lower = bare(lower)
    return lower in known or lower.split("-")[0] in known


def _title_in(words: list[Word], first: int, last: int) -> int:
    """Index of the last title in the run that a name follows, or -1."""
    for index in range(last - 1, first - 1, -1):
        title = titles().get(words[index].lower)
        if title is not None and not (words[index].lower in given_names() and title.use == "no"):
            return index
    return -1


def _begin_of_name(words: list[Word], first: int, last: int, *, vouched: bool) -> int:
    """Index of the first word of the name in a run without a title, or -1."""
    for index in range(first, last + 1):
        if not _is_given(words[index].lower):
            continue
        if index == last and first != last and bare(words[index - 1].lower) not in role_nouns():
            continue
        if index == first or _ends_prefix(words[index - 1]):
            return index
        if words[index].lower in word_class("not_in_name") and index + 1 < last and _is_given(words[index + 1].lower):
            continue
        if first and words[first - 1].lower in ("of", "for", "at"):  # "Mayor of Northmoor Dev Anand"
            return index
        if not vouched:
            return index if index < last else -1  # "Meet Alfie Dunn"
        return first if index - first == 1 else -1
    role = max((index for index in range(first, last + 1) if _is_role(words[index])), default=-1)
    if role == last:
        return -1
    if role >= 0:
        return role + 1 if last - role >= 2 else -1
    if not vouched:
        return -1
    capitals = [index for index in range(first, last + 1) if words[index].capital]
    return capitals[-2] if len(capitals) > 3 else first


def _is_role(word: Word) -> bool:
    lower = bare(word.lower)
    return lower in role_nouns() or ("-" in lower and lower.rsplit("-", 1)[1] in role_nouns())


def _ends_prefix(word: Word) -> bool:
    """Whether a name can begin after ``word`` inside a run: after a role, a field, a body's name, an age."""
    lower = bare(word.lower)
    return (
        _is_role(word)
        or lower in word_class("not_in_name")
        or lower in word_set("organisation_words")
        or lower in word_set("subject_words")
        or lower.endswith("-old")
    )
