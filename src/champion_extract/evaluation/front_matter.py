"""What a document of the corpus says about itself above its text: genre, layout, publisher, region, origin.

The lists are those of ``corpus/README.md``; a test holds the two together. ``origin`` is "invented" in this project's
corpus; a folder of one's own real pages may say where they are from.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from champion_extract.evaluation.markup import Fault, is_unseen
from champion_extract.vocabulary import EnglishRegion

Genre = Literal[
    "award_page",
    "winners_list",
    "shortlist",
    "winners_prose",
    "press_release",
    "trade_news",
    "case_study",
    "blog",
    "newsletter",
    "annual_report",
    "nomination_form",
    "interview",
    "judges_citation",
    "social_roundup",
]
Layout = Literal[
    "headings",
    "bullets",
    "category_lines",
    "paragraphs",
    "table",
    "question_answer",
    "one_block",
    "scraps",
    "markdown",
    "form_fields",
]
Publisher = Literal[
    "careers_hub",
    "lep",
    "council",
    "combined_authority",
    "college",
    "school",
    "trust",
    "university",
    "employer",
    "charity",
    "chamber",
    "regional_press",
    "trade_press",
    "professional_body",
    "other",
]
FRONT_MATTER: dict[str, tuple[str, ...]] = {
    "genre": get_args(Genre),
    "layout": get_args(Layout),
    "publisher": get_args(Publisher),
    "region": (*get_args(EnglishRegion), "national", "none"),
    "origin": (),
}
_OPTIONAL_FRONT_MATTER = {"split": ("train", "dev", "test"), "note": ()}


class FrontMatter(NamedTuple):
    """The values by key, the text that follows, the line of the file on which that begins, and what was wrong."""

    values: dict[str, str]
    body: str
    body_line: int
    faults: list[Fault]


def read_front_matter(source: str) -> FrontMatter:
    """Read it off the top of a file whose lines end with a line feed. Collects faults, never raises."""
    faults: list[Fault] = []
    values: dict[str, str] = {}
    lines = source.split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        faults.append(Fault(1, "no front matter. Begin the file with a line '---', the keys, and a second line '---'"))
        return FrontMatter(values, source, 1, faults)
    for number, line in enumerate(lines[1:end], start=2):
        key, colon, value = line.partition(":")
        key, value = key.strip(), value.strip()
        if not colon:
            faults.append(Fault(number, "a line of front matter is 'key: value'. Write it so"))
            continue
        allowed = FRONT_MATTER.get(key, _OPTIONAL_FRONT_MATTER.get(key))
        if allowed is None:
            faults.append(
                Fault(number, f"unknown key {key!r}. There are {', '.join((*FRONT_MATTER, *_OPTIONAL_FRONT_MATTER))}")
            )
        elif key in values:
            faults.append(Fault(number, f"{key!r} stands twice. Keep one"))
        elif not value or (allowed and value not in allowed):
            faults.append(Fault(number, f"unknown {key} {value!r}. There are {', '.join(allowed) or 'any words'}"))
        elif any(is_unseen(character) for character in value):
            faults.append(Fault(number, f"{key} holds a character that cannot be seen. Type it anew"))
        values.setdefault(key, value)
    missing = [key for key in FRONT_MATTER if key not in values]
    if missing:
        faults.append(Fault(1, f"front matter without {', '.join(missing)}. Add it"))
    return FrontMatter(values, "\n".join(lines[end + 1 :]), end + 2, faults)
