"""Whom a pronoun means by what stands before it: named in its paragraph, or what a sentence above is about.

Whoever spoke last is not looked for here; ``before`` is that speaker, with a gender, and limits how far back to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from champion_extract.finding.facts import SpeakerMention
from champion_extract.finding.quotes.bodies import is_person_noun
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
"""Sentences above that are looked at."""
_GROUP_REACH = 120
"""Characters before "they" in which people in the plural are looked for."""
_OTHER_NOUN = {"m": "female_noun", "f": "male_noun"}
"""Classes of nouns that a pronoun of one gender cannot mean."""

Said = tuple[SpeakerMention, str]
"""A speaker and their gender."""


class Antecedent(NamedTuple):
    """Whom a pronoun means: the words used, and the person if they are a name."""

    name: str
    person: Person | None


class Antecedents:
    """What the pronouns of one document can mean."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people

    def named_near(self, pointer: Pointer, before: Said | None, quoted: Sequence[tuple[int, int]]) -> Antecedent | None:
        """Whom the paragraph names before the pronoun, after whoever spoke last: the first of its nearest sentence."""
        text = self._text
        floor = text.rfind("\n", max(0, pointer.start - 600), pointer.start) + 1
        floor = max(floor, pointer.start - 600)
        if before is not None and before[1] == pointer.gender:
            floor = max(floor, before[0].end)
        words = [
            word
            for word in words_of(text, floor, pointer.start)
            if not any(start <= word.start < end for start, end in quoted[:40])
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
            return Antecedent(found[0].name, found[0])
        name = found[1].form
        at = words.index(found[1])
        owner = words[at - 1] if at else None
        newly = at > 1 and words[at - 2].lower in ("a", "an", "one") and words[at - 2].capital  # "A careers leader"
        newly = newly or (owner is not None and owner.lower in ("a", "an", "one") and owner.capital)
        owned = owner is not None and (
            newly or owner.form.endswith(("'s", "’s")) or owner.lower in ("his", "her", "their")
        )
        opening = max((start for start, _ in quoted[:40] if start < pointer.start), default=pointer.start)
        between = self._text[found[1].end : opening].rstrip(" .!?“‘\"'")
        owned = owned and not any(mark in between for mark in ".!?")  # the sentence right before the quotation
        if before is not None and before[1] == pointer.gender and not owned:
            return None
        if owner is not None and owner.form.endswith(("'s", "’s")):
            name = f"{owner.form} {name}"  # "Noah's mum"
        return Antecedent(name, None)

    def subject_above(self, pointer: Pointer, before: Said | None) -> Antecedent | None:
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
            if not any(text[mark] in '“”"' for mark in range(start, min(end, start + 3))):
                subject = leading_speaker(text, start, end, vouched=False)
                if subject is None or subject.kind != "person":
                    subject = self._begins(start, end) or subject
                if subject is not None and subject.kind == "person" and subject.gender in ("u", pointer.gender):
                    form = text[subject.start : subject.end]
                    person = self._people.fullest(form, subject.start)
                    if person is None and (subject.gender == pointer.gender or " " in form):
                        person = Person(" ".join(form.split()), subject.gender, subject.start)
                    if person is not None and person.gender in ("u", pointer.gender):
                        known = before is not None and before[0].name == person.name
                        return None if known else Antecedent(person.name, person)
            end = start
        return None

    def _begins(self, start: int, end: int) -> Pointer | None:
        """The surname of somebody known that a sentence begins with."""
        words = words_of(self._text, start, min(end, start + 40))
        if not words or not words[0].capital or words[0].form.endswith(("'s", "’s")):
            return None
        person = self._people.fullest(words[0].form, start)
        return (
            Pointer(words[0].start, words[0].end, "person", person.gender, None, None) if person is not None else None
        )

    def group_before(self, pointer: Pointer) -> Antecedent | None:
        """The people in the plural named last within a few lines before "they": "your learners"."""
        words = words_of(self._text, max(0, pointer.start - _GROUP_REACH), pointer.start)
        for word in reversed(words):
            if word.capital and self._people.fullest(bare(word.form), word.start) is not None:
                return None
            if word.lower.endswith("s") and role_nouns().get(word.lower[:-1]) == "person":
                return Antecedent(word.form, None)
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
        if index > 1 and words[index - 2].lower in ("a", "an", "one", "another") and not before.capital:
            return True  # "a careers leader"
        if words[index].lower not in word_class("kin"):
            return False
        begins = before.start < 2 or self._text[max(0, before.start - 2) : before.start].strip(" ")[-1:] in ".!?\n”’\"'"
        return begins and (before.form.endswith(("'s", "’s")) or before.lower in ("his", "her", "their"))
