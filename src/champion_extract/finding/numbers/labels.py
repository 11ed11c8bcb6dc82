"""Finds what a label names: "Number of placements held: 45", "Schools engaged" over a figure on a line of its own."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.finding.numbers.noun_phrases import collect, ends_phrase, is_plural, nouns_of, skip_determiners
from champion_extract.tables.number_words import nouns, number_words

_LONGEST_LABEL = 70
_MOST_WORDS = 7
_LONGEST_NAME = 160
_SPENDING = frozenset({"cost", "expenditure", "spending", "funding"})
_SIGNS = frozenset({".", ";", "!", "?", "\u2022", "*", "|", "\u00b7", "\u25cf", ">", "\u2013", "#", ")"})


def label_before(t: Tokens, a: int) -> str | None:
    """Return what a label that ends before token ``a``, a colon or a line's end, names."""
    at = a
    limit = max(0, a - 16)
    while at > limit:
        word = t.words[at - 1]
        if word in _SIGNS or (word == "-" and t.breaks[at] != GLUED) or t.kinds[at - 1] == "n":
            break
        at -= 1
        if t.breaks[at] == BROKEN:
            break
    if at >= a:
        return None
    if a - at == 1 and len(t.words[at]) < 4 and t.original(at).isupper() and t.words[a] == ":":
        return None  # "AY: sixty-six" names who speaks
    return label_noun(t.text, t.starts[at], t.ends[a - 1])


def label_of_line(t: Tokens, draft: Draft) -> str | None:
    """Return what a number that has its line to itself counts: the label in the line before or the words after it."""
    a, z = draft.a, draft.z
    if t.breaks[a] != BROKEN or t.breaks[z] != BROKEN or a == 0:
        return None
    text = t.text
    start, end = t.starts[a], t.ends[z - 1]
    if text[end : end + 3].strip(" ") and "\n" not in text[end : end + 3]:
        return None
    if "\n" not in text[max(0, start - 3) : start]:
        return None
    stop = max(start - 1, 0)
    while stop > 0 and text[stop - 1] in " \n\r" and start - stop < 3:
        stop -= 1
    begin = text.rfind("\n", max(0, stop - _LONGEST_LABEL), stop) + 1
    label = text[begin:stop]
    if begin == 0 and stop > _LONGEST_LABEL:
        return None
    if not label or label[-1] in ".!?,;" or len(label.split()) > _MOST_WORDS or any(c.isdigit() for c in label):
        return None
    return label_noun(text, begin, stop, of_row=True)


def _is_name(cell: Tokens) -> bool:
    """Tell whether each word of a row's label has a capital: "The Careers & Enterprise Company"."""
    words = [
        at for at in range(cell.size) if cell.kinds[at] == "w" and cell.words[at] not in ("of", "the", "and", "for")
    ]
    return len(words) > 1 and all(cell.capital(at) for at in words)


def names_amount(label: str) -> bool:
    """Tell whether a heading names what can be counted or measured, so that it goes before the row's own label."""
    head = label.split()[-1].lower()
    known = nouns()["plural"] | nouns()["gathering"] | nouns()["people"] | _SPENDING
    return head in known or (head.endswith("s") and not head.endswith(("ss", "us", "is")))


def label_noun(text: str, start: int, end: int, of_row: bool = False) -> str | None:
    """Return the noun of a label between two offsets: "Number of placements held" names placements.

    None where the label is a time, a name (of a row: each of its words has a capital) or says only "Number", "Total".
    """
    if end - start > _LONGEST_NAME:
        return None
    cell = Tokens(text, start, end)
    if of_row and _is_name(cell):
        return None
    if cell.size:
        cell.breaks[0] = SPACED  # nothing before it could break it off
    at = skip_determiners(cell, 0, False)
    for _ in range(3):
        if cell.words[at] in nouns_of("amount") or cell.words[at] in ("no", "avg", "average", "mean", "%"):
            at += 1 + (cell.words[at + 1] == ".")
            at = skip_determiners(cell, at + 1) if cell.words[at] == "of" else at
        else:
            break
    if at >= cell.size or cell.kinds[at] == "n" or cell.words[at] in number_words():
        return None
    a, z = collect(cell, at, False, False)
    if z <= a or cell.words[z - 1] in nouns_of("time"):
        return None
    # "Schools engaged", "Settings reporting": what was done to them is no part of the noun
    while z - a > 1 and cell.words[z - 1].endswith(("ed", "ing")) and is_plural(cell, z - 2):
        z -= 1
    for place in range(a, z - 1):
        if cell.words[place + 1].endswith("ed") and cell.words[place + 1] not in nouns()["plural"] and place + 2 == z:
            z = place + 1
            break
    capitals = sum(cell.capital(place) for place in range(a, z))
    if of_row and z - a > 1 and capitals == z - a:
        return None
    known = nouns_of("gathering") | _SPENDING
    if of_row and z - a == 1 and capitals and not is_plural(cell, a) and cell.words[a] not in known:
        return None
    if cell.words[a] in ends_phrase():
        return None
    return cell.slice(a, z)
