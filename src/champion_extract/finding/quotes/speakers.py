"""From the words that point to a speaker to who that is in the document: full name, role and organisation.

A short name or a title means the person of that name; a pronoun means who spoke last, else who was named last, with
that
gender; a role means the person of whom the document says that they hold it.
"""

from __future__ import annotations

from champion_extract.finding.facts import SpeakerMention
from champion_extract.finding.quotes.bodies import is_person_noun, is_role_noun
from champion_extract.finding.quotes.holders import Holders, same_role, without_label
from champion_extract.finding.quotes.names import bare
from champion_extract.finding.quotes.people import People, Person
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.sentences import last_sentence
from champion_extract.finding.quotes.subjects import leading_speaker
from champion_extract.finding.quotes.words import Word, words_of
from champion_extract.tables.reporting import given_names, role_nouns, titles, word_class

_ABOVE = 700
"""Characters above a pronoun's paragraph in which a sentence about somebody is looked for."""
_SENTENCES = 6
_LOOK_BACK = 2500
"""Characters before a pronoun in which the person it means is looked for."""


_GROUP_REACH = 120
_OTHER_NOUN = {"m": "female_noun", "f": "male_noun"}
"""Classes of nouns that a pronoun of one gender cannot mean."""


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
            "g" if pointer.kind == "body" else "u",
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
            near = self._named_near(pointer, before)
            if near is not None:
                return near
        if pointer.gender in "mf":
            above = self._subject_above(pointer, before)
            if above is not None:
                return above
        if pointer.gender == "g" and words.lower() == "they":
            group = self._group_before(pointer)
            if group is not None:
                return group
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
            if pointer.gender in "mf" and gender == "u" and unsure is None:
                unsure = speaker, gender
        return unsure

    def _named_near(self, pointer: Pointer, before: tuple[SpeakerMention, str] | None) -> SpeakerMention | None:
        """Whom the paragraph names before the pronoun, after whoever spoke last: the first of its nearest sentence."""
        text = self._text
        floor = text.rfind("\n", max(0, pointer.start - 600), pointer.start) + 1
        floor = max(floor, pointer.start - 600)
        if before is not None and before[1] == pointer.gender:
            floor = max(floor, before[0].end)
        words = [
            word
            for word in words_of(text, floor, pointer.start)
            if not any(start <= word.start < end for start, end in self.quoted[:40])
        ]
        found: tuple[Person | None, Word] | None = None
        for index, word in enumerate(words):
            person: Person | None = None
            if word.lower in word_class(_OTHER_NOUN.get(pointer.gender, "no_noun")):
                continue
            if word.capital:
                person = self._titled(words, index) or self._people.fullest(bare(word.form), word.start)
                if person is not None and pointer.gender != "u" and person.gender not in (pointer.gender, "u"):
                    person = None
                if (
                    person is None
                    and word.lower in given_names()
                    and word.lower not in word_class("not_in_name") | word_class("name_and_word")
                ):
                    gender = given_names()[word.lower]
                    person = Person(word.form, gender, word.start) if gender in (pointer.gender, "u") else None
                if person is not None and pointer.gender != "u" and person.gender not in (pointer.gender, "u"):
                    person = None
                if person is None:
                    continue
            elif not (index and is_person_noun(word) and self._introduces(words, index)):
                continue
            if found is None or (found[0] is None and person is not None) or "." in text[found[1].end : word.start]:
                if person is None and found is not None and found[0] is not None:
                    continue
                found = person, word
        if found is None:
            return None
        if found[0] is not None:
            return self._as_person(found[0], pointer)
        if before is not None and before[1] == pointer.gender:
            return None
        name = found[1].form
        at = words.index(found[1])
        if at and words[at - 1].form.endswith(("'s", "’s")):
            name = f"{words[at - 1].form} {name}"
        return self._remember(SpeakerMention(name, None, None, pointer.start, pointer.end), pointer.gender)

    def _group_before(self, pointer: Pointer) -> SpeakerMention | None:
        """The people in the plural named last within a few lines before "they": "your learners"."""
        words = words_of(self._text, max(0, pointer.start - _GROUP_REACH), pointer.start)
        for word in reversed(words):
            if word.capital and self._people.fullest(bare(word.form), word.start) is not None:
                return None
            if word.lower.endswith("s") and role_nouns().get(word.lower[:-1]) == "person":
                return self._remember(SpeakerMention(word.form, None, None, pointer.start, pointer.end), "g")
        return None

    def _titled(self, words: list[Word], index: int) -> Person | None:
        """Somebody with a title whom the text names no more fully: "Mr Vassallo"."""
        title = titles().get(words[index].lower)
        if title is None or title.use == "role" or index + 1 >= len(words) or not words[index + 1].capital:
            return None
        following = words[index + 1]
        if following.start - words[index].end > 2 or self._people.fullest(bare(following.form), following.start):
            return None
        return Person(f"{words[index].form} {bare(following.form)}", title.gender, words[index].start)

    def _introduces(self, words: list[Word], index: int) -> bool:
        """Whether the word before a noun for people brings somebody new into the text: "a mum", "Asif's mum"."""
        before = words[index - 1]
        if before.lower in ("a", "an", "one", "another", "my", "the"):
            return True
        if words[index].lower not in word_class("kin"):
            return False
        begins = before.start < 2 or self._text[max(0, before.start - 2) : before.start].strip(" ")[-1:] in ".!?\n"
        return begins and (before.form.endswith(("'s", "’s")) or before.lower in ("his", "her", "their"))

    def _subject_above(
        self, pointer: Pointer, before: tuple[SpeakerMention, str] | None
    ) -> SpeakerMention | None:
        """Whom a sentence of the lines above is about, between whoever spoke last and the pronoun's paragraph."""
        text = self._text
        end = text.rfind("\n", max(0, pointer.start - 600), pointer.start)
        floor = max(0, end - _ABOVE, before[0].end if before is not None else 0)
        if end <= floor:
            return None
        for _ in range(_SENTENCES):
            while end > floor and (text[end - 1].isspace() or text[end - 1] in ".!?…*_"):
                end -= 1
            if end - floor < 3:
                return None
            start = last_sentence(text, max(floor, end - _ABOVE), end)
            if not any(text[mark] in "“”\"" for mark in range(start, min(end, start + 3))):
                subject = leading_speaker(text, start, end, vouched=False)
                if subject is not None and subject.kind == "person" and subject.gender in ("u", pointer.gender):
                    form = text[subject.start : subject.end]
                    person = self._people.fullest(form, subject.start)
                    if person is None and (subject.gender == pointer.gender or " " in form):
                        person = Person(" ".join(form.split()), subject.gender, subject.start)
                    if person is not None and person.gender in ("u", pointer.gender):
                        known = before is not None and before[0].name == person.name
                        return None if known else self._as_person(person, pointer)
            end = start
        return None

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
