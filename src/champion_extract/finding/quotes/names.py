"""The people of a document: full names, and which of them a short form, a title or a pronoun means.

A name is two to four words in capitals whose first is a common given name or follows a title, or which a reporting verb or a
role vouches for. Names of bodies and things are told by their words ("Academy", "Awards").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from champion_extract.finding.quotes.words import Word, close_together, words_of
from champion_extract.tables.reporting import given_names, role_nouns, titles, word_set

PARTICLES = frozenset(
    "de da del della di du la le van von der den ter ten bin ibn al el ap ab y e dos das do abu mc mac st".split()
)
_FIRST_PERSON = frozenset("i i'm i'd i've i'll".split())
_NEVER_FIRST = _FIRST_PERSON | frozenset(
    "and but as when so then while if for in at on after before our a an his her their my meanwhile yesterday today however also"
    " finally here there this that these those with by from to of because although though since during he she they we it".split()
)
POSTNOMINALS = frozenset(
    "OBE MBE CBE KBE DBE BEM MP MSP MS DL KC QC JP FRSA FCA PhD MA BA BSc MSc FCIPD CBiol CEng FRS FREng TD KCB CMG".split()
)
NOT_NAMES = frozenset(
    "the a an and or but for of in on at by with to from as if we i he she they it our my his her their this that these those"
    " when while what who how why where after before during since there here yes no not so then now also both all some many"
    " every each one two three four five monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december winner winners highly commended runner-up finalist finalists"
    " congratulations thank thanks well speaking commenting north south east west north-east north-west south-east south-west"
    " year years years' award awards careers career education skills employability apprenticeship apprenticeships business"
    " communications marketing human resources talent people culture engagement outreach inclusion sixth form key stage"
    " english maths science technology computing design art pe geography history music drama french spanish german"
    " via photo image caption picture read more find contact email tel website twitter facebook linkedin instagram "
    "judges panel day week month christmas easter summer autumn winter spring dear re subject".split()
)
_CANDIDATE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’‑-][^\W\d_]+)*\.?"
    r"(?:[ \u00a0\u202f]{1,2}(?:(?:de|da|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el)[ \u00a0]){0,2}"
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’‑-][^\W\d_]+)*\.?){1,7}"
)
_POSSESSIVE = ("'s", "’s")


_MAX_NAMESAKES = 40
"""People of one surname that are told apart, so that a list of thousands costs no more than its length."""


class Person(NamedTuple):
    """A full name, its gender ("m", "f", "u") and where it first stands."""

    name: str
    gender: str
    place: int


class Name(NamedTuple):
    """A person's name in a row of words: index of its first and last word, gender, and whether it has a surname."""

    first: int
    last: int
    gender: str
    full: bool


def bare(form: str) -> str:
    """``form`` without a possessive ending."""
    return form[:-2] if form.endswith(_POSSESSIVE) else form


def capital_runs(text: str, words: list[Word]) -> list[tuple[int, int]]:
    """(first, last) of each run of words in capitals, initials and the particles between them."""
    runs: list[tuple[int, int]] = []
    index = 0
    count = len(words)
    while index < count:
        if not words[index].capital or words[index].lower in _NEVER_FIRST:
            index += 1
            continue
        last = index
        while last + 1 < count and close_together(text, words[last], words[last + 1]):
            if words[last].form.endswith(_POSSESSIVE):
                break
            if words[last + 1].capital and words[last + 1].lower not in _FIRST_PERSON:
                last += 1
            else:
                reached = _over_particles(text, words, last)
                if reached < 0:
                    break
                last = reached
        runs.append((index, last))
        index = last + 1
    return runs


def _over_particles(text: str, words: list[Word], last: int) -> int:
    """Index of the word in capitals that follows one to three particles after ``last``, or -1."""
    for index in range(last + 1, min(last + 4, len(words) - 1)):
        if words[index].lower not in PARTICLES or not close_together(text, words[index], words[index + 1]):
            return -1
        if words[index + 1].capital:
            return index + 1
    return -1


