"""Bringing together what a document calls by several names: one body, one name, every mention.

Takes for granted the names read out of single pieces; adds acronyms in brackets, short forms, and later mentions of names
that evidence made organisations once, and drops what is left loose.
"""

from __future__ import annotations

from champion_extract.finding.facts import OrganisationMention, OtherName
from champion_extract.finding.names.words import ACRONYM, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.evidence import decide
from champion_extract.finding.organisations.short_forms import acronym_after, initials_fit, key_of, short_forms
from champion_extract.records import OrganisationType
from champion_extract.tables.organisation_words import generic_words

_FILLERS = ("place", "loose")


class Bodies:
    """The bodies of a document: keys and known ids lead to an entity, an entity has a type and a fullest name."""

    def __init__(self) -> None:
        self.of_key: dict[str, int] = {}
        self.of_known: dict[str, int] = {}
        self.types: list[OrganisationType] = []
        self.fullest: list[str] = []

    def entity(self, key: str, known: str, type_: OrganisationType) -> int:
        """The entity with that known id or key, a new one if there is none."""
        number = self.of_known.get(known, -1) if known else -1
        if number < 0:
            number = self.of_key.get(key, -1)
        if number < 0:
            number = len(self.types)
            self.types.append(type_)
            self.fullest.append("")
        self.of_key.setdefault(key, number)
        if known:
            self.of_known.setdefault(known, number)
        return number

    def called(self, number: int, written: str) -> None:
        """Note a name under which the entity stands in the document."""
        if len(written) > len(self.fullest[number]):
            self.fullest[number] = written


def resolve(words: Words, names: list[Named]) -> tuple[list[OrganisationMention], list[OtherName]]:
    """All mentions of organisations and all other names, each in order of place."""
    names = sorted(names, key=lambda name: (name.first, -name.last))
    bodies = Bodies()
    with_article: set[str] = set()
    entities: dict[int, int] = {}
    short: dict[str, int] = {}
    _collect(words, names, entities, bodies, short, with_article)
    names = [
        name._replace(hint=max(name.hint, 3))
        if name.kind == "loose" and _as_mention(words, name, bodies, short, whole=True) is not None
        else name
        for name in names
    ]
    names = decide(words, names)
    _collect(words, names, entities, bodies, short, with_article)
    names, entities = _later_mentions(words, names, entities, bodies, short)
    return _facts(words, names, entities, bodies, with_article)


def _collect(words: Words, names: list[Named], entities: dict[int, int], bodies: Bodies, short: dict[str, int],
             with_article: set[str]) -> None:
    """Give every name of an organisation its entity, and note the acronyms and short forms that follow from it."""
    fresh: list[int] = []
    for index, name in enumerate(names):
        if name.kind == "organisation" and index not in entities:
            written = words.text[slice(*span(words, name))]
            key = key_of(written)
            number = short.get(key, -1) if not name.known and key not in bodies.of_key else -1
            entities[index] = number if number >= 0 else bodies.entity(key, name.known, name.type)
            bodies.called(entities[index], written)
            if written.startswith("The "):
                with_article.add(key)
            fresh.append(index)
    _introduce(words, names, fresh, entities, bodies)
    for index in fresh:
        for key in short_forms(words, names[index]):
            if key not in bodies.of_key:
                short.setdefault(key, entities[index])


def span(words: Words, name: Named) -> tuple[int, int]:
    """Offsets of the name, without a trailing 's that is none of it."""
    start, end = words.starts[name.first], words.ends[name.last]
    if words.lowers[name.last] in ("co", "bros") and words.text[end : end + 1] == ".":
        return start, end + 1
    if words.lowers[name.last].endswith("'s") and not name.rule.endswith("'s"):
        end -= 2
    return start, end


def _introduce(words: Words, names: list[Named], fresh: list[int], entities: dict[int, int], bodies: Bodies) -> None:
    """Acronyms in brackets after a name, or before a name in brackets, become names of its body."""
    for index in fresh:
        name = names[index]
        number = entities[index]
        acronym = acronym_after(words, name.last)
        if acronym >= 0 and not words.lowers[name.last].endswith("'s"):
            form = words.forms[acronym]
            key = key_of(form)
            existing = bodies.of_key.get(key)
            if existing is None or bodies.fullest[existing] == form or not bodies.fullest[existing]:
                bodies.of_key[key] = number
        before = name.first - 1
        if before >= 0 and words.shapes[before] == ACRONYM and words.gap(before) == " (" \
                and initials_fit(words, name.first, name.last, words.forms[before]):
            bodies.of_key[key_of(words.forms[before])] = number


