"""What the document says of its people: who holds which role, where."""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.quotes.bodies import is_body, is_role_noun, organisation_at
from champion_extract.finding.quotes.names import bare
from champion_extract.finding.quotes.people import People, Person
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.subjects import leading_speaker
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import word_set

_MAX_PLACES = 3
"""Places of one person that are looked at."""
_MAX_HOLDERS = 40
"""People told apart who hold roles of one noun."""
_STARTS = (". ", ", ", "; ", ": ", "! ", "? ", "” ", '" ', "\n")
_ENDS = ("\n", ". ", ":", "“", '"', "! ", "? ")


class Holder(NamedTuple):
    """Somebody said to hold a role, and where the document says so."""

    place: int
    person: Person
    role: str
    organisation: str | None


class Holders:
    """Who holds which role in a document; read once, when first asked for."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people
        self._by_role: dict[str, list[Holder]] | None = None
        self._by_name: dict[str, Holder] = {}
        self._bodies: dict[str, str] = {}

    def by_role(self, noun: str) -> list[Holder]:
        """Holders of roles whose last role noun is ``noun``, in order."""
        return self._read().get(noun, [])

    def of(self, person: Person) -> tuple[str | None, str | None]:
        """Role and organisation of a person, as the document first states them."""
        self._read()
        held = self._by_name.get(person.name)
        body = self._bodies.get(person.name)
        return (None, body) if held is None else (held.role, held.organisation or body)

    def _read(self) -> dict[str, list[Holder]]:
        if self._by_role is not None:
            return self._by_role
        self._by_role = {}
        counted: dict[str, int] = {}
        for place, person in list(self._people.places()):
            if not self._may_tell(place, place + len(person.name)):
                continue
            counted[person.name] = counted.get(person.name, 0) + 1
            if counted[person.name] > _MAX_PLACES:
                continue
            pointer = self._described(place, place + len(person.name))
            if pointer is None or pointer.role is None:
                body = self._body_of(place + len(person.name))
                if body is not None:
                    full = self._people.fullest(person.name, place) or person
                    self._bodies.setdefault(full.name, body)
                continue
            nouns = role_forms(pointer.role)
            head = next((word for word in reversed(pointer.role.lower().split()) if word in nouns), None)
            if head is None:
                continue
            full = self._people.fullest(person.name, place) or person
            holder = Holder(place, full, pointer.role, pointer.organisation)
            self._by_name.setdefault(full.name, holder)
            held = self._by_role.setdefault(head, [])
            if len(held) < _MAX_HOLDERS:
                held.append(holder)
        return self._by_role

    def _described(self, start: int, end: int) -> Pointer | None:
        """The person named from ``start`` to ``end``, with what stands around the name in its clause."""
        text = self._text
        begin = clause = max(0, start - 80)
        for cut in _STARTS:
            at = text.rfind(cut, begin, start)
            if at >= 0:
                begin = at + len(cut)
            at = text.rfind(cut, clause, start)
            if at >= 0 and cut != ", ":
                clause = at + len(cut)
        stop = min(len(text), start + 160)
        for cut in _ENDS:
            at = text.find(cut, end, stop)
            if at >= 0:
                stop = at
        tries = [begin, start]
        words = words_of(text, begin, start)
        if words and is_role_noun(words[-1]) and not words[-1].form.endswith(("'", "’", "'s", "’s")):
            tries[1:1] = [word.start for word in words[-3:] if word.form[0].isalpha()]
        if clause < begin == start:  # "His apprentice, Lily Chen, does too"
            tries.append(clause)
        for place in tries:
            pointer = leading_speaker(text, place, stop, vouched=False)
            if pointer is not None and pointer.kind == "person" and pointer.role is not None and pointer.start == start:
                return pointer
        return None

    def _body_of(self, end: int) -> str | None:
        """The body that stands right after a name: "Jo Bloggs of Anytown Hub", "Jo Bloggs, Anytown School"."""
        text = self._text
        stop = min(len(text), end + 90)
        for cut in ("\n", ". ", "; "):
            at = text.find(cut, end, stop)
            stop = at if at >= 0 else stop
        words = words_of(text, end, stop)
        if not words:
            return None
        linked = words[0].lower in ("of", "from", "at") and text[end : words[0].start] == " "
        apposed = text[end : end + 2] in (", ", " (") and words[0].start <= end + 2
        if not (linked or apposed) or not is_body(text, words, int(linked)):
            return None
        name, after = organisation_at(text, words, int(linked))
        following = text[words[after - 1].end : words[after - 1].end + 1]
        return name if linked or following in ("", "\n", ",", ".", ")", ";", ":", "|") else None

    def _may_tell(self, start: int, end: int) -> bool:
        """Whether what stands beside a name can tell its role: a comma, bracket, dash or "is" after it, a word
        before."""
        text = self._text
        after = text[end : end + 8]
        if after[:1] in (",", "(", "–", "—") or after.lstrip()[:1] in ("(", "–", "—", "-"):
            return True
        if after.split(" ")[1:2] in (["is"], ["was"], ["of"], ["at"], ["from"]):
            return True
        before = words_of(text, max(0, start - 24), start)
        return bool(before) and (
            is_role_noun(before[-1])
            or text[start - 2 : start - 1] == ","
            or before[-1].lower in word_set("subject_words")
        )


def role_forms(role: str) -> set[str]:
    """The role nouns of a role, in lower case."""
    return {word.lower for word in words_of(role, 0, len(role)) if is_role_noun(word)}


def same_role(left: str, right: str) -> bool:
    """Whether two roles share a word."""
    return bool(set(left.lower().split()) & set(right.lower().split()))


def without_label(name: str) -> str:
    """ "Chair" of "Chair's comments"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in word_set("label_nouns"):
        words.pop()
    return bare(" ".join(words)).rstrip("'’")
