"""The word lists behind quotations: reporting verbs, role nouns, titles, given names and a few small sets.

Each list is a CSV file under ``tables/quotes/`` whose columns ``tables/quotes/README.md`` explains. A list is read
once,
on first use, and every row is checked. Keys are in lower case with plain apostrophes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from champion_extract.errors import TableError
from champion_extract.tables import name_words


class ReportingVerb(NamedTuple):
    """``speech``: it introduces words said ("said"), else a view of somebody ("praised").

    ``inverted``: it may stand before its subject ("said Jo").
    """

    speech: bool
    inverted: bool


class Title(NamedTuple):
    """``gender``: "m", "f" or "u". ``use``: "yes" if part of a name ("Dr"), "no" if not ("Mr"), "role"
    ("Councillor")."""

    gender: str
    use: str


_VALUES = {
    ("verbs.csv", "kind"): frozenset(("speech", "view")),
    ("verbs.csv", "inverted"): frozenset(("yes", "no")),
    ("roles.csv", "kind"): frozenset(("person", "group", "document")),
    ("naming_words.csv", "kind"): frozenset(("verb", "noun")),
    ("titles.csv", "gender"): frozenset(("m", "f", "u")),
    ("titles.csv", "kept"): frozenset(("yes", "no", "role")),
    ("name_genders.csv", "gender"): frozenset(("m", "f")),
}


def _rows(table: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the checked rows of ``quotes/TABLE``; the first column is a key and stands once."""
    place = files("champion_extract.tables").joinpath("quotes").joinpath(table)
    yield from checked_rows(table, columns, place.read_text(encoding="utf-8").splitlines())


def checked_rows(table: str, columns: tuple[str, ...], lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table given as lines; raises ``TableError`` at the first bad one."""
    name = f"quotes/{table}"
    reader = csv.reader(lines)
    if tuple(next(reader, ())) != columns:
        raise TableError(name, 1, f"the columns are not {','.join(columns)}")
    seen: set[str] = set()
    for row in reader:
        line = reader.line_num
        if len(row) != len(columns):
            raise TableError(name, line, f"{len(row)} columns, not {len(columns)}")
        if not row[0] or row[0] != row[0].strip().lower():
            raise TableError(name, line, f"{row[0]!r} is empty or not in lower case")
        if row[0] in seen:
            raise TableError(name, line, f"{row[0]!r} stands twice")
        seen.add(row[0])
        for column, value in zip(columns, row, strict=True):
            allowed = _VALUES.get((table, column))
            if allowed is not None and value not in allowed:
                raise TableError(name, line, f"{column} {value!r} is none of {', '.join(sorted(allowed))}")
        yield tuple(row)


def _pairs(table: str, columns: tuple[str, str]) -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in _rows(table, columns)})


@cache
def reporting_verbs() -> Mapping[str, ReportingVerb]:
    """Verb forms that report what somebody said or thinks."""
    rows = _rows("verbs.csv", ("form", "kind", "inverted"))
    return MappingProxyType({form: ReportingVerb(kind == "speech", inverted == "yes") for form, kind, inverted in rows})


@cache
def role_nouns() -> Mapping[str, str]:
    """Nouns that can be said to speak: "person" ("leader"), "group" ("panel") or "document" ("report")."""
    return _pairs("roles.csv", ("noun", "kind"))


@cache
def titles() -> Mapping[str, Title]:
    """Titles before names, without a full stop."""
    rows = _rows("titles.csv", ("title", "gender", "kept"))
    return MappingProxyType({title: Title(gender, kept) for title, gender, kept in rows})


@cache
def given_names() -> Mapping[str, str]:
    """The project's given names with their usual gender: "m", "f", or "u" where both or either."""
    genders = name_genders()
    names = name_words.given_names() - reporting_verbs().keys()  # "Said" at the start of a sentence is no name
    return MappingProxyType({name: genders.get(name, "u") for name in names})


@cache
def name_genders() -> Mapping[str, str]:
    """The usual gender ("m" or "f") of the given names that have one."""
    return _pairs("name_genders.csv", ("name", "gender"))


@cache
def naming_words() -> Mapping[str, str]:
    """Words that a title, slogan or rating follows: "verb" ("called", "rated") or "noun" ("theme", "campaign")."""
    return _pairs("naming_words.csv", ("word", "kind"))


@cache
def word_set(table: str) -> frozenset[str]:
    """A list of words: organisation_words, subject_words, elisions or label_nouns."""
    column = "noun" if table == "label_nouns" else "word"
    return frozenset(word for (word,) in _rows(f"{table}.csv", (column,)))


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of word_classes.csv ("determiner", "preposition" ...)."""
    return _word_classes()[name]


@cache
def _word_classes() -> Mapping[str, frozenset[str]]:
    table = files("champion_extract.tables").joinpath("quotes").joinpath("word_classes.csv")
    classes: dict[str, set[str]] = {}
    reader = csv.reader(table.read_text(encoding="utf-8").splitlines())
    if next(reader, None) != ["class", "word"]:
        raise TableError("quotes/word_classes.csv", 1, "the columns are not class,word")
    for row in reader:
        if len(row) != 2 or not row[0] or row[1] != row[1].strip().lower() or not row[1]:
            raise TableError(
                "quotes/word_classes.csv", reader.line_num, f"{row} is not a class and a word in lower case"
            )
        if row[1] in classes.setdefault(row[0], set()):
            raise TableError("quotes/word_classes.csv", reader.line_num, f"{row[1]!r} stands twice in {row[0]}")
        classes[row[0]].add(row[1])
    return MappingProxyType({name: frozenset(words) for name, words in classes.items()})
