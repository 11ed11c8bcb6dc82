"""What ``parse_quantities`` must read, from tests/cases/numbers.csv, and what must hold of it on any text."""

from __future__ import annotations

import csv
import importlib.util
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.errors import TableError
from champion_extract.finding.facts import Quantity
from champion_extract.finding.numbers import parse_quantities
from champion_extract.tables import number_words

CASES = Path(__file__).resolve().parents[1] / "cases" / "numbers.csv"
_ITEM = re.compile(r"(?P<words>.*?)=(?P<unit>[a-z_]+):(?P<value>-?[0-9.]+?)(?:\.\.(?P<upper>[0-9.]+))?(?P<rest>,.*)?")
_REST = re.compile(r',(?:(?P<key>[a-z_]+)=)?(?P<value>"[^"]*"|[^,]+)')
_COMPARATORS = {"more_than", "at_least", "less_than", "at_most", "approx"}


class Case(NamedTuple):
    """A line of the case table; ``expected`` is empty where the text states no quantity."""

    line: int
    text: str
    expected: str
    category: str


def cases() -> list[Case]:
    """Return all cases, with the line that each stands in."""
    with CASES.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        return [Case(reader.line_num, row["text"], row["expected"], row["category"]) for row in reader]


def written(text: str, found: Quantity) -> str:
    """Return a quantity in the form of the case table, which is that of the corpus' labels."""
    value = f"{found.value:g}" if isinstance(found.value, float) else str(found.value)
    if found.upper is not None:
        value += f"..{found.upper:g}" if isinstance(found.upper, float) else f"..{found.upper}"
    parts = [f"{text[found.start : found.end]}={found.unit}:{value}"]
    if found.comparator not in ("exact", "range"):
        parts.append(found.comparator)
    for key, attribute in (("of", found.of), ("currency", found.currency), ("unit", found.unit_text)):
        if attribute is not None:
            parts.append(f'{key}="{attribute}"' if re.search(r"[ ,]", attribute) else f"{key}={attribute}")
    if found.direction is not None:
        parts.append(found.direction)
    if found.status != "stated":
        parts.append(found.status)
    if found.period is not None:
        parts.append(f'period="{found.period}"')
    return ",".join(parts)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"line{case.line}-{case.category}")
def test_reads_as_a_careful_reader_would(case: Case) -> None:
    assert "; ".join(written(case.text, found) for found in parse_quantities(case.text)) == case.expected


def test_enough_cases() -> None:
    assert len(cases()) >= 500
    assert len({case.text for case in cases()}) == len(cases())


@pytest.mark.parametrize(
    ("kind", "example"),
    [(kind, example) for kind, rows in number_words.not_quantities().items() for example in rows.values()],
)
def test_examples_of_the_table_state_no_quantity(kind: str, example: str) -> None:
    found = [found for found in parse_quantities(example) if found.unit not in ("date", "year")]
    assert not found, f"{kind}: {example!r} was read as {[example[q.start : q.end] for q in found]}"


def test_skips_numbers_inside_names() -> None:
    text = "The Top 10 Network met 40 pupils from 3 Valleys Trust."
    spans = [(4, 18), (text.index("3 V"), len(text) - 1)]
    assert [found.value for found in parse_quantities(text, spans)] == [40]


def test_confidence_is_that_of_the_kind_of_reading() -> None:
    sure = parse_quantities("They gave £500 to 12 pupils.")
    bare = parse_quantities("It was 14.")
    assert sure[0].confidence > sure[1].confidence > bare[0].confidence


def test_fields_agree() -> None:
    for case in cases():
        for found in parse_quantities(case.text):
            assert (found.upper is not None) == (found.comparator == "range")
            assert (found.currency is not None) == (found.unit == "money")
            assert found.unit_text is None or found.unit == "other"
            assert 0 <= found.confidence <= 1
            assert found.of is None or found.unit not in ("year", "date")


_WORDS = [
    "one", "two", "half", "a", "dozen", "hundred", "thousand", "million", "and", "to", "-", "–", "per", "cent",
    "%", "£", "$", "Year", "Years", "aged", "over", "under", "of", "the", "them", "3", "12,5", "1,250", "2024",
    "7th", "March", ".", ",", "(", ")", "/", ":", "first", "third", "quarters", "rose", "from", "by", "in",
    "pupils", "schools", "Level", "old", "+", "p", "k", "m", "½", "\n", "\n\n", "\u00a0", "’s", "between", "twice",
    "as", "many", "no", "more", "than", "doubled",
]  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
def test_never_raises_and_spans_are_sound(text: str) -> None:
    last = 0
    for found in parse_quantities(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        last = found.end


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: E501
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """Write a number below a thousand million in English words."""
    for scale, name in ((1_000_000, "million"), (1000, "thousand")):
        if number >= scale:
            low = number % scale
            joint = "" if not low else (" and " if low < 100 else " ") + in_words(low)
            return f"{in_words(number // scale)} {name}{joint}"
    if number >= 100:
        return f"{_ONES[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=2, max_value=999_999_999))
def test_words_and_digits_give_the_same_value(number: int) -> None:
    for written_number in (f"{number:,}", in_words(number), f"{number:,}".replace(",", "\u00a0")):
        found = parse_quantities(f"They met more than {written_number} pupils.")
        assert [(q.value, q.comparator, q.of) for q in found] == [(number, "more_than", "pupils")], written_number


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "  "])
def test_kind_of_space_does_not_matter(space: str) -> None:
    text = "We gave £2.5 million to just under 40 per cent of pupils aged 11 to 16 in Years 7 to 11."
    expected = [q[2:13] for q in parse_quantities(text)]
    assert [q[2:13] for q in parse_quantities(text.replace(" ", space))] == expected


def test_a_bad_row_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    row = ("furlong", "length", "", "1", "word")
    monkeypatch.setattr(number_words, "table_rows", lambda table, columns: iter([(2, row)]))
    with pytest.raises(TableError, match=r"units\.csv, line 2: unit is 'length'"):
        number_words.units.__wrapped__()


BENCH = Path(__file__).resolve().parents[2] / "bench" / "quantities.py"
R_TEXT = BENCH.parents[2] / "shared" / "data" / "numbers" / "r-text"


@pytest.mark.skipif(not R_TEXT.is_dir(), reason="the outside sentences are not on this machine")
def test_values_stay_above_the_best_published_system() -> None:
    specification = importlib.util.spec_from_file_location("quantities", BENCH)
    assert specification is not None
    assert specification.loader is not None
    bench = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(bench)
    scores = bench.r_text(R_TEXT, None)
    floors = {**bench.CQE, "all": 0.93}
    assert {name: score for name, score in scores.items() if score < floors[name]} == {}
