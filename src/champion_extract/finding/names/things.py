"""Names of things: awards, events, programmes, qualifications, frameworks, products, venues, roles, subjects.

A thing is told by the word it ends with ("Apprenticeship Awards", "National Careers Week"), or stands in the table of
known things. Takes for granted that the words are one piece of a run of capitals.
"""

from __future__ import annotations

from champion_extract.finding.names.words import Words
from champion_extract.tables.name_words import thing_heads


def thing_head(words: Words, first: int, last: int) -> tuple[int, str]:
    """(first word of the thing head that ends at word ``last``, kind); (-1, "") if the piece does not end in one."""
    group = thing_heads().get(words.base(last))
    if group is None:
        return -1, ""
    for phrase, kind in group:
        start = last - len(phrase) + 1
        if start < first:
            continue
        if all(words.lowers[start + offset] == word for offset, word in enumerate(phrase[:-1])):
            return start, kind
    return -1, ""
