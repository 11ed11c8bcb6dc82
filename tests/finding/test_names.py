"""Names that are no organisations: people, awards, events, qualifications and other things."""

from __future__ import annotations

import pytest

from champion_extract.finding.names.words import Words
from champion_extract.finding.organisations import find_names
from champion_extract.tables.name_words import given_names, thing_heads, things


def _others(text: str) -> list[tuple[str, str]]:
    return [(text[name.start : name.end], name.kind) for name in find_names(text).others]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jo Marsh said so.", "Jo Marsh"),
        ("We thank Dr Amina Okafor-Lynch for it.", "Dr Amina Okafor-Lynch"),
        ("Then Mrs Patel spoke.", "Mrs Patel"),
        ("Councillor Maureen Tasker opened it.", "Maureen Tasker"),
        ("Vreni Haldane, finance director at the firm, agreed.", "Vreni Haldane"),
        ("Then Priya Shah's mentor spoke.", "Priya Shah"),
        ("Ana de Souza came too.", "Ana de Souza"),
    ],
)
def test_person(text: str, name: str) -> None:
    assert (name, "person") in _others(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She won the Fenwold Business Award in June.", "Fenwold Business Award", "award"),
        ("It was National Careers Week again.", "National Careers Week", "event"),
        ("All eight Gatsby Benchmarks were met.", "Gatsby Benchmarks", "framework"),
        ("A T Level in health.", "T Level", "qualification"),
        ("Lessons were on Microsoft Teams then.", "Microsoft Teams", "product"),
        ("The Duke of Edinburgh's Award is popular.", "Duke of Edinburgh's Award", "award"),
        ("The final is at Villa Park.", "Villa Park", "venue"),
        ("Our Enterprise Adviser came.", "Enterprise Adviser", "role"),
        ("The Solent Skills Show opens.", "Solent Skills Show", "event"),
    ],
)
def test_thing(text: str, name: str, kind: str) -> None:
    assert (name, kind) in _others(text)
    assert not list(find_names(text).organisations)


def test_a_body_in_the_name_of_an_award_is_found_and_the_award_is_a_thing() -> None:
    text = "She took the Fenwold County Council Apprenticeship Award."
    assert [text[mention.start : mention.end] for mention in find_names(text).organisations] == [
        "Fenwold County Council"
    ]
    assert ("Fenwold County Council Apprenticeship Award", "award") in _others(text)


@pytest.mark.parametrize(
    "text", ["Rolls-Royce", "Barrow-in-Furness", "B&Q", "Sainsbury's", "O’Neill", "J.P.", "Co-operative"]
)
def test_one_word(text: str) -> None:
    assert Words(text).forms == [text]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Ipswich-based", ["Ipswich", "based"]),
        ("ex-Equinor", ["ex", "Equinor"]),
        ("of the yearOakmere", ["of", "the", "year", "Oakmere"]),
        ("easyJet", ["easyJet"]),
    ],
)
def test_words_are_cut(text: str, forms: list[str]) -> None:
    assert Words(text).forms == forms


def test_words_slice_back() -> None:
    text = "Oakmere AcademyThe judges – St. Mary’s, İstanbul & B&Q 5km"
    words = Words(text)
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == words.forms
    assert [len(lower) for lower, form in zip(words.lowers, words.forms, strict=True) if form != "+"] == [
        len(form) for form in words.forms if form != "+"
    ]


def test_tables_are_not_thin() -> None:
    assert len(given_names()) > 2000
    assert len(things()) > 150
    assert sum(map(len, thing_heads().values())) > 200
