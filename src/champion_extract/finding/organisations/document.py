"""Bringing together what a document calls by several names: one body, one name, every mention.

Takes for granted the names read out of single pieces; adds acronyms in brackets, short forms, and later mentions of
names that evidence made organisations once, and drops what is left loose.
"""

from __future__ import annotations

from champion_extract.finding.facts import OrganisationMention, OtherName
from champion_extract.finding.names.words import ACRONYM, LOWER, Words
from champion_extract.finding.organisations.bodies import Bodies
from champion_extract.finding.organisations.candidates import WITHOUT_BODIES, Named
from champion_extract.finding.organisations.evidence import decide
from champion_extract.finding.organisations.extent import unexplained
from champion_extract.finding.organisations.settling import settled_type
from champion_extract.finding.organisations.short_forms import (
    acronym_after,
    initials_fit,
    key_of,
    place_form,
    short_forms,
)
from champion_extract.finding.organisations.surroundings import acts
from champion_extract.tables.organisation_words import generic_words

_FILLERS = ("place", "loose", "faint")


def resolve(words: Words, names: list[Named]) -> tuple[list[OrganisationMention], list[OtherName]]:
    """All mentions of organisations and all other names, each in order of place."""
    names = sorted(names, key=lambda name: (name.first, -name.last))
    bodies = Bodies()
    entities: dict[int, int] = {}
    _collect(words, names, entities, bodies)
    for index, name in enumerate(names):
        if name.kind in ("loose", "place") or _is_given_name(name):
            mention = _as_mention(words, name, bodies, whole=True)
            if mention is not None:
                names[index], entities[index] = mention
    names = decide(words, names)
    _collect(words, names, entities, bodies)
    names, entities = _later_mentions(words, names, entities, bodies)
    return _facts(words, names, entities, bodies)


def _is_given_name(name: Named) -> bool:
    return name.kind == "person" and name.first == name.last and name.rule == "given name"


def _collect(words: Words, names: list[Named], entities: dict[int, int], bodies: Bodies) -> None:
    """Give every name of an organisation its entity, and note the acronyms and short forms that follow from it."""
    fresh: list[int] = []
    for index, name in enumerate(names):
        if name.kind == "organisation" and index not in entities:
            written = words.text[slice(*span(words, name))]
            key = key_of(written)
            number = bodies.entity(key, name.known, name.type if name.known else settled_type(words, name))
            entities[index] = number
            if name.rule == "apposition":
                bodies.set_type(number, name.type)
            bodies.called(number, written)
            if written.startswith("The "):
                bodies.with_article.add(key)
            fresh.append(index)
            for short, joins in short_forms(words, name):
                bodies.may_be_called(number, short, joins)
            place = place_form(words, name)
            if place:
                bodies.at_place.setdefault(place, number)
    for index in fresh:
        _introduce(words, names[index], entities[index], bodies)


def span(words: Words, name: Named) -> tuple[int, int]:
    """Offsets of the name, without a trailing 's that is none of it."""
    start, end = words.starts[name.first], words.ends[name.last]
    if words.lowers[name.last] in ("co", "bros") and words.text[end : end + 1] == ".":
        following = words.text[end + 1 : end + 3]
        ends_sentence = following.strip() == "" or (following[0] in " \n" and following[-1].isupper())
        return start, end if ends_sentence else end + 1
    if words.lowers[name.last].endswith("'s") and not name.rule.endswith("'s"):
        end -= 2
    return start, end


def _introduce(words: Words, name: Named, number: int, bodies: Bodies) -> None:
    """An acronym in brackets after the name, or before the name in brackets, becomes a name of its body."""
    acronym = acronym_after(words, name.last)
    if acronym >= 0 and not words.lowers[name.last].endswith("'s"):
        bodies.abbreviates(number, key_of(words.forms[acronym]))
    before = name.first - 1
    if (
        before >= 0
        and words.shapes[before] == ACRONYM
        and words.gap(before) == " ("
        and initials_fit(words, name.first, name.last, words.forms[before])
    ):
        bodies.abbreviates(number, key_of(words.forms[before]))


