"""From the words that point to a speaker to who that is in the document: full name, role and organisation.

A short name or a title means the person of that name; a pronoun means who spoke last, else who was named last, with
that
gender; a role means the person of whom the document says that they hold it.
"""

from __future__ import annotations

from champion_extract.finding.facts import SpeakerMention
from champion_extract.finding.quotes.antecedents import Antecedent, Antecedents
from champion_extract.finding.quotes.bodies import is_role_noun
from champion_extract.finding.quotes.holders import Holders, same_role, without_label
from champion_extract.finding.quotes.people import People, Person
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import given_names, word_class

_LOOK_BACK = 2500
"""Characters before a pronoun in which the person it means is looked for."""


class Speakers:
    """Who speaks in a document; quotations are to be shown in order, for pronouns mean those who spoke before.

    ``quoted``: places of the quotations of the paragraph at hand, in which no pronoun's person is looked for.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._people = People(text)
        self._said: list[tuple[SpeakerMention, str]] = []  # with gender, in order
        self.quoted: list[tuple[int, int]] = []
        self._standing: dict[str, tuple[str | None, str | None]] = {}
        self._holders = Holders(text, self._people)
        self._antecedents = Antecedents(text, self._people)

    def resolve(self, pointer: Pointer) -> SpeakerMention:
        """The speaker that ``pointer`` means."""
        words = self._text[pointer.start : pointer.end]
        if pointer.kind == "pronoun":
            return self._by_pronoun(pointer, words)
        if pointer.kind == "person":
            return self._by_name(pointer, words)
        if pointer.kind == "role":
            held = self._by_role(pointer, words)
            if held is not None:
                return held
        name = " ".join(words.split())
        if pointer.kind == "role":
            name = without_label(name)
        return self._remember(
            SpeakerMention(name, None, pointer.organisation, pointer.start, pointer.end),
            "g" if pointer.kind == "body" else self._gender_of_role(name, pointer.start),
        )

    def named_in(self, start: int, end: int) -> SpeakerMention | None:
        """Whom a stretch names last by a full name."""
        person = self._people.last_before(end, "u", start)
        return None if person is None else self._as_person(person, Pointer(-1, -1, "person", person.gender, None, None))

    def begun_by(self, start: int, end: int) -> SpeakerMention | None:
        """Whom a sentence begins with by a surname that the document gives somebody: "Cheverton, who moved"."""
        words = words_of(self._text, start, min(end, start + 40))
        if not words or not words[0].capital or words[0].form.endswith(("'s", "’s")):
            return None
        person = self._people.fullest(words[0].form, start)
        if person is None:
            return None
        return self._as_person(person, Pointer(words[0].start, words[0].end, "person", person.gender, None, None))

    def only_one_in(self, start: int, end: int) -> SpeakerMention | None:
        """Whom a stretch names, if it names one person only, in full."""
        person = self._people.last_before(end, "u", start)
        if person is None:
            return None
        first = self._people.first_after(start, end)
        if first is None or first.name != person.name:
            return None
        return self._as_person(person, Pointer(-1, -1, "person", person.gender, None, None))

    def knows(self, pointer: Pointer) -> bool:
        """Whether the words point to somebody by a full name."""
        words = self._text[pointer.start : pointer.end]
        return " " in words and self._people.fullest(words, pointer.start) is not None

    def _by_name(self, pointer: Pointer, words: str) -> SpeakerMention:
        form = " ".join(words.split())
        person = self._people.fullest(form, pointer.start)
        if person is None:
            if len(form.split()) > 1:
                self._people.add(form, pointer.gender, pointer.start)
            person = Person(form, pointer.gender, pointer.start)
        elif len(person.name) < len(form):
            person = person._replace(name=form)
        role, organisation = pointer.role, pointer.organisation
        known = self._standing_of(person)
        if role is None:
            role = known[0]
        if organisation is None and (pointer.role is None or known[0] is None or same_role(pointer.role, known[0])):
            organisation = known[1]
        self._standing[person.name] = (role, organisation)
        gender = person.gender if person.gender != "u" else pointer.gender
        if " " not in person.name and person.name.lower() not in given_names():
            gender = "g"  # a body with a name of one word: "Ofsted"
        return self._remember(SpeakerMention(person.name, role, organisation, pointer.start, pointer.end), gender)

    def _by_pronoun(self, pointer: Pointer, words: str) -> SpeakerMention:
        before = self._said_before(pointer)
        if pointer.gender in "mfu":
            meant = self._antecedents.named_near(pointer, before, self.quoted)
            if meant is None and pointer.gender in "mf":
                meant = self._antecedents.subject_above(pointer, before)
            if meant is not None:
                return self._as_antecedent(meant, pointer)
        if pointer.gender == "g" and words.lower() == "they":
            group = self._antecedents.group_before(pointer)
            if group is not None:
                return self._as_antecedent(group, pointer)
        if before is not None:
            speaker, gender = before
            return self._remember(
                speaker._replace(start=pointer.start, end=pointer.end), pointer.gender if gender == "u" else gender
            )
        if pointer.gender in "mfu":
            person = self._people.last_before(pointer.start, pointer.gender, pointer.start - _LOOK_BACK)
            if person is not None:
                return self._as_person(person, pointer)
        return self._remember(SpeakerMention(words, None, None, pointer.start, pointer.end), pointer.gender)

    def _said_before(self, pointer: Pointer) -> tuple[SpeakerMention, str] | None:
        """Who spoke last that the pronoun can mean; somebody of unknown gender only if nobody fits better."""
        unsure: tuple[SpeakerMention, str] | None = None
        for speaker, gender in reversed(self._said[-12:]):
            if speaker.start >= 0 and pointer.start - speaker.start > _LOOK_BACK:
                break
            if pointer.gender == "u" and gender in "mfu":
                return speaker, gender
            if gender == pointer.gender or (pointer.gender in "gb" and gender == "g"):
                return speaker, gender
            if pointer.gender in "mfgb" and gender == "u" and unsure is None:
                unsure = speaker, gender
        return unsure

    def _gender_of_role(self, name: str, start: int) -> str:
        """The gender of "Noah's mum" or "lad from Anytown"; "u" if no noun tells, or it is "his grandad", for "he" may
        be either then."""
        before = self._text[max(0, start - 6) : start].lower().split()
        if before and before[-1] in ("his", "her", "their"):
            return "u"
        for word in name.lower().split():
            if word in word_class("female_noun"):
                return "f"
            if word in word_class("male_noun"):
                return "m"
        return "u"

    def _as_antecedent(self, meant: Antecedent, pointer: Pointer) -> SpeakerMention:
        if meant.person is not None:
            return self._as_person(meant.person, pointer)
        return self._remember(SpeakerMention(meant.name, None, None, pointer.start, pointer.end), pointer.gender)

    def _as_person(self, person: Person, pointer: Pointer) -> SpeakerMention:
        role, organisation = self._standing_of(person)
        gender = person.gender if person.gender != "u" else pointer.gender
        return self._remember(SpeakerMention(person.name, role, organisation, pointer.start, pointer.end), gender)

    def _by_role(self, pointer: Pointer, words: str) -> SpeakerMention | None:
        heads = [word.lower for word in words_of(self._text, pointer.start, pointer.end) if is_role_noun(word)]
        if not heads:
            return None
        own_article = self._text[max(0, pointer.start - 8) : pointer.start].lower().split()
        if own_article and own_article[-1] in ("a", "an", "one", "another"):
            return None
        holders = self._holders.by_role(heads[-1].split("'")[0])
        wanted = {word.lower for word in words_of(self._text, pointer.start, pointer.end)} - {
            "comments",
            "comment",
            "of",
            "the",
        }
        wanted = {form.split("'")[0] for form in wanted}
        fitting = [
            holder
            for holder in holders
            if pointer.organisation is None or holder[3] is None or pointer.organisation == holder[3]
        ]
        close = [
            holder
            for holder in fitting
            if wanted <= {form.lower() for form in holder[2].split()} | {"comments", "verdict", "view"}
        ]
        candidates = close or (fitting if len(wanted) == 1 else [])
        if not candidates:
            return None
        before = [holder for holder in candidates if holder[0] <= pointer.start]
        _, person, role, organisation = before[-1] if before else candidates[0]
        return self._remember(
            SpeakerMention(person.name, role, organisation or pointer.organisation, pointer.start, pointer.end),
            person.gender,
        )

    def _standing_of(self, person: Person) -> tuple[str | None, str | None]:
        """Role and organisation that the document gives the person anywhere."""
        known = self._standing.get(person.name)
        if known is None or known == (None, None):
            known = self._standing[person.name] = self._holders.of(person)
        return known

    def _remember(self, speaker: SpeakerMention, gender: str) -> SpeakerMention:
        self._said.append((speaker, gender))
        return speaker
