"""Words by which a write-up says who was recognised: outcomes, verbs, categories, fields, columns, page furniture.

The tables stand in ``tables/nominees/``; their README explains each column. Every phrase is kept folded (``fold``), so
that a look-up is one dictionary access. Takes for granted that the CSV files are UTF-8 with a header row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple, cast, get_args

from champion_extract.errors import TableError
from champion_extract.tables.rows import table_rows
from champion_extract.vocabulary import Outcome

_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " ", "\u200b": None, "`": "'"}
)


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """``words`` in the form in which tables hold them: lower case, plain apostrophes and hyphens, single spaces."""
    if words.isascii():
        return " ".join(words.replace("`", "'").lower().split())
    return " ".join(words.translate(_FOLDED).casefold().split())


class OutcomeLabel(NamedTuple):
    """What a label such as "Joint winners" says."""

    outcome: Outcome
    joint: bool


class RecognitionVerb(NamedTuple):
    """A verb phrase by which prose says who won what.

    ``frame``: "wins" (X won CATEGORY), "named" (X was named CATEGORY), "listed" (X was shortlisted for CATEGORY),
    "goes_to" (CATEGORY went to X). A ``weak`` one has other everyday meanings and needs a category beside it.
    """

    frame: str
    outcome: Outcome
    weak: bool


class CategoryWords(NamedTuple):
    """Words that head the name of a category, and where in it they stand: "start", "end" or "any"."""

    words: str
    place: str
    kind: str | None
    strong: bool


class Furniture(NamedTuple):
    """Words that belong to the page and not to its text. ``whole``: only if they are the whole line."""

    kind: str
    whole: bool


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    return table_rows(f"nominees/{name}.csv", columns)


def _one_of(table: str, line: int, column: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise TableError(f"nominees/{table}.csv", line, f"{column} is {value!r}, not one of {', '.join(allowed)}")
    return value


def _yes(table: str, line: int, column: str, value: str) -> bool:
    return _one_of(table, line, column, value, ("yes", "no")) == "yes"


def _pairs(table: str, columns: tuple[str, str], allowed: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for line, (words, value) in _rows(table, columns):
        key = fold(words)
        if key in pairs:
            raise TableError(f"nominees/{table}.csv", line, f"{words!r} stands twice")
        pairs[key] = _one_of(table, line, columns[1], value, allowed)
    return pairs


@cache
def outcome_labels() -> Mapping[str, OutcomeLabel]:
    """Folded label -> what it says."""
    labels = {}
    for line, (words, outcome, joint) in _rows("outcomes", ("words", "outcome", "joint")):
        _one_of("outcomes", line, "outcome", outcome, get_args(Outcome))
        labels[fold(words)] = OutcomeLabel(cast(Outcome, outcome), _yes("outcomes", line, "joint", joint))
    return labels


@cache
def recognition_verbs() -> Mapping[str, RecognitionVerb]:
    """Folded verb phrase -> its frame and the outcome that it reports."""
    verbs = {}
    for line, (words, frame, outcome, weak) in _rows("verbs", ("words", "frame", "outcome", "weak")):
        _one_of("verbs", line, "frame", frame, ("wins", "named", "listed", "goes_to"))
        _one_of("verbs", line, "outcome", outcome, get_args(Outcome))
        verbs[fold(words)] = RecognitionVerb(frame, cast(Outcome, outcome), _yes("verbs", line, "weak", weak))
    return verbs


@cache
def category_words() -> tuple[CategoryWords, ...]:
    """Words that head categories."""
    found = []
    for line, (words, place, kind, strength) in _rows("categories", ("words", "place", "kind", "strength")):
        _one_of("categories", line, "place", place, ("start", "end", "any"))
        _one_of("categories", line, "kind", kind, ("", "person", "organisation", "project"))
        strong = _one_of("categories", line, "strength", strength, ("strong", "weak")) == "strong"
        found.append(CategoryWords(fold(words), place, kind or None, strong))
    return tuple(found)


@cache
def category_kinds() -> Mapping[str, str]:
    """Word in a category -> what kind of nominee wins it: "person", "organisation", "project"."""
    return _pairs("category_kinds", ("word", "kind"), ("person", "organisation", "project"))


@cache
def name_words() -> Mapping[str, str]:
    """Word in a name -> what it shows it to be: "organisation", "project", or "role" of a person."""
    return _pairs("name_words", ("word", "kind"), ("organisation", "project", "role"))


@cache
def cues() -> Mapping[str, str]:
    """Folded label -> why what follows it is no nominee: sponsor host judge previous closing neutral themes."""
    return _pairs("cues", ("words", "cue"), ("sponsor", "host", "judge", "previous", "closing", "neutral", "themes"))


@cache
def form_fields() -> Mapping[str, str]:
    """Folded label of a nomination form -> nominee name theme award organisation year outcome."""
    return _pairs(
        "fields", ("label", "field"), ("nominee", "name", "theme", "award", "organisation", "year", "outcome")
    )


@cache
def table_columns() -> Mapping[str, str]:
    """Folded header of a table's column -> theme nominee name organisation outcome year other."""
    return _pairs(
        "columns", ("header", "column"), ("theme", "nominee", "name", "organisation", "outcome", "year", "other")
    )


@cache
def scheme_words() -> Mapping[str, str]:
    """Last word of a scheme's name -> "yes" if it shows one by itself, "no" if only where a scheme is expected."""
    return _pairs("schemes", ("word", "sure"), ("yes", "no"))


@cache
def generic_words() -> frozenset[str]:
    """Words before "award" that say nothing about its category ("a national award")."""
    return frozenset(fold(row[0]) for _, row in _rows("generic_words", ("word",)))


_USES = (
    "opener",
    "no subject",
    "no name",
    "no category",
    "no category before a colon",
    "title",
    "particle",
    "small",
)


@cache
def small_words(use: str) -> frozenset[str]:
    """Words by what they do: "opener" begins a sentence in capitals without being a name, "title" stands before one."""
    words: dict[str, set[str]] = {known: set() for known in _USES}
    for line, (word, told) in _rows("small_words", ("word", "use")):
        words[_one_of("small_words", line, "use", told, _USES)].add(fold(word))
    return frozenset(words[use])


@cache
def no_awards() -> tuple[str, ...]:
    """Folded words that sound like an award and are none."""
    return tuple(fold(row[0]) for _, row in _rows("not_awards", ("words", "note")))


@cache
def page_furniture() -> Mapping[str, Furniture]:
    """Folded words -> the kind of section that they are."""
    found = {}
    for line, (words, kind, match) in _rows("furniture", ("words", "kind", "match")):
        _one_of("furniture", line, "kind", kind, ("navigation", "caption", "footer"))
        whole = _one_of("furniture", line, "match", match, ("whole", "start")) == "whole"
        found[fold(words)] = Furniture(kind, whole)
    return found
