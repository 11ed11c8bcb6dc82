"""Candidates of one nominee and category made one, and what is settled when all are known."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.tables.recognition import fold

_NOT_LETTERS = re.compile(r"[^\w]+")


def merged(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates with those of one nominee and category made one: the layout's before the prose's, else the first.

    What the kept one does not say is filled in from the others.
    """
    candidates = [found for found in candidates if not _is_scheme(page, found)]
    for candidate in candidates:
        _without_title(page, candidate)
    ordered = sorted(
        candidates,
        key=lambda found: (found.form == "sentence" and found.section > 0 and not _heading(page, found), found.start),
    )
    for candidate in ordered:
        _to_headline(page, candidate)
    kept: list[Candidate] = []
    by_name: dict[str, list[Candidate]] = {}
    for candidate in ordered:
        key = folded_name(page.text[candidate.start : candidate.end])
        same = by_name.setdefault(key, [])
        twin = next((other for other in same if _same_category(other, candidate)), None)
        if twin is None and candidate.form == "sentence":
            twin = (
                next(
                    (
                        other
                        for name, others in by_name.items()
                        if name != key
                        and (
                            name.startswith(key + " ")
                            or key.startswith(name + " ")
                            or (candidate.kind == "person" and name.endswith(" " + key))
                        )
                        for other in others
                        if _same_category(other, candidate)
                    ),
                    None,
                )
                if len(by_name) <= 400
                else None
            )
        overlapping = twin is None and any(
            other.start < candidate.end
            and candidate.start < other.end
            and (other.start, other.end) != (candidate.start, candidate.end)
            for other in kept[-8:]
        )
        if twin is not None:
            _fill(twin, candidate)
        elif not overlapping:
            same.append(candidate)
            kept.append(candidate)
    return sorted(kept, key=lambda found: (found.start, found.end))


def with_only_theme(candidates: list[Candidate]) -> list[Candidate]:
    """Give those beside the winner ("Also shortlisted were X and Y") the category, where the page has one only."""
    themes = {folded_name(found.theme) for found in candidates if found.theme}
    first = next((found for found in candidates if found.theme and found.outcome in ("winner", None)), None)
    if len(themes) == 1 and first is not None:
        for found in candidates:
            if found.theme is None and found.outcome not in ("winner", None) and found.start > first.start:
                found.theme = first.theme
    return candidates


_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Cllr|Councillor|Lt\.? (?:Col|Cdr)|Lt|Col|Capt|Captain|Major|Maj|Sgt|Cpl|PC|Pc|WO[12]|"
    r"Cdr|Flt Lt)\.? "
    r"(?=[A-Z][\w’'-]+ (?:[a-z]+ )?[A-Z])"
)


def _without_title(page: Page, candidate: Candidate) -> None:
    """Leave the title out of a person's span where a whole name follows: "Mrs Nesta Hathaway"."""
    title = _TITLED.match(page.text, candidate.start, candidate.end) if candidate.kind == "person" else None
    if title:
        candidate.start = title.end()


def _is_scheme(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate is the award itself: "Shortlist: Careers Awards"."""
    words = folded_name(page.text[candidate.start : candidate.end])
    return words.endswith((" awards", " award", " prize", " cup", " medal", " trophy")) or (
        page.award is not None and " " in words and words in folded_name(page.award)
    )


_HEADLINE = re.compile(
    r"\b(?:wins?|won|scoops?|final|finals|finalists?|awards?|prizes?|gongs?|honours?|shortlist(?:ed)?|"
    r"champions?|crowned|named|"
    r"success|triumphs?|medal|trophy|best|recognised|commended)\b",
    re.IGNORECASE,
)


def _to_headline(page: Page, candidate: Candidate) -> None:
    """Move a nominee found in the text to the headline, if that names it too and speaks of an award: it is the first
    line that says so."""
    if candidate.form != "sentence" or candidate.start < page.title_end or candidate.joint:
        return
    title = page.text[: page.title_end]
    name = page.text[candidate.start : candidate.end]
    at = title.lower().find(name.lower())
    if at < 0 or len(title.lower()) != len(title) or not _HEADLINE.search(title, at + len(name)):
        return
    after = title[at + len(name) : at + len(name) + 1]
    if after.isalnum() or (at and title[at - 1].isalnum()):
        return
    candidate.start, candidate.end = at, at + len(name)
    candidate.section = page.section_at(at)
    candidate.block = (at, at + len(name))


def _heading(page: Page, candidate: Candidate) -> bool:
    return page.sections[candidate.section].kind == "heading"


def folded_name(words: str) -> str:
    """``words`` in small letters, without marks and a leading "the", to be compared."""
    folded = _NOT_LETTERS.sub(" ", fold(words)).strip()
    return folded[4:] if folded.startswith("the ") else folded


def _same_category(one: Candidate, other: Candidate) -> bool:
    if one.theme is None or other.theme is None:
        return True
    left, right = folded_name(one.theme), folded_name(other.theme)
    return left == right or left in right or right in left


def _fill(kept: Candidate, other: Candidate) -> None:
    if kept.theme is None:
        kept.theme = other.theme
    if kept.outcome is None:
        kept.outcome = other.outcome
    kept.organisation = kept.organisation or other.organisation
    kept.award = kept.award or other.award
    kept.year = kept.year or other.year
    kept.joint = kept.joint or other.joint
    kept.confidence = min(0.97, max(kept.confidence, other.confidence) + 0.03)
