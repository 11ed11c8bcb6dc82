"""What stands around a name and tells whose it is: a label, a role, a noun in apposition, a person beside it."""

from __future__ import annotations

from champion_extract.finding.names.words import DIGITS, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.heads import place_at
from champion_extract.tables.name_words import given_names, role_words
from champion_extract.tables.organisation_words import (
    cues_after,
    generic_words,
    kinds_of_body,
    label_words,
    subject_verbs,
    word_class,
)
from champion_extract.vocabulary import OrganisationType

_OF_PLACES_TOO = frozenset(("is", "was", "will", "can"))
_OWNS_NOTHING = frozenset(
    "and or to at in on for with by from as is was are were has had have will also who which".split()
)
_MAKERS = ("maker", "makers", "builder", "builders", "grower", "growers", "brewer", "brewers")
_LABEL_MARKS = (":", "–", "-", "—", ":**", "**:", "|")


def beside_person(words: Words, person: Named, name: Named) -> bool:
    """Whether a name follows a person's as their organisation: "Jo Bloggs, Corvale" or "Jo Bloggs (Corvale)"."""
    first = name.article if name.article >= 0 else name.first
    if first != person.last + 1 or person.first == person.last:
        return False
    gap = words.text[words.ends[person.last] : words.starts[first]]
    return gap in (", ", " (", " – ", " - ", " | ")


def person_of(words: Words, person: Named, name: Named) -> bool:
    """Whether a name follows a person's full name and "of", as their organisation: "Jo Bloggs of Corvale"."""
    first = name.first
    return (
        person.last > person.first
        and first == person.last + 2
        and words.lowers[first - 1] == "of"
        and words.joined(first - 1)
        and words.joined(person.last)
    )


def counts_people(words: Words, position: int) -> bool:
    """Whether one of the next five words, before any stop, names those whom a body counts: "has just nine staff"."""
    for at in range(position, min(position + 5, len(words))):
        if words.lowers[at] in word_class("people counted"):
            return True
        if not words.joined(at):
            return False
    return False


def role_follows(words: Words, position: int) -> bool:
    """Whether one of the next four words, before any stop, says what a person does: ", finance director"."""
    for at in range(position, min(position + 4, len(words))):
        if words.lowers[at] in role_words():
            return True
        if words.lowers[at] in ("the", "a", "an") or not words.joined(at):
            return False
    return False


def acts(words: Words, name: Named, type_: OrganisationType) -> bool:
    """Whether a place's name stands as that of a school, college or university does: "at Kentmere"; for the first two
    also "Kentmere gave", "Kentmere's students".
    """
    first, last = name.first, name.last
    if first > 0 and words.joined(first - 1) and words.lowers[first - 1] == "at":
        return True
    if not words.joined(last) or type_ == "university":
        return False
    following = words.lowers[last + 1]
    if words.lowers[last].endswith("'s"):
        return following in cues_after() or following in role_words()
    return words.starts_sentence(first) and following in subject_verbs() and following not in _OF_PLACES_TOO


def keeps_possessive(words: Words, name: Named) -> bool:
    """Whether the last 's belongs to the name: "St Wilfrid's", "Bold & Benedict's", not "Holt & Hale's staff"."""
    first, last = name.first, name.last
    if not words.lowers[last].endswith("'s"):
        return False
    if words.lowers[first] in ("st", "saint"):
        return True
    if not words.joined(last) or words.lowers[last + 1] in _OWNS_NOTHING:
        return True  # "lunch given by Colman's and the College"
    paired = any(words.lowers[position] == "&" for position in range(first + 1, last))
    return paired and not (words.joined(last) and words.lowers[last + 1] in generic_words())


def is_compound(words: Words, name: Named) -> bool:
    """Whether common nouns and other words stand together in the name, which people's names have not: "Quayside
    Futures".
    """
    if name.first == name.last:
        return False
    generic = generic_words()
    common = [
        words.base(position) in generic or words.lowers[position] == "&"
        for position in range(name.first, name.last + 1)
    ]
    return any(common) and not all(common)


def is_pair_of_names(words: Words, name: Named) -> bool:
    """Whether "&" joins two words that are neither given names nor common nouns nor places: "Swallow & Teal"."""
    if name.last != name.first + 2 or words.lowers[name.first + 1] != "&":
        return False
    return all(
        words.base(position) not in given_names()
        and words.base(position) not in generic_words()
        and place_at(words, position, position) < 0
        for position in (name.first, name.last)
    )


def named_after_place(words: Words, name: Named) -> bool:
    """Whether the name is a place's with other words after it, as firms, clubs and teams have them: "Wensleydale
    Castings"; no house, whose name is like that as well."""
    first, last = name.first, name.last
    if words.lowers[first] == "the":
        first += 1
    place = place_at(words, first, last)
    if place < 0 or place >= last or words.base(first) in given_names() or words.lowers[first].endswith("'s"):
        return False
    rest = range(place + 1, last + 1)
    if any(words.shapes[position] in (LOWER, DIGITS) or "  " in words.gap(position - 1) for position in rest):
        return False
    if any(not form[1:].islower() and not form.isupper() for form in words.forms[first : last + 1]):
        return False  # words glued together
    ends = words.base(last)
    return ends not in word_class("house") and place_at(words, last, last) < 0


def after_label(words: Words, name: Named) -> int:
    """Points for a name after a label on its line: "Runner-up: Foxglove Dairy", "Sponsor – Vecta"."""
    if name.last - name.first > 4:
        return 0
    start = words.starts[name.first]
    before = name.first - 1
    if name.article == before:
        before -= 1
    if before < 0:
        return 0
    gap = words.text[words.ends[before] : words.starts[before + 1]]
    if len(gap) > 6 or "\n" in gap or gap.strip() not in _LABEL_MARKS:
        return 0
    line = words.text.rfind("\n", max(0, start - 90), start) + 1
    label = words.text[max(line, start - 90) : words.ends[before]].lower()
    if any(word in label for word in label_words("person")):
        return -1
    return 2 if any(word in label for word in label_words("body")) else 0


def kind_in_apposition(words: Words, position: int) -> OrganisationType | None:
    """The kind of body that a noun within the next eight words names ("a local engineering firm"), before any comma."""
    for at in range(position, min(position + 8, len(words))):
        lower = words.lowers[at]
        if lower in kinds_of_body():
            return kinds_of_body()[lower]
        if lower.endswith(_MAKERS):
            return "employer"
        if lower in ("who", "whose", "that", "which", "for", "to", "in", "with", "from", "at", "is", "was"):
            return None
        if not words.joined(at) and words.gap(at) != "-":
            return None
    return None
