"""The word lists of ``finding.numbers``: number words, units, currencies, comparators, changes, nouns, the calendar.

Each list is a CSV file in ``tables/numbers`` (columns are explained in its README). They are read once, on first use;
a bad row raises ``TableError`` with its line. Phrases are written as the lexer splits text: words, signs and hyphens
apart ("per cent", "- plus", "half - day"), in lower case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple, TypeVar, get_args

from champion_extract.errors import TableError
from champion_extract.tables.rows import table_rows
from champion_extract.vocabulary import Comparator, Direction, Status, Unit

Words = tuple[str, ...]
Entry = TypeVar("Entry")


class UnitEntry(NamedTuple):
    """A unit: what it measures, its name where it is none of the record's, its size in them, and how it is written."""

    unit: Unit
    unit_text: str | None
    factor: float
    form: str


class CurrencyEntry(NamedTuple):
    """A currency sign or word: ISO 4217 code, size in it (0.01 for pence), and whether it stands before or after."""

    code: str
    factor: float
    place: str


class ComparatorEntry(NamedTuple):
    """A qualifier before or after a number, and the words after which it is none ("learned about 12 careers")."""

    comparator: Comparator
    not_after: frozenset[str]


class NumberWord(NamedTuple):
    """A number word's value and its role in the grammar of numerals."""

    value: float
    role: str


_NUMBER_ROLES = {
    "unit",
    "teen",
    "ten",
    "scale",
    "ordinal",
    "part",
    "parts",
    "times",
    "multiplied",
    "fold",
    "period",
    "sign",
}
_NOUN_ROLES = {
    "plural",
    "people",
    "attributive",
    "singular",
    "stop",
    "verb",
    "more",
    "possessive",
    "superlative",
    "pronoun",
    "determiner",
    "gathering",
    "amount",
    "time",
    "predicate",
    "class",
    "thing",
    "heads",
    "adult",
    "anyone",
}
_CALENDAR_ROLES = {
    "month",
    "weekday",
    "season",
    "leading",
    "group",
    "period_start",
    "period_adjective",
    "period_unit",
}
_NOT_QUANTITY_KINDS = {"label", "idiom", "compound", "ordinal_noun", "street", "call", "event", "time"}


class _Row(NamedTuple):
    """A row of a table with its place, so that a fault can be named."""

    table: str
    line: int
    cells: dict[str, str]

    def fail(self, reason: str) -> TableError:
        return TableError(f"numbers/{self.table}", self.line, reason)

    def choice(self, column: str, allowed: frozenset[str] | set[str]) -> str:
        value = self.cells[column]
        if value not in allowed:
            raise self.fail(f"{column} is {value!r}, not one of {', '.join(sorted(allowed))}")
        return value

    def number(self, column: str) -> float:
        try:
            return float(self.cells[column])
        except ValueError:
            raise self.fail(f"{column} is {self.cells[column]!r}, not a number") from None

    def words(self, column: str) -> Words:
        words = tuple(self.cells[column].split())
        if not words or self.cells[column] != self.cells[column].lower():
            raise self.fail(f"{column} must be words in lower case")
        return words


def _rows(table: str, *columns: str) -> Iterator[_Row]:
    """The rows of ``numbers/TABLE``; none may stand twice."""
    seen: set[tuple[str, ...]] = set()
    for line, cells in table_rows(f"numbers/{table}", columns):
        if cells in seen:
            raise TableError(f"numbers/{table}", line, "stands twice")
        seen.add(cells)
        yield _Row(table, line, dict(zip(columns, cells, strict=True)))


@cache
def number_words() -> dict[str, NumberWord]:
    """Return each number word with its value and role."""
    words: dict[str, NumberWord] = {}
    for row in _rows("number_words.csv", "word", "value", "role"):
        words[row.cells["word"]] = NumberWord(row.number("value"), row.choice("role", _NUMBER_ROLES))
    return words


@cache
def units() -> dict[Words, UnitEntry]:
    """Return each unit by its words; pounds and pence stand in ``currencies``."""
    entries: dict[Words, UnitEntry] = {}
    for row in _rows("units.csv", "words", "unit", "unit_text", "factor", "form"):
        unit = row.choice("unit", frozenset(get_args(Unit)))
        if (unit == "other") != bool(row.cells["unit_text"]):
            raise row.fail("unit_text belongs to unit other, and to no other")
        form = row.choice("form", {"word", "sign", "glued"})
        entries[row.words("words")] = UnitEntry(
            _as_unit(unit), row.cells["unit_text"] or None, row.number("factor"), form
        )
    return entries


def _as_unit(name: str) -> Unit:
    unit: Unit
    for unit in get_args(Unit):
        if unit == name:
            return unit
    raise ValueError(name)


