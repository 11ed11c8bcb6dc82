"""Names that begin the items of a list of lines, or the cells of one column: what most are, the others are as well.

"- Corvale Ltd", "- Vecta Coatings, Padstow", "- The Imperial" name three bodies. Names divided by "/" or "·" on one
line are such a column too. Time grows with the number of names.
"""

from __future__ import annotations

from champion_extract.finding.names.words import DIGITS, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.lists import ENOUGH

_BULLETS = "-–—•*·●▪◦→►⬤+"
_DIVIDERS = ("/", "//", "·", "•", "☐", "☑")
_LONGEST_LEAD = 8
_ENDS_ITEM = frozenset("\n\r,|\t(–—-:;*/·•→")


def columns(words: Words, names: list[Named]) -> list[list[int]]:
    """Indexes of names that begin the items of one list, the cells of one column, or stand divided on one line."""
    groups: dict[tuple[int, str, int], list[int]] = {}
    block = reached = 0
    text = words.text
    line = cell = 0
    last = previous = divided = -1
    for index, name in enumerate(names):
        start = words.starts[name.first]
        if name.first <= last:
            continue
        between = text[reached:start]
        if between.count("\n") > 1 and (between.count("\n") > 3 or "\n\n" in between.replace(" ", "")):
            block += 1
        newline = between.rfind("\n")
        if newline >= 0:
            line = reached + newline + 1
            cell = 0
        cell += between[newline + 1 :].count("|") + between[newline + 1 :].count("\t")
        reached = start
        begun = name.article if name.article >= 0 else name.first
        mark = _lead(words, begun, line)
        key = None
        if mark and _ends_item(words, name.last):
            key = (block, mark, cell)
        elif last >= 0 and text[words.ends[last] : words.starts[begun]].strip(" \u00a0") in _DIVIDERS:
            if divided < 0:
                divided = index
                groups[(-index, "/", 0)] = [previous]
            key = (-divided, "/", 0)
        if key is None or key[1] != "/":
            divided = -1
        if key is not None:
            groups.setdefault(key, []).append(index)
        last, previous = name.last, index
    return [group for group in groups.values() if len(group) > 2]


def _lead(words: Words, first: int, line: int) -> str:
    """The mark that makes the name begin an item or a cell: a bullet, "|" or a tab; "" if none does."""
    start = words.starts[first]
    low = max(line, start - _LONGEST_LEAD)
    lead = words.text[low:start]
    if "|" in lead or "\t" in lead:
        lead = lead[max(lead.rfind("|"), lead.rfind("\t")) :]
        return "|" if lead.strip("|\t *_\u00a0") == "" else ""
    if low > line:
        return ""
    bare = lead.strip(" \u00a0*_")
    if bare and bare in _BULLETS:
        return bare
    return "*" if lead.strip() in ("*", "* **", "- **") else ""


def _heads_table(words: Words, last: int) -> bool:
    """Whether the row in which word ``last`` stands heads a table, with a row of dashes below it."""
    end = words.ends[last]
    below = words.text.find("\n", end, end + 300)
    return below >= 0 and words.text[below + 1 : below + 5].replace(" ", "").startswith(("|-", "|:-", "--"))


def _ends_item(words: Words, last: int) -> bool:
    """Whether the item or cell ends after the name, or goes on after a mark."""
    following = words.text[words.ends[last] : words.ends[last] + 3].lstrip(" \u00a0")
    return following == "" or following[0] in _ENDS_ITEM


def carried_by_column(words: Words, names: list[Named], group: list[int], scores: dict[int, int]) -> list[int]:
    """Loose names of a column of which two or more, and most, are certain bodies; ``scores`` are final."""
    bodies = 0
    others = 0
    loose = []
    for index in group:
        name = names[index]
        if name.kind == "organisation" or scores.get(index, -9) >= ENOUGH:
            bodies += 1
        elif name.kind == "loose":
            loose.append(index)
        else:
            others += 1
    if bodies < 2 or others > bodies or len(loose) > bodies + 1 or others + len(loose) > bodies + 2:
        return []
    return [
        index
        for index in loose
        if scores[index] > -2
        and not _heads_table(words, names[index].last)
        and words.shapes[names[index].last] != DIGITS
        and not (names[index].first == names[index].last and words.shapes[names[index].first] == LOWER)
    ]
