"""What was read out of a text so far: names with their kind, before the document as a whole decides.

A loose name is in capitals and nobody's by its own shape ("Altimex"); evidence around it decides later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from champion_extract.finding.names.words import Words
from champion_extract.finding.organisations.boundaries import with_article
from champion_extract.finding.organisations.known import KnownSpan
from champion_extract.tables.organisation_words import word_class
from champion_extract.vocabulary import OrganisationType

_WITHOUT_ARTICLE = frozenset(
    ("local_authority", "combined_authority", "careers_hub", "lep", "university", "government", "nhs")
)


WITHOUT_BODIES = frozenset(("framework", "product", "qualification", "publication"))
"""Kinds of things in whose names no body is marked: "Gatsby Benchmarks"."""


class Named(NamedTuple):
    """Words ``first`` to ``last`` are a name. ``kind``: "organisation", a kind of ``OtherName``, "place", "loose" or
    "faint" (common nouns in capitals, which only a list makes a name).
    """

    first: int
    last: int
    kind: str
    type: OrganisationType
    confidence: float
    rule: str
    known: str = ""
    article: int = -1
    """Word "The" before the name that begins a sentence, so that it may be part of the name or not; else -1."""
    hint: int = 0
    """What already speaks for a loose name: 1 for a trade word that ends it."""


@dataclass
class Candidates:
    """What was read so far."""

    names: list[Named] = field(default_factory=list)

    def add(
        self,
        words: Words,
        first: int,
        last: int,
        kind: str,
        type_: OrganisationType,
        confidence: float,
        rule: str,
        known: str = "",
        hint: int = 0,
    ) -> None:
        """Add a name; a body's takes in a capital "The" before it where that is part of it."""
        article = -1
        if kind == "organisation" or kind == "loose":
            begun, sure = with_article(words, first, last)
            if not sure:
                article = first - 1
            elif first != begun and not (sentence_article_out(known, type_, rule) and words.starts_sentence(begun)):
                first = begun
        self.names.append(Named(first, last, kind, type_, confidence, rule, known, article, hint))

    def add_known(self, words: Words, span: KnownSpan) -> None:
        """Add a known name: a thing, a body, or a loose name where the short name is also a common word."""
        known = span.known
        if is_likened(words, span.last):
            return
        if known.kind != "organisation":
            self.add(words, span.first, span.last, known.kind, "other", 0.95, "known thing")
        elif known.cautious:
            self.add(words, span.first, span.last, "loose", known.type, 0.6, "known, if supported", known.id, 1)
        else:
            whole = words.lowers[span.last].endswith("'s") and not span.possessive
            rule = "known body's" if whole else "known body"
            first = span.first
            if (
                first > 0
                and known.name.startswith("The ")
                and words.forms[first - 1] == "The"
                and words.joined(first - 1)
            ):
                self.names.append(Named(first - 1, span.last, "organisation", known.type, 0.97, rule, known.id))
            else:
                self.add(words, first, span.last, "organisation", known.type, 0.97, rule, known.id)


def sentence_article_out(known: str, type_: OrganisationType, rule: str) -> bool:
    """Whether a "The" that begins a line or cell is surely none of the name: councils and the like, bodies in things'
    names.
    """
    return rule == "body in a thing's name" or type_ in _WITHOUT_ARTICLE


def is_likened(words: Words, last: int) -> bool:
    """Whether what follows a hyphen makes it no mention: "Ofsted-style", "Sun-hee", but not "Ofsted-led"."""
    if words.text[words.ends[last] : words.ends[last] + 1] != "-" or last + 1 >= len(words):
        return False
    following = words.lowers[last + 1]
    return words.starts[last + 1] == words.ends[last] + 1 and following not in word_class("after hyphen")