@cache
def currencies() -> dict[Words, CurrencyEntry]:
    """Return each currency sign, code or word."""
    entries: dict[Words, CurrencyEntry] = {}
    for row in _rows("currencies.csv", "words", "code", "factor", "place"):
        if len(row.cells["code"]) != 3 or not row.cells["code"].isupper():
            raise row.fail("code must be three capitals of ISO 4217")
        place = row.choice("place", {"before", "after", "either", "glued"})
        entries[row.words("words")] = CurrencyEntry(row.cells["code"], row.number("factor"), place)
    return entries


@cache
def comparators(place: str) -> dict[Words, ComparatorEntry]:
    """Return the qualifiers that stand ``before`` or ``after`` a number."""
    entries: dict[Words, ComparatorEntry] = {}
    for row in _rows("comparators.csv", "words", "place", "comparator", "not_after"):
        if row.choice("place", {"before", "after", "degree"}) != place:
            continue
        row.choice("comparator", frozenset(get_args(Comparator)))
        name: Comparator
        for name in get_args(Comparator):
            if name == row.cells["comparator"]:
                entries[row.words("words")] = ComparatorEntry(name, frozenset(row.cells["not_after"].split()))
    return entries


@cache
def degrees() -> frozenset[Words]:
    """Return the words that join a qualifier: "just under", "well over"."""
    return frozenset(
        row.words("words")
        for row in _rows("comparators.csv", "words", "place", "comparator", "not_after")
        if row.cells["place"] == "degree"
    )


@cache
def changes() -> dict[str, tuple[Direction | None, str]]:
    """Return each word of change with its direction (None: the numbers decide) and role."""
    entries: dict[str, tuple[Direction | None, str]] = {}
    for row in _rows("changes.csv", "words", "direction", "role"):
        direction = row.choice("direction", {"up", "down", ""})
        role = row.choice("role", {"verb", "noun", "both", "adverb", "than"})
        way: Direction | None = None
        if direction == "up":
            way = "up"
        elif direction == "down":
            way = "down"
        entries[row.cells["words"]] = (way, role)
    return entries


@cache
def statuses() -> dict[Words, tuple[Status, frozenset[str]]]:
    """Return the cues of a target or a negation, with the words that undo them when they follow."""
    entries: dict[Words, tuple[Status, frozenset[str]]] = {}
    for row in _rows("statuses.csv", "words", "status", "not_before"):
        status: Status = "target" if row.choice("status", {"target", "negated"}) == "target" else "negated"
        entries[row.words("words")] = (status, frozenset(row.cells["not_before"].split()))
    return entries


def _by_role(table: str, roles: set[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {role: set() for role in roles}
    for row in _rows(table, "word", "role"):
        found[row.choice("role", roles)].add(row.cells["word"])
    return {role: frozenset(words) for role, words in found.items()}


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Return the words that decide where a noun phrase begins, has its head and ends, by role."""
    return _by_role("nouns.csv", _NOUN_ROLES)


@cache
def calendar() -> dict[str, frozenset[str]]:
    """Return months, weekdays and other words around years, by role."""
    return _by_role("calendar.csv", _CALENDAR_ROLES)


@cache
def not_quantities() -> dict[str, dict[Words, str]]:
    """Return by kind the words beside which a number states no quantity, each with its example."""
    found: dict[str, dict[Words, str]] = {kind: {} for kind in _NOT_QUANTITY_KINDS}
    for row in _rows("not_quantities.csv", "kind", "words", "example"):
        if not row.cells["example"]:
            raise row.fail("each row needs an example")
        found[row.choice("kind", _NOT_QUANTITY_KINDS)][row.words("words")] = row.cells["example"]
    return found


@cache
def not_quantity_words(kind: str) -> frozenset[str]:
    """Return the first words of the rows of one kind in ``not_quantities.csv``."""
    return frozenset(words[0] for words in not_quantities()[kind])


def by_first_word(entries: dict[Words, Entry]) -> dict[str, list[tuple[Words, Entry]]]:
    """Index phrases by their first word, longest first, for a match that walks forward."""
    return _index(entries, lambda words: words[0])


def by_last_word(entries: dict[Words, Entry]) -> dict[str, list[tuple[Words, Entry]]]:
    """Index phrases by their last word, longest first, for a match that walks back."""
    return _index(entries, lambda words: words[-1])


def _index(entries: dict[Words, Entry], key: Callable[[Words], str]) -> dict[str, list[tuple[Words, Entry]]]:
    index: dict[str, list[tuple[Words, Entry]]] = {}
    for words, entry in entries.items():
        index.setdefault(key(words), []).append((words, entry))
    for found in index.values():
        found.sort(key=lambda item: -len(item[0]))
    return index
