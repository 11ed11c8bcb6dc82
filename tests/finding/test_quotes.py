"""Quotations and speakers: the case table, hostile texts, and what must hold for any text.

``tests/cases/quotes.csv``: ``text``; ``expected``, a line for each quotation, ``words <- speaker | role |
organisation``
(nothing after the arrow: no speaker); ``category``; ``note``. Characters that cannot be seen are written ``\\u{A0}``.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.finding.facts import Quotation
from champion_extract.finding.quotes import find_quotes

CASES = Path(__file__).parent.parent / "cases" / "quotes.csv"
MARKS = "\"'“”‘’„«»‹›`"


def decode(words: str) -> str:
    """``words`` with ``\\u{A0}`` turned into the character."""
    return re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), words)


def read_cases() -> list[tuple[str, str, str, str]]:
    """The rows of the case table."""
    with CASES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [(row["text"], row["expected"], row["category"], row["note"]) for row in rows]


def wanted(expected: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """What a cell of the case table says: words, speaker, role, organisation of each quotation."""
    found = []
    for line in filter(None, expected.split("\n")):
        words, arrow, speaker = line.partition(" <-")
        assert arrow, f"no arrow in {line!r}"
        parts: list[str | None] = [decode(part.strip()) or None for part in speaker.split("|")]
        parts += [None] * (3 - len(parts))
        found.append((decode(words), parts[0], parts[1], parts[2]))
    return found


def given_by(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """What the finder gives, in the shape of the case table."""
    return [
        (text[quote.start : quote.end], *((None,) * 3 if quote.speaker is None else quote.speaker[:3]))
        for quote in find_quotes(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{category}-{note}") for text, expected, category, note in read_cases()],
)
def test_case(text: str, expected: str) -> None:
    assert given_by(decode(text)) == wanted(expected)


def test_case_table_is_large() -> None:
    assert len(read_cases()) >= 200


def test_words_that_point_to_the_speaker() -> None:
    text = "The panel praised Anita Patel.\n\n“We did it,” she said. “We really did.”"
    found = find_quotes(text)
    assert [quote.speaker and text[quote.speaker.start : quote.speaker.end] for quote in found] == ["she", "she"]


def test_role_is_no_part_of_the_words_that_point() -> None:
    text = "Our headteacher Martin Ellis said: “We did it.”"
    (found,) = find_quotes(text)
    assert found.speaker is not None
    assert text[found.speaker.start : found.speaker.end] == "Martin Ellis"


def test_stray_mark_costs_no_other_paragraph() -> None:
    plain = "Jo Bloggs said: “We are here.”\n\nSam Odell said: “So are we.”"
    for mark in MARKS:
        broken = f"{plain}\n\nA stray {mark}mark stands here.\n\nAmy Lin said: “And I.”"
        assert [broken[quote.start : quote.end] for quote in find_quotes(broken)] == [
            "We are here.",
            "So are we.",
            "And I.",
        ]


def check(text: str, found: list[Quotation]) -> None:
    """What must hold for any text."""
    at = 0
    for quote in found:
        assert at <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end].strip() != ""
        assert 0 <= quote.confidence <= 1
        at = quote.end
        if quote.speaker is not None:
            start, end = quote.speaker.start, quote.speaker.end
            assert (start, end) == (-1, -1) or 0 <= start < end <= len(text)
            assert quote.speaker.name.strip()


WORDS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "''",
        "«",
        "»",
        "„",
        " ",
        "\n",
        "\n\n",
        "- ",
        "– ",
        ": ",
        ", ",
        ". ",
        "? ",
        "(",
        ")",
        "| ",
        "> ",
        "said",
        "she",
        "He",
        "added",
        "Jo",
        "Bloggs",
        "Ms Patel",
        "headteacher",
        "Head of Careers",
        "Anytown School",
        "at",
        "the",
        "judges",
        "comments",
        "according to",
        "called",
        "which",
        "who is",
        "of",
        "&",
        "It is good",
        "what a day",
        "\u00a0",
        "@",
        "K.S.",
        "Xyla Brandreth, 40,",
        "Noah's mum",
        "What did they say?\nAmelia: I am glad of it.",
        "Judges' comments\n",
        "Rosie Tran\nYear 11 pupil\n",
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.lists(WORDS, max_size=60).map("".join) | st.text(max_size=200))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_sound_spans(text: str) -> None:
    check(text, find_quotes(text))


@given(st.sampled_from(read_cases()), st.integers(0, 400), st.sampled_from([*MARKS, "\n", "\n\n", ":", "—"]))
@settings(max_examples=200, deadline=None)
def test_a_mark_put_anywhere_gives_sound_spans(case: tuple[str, str, str, str], place: int, mark: str) -> None:
    text = decode(case[0])
    broken = text[:place] + mark + text[place:]
    check(broken, find_quotes(broken))
