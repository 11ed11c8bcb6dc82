"""The people of a document: full names, and which of them a short form, a title or a pronoun means.

Found once, when first asked for; takes any number of people, but tells at most some dozens of one surname apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from champion_extract.finding.quotes.genders import gender_by_pronoun, genders_by_title
from champion_extract.finding.quotes.names import bare, capital_runs, name_in_run
from champion_extract.finding.quotes.unlisted_names import has_shape_of_name, is_vouched_for, titled_surnames
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import given_names, role_nouns, titles

_CANDIDATE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’‑-][^\W\d_]+)*(?:(?<![^\W\d_]{5})\.)?"
    r"(?:[ \u00a0\u202f]{1,2}(?:(?:de|da|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el)[ \u00a0]){0,2}"
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’‑-][^\W\d_]+)*(?:(?<![^\W\d_]{5})\.)?){1,7}"
)


_MAX_NAMESAKES = 40
"""People of one surname that are told apart, so that a list of thousands costs no more than its length."""


_MAX_SHORTENED = 200
"""People among whom a shortened given name is looked for."""


class Person(NamedTuple):
    """A full name, its gender ("m", "f", "u") and where it first stands."""

    name: str
    gender: str
    place: int


class People:
    """The people named in a document, found once, when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_word: dict[str, list[Person]] = {}
        self._people: list[Person] = []
        self._places: list[tuple[int, Person]] = []
        self._in_order = True
        self._read = False

    def _find(self) -> None:
        if self._read:
            return
        self._read = True
        text = self._text
        known = given_names()
        all_titles = titles()
        titled: frozenset[str] | None = None
        for match in _CANDIDATE.finditer(text):
            forms = match.group().replace("\u00a0", " ").split()
            end = match.end()
            if len(forms[-1]) > 3 and forms[-1].endswith("."):  # of the sentence, not of an initial
                forms[-1] = forms[-1][:-1]
                end -= 1
            described = False
            if not any(
                form.lower() in known or form.lower().rstrip(".") in all_titles or "-" in form for form in forms
            ):
                named = _without_roles(forms)
                if has_shape_of_name(named):
                    titled = titled_surnames(text) if titled is None else titled
                    begin = match.start() + match.group().find(named[0])
                    described = len(named) < len(forms) or is_vouched_for(text, begin, end, named, titled)
                if not described:
                    continue
            elif "-" in match.group() and not any(form.lower() in known for form in forms):
                titled = titled_surnames(text) if titled is None else titled
                described = has_shape_of_name(forms) and is_vouched_for(text, match.start(), end, forms, titled)
            words = words_of(text, match.start(), match.end())
            for first, last in capital_runs(text, words):
                name = name_in_run(words, first, last, vouched=described)
                if name is not None and name.full:
                    self.add(
                        text[words[name.first].start : words[name.last].start] + bare(words[name.last].form),
                        name.gender,
                        words[name.first].start,
                    )
        self._tell_genders()

    def _tell_genders(self) -> None:
        """Fill in the gender of people whose given name does not tell it, where the text does."""
        if all(person.gender != "u" for person in self._people):
            return
        by_title = genders_by_title(self._text)
        told: dict[str, str] = {}
        places = self.places()
        for number, (place, person) in enumerate(places):
            if person.gender != "u" or told.get(person.name, "u") != "u":
                continue
            gender = by_title.get(_parts(person.name)[-1], "u")
            if gender == "u":
                limit = places[number + 1][0] if number + 1 < len(places) else len(self._text)
                gender = gender_by_pronoun(self._text, place + len(person.name), limit)
            told[person.name] = gender

        def known(person: Person) -> Person:
            return person._replace(gender=told[person.name]) if person.name in told else person

        self._people = [known(person) for person in self._people]
        self._places = [(place, known(person)) for place, person in self._places]
        self._by_word = {word: [known(person) for person in people] for word, people in self._by_word.items()}

    def add(self, name: str, gender: str, place: int) -> None:
        """Take in a full name seen at ``place``."""
        self._find()
        person = Person(" ".join(name.split()), gender, place)
        if self._places and place < self._places[-1][0]:
            self._in_order = False
        self._places.append((place, person))
        parts = _parts(person.name)
        if not parts:
            return
        same = self._by_word.get(parts[-1], [])
        if len(same) >= _MAX_NAMESAKES or any(other.name == person.name for other in same):
            return
        self._people.append(person)
        for part in {parts[0], parts[-1]}:
            self._by_word.setdefault(part, []).append(person)

    def places(self) -> list[tuple[int, Person]]:
        """Every place where somebody is named in full, in order."""
        self._find()
        if not self._in_order:
            self._places.sort(key=lambda item: item[0])
            self._in_order = True
        return self._places

    def fullest(self, form: str, place: int) -> Person | None:
        """Whom ``form`` ("Ms Patel", "Anita", "Anita Patel") at ``place`` means: the one named so before, else
        after."""
        self._find()
        parts = _parts(form)
        if not parts:
            return None
        fitting = [
            person
            for person in self._by_word.get(parts[-1], [])
            if (_parts(person.name)[-1] == parts[-1] and _agrees(form, person))
            or (len(parts) == 1 and _parts(person.name)[0] == parts[0])
        ]
        if len(parts) > 1:
            fitting = [person for person in fitting if _same_person(parts, _parts(person.name))]
        if not fitting and len(parts) == 1 and len(parts[0]) > 2:
            fitting = self._shortened(parts[0])
        if not fitting:
            return None
        before = [person for person in fitting if person.place <= place]
        nearest = (
            max(before, key=lambda person: person.place) if before else min(fitting, key=lambda person: person.place)
        )
        longest = nearest
        for person in self._by_word.get(_parts(nearest.name)[-1], []):
            if len(person.name) > len(longest.name) and _same_person(_parts(nearest.name), _parts(person.name)):
                longest = person
        return longest

    def _shortened(self, form: str) -> list[Person]:
        """The only person whose given name begins with ``form``: "Vik" for Vikram Solanki; nobody if several do."""
        found = [person for person in self._people[:_MAX_SHORTENED] if person.name.lower().startswith(form)]
        return found if len(found) == 1 and form in given_names() else []

    def first_after(self, place: int, end: int) -> Person | None:
        """Who is named first between two places."""
        places = self.places()
        index = bisect_left(places, place, key=lambda item: item[0])
        return places[index][1] if index < len(places) and places[index][0] < end else None

    def last_before(self, place: int, gender: str, floor: int) -> Person | None:
        """Who of ``gender`` was named last before ``place``, not before ``floor``."""
        self.places()
        index = bisect_left(self._places, place, key=lambda item: item[0]) - 1
        while index >= 0 and self._places[index][0] >= floor:
            person = self._places[index][1]
            if gender == "u" or person.gender in (gender, "u"):
                return person
            index -= 1
        return None


def _without_roles(forms: list[str]) -> list[str]:
    """The words after the last role noun of a run, where at least two follow it: "Headteacher Xyz Abc"."""
    for index in range(len(forms) - 3, -1, -1):
        if role_nouns().get(forms[index].lower()) == "person":
            return forms[index + 1 :]
    return forms


def _parts(name: str) -> list[str]:
    """The words of a name in lower case, without titles."""
    forms = [bare(form).lower().replace("’", "'").rstrip(".,") for form in name.split()]
    return [form for form in forms if form and form not in titles()] or forms[-1:]


def _agrees(form: str, person: Person) -> bool:
    title = titles().get(form.split()[0].lower().rstrip("."))
    return title is None or title.gender == "u" or person.gender in ("u", title.gender)


def _same_person(short: list[str], long: list[str]) -> bool:
    """Whether two names with the same surname can be one person's: "Jo Bloggs" and "Jo Anne Bloggs"."""
    if short[-1] != long[-1]:
        return False
    if len(short) == 1 or len(long) == 1:
        return True
    return short[0] == long[0] or (len(short[0]) == 1 and long[0].startswith(short[0]))
