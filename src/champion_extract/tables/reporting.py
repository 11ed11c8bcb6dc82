"""The word lists behind quotations: reporting verbs, role nouns, titles, given names and a few small sets.

Each list is a CSV file under ``tables/quotes/`` whose columns ``tables/quotes/README.md`` explains. A list is read
once, on first use, and every row is checked. Keys are in lower case with plain apostrophes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from champion_extract.errors import TableError
from champion_extract.tables import name_words
from champion_extract.tables.rows import table_rows


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


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The checked rows of ``quotes/NAME``; the first column is a key and stands once."""
    return keyed_rows(name, table_rows(f"quotes/{name}", columns), columns)


def keyed_rows(
    name: str, rows: Iterable[tuple[int, tuple[str, ...]]], columns: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """``rows`` without their lines; raises ``TableError`` for a key in capitals or twice, or a value that is none."""
    table = f"quotes/{name}"
    seen: set[str] = set()
    for line, row in rows:
        if row[0] != row[0].lower():
            raise TableError(table, line, f"{row[0]!r} is not in lower case")
        if row[0] in seen:
            raise TableError(table, line, f"{row[0]!r} stands twice")
        seen.add(row[0])
        for column, value in zip(columns, row, strict=True):
            allowed = _VALUES.get((name, column))
            if allowed is not None and value not in allowed:
                raise TableError(table, line, f"{column} {value!r} is none of {', '.join(sorted(allowed))}")
        yield row


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
    table = "quotes/word_classes.csv"
    classes: dict[str, set[str]] = {}
    for line, (name, word) in table_rows(table, ("class", "word")):
        if not word or word != word.lower():
            raise TableError(table, line, f"{word!r} is empty or not in lower case")
        if word in classes.setdefault(name, set()):
            raise TableError(table, line, f"{word!r} stands twice in {name}")
        classes[name].add(word)
    return MappingProxyType({name: frozenset(words) for name, words in classes.items()})
