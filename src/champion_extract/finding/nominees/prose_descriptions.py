"""Winners whom a sentence only describes: "A Fenland foundry has been named Employer of the Year. Acme Castings, ...".

The name stands in the headline, or begins one of the next sentences, and is of the kind that the description says.
"""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind
from champion_extract.finding.nominees.naming import Name
from champion_extract.finding.nominees.prose_names import Described, ProseNames
from champion_extract.finding.nominees.shapes import kind_of
from champion_extract.vocabulary import Outcome

_DESCRIPTION = re.compile(
    r"[“\"‘'\s]*(?:(?:A|An|The)\s+(?:[\w’'&-]+\s+){0,8}?[a-z][\w-]+|(?:[A-Z][\w’'&-]+\s+){0,3}[A-Z][\w-]*[’']s?\s+"
    r"(?:[a-z][\w-]+\s+){0,4}[a-z][\w-]+)\b"
)
_PERSON = re.compile(
    r"\b(?:man|woman|teenager|teen|teacher|headteacher|head|leader|adviser|advisor|mentor|engineer|apprentice|student|"
    r"pupil|volunteer|worker|nurse|governor|boss|mum|dad|grandfather|grandmother|manager|coach|technician|"
    r"librarian|driver|"
    r"owner|founder|farmer|chef|officer|lecturer|tutor|who)\b"
)
_NO_WINNER = re.compile(
    r",?\s+(?:which|who)\s+(?:run|runs|organise|organises|sponsor|sponsors|judged|hosts?|present)|\s+(?:said|"
    r"says|added|"
    r"organised|hosted|sponsored|presented|runs the|ran the)\b|[’']s?\s"
)
_FAR = 900
_SENTENCES = 4


class DescriptionReader(ProseNames):
    """Keeps the last description, and finds the name that it is of."""

    def _describe(self, low: int, verb: int, high: int, themes: list[str | None], outcome: Outcome) -> list[Name]:
        """The headline's name for the subject before ``verb``, if that is a description; else keeps it for later."""
        match = _DESCRIPTION.match(self.page.text, low, verb)
        if match is None or outcome != "winner" or verb - low > 240:
            return []
        person = _PERSON.search(self.page.text, low, verb) is not None
        name = self._in_headline(low, person)
        if name is not None:
            return [name]
        self.described = Described(high, themes, person, _SENTENCES)
        return []

    def _in_headline(self, low: int, person: bool) -> Name | None:
        """The first name of the title, if it is of the right kind, and the title stands shortly before ``low``."""
        end = min(self.page.title_end, low)
        if not end or low - end > 500:
            return None
        for section in self.page.sections[:8]:
            if section.content_start >= end or section.kind not in ("heading", "paragraph"):
                continue
            start, stop = section.content_start, min(section.content_end, end)
            people = self.page.people_in(start, min(start + 60, stop))
            bodies = self.page.organisations_in(start, min(start + 60, stop))
            first = people[:1] if person else bodies[:1]
            if first and first[0].start <= start + 4 and first[0].end < stop:
                kind = "person" if person else kind_of(self.page, first[0].start, first[0].end, None)
                return Name(first[0].start, first[0].end, kind, None)
        return None

    def _name_described(self, index: int, low: int, high: int) -> None:
        """Whether the sentence between ``low`` and ``high`` begins with the name of the one described before."""
        described = self.described
        if described is None or low < described.end:
            return
        self.described = described._replace(left=described.left - 1) if described.left > 1 else None
        if low - described.end > _FAR:
            self.described = None
            return
        text = self.page.text
        at = low + (4 if text.startswith("The ", low) else 0)
        if described.person:
            found = [(name.start, name.end) for name in self.page.people_in(low, min(high, low + 90))]
        else:
            found = [(body.start, body.end) for body in self.page.organisations_in(low, min(high, low + 120))]
        start, end = found[0] if found else (-1, -1)
        if start not in (low, at) or (described.person and " " not in text[start:end]):
            return
        self.described = None
        if _NO_WINNER.match(text, end, high):
            return
        kind = "person" if described.person else kind_of(self.page, start, end, expected_kind(described.themes[0]))
        self._add(
            index, [Name(start, end, kind, None)], described.themes, "winner", False, low, high, "prose_described", 0.65
        )
