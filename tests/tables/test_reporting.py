"""The word lists behind quotations: every row valid, and a bad row named with its line."""

from __future__ import annotations

import pytest

from champion_extract.errors import TableError
from champion_extract.tables import name_words, reporting
from champion_extract.tables.rows import checked_rows

COLUMNS = ("form", "kind", "inverted")


@pytest.mark.parametrize(
    "load",
    [
        reporting.reporting_verbs,
        reporting.role_nouns,
        reporting.titles,
        reporting.given_names,
        reporting.name_genders,
        reporting.naming_words,
        lambda: reporting.word_set("organisation_words"),
        lambda: reporting.word_set("subject_words"),
        lambda: reporting.word_set("elisions"),
        lambda: reporting.word_set("label_nouns"),
        lambda: reporting.word_class("determiner"),
    ],
)
def test_list_is_read(load: object) -> None:
    assert callable(load)
    assert len(load()) > 10


def test_genders_are_of_names_in_the_one_list() -> None:
    assert reporting.name_genders().keys() <= name_words.given_names()


def test_verb_forms_are_no_given_names() -> None:
    assert reporting.given_names().keys().isdisjoint(reporting.reporting_verbs())


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["form,kind,inverted", "said,speech,yes", "Told,speech,no"], 3),
        (["form,kind,inverted", "said,speech,yes", "said,speech,yes"], 3),
        (["form,kind,inverted", "said,song,yes"], 2),
    ],
)
def test_bad_row_is_named(lines: list[str], line: int) -> None:
    rows = checked_rows("quotes/verbs.csv", COLUMNS, "\n".join(lines))
    with pytest.raises(TableError, match=f"quotes/verbs.csv, line {line}"):
        list(reporting.keyed_rows("verbs.csv", rows, COLUMNS))