def name_in_run(words: list[Word], first: int, last: int, *, vouched: bool = False) -> Name | None:
    """The person's name that ends the run ``first`` to ``last``, if there is one.

    ``vouched``: the place says that a person is named, so a given name nobody has listed will do.
    """
    known = given_names()
    while last > first and words[last].form in POSTNOMINALS:
        last -= 1
    while last - first >= 2 and bare(words[last].lower) in role_nouns() and _is_given(words[first].lower):
        last -= 1
    title_at = _title_in(words, first, last)
    begin = title_at + 1 if title_at >= 0 else _begin_of_name(words, first, last, vouched=vouched)
    if begin < 0:
        return None
    named = [bare(word.lower) for word in words[begin : last + 1]]
    size = len(named)
    listed = _is_given(named[0])
    organisations = word_set("organisation_words")
    if not 1 <= size <= 5 or any(
        word in organisations and (word not in known or index) for index, word in enumerate(named)
    ):
        return None
    if any(word in NOT_NAMES and word not in known for word in named):
        return None
    if title_at < 0:
        if size == 1 and not listed and not (vouched and first == begin):
            return None
        if size == 1 and words[begin].form.isupper() and len(words[begin].form) > 1:
            # initials are a name, an acronym is not
            return (
                Name(begin, last, "u", False)
                if all(len(part) == 1 for part in words[begin].form.strip(".").split("."))
                else None
            )
        if size > 1 and named[-1] in role_nouns() and not listed:
            return None
        if not listed and any(word.form.isupper() and len(word.form) > 3 for word in words[begin : last + 1]):
            return None
    gender = titles()[words[title_at].lower].gender if title_at >= 0 else "u"
    if gender == "u" and (size > 1 or title_at < 0):
        gender = known.get(named[0], known.get(named[0].split("-")[0], "u"))
    if title_at >= 0 and (titles()[words[title_at].lower].use == "yes" or size == 1):
        begin = title_at
        while begin > first and titles().get(words[begin - 1].lower, titles()["mr"]).use == "yes":
            begin -= 1
    return Name(begin, last, gender, size > 1)


def _is_given(lower: str) -> bool:
    known = given_names()
    lower = bare(lower)
    return lower in known or lower.split("-")[0] in known


def _title_in(words: list[Word], first: int, last: int) -> int:
    """Index of the last title in the run that a name follows, or -1."""
    for index in range(last - 1, first - 1, -1):
        title = titles().get(words[index].lower)
        if title is not None and not (words[index].lower in given_names() and title.use == "no"):
            return index
    return -1


def _begin_of_name(words: list[Word], first: int, last: int, *, vouched: bool) -> int:
    """Index of the first word of the name in a run without a title, or -1."""
    for index in range(first, last + 1):
        if not _is_given(words[index].lower):
            continue
        if index == last and first != last and bare(words[index - 1].lower) not in role_nouns():
            continue
        if index == first or _ends_prefix(words[index - 1]):
            return index
        if words[index].lower in NOT_NAMES and index + 1 < last and _is_given(words[index + 1].lower):
            continue
        if first and words[first - 1].lower in ("of", "for", "at"):  # "Mayor of Northmoor Dev Anand"
            return index
        return first if vouched and index - first == 1 else -1
    role = max((index for index in range(first, last + 1) if bare(words[index].lower) in role_nouns()), default=-1)
    if role == last:
        return -1
    if role >= 0:
        return role + 1 if last - role >= 2 else -1
    if not vouched:
        return -1
    capitals = [index for index in range(first, last + 1) if words[index].capital]
    return capitals[-2] if len(capitals) > 3 else first


def _ends_prefix(word: Word) -> bool:
    """Whether a name can begin after ``word`` inside a run: after a role, a field, a body's name, an age."""
    lower = bare(word.lower)
    return (
        lower in role_nouns()
        or lower in NOT_NAMES
        or lower in word_set("organisation_words")
        or lower in word_set("subject_words")
        or lower.endswith("-old")
    )


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
        for match in _CANDIDATE.finditer(text):
            forms = match.group().replace("\u00a0", " ").split()
            if not any(
                form.lower() in known or form.lower().rstrip(".") in all_titles or "-" in form for form in forms
            ):
                continue
            words = words_of(text, match.start(), match.end())
            for first, last in capital_runs(text, words):
                name = name_in_run(words, first, last)
                if name is not None and name.full:
                    self.add(
                        text[words[name.first].start : words[name.last].start] + bare(words[name.last].form),
                        name.gender,
                        words[name.first].start,
                    )

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
        """Whom ``form`` ("Ms Patel", "Anita", "Anita Patel") at ``place`` means: the one named so before, else after."""
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