def _later_mentions(words: Words, names: list[Named], entities: dict[int, int], bodies: Bodies,
                    short: dict[str, int]) -> tuple[list[Named], dict[int, int]]:
    kept: list[Named] = []
    numbers: dict[int, int] = {}
    for index, name in enumerate(names):
        if index in entities:
            number = bodies.of_key.get(key_of(words.text[slice(*span(words, name))]), entities[index])
            numbers[len(kept)] = number if name.known == "" else entities[index]
            kept.append(name)
            continue
        if name.kind == "place":
            continue
        found = _as_mention(words, name, bodies, short)
        if name.kind == "loose":
            if found is not None:
                numbers[len(kept)] = found[1]
                kept.append(found[0])
            continue
        if found is not None and found[0].last < name.last and name.kind != "person":
            kept.append(name)
            numbers[len(kept)] = found[1]
            kept.append(found[0])
        elif found is not None and found[0].last == name.last and name.kind != "person":
            numbers[len(kept)] = found[1]
            kept.append(found[0])
        elif found is not None and name.rule == "given name" and name.first == name.last:
            numbers[len(kept)] = found[1]
            kept.append(found[0])
        else:
            kept.append(name)
    _bracketed(words, kept, numbers, bodies)
    return kept, numbers


def _bracketed(words: Words, kept: list[Named], numbers: dict[int, int], bodies: Bodies) -> None:
    """Add acronyms that no run held as a name: common-looking ones ("EA") that the document introduced."""
    taken = {name.first for name in kept} | {name.last for name in kept}
    introduced = {key: number for key, number in bodies.of_key.items() if " " not in key and len(key) >= 2}
    if not introduced:
        return
    inside = set()
    for name in kept:
        if name.kind == "organisation":
            inside.update(range(name.first, name.last + 1))
    for position, shape in enumerate(words.shapes):
        if shape != ACRONYM or position in inside:
            continue
        number = introduced.get(key_of(words.base(position)))
        if number is not None and position in taken:
            continue
        if number is not None:
            numbers[len(kept)] = number
            kept.append(Named(position, position, "organisation", bodies.types[number], 0.85, "acronym"))


def _as_mention(words: Words, name: Named, bodies: Bodies, short: dict[str, int],
                whole: bool = False) -> tuple[Named, int] | None:
    """The loose name, or its beginning unless ``whole``, as a mention of a body that the document named."""
    generic = generic_words()
    for last in range(name.last, name.last - 1 if whole else name.first - 1, -1):
        if words.shapes[last] == LOWER:
            continue
        full = words.text[words.starts[name.first] : words.ends[last]]
        plain = full[:-2] if words.lowers[last].endswith("'s") else full
        for written, rule in ((full, "short form's"), (plain, "short form")):
            key = key_of(written)
            if not key or (last == name.first and key in generic and written.upper() != written):
                continue
            number = bodies.of_key.get(key)
            if number is None:
                number = short.get(key)
            if number is not None:
                rule = rule if plain != full else "short form"
                return (
                    Named(name.first, last, "organisation", bodies.types[number], 0.85, rule, "", name.article),
                    number,
                )
    return None


def _facts(words: Words, names: list[Named], entities: dict[int, int], bodies: Bodies,
           with_article: set[str]) -> tuple[list[OrganisationMention], list[OtherName]]:
    spans: list[tuple[int, int, int]] = []
    seen: set[tuple[int, int]] = set()
    others: list[OtherName] = []
    for index, name in enumerate(names):
        start, end = span(words, name)
        if index not in entities:
            if name.kind not in _FILLERS:
                others.append(OtherName(start, end, name.kind, name.confidence, name.rule))
            continue
        if name.article >= 0 and key_of(words.text[start:end]) in with_article:
            start = words.starts[name.article]
        if (start, end) in seen:
            continue
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
        mentions.append(
            OrganisationMention(start, end, bodies.fullest[number], bodies.types[number], name.confidence,
                                name.rule.removesuffix("'s"))
        )
    others.sort()
    return mentions, others
