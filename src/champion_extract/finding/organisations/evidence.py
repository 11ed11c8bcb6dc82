"""Deciding loose names by what stands around them.

"employers such as Altimex", "an apprenticeship at Corvale", "Corvale, a local engineering firm", a list in which other
members are organisations. Every piece of evidence has a weight (table ``cues.csv``); two points make an organisation.
"""

from __future__ import annotations

from champion_extract.finding.names.words import LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.lists import lists, share_in_list
from champion_extract.finding.organisations.surroundings import (
    after_label,
    beside_person,
    is_compound,
    kind_in_apposition,
    role_follows,
)
from champion_extract.records import OrganisationType
from champion_extract.tables.organisation_words import cues_after, cues_before, kinds_of_body, subject_verbs

ENOUGH = 2
"""Points from which a loose name is an organisation."""


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
    for before, index in zip(range(len(names)), range(1, len(names)), strict=False):
        if index in scores and names[before].kind == "person" and beside_person(words, names[before], names[index]):
            scores[index] += 2
    for group in lists(words, names):
        share_in_list(names, group, scores)
    decided = []
    for index, name in enumerate(names):
        if name.kind != "loose":
            decided.append(name)
            continue
        score = scores[index]
        if score >= ENOUGH:
            confidence = min(0.85, 0.45 + 0.1 * score)
            type_ = name.type if name.known or name.hint else types.get(index, name.type)
            rule = "apposition" if index in types and type_ == types[index] else "context"
            if words.lowers[name.first] in ("st", "saint") and words.lowers[name.last].endswith("'s"):
                rule += "'s"
            decided.append(name._replace(kind="organisation", type=type_, confidence=confidence, rule=rule))
        elif score <= -6:
            decided.append(name._replace(kind="person", confidence=0.7, rule="role after"))
        else:
            decided.append(name)
    return decided


def _around(words: Words, name: Named) -> tuple[int, OrganisationType | None]:
    score = name.hint
    if name.last > name.first and not name.known and all(
        words.shapes[position] != CAPITAL for position in range(name.first, name.last + 1)
    ):
        score -= 2  # a line in capitals is no evidence of a name
    if name.hint and not name.known and words.starts_line(name.first) and words.ends_line(name.last):
        score += 1
    compound = name.last > name.first and is_compound(words, name)
    if words.lowers[name.first] == "the" and (compound or name.last - name.first > 1):
        score += 1
    opening = words.text[words.starts[name.first] - 1 : words.starts[name.first]]
    if opening and opening in "'‘“\"" and name.first > 0:
        score -= 2
    if any(words.lowers[position] == "&" for position in range(name.first + 1, name.last)):
        score += 1
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
        if best >= 2 and lowers[before] in kinds_of_body():
            type_ = kinds_of_body()[lowers[before]]
        if best == 1 and last > first and lowers[before] in ("from", "with", "by") and name.kind == "loose":
            score += 1
        if lowers[before] in ("in", "near", "across", "around", "to", "of", "for", "on", "throughout") and best == 0:
            score -= 1
    if not words.joined(before) if before >= 0 else False:
        score += after_label(words, name)
    size = len(lowers)
    after = last + 1
    if after < size and not lowers[last].endswith("'s"):
        gap = words.gap(last)
        if words.joined(last) and words.shapes[after] == LOWER:
            phrase = lowers[after]
            if compound and (phrase in subject_verbs() or phrase.endswith("ed")):
                score += 2
            best = cues_after().get(phrase, 0)
            if after + 1 < size:
                best = max(best, cues_after().get(f"{phrase} {lowers[after + 1]}", 0))
            score += best
            if phrase == "is" and after + 1 < size and lowers[after + 1] in ("a", "an", "one", "the"):
                noun = kind_in_apposition(words, after + 2)
                if noun is not None:
                    score += 3
                    type_ = noun
        elif gap in (", ", " – ", " - ", " (", ", the ") and words.shapes[after] == LOWER:
            if lowers[after] in ("a", "an", "one", "the", "which", "based", "who"):
                noun = kind_in_apposition(words, after + 1)
                if noun is not None:
                    score += 3
                    type_ = noun
    elif after < size and lowers[last].endswith("'s") and words.joined(last):
        score += cues_after().get(lowers[after], 0)
    if begins and name.first == name.last and not name.known:
        score -= 1
    if last > first and "@" in words.gap(last)[:3]:
        score += 2
    if (
        not name.hint
        and not compound
        and last - first in (1, 2)
        and words.gap(last) == ", "
        and role_follows(words, after)
    ):
        return -9, None
    if last > first and not compound and "-" in lowers[last]:
        score -= 1
    if (
        after < size
        and last == first + 1
        and words.gap(last) == ", "
        and words.shapes[after] != LOWER
        and not name.hint
    ):
        score -= 1  # "Mirza Latif, Southwark Riverside College" is a person
    return score, type_
