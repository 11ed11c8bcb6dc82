"""Sections: what each line is taken for, and that every character belongs to exactly one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.finding.facts import Section
from champion_extract.finding.sections import find_sections

LONG = "The school has met two hundred employers since it opened, and every pupil has spent a week with one of them."


def _seen(text: str) -> list[tuple[str, int, str]]:
    return [(found.kind, found.level, text[found.content_start : found.content_end]) for found in find_sections(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Title\n\n## Part\n\nText here.",
            [("heading", 1, "Title"), ("heading", 2, "Part"), ("paragraph", 0, "Text here.")],
        ),
        ("## Part ##\nText.", [("heading", 2, "Part"), ("paragraph", 0, "Text.")]),
        ("- one\n- two", [("item", 0, "one"), ("item", 0, "two")]),
        ("• one\n• two", [("item", 0, "one"), ("item", 0, "two")]),
        ("1. one\n2) two", [("item", 0, "one"), ("item", 0, "two")]),
        ("🏆 one\n🏆 two", [("item", 0, "one"), ("item", 0, "two")]),
        ("a | b\nc | d", [("row", 0, "a | b"), ("row", 0, "c | d")]),
        ("a\tb\nc\td", [("row", 0, "a\tb"), ("row", 0, "c\td")]),
        (
            "Skip to main content\nHello there.",
            [("navigation", 0, "Skip to main content"), ("paragraph", 0, "Hello there.")],
        ),
        ("| Blogs |\nHello there.", [("navigation", 0, "| Blogs |"), ("paragraph", 0, "Hello there.")]),
        ("Home | News | Contact us", [("navigation", 0, "Home | News | Contact us")]),
        ("Share this: Facebook X", [("navigation", 0, "Share this: Facebook X")]),
        ("We use cookies to make this site work.", [("navigation", 0, "We use cookies to make this site work.")]),
        ("Image: the winners on stage", [("caption", 0, "Image: the winners on stage")]),
        ("winners_FINAL.jpg", [("caption", 0, "winners_FINAL.jpg")]),
        ("Pictured: Jo Bloggs", [("caption", 0, "Pictured: Jo Bloggs")]),
        ("© Anytown School 2024", [("footer", 0, "© Anytown School 2024")]),
        ("Privacy policy", [("footer", 0, "Privacy policy")]),
        ("**Winner**\n\nText here.", [("heading", 2, "Winner"), ("paragraph", 0, "Text here.")]),
        ("Title\n=====\n\nText here.", [("heading", 1, "Title"), ("paragraph", 0, "Text here.")]),
        ("Text here.\n\n---\n\nMore of it.", [("paragraph", 0, "Text here."), ("paragraph", 0, "More of it.")]),
    ],
)
def test_marked_lines(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert _seen(text) == expected


def test_a_short_line_over_a_long_one_is_a_heading() -> None:
    assert _seen(f"{LONG}\n\nAnytown School\n\n{LONG}")[1] == ("heading", 2, "Anytown School")


@pytest.mark.parametrize(
    "line",
    [
        "The end came quickly.",
        "and so it was",
        "He said it was over",
        "By Jo Bloggs, Reporter",
        "14 May 2024",
        "19.05.2023",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert _seen(f"{LONG}\n\n{line}\n\n{LONG}")[1][0] != "heading"


def test_headings_stand_without_blank_lines() -> None:
    kinds = [kind for kind, _, _ in _seen(f"{LONG}\nAnytown School\n{LONG}\nBarton College\n{LONG}")]
    assert kinds == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_headings_stand_among_doubled_blank_lines() -> None:
    kinds = [kind for kind, _, _ in _seen(f"{LONG}\n\n\n\nAnytown School\n\n\n\n{LONG}")]
    assert kinds == ["paragraph", "heading", "paragraph"]


def test_themes_stand_above_what_they_head() -> None:
    text = (
        "Excellence 2024\n\nThere are two themes:\n\n• Opening Doors\n• Raising Quality\n\n"
        "Opening Doors\n\nHere we thank some.\n\n"
        f"Anytown School\n\n{LONG}\n\nRaising Quality\n\nHere we thank others.\n\nBarton College\n\n{LONG}"
    )
    levels = {words: level for kind, level, words in _seen(text) if kind == "heading"}
    assert levels == {
        "Excellence 2024": 1,
        "Opening Doors": 2,
        "Anytown School": 3,
        "Raising Quality": 2,
        "Barton College": 3,
    }


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "The school has met two hundred employers since it opened its\n"
        "doors, and every pupil has spent a week with one of them in\n"
        "the past year alone."
    )
    assert len(find_sections(text)) == 1


def test_lines_of_a_list_are_not_taken_for_wrapped_ones() -> None:
    text = "School of the Year: Swanscombe Cross School in the county\nRunner-up: The Ebbsfleet Free School"
    assert len(find_sections(text)) == 2


def test_parents_are_the_headings_above() -> None:
    found = find_sections("# A\n\n## B\n\ntext.\n\n### C\n\ntext.\n\n## D\n\ntext.")
    assert [section.parent for section in found] == [-1, 0, 1, 1, 3, 0, 5]


def test_no_text_has_no_sections_and_blank_text_one() -> None:
    assert find_sections("") == []
    assert find_sections(" \n\n ") == [Section(0, 4, "paragraph", 0, -1, 0, 0)]


_LINES = st.sampled_from(
    [
        "\n",
        "\n\n\n",
        "# A",
        "## B\n",
        "- c\n",
        "• d",
        "e | f\n",
        "| g |\n",
        "\t",
        "H\n",
        "Skip to content\n",
        "---\n",
        "**I**\n",
        " ",
        "\u200b",
        "\x0c",
        "1. j\n",
        "\u2028",
        "\r",
        LONG,
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_LINES, max_size=40).map("".join)))
def test_sections_cover_every_character_once(text: str) -> None:
    found = find_sections(text)
    assert "".join(text[section.start : section.end] for section in found) == text
    place = 0
    for index, section in enumerate(found):
        assert section.start == place
        assert section.start < section.end
        assert section.start <= section.content_start <= section.content_end <= section.end
        assert -1 <= section.parent < index or section.parent == -1
        assert (section.level > 0) == (section.kind == "heading")
        if section.parent >= 0:
            assert found[section.parent].kind == "heading"
        place = section.end
