"""Deciding loose names by what stands around them.

"employers such as Altimex", "an apprenticeship at Corvale", "Corvale, a local engineering firm", a list in which other
members are organisations. Every piece of evidence has a weight (table ``cues.csv``); two points make an organisation.
"""

from __future__ import annotations

from champion_extract.finding.names.words import ACRONYM, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.records import OrganisationType
from champion_extract.tables.organisation_words import cues_after, cues_before

ENOUGH = 2
"""Points from which a loose name is an organisation."""

_LIST_WORDS = frozenset(("and", "or", "the", "&", "plus"))
_KINDS_OF_BODY: dict[str, OrganisationType] = {
    "firm": "employer", "company": "employer", "business": "employer", "manufacturer": "employer", "employer": "employer",
    "supplier": "employer", "contractor": "employer", "retailer": "employer", "maker": "employer", "consultancy": "employer",
    "agency": "employer", "brand": "employer", "developer": "employer", "housebuilder": "employer", "start-up": "employer",
    "startup": "employer", "practice": "employer", "brewery": "employer", "bakery": "employer", "builder": "employer",
    "charity": "charity", "hospice": "charity", "school": "school", "college": "college", "academy": "school",
    "organisation": "other", "network": "other", "provider": "other", "enterprise": "employer", "university": "university",
    "giant": "employer", "specialist": "employer", "specialists": "employer", "operator": "employer", "bank": "employer",
    "association": "other", "brewer": "employer", "baker": "employer", "grower": "employer", "haulier": "employer",
    "producer": "employer", "wholesaler": "employer", "handler": "employer", "printer": "employer", "publisher": "employer",
    "distributor": "employer", "outfit": "employer", "studio": "employer", "group": "employer", "chain": "employer",
    "stationers": "employer", "farm": "employer", "hotel": "employer", "garage": "employer", "station": "employer", "body": "other", "regulator": "government", "partnership": "other", "cic": "employer",
}


def decide(words: Words, names: list[Named]) -> list[Named]:
    """The names with each loose one made an organisation or left out; ``names`` are in order of their first word."""
    scores: dict[int, int] = {}
    types: dict[int, OrganisationType] = {}
    for index, name in enumerate(names):
        if name.kind == "loose":
            score, type_ = _around(words, name)
            scores[index] = score
            if type_ is not None:
                types[index] = type_
    for group in _lists(words, names):
        _share(names, group, scores)
    decided = []
    for index, name in enumerate(names):
        if name.kind != "loose":
            decided.append(name)
            continue
        score = scores[index]
        if score >= ENOUGH:
            confidence = min(0.85, 0.45 + 0.1 * score)
            type_ = name.type if name.known or name.hint else types.get(index, name.type)
            decided.append(name._replace(kind="organisation", type=type_, confidence=confidence, rule="context"))
        else:
            decided.append(name)
    return decided


def _around(words: Words, name: Named) -> tuple[int, OrganisationType | None]:
    score = name.hint
    type_: OrganisationType | None = None
    lowers = words.lowers
    first, last = name.first, name.last
    begins = words.starts_sentence(first) or name.article >= 0
    before = first - 1
    if before >= 0 and lowers[before] == "the" and words.joined(before):
        before -= 1
    if not begins and before >= 0 and words.joined(before):
        cues = cues_before()
        best = 0
        phrase = ""
        for position in range(before, max(-1, before - 5), -1):
            phrase = f"{lowers[position]} {phrase}" if phrase else lowers[position]
            best = max(best, cues.get(phrase, 0))
            if position == 0 or not words.joined(position - 1):
                break
        score += best
        if best >= 2 and lowers[before] in _KINDS_OF_BODY:
            type_ = _KINDS_OF_BODY[lowers[before]]
        if best == 1 and last > first and lowers[before] in ("from", "with", "by") and name.kind == "loose":
            score += 1
        if lowers[before] in ("in", "near", "across", "around", "to", "of", "for", "on", "throughout") and best == 0:
            score -= 1
    if not words.joined(before) if before >= 0 else False:
        score += _after_label(words, name)
    size = len(lowers)
    after = last + 1
    if after < size and not lowers[last].endswith("'s"):
        gap = words.gap(last)
        if words.joined(last) and words.shapes[after] == LOWER:
            phrase = lowers[after]
            best = cues_after().get(phrase, 0)
            if after + 1 < size:
                best = max(best, cues_after().get(f"{phrase} {lowers[after + 1]}", 0))
            score += best
            if phrase == "is" and after + 1 < size and lowers[after + 1] in ("a", "an", "one", "the"):
                noun = _apposition(words, after + 2)
                if noun is not None:
                    score += 3
                    type_ = noun
        elif gap in (", ", " – ", " - ", " (", ", the ") and words.shapes[after] == LOWER:
            if lowers[after] in ("a", "an", "one", "the", "which", "based", "who"):
                noun = _apposition(words, after + 1)
                if noun is not None:
                    score += 3
                    type_ = noun
    elif after < size and lowers[last].endswith("'s") and words.joined(last):
        score += cues_after().get(lowers[after], 0)
    if begins and name.first == name.last and not name.known:
        score -= 1
    if last > first and "@" in words.gap(last)[:3]:
        score += 2
    if after < size and last == first + 1 and words.gap(last) == ", " and words.shapes[after] != LOWER and not name.hint:
        score -= 1  # "Mirza Latif, Southwark Riverside College" is a person
    return score, type_


