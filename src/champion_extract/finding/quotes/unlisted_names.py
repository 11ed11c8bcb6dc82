"""People whose given name stands in no list, told by the shape of the name and by what stands beside it.

Two or three capitalised words, none of them a common word or one that names of bodies are made with, are a person's
name if an age, a role or "who" follows, if they do what only people do ("shrugs"), if they speak, if a role stands
before them, or if a title stands before the last of them somewhere in the text ("Mr Vandermeer").
"""

from __future__ import annotations

import re

from champion_extract.finding.quotes.bodies import is_person_noun
from champion_extract.finding.quotes.names import bare
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.name_words import place_names
from champion_extract.tables.organisation_words import generic_words
from champion_extract.tables.reporting import reporting_verbs, role_nouns, word_class, word_set

_AGE = re.compile(r"(?:,|,? \()\s?(?:aged )?[1-9]\d(?=[,.;:) ]|$)(?! (?:per|%|[a-z]+s\b))")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Professor|Prof)\.?[ \u00a0](\w[\w’'-]+)")
_SHAPE = re.compile(r"(?:(?:Mc|Mac|O['’]|D['’])?[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[-‑'’][^\W\d_]+)*|[A-Z]\.?)$")
_ADVERBS = 2
"""Adverbs that may stand between a name and its verb."""


def titled_surnames(text: str) -> frozenset[str]:
    """Words that stand after a title anywhere in the text, in lower case."""
    return frozenset(bare(match[1]).lower() for match in _TITLED.finditer(text))


def has_shape_of_name(forms: list[str]) -> bool:
    """Whether two or three words, as written, can be a person's name, so far as they by themselves tell."""
    if not 2 <= len(forms) <= 3 or len(forms[0]) < 2 or len(forms[-1]) < 2:
        return False
    for form in forms:
        lower = bare(form).lower()
        if (
            _SHAPE.match(form) is None
            or lower in word_set("organisation_words")
            or lower in word_class("not_in_name")
            or lower in word_set("subject_words")
            or lower in role_nouns()
            or lower in reporting_verbs()
            or ({lower, lower.removesuffix("s")} & generic_words() and lower not in word_class("name_and_word"))
        ):
            return False
    return " ".join(forms).lower() not in place_names()


def is_vouched_for(text: str, start: int, end: int, forms: list[str], titled: frozenset[str]) -> bool:
    """Whether what stands beside words in the shape of a name (``start`` to ``end``) tells that they name somebody.

    ``titled``: what ``titled_surnames`` gives for the text.
    """
    if bare(forms[-1]).lower() in titled or _AGE.match(text, end, min(len(text), end + 16)) is not None:
        return True
    if text[end : end + 2] in (", ", " ("):
        after = words_of(text, end, min(len(text), end + 40))[:4]
        return bool(after) and (
            after[0].lower in ("who", "whose") or any(role_nouns().get(word.lower) == "person" for word in after)
        )
    if text[end : end + 1] in (" ", "\u00a0"):
        verbs = [word for word in words_of(text, end, min(len(text), end + 40)) if not word.lower.endswith("ly")]
        verb = verbs[0].lower if verbs and verbs[0].start - end < 16 * _ADVERBS else ""
        if verb in word_class("person_verb"):
            return True
        known = reporting_verbs().get(verb)
        if known is not None and known.speech and not any(bare(form).lower() in place_names() for form in forms):
            return True
    before = words_of(text, max(0, start - 20), start)
    if len(before) > 1 and before[-1].lower in ("is", "was", "called", "named") and is_person_noun(before[-2]):
        return True  # "Her deputy is Xyz Abcde"
    return bool(before) and not before[-1].capital and is_person_noun(before[-1]) and start - before[-1].end <= 2