def _later_mentions(
    words: Words, names: list[Named], entities: dict[int, int], bodies: Bodies
) -> tuple[list[Named], dict[int, int]]:
    """The names without those that stay loose or are places, with short forms and acronyms as mentions; and the entity
    of each mention."""
    kept: list[Named] = []
    numbers: dict[int, int] = {}
    begun = {names[index].first for index in entities}
    for index, name in enumerate(names):
        if index in entities:
            numbers[len(kept)] = entities[index]
            kept.append(name)
            continue
        if name.kind in ("place", "faint"):
            continue
        found = None
        if (
            (name.kind != "person" or _is_given_name(name))
            and name.kind not in WITHOUT_BODIES
            and name.first not in begun
        ):
            found = _as_mention(words, name, bodies)
        if found is None:
            if name.kind != "loose":
                kept.append(name)
            continue
        if name.kind != "loose" and found[0].last < name.last:
            kept.append(name)  # a thing named after a body: both stand
        numbers[len(kept)] = found[1]
        kept.append(found[0])
    _add_acronyms(words, kept, numbers, bodies)
    return kept, numbers


def _add_acronyms(words: Words, kept: list[Named], numbers: dict[int, int], bodies: Bodies) -> None:
    """Add acronyms that no run held as a name: common-looking ones ("EA") that the document introduced."""
    introduced = {key: number for key, number in bodies.of_key.items() if " " not in key and len(key) >= 2}
    if not introduced:
        return
    taken: set[int] = set()
    for name in kept:
        taken.update(range(name.first, name.last + 1) if name.kind == "organisation" else (name.first, name.last))
    for position, shape in enumerate(words.shapes):
        if shape == ACRONYM and position not in taken:
            number = introduced.get(key_of(words.base(position)))
            if number is not None:
                numbers[len(kept)] = number
                kept.append(Named(position, position, "organisation", bodies.type_of(number), 0.93, "acronym"))


def _as_mention(words: Words, name: Named, bodies: Bodies, whole: bool = False) -> tuple[Named, int] | None:
    """The loose name, or its beginning unless ``whole``, as a mention of a body that the document names."""
    generic = generic_words()
    if name.kind == "place":
        start, end = span(words, name)
        number = bodies.at_place.get(key_of(words.text[start:end]))
        if number is None or not acts(words, name, bodies.type_of(number)):
            return None
        return name._replace(
            kind="organisation", type=bodies.type_of(number), confidence=0.7, rule="short form"
        ), number
    for last in range(name.last, name.last - 1 if whole else name.first - 1, -1):
        if words.shapes[last] == LOWER or (name.kind == "loose" and last < name.last and unexplained(words, last + 1)):
            continue
        full = words.text[words.starts[name.first] : words.ends[last]]
        plain = full[:-2] if words.lowers[last].endswith("'s") else full
        for written, rule in ((full, "short form's"), (plain, "short form")):
            key = key_of(written)
            if not key or (last == name.first and key in generic and not written.isupper()):
                continue
            number = bodies.of_key.get(key)
            if number is None:
                number = bodies.short.get(key)
            if number is not None:
                first = name.first
                if words.lowers[first] == "the" and first < last and not bodies.fullest(number).startswith("The "):
                    first += 1
                rule = rule if plain != full else "short form"
                type_ = bodies.type_of(number)
                return Named(first, last, "organisation", type_, 0.93, rule, "", name.article), number
    return None


def _facts(
    words: Words, names: list[Named], entities: dict[int, int], bodies: Bodies
) -> tuple[list[OrganisationMention], list[OtherName]]:
    spans: list[tuple[int, int, int]] = []
    seen: set[tuple[int, int]] = set()
    others: list[OtherName] = []
    for index, name in enumerate(names):
        start, end = span(words, name)
        if index not in entities:
            if name.kind not in _FILLERS:
                others.append(OtherName(start, end, name.kind, name.confidence, name.rule))
            continue
        if name.article >= 0 and key_of(words.text[start:end]) in bodies.with_article:
            start = words.starts[name.article]
        if (start, end) not in seen:
            seen.add((start, end))
            bodies.called(entities[index], words.text[start:end])
            spans.append((start, end, index))
    spans.sort(key=lambda item: (item[0], -item[1]))
    mentions: list[OrganisationMention] = []
    reached = 0
    for start, end, index in spans:
        if start < reached < end:  # crossing: the first, longer one stands
            continue
        reached = max(reached, end)
        number = entities[index]
        name = names[index]
        rule = name.rule.removesuffix("'s")
        mentions.append(
            OrganisationMention(start, end, bodies.fullest(number), bodies.type_of(number), name.confidence, rule)
        )
    others.sort()
    return mentions, others