def _after_label(words: Words, name: Named) -> int:
    """Points for a name after a label on its line ("Runner-up: Foxglove Dairy", "Sponsor – Vecta"), or with a handle."""
    if name.last - name.first > 4:
        return 0
    start = words.starts[name.first]
    before = name.first - 1
    if name.article == before:
        before -= 1
    if before < 0:
        return 0
    gap = words.text[words.ends[before] : words.starts[before + 1]]
    if len(gap) > 6 or "\n" in gap or gap.strip() not in (":", "–", "-", "—", ":**", "**:", "|"):
        return 0
    line = words.text.rfind("\n", max(0, start - 90), start) + 1
    label = words.text[max(line, start - 90) : words.ends[before]].lower()
    if any(word in label for word in _PERSON_LABELS):
        return -1
    return 2 if any(word in label for word in _BODY_LABELS) else 0


_PERSON_LABELS = tuple("leader adviser advisor apprentice mentor teacher student pupil coordinator by photo governor volunteer"
                       " individual person author interview host compere".split())
_BODY_LABELS = tuple("sponsor winner runner finalist shortlist commended gold silver bronze partner employer business company"
                     " firm school college charity provider team organisation award prize funder supporter hosted small medium"
                     " large best inclusion innovation sme".split())


def _apposition(words: Words, position: int) -> OrganisationType | None:
    """The kind of body that a noun within the next eight words names ("a local engineering firm"), before any comma."""
    for at in range(position, min(position + 8, len(words))):
        lower = words.lowers[at]
        if lower in _KINDS_OF_BODY:
            return _KINDS_OF_BODY[lower]
        if lower in ("who", "whose", "that", "which", "for", "to", "in", "with", "from", "at", "is", "was"):
            return None
        if not words.joined(at) and words.gap(at) != "-":
            return None
    return None


def _lists(words: Words, names: list[Named]) -> list[list[int]]:
    """Indexes of names that follow each other with commas, semicolons or "and" only."""
    groups: list[list[int]] = []
    current: list[int] = []
    reached = -2
    for index, name in enumerate(names):
        if name.first <= reached:  # nested
            continue
        if current and _listed(words, reached, name.first):
            current.append(index)
        else:
            if len(current) > 1:
                groups.append(current)
            current = [index]
        reached = name.last
    if len(current) > 1:
        groups.append(current)
    return groups


def _listed(words: Words, last: int, first: int) -> bool:
    if first - last > 3:
        return False
    for position in range(last + 1, first):
        if words.lowers[position] not in _LIST_WORDS:
            return False
    between = words.text[words.ends[last] : words.starts[first]]
    if len(between) > 14 or "\n" in between:
        return False
    return "," in between or ";" in between or first - last > 1


def _share(names: list[Named], group: list[int], scores: dict[int, int]) -> None:
    kinds = [names[index].kind for index in group]
    bodies = kinds.count("organisation")
    places = kinds.count("place")
    people = kinds.count("person")
    best = max((scores[index] for index in group if index in scores), default=0)
    for index in group:
        if index not in scores:
            continue
        if bodies > places + people:
            scores[index] += 2
        elif best >= 3 and places + people <= len(group) // 3:
            scores[index] = max(scores[index], best)
        elif places > bodies or people > bodies:
            scores[index] -= 2
        elif bodies:
            scores[index] += 1
