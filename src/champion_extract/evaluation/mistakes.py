"""Every mistake of an evaluation, with what stands around it, for a person to read.

A fact that is missed while another overlaps it is one mistake (wrong span), not two; one whose span is right and whose
type, value or theme is not is one as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from champion_extract.evaluation.fields import FIELDS, Field, field_called
from champion_extract.evaluation.label_writing import label_of
from champion_extract.evaluation.labels import write_label
from champion_extract.evaluation.rules import Item
from champion_extract.evaluation.scoring import DocumentScore, Evaluation

Verdict = Literal["missed", "false alarm", "wrong span", "wrong detail"]

SURROUNDINGS = 60
_SPAN_FIELDS: dict[str, tuple[str, str | None]] = {
    "organisation": ("organisations", "organisations_overlapping"),
    "region": ("regions", "regions_overlapping"),
    "number": ("numbers", "numbers_overlapping"),
    "quote": ("quotes", "quotes_overlapping"),
    "nominee": ("nominees", None),
}


class Mistake(NamedTuple):
    """``wanted`` is gold, ``found`` the system's; one of them is None for a miss or a false alarm.

    ``details``: titles of the fields in which a fact that was found fails.
    """

    verdict: Verdict
    kind: str
    wanted: Item | None
    found: Item | None
    details: tuple[str, ...] = ()


def mistakes_of(score: DocumentScore) -> list[Mistake]:
    """All mistakes in a document, in reading order."""
    mistakes = [mistake for kind in _SPAN_FIELDS for mistake in _mistakes_of_kind(score, kind)]
    return sorted(mistakes, key=_place)


def describe(mistake: Mistake, score: DocumentScore) -> str:
    """Two or three lines: what is wrong, where, and the labels as the corpus writes them."""
    text = score.document.text
    shown = mistake.wanted or mistake.found
    assert shown is not None, "a mistake has at least one side"
    line = score.document.line_of(shown.fact.start)
    details = f" ({'; '.join(mistake.details)})" if mistake.details else ""
    lines = [f"{score.document.path}:{line}: {mistake.kind}, {mistake.verdict}{details}"]
    lines.append(f"    {surroundings(text, shown.fact.start, shown.fact.end)}")
    if mistake.wanted is not None:
        lines.append(f"    gold:  {labelled(mistake.wanted, text)}")
    if mistake.found is not None:
        fact = mistake.found.fact
        rule = f", rule {fact.rule}" if fact.rule else ""
        lines.append(f"    found: {labelled(mistake.found, text)}  confidence {fact.confidence:.2f}{rule}")
    return "\n".join(lines)


def describe_all(evaluation: Evaluation) -> Iterator[str]:
    """One description a mistake, document by document."""
    for score in evaluation.documents:
        for mistake in mistakes_of(score):
            yield describe(mistake, score)


def surroundings(text: str, start: int, end: int) -> str:
    """A span in its surroundings on one line, in »guillemets«, line breaks as ⏎, long spans shortened in the middle."""
    words = text[start:end]
    if len(words) > 2 * SURROUNDINGS:
        words = f"{words[:SURROUNDINGS]} ... {words[-SURROUNDINGS:]}"
    before, after = text[max(0, start - SURROUNDINGS) : start], text[end : end + SURROUNDINGS]
    return f"{before}»{words}«{after}".replace("\n", "⏎")


def labelled(item: Item, text: str) -> str:
    """A fact as the corpus writes it, for example ``[Kent](region:county,in="South East")``, long words shortened."""
    words = text[item.fact.start : item.fact.end]
    label = write_label(label_of(item.fact, words))
    if len(words) > 2 * SURROUNDINGS:
        words = f"{words[:SURROUNDINGS]} ... {words[-SURROUNDINGS:]}"
    return f"[{words}]({label})".replace("\n", "⏎")


def _mistakes_of_kind(score: DocumentScore, kind: str) -> Iterator[Mistake]:
    exact_name, overlapping_name = _SPAN_FIELDS[kind]
    exact = score.fields[exact_name]
    misses = {id(item.fact): item for item in exact.misses}
    alarms = {id(item.fact): item for item in exact.false_alarms}
    if overlapping_name is not None:
        for wanted, found in score.fields[overlapping_name].hits:
            if id(wanted.fact) in misses and id(found.fact) in alarms:
                del misses[id(wanted.fact)], alarms[id(found.fact)]
                yield Mistake("wrong span", kind, wanted, found, _failed_details(kind, wanted, found))
    yield from (Mistake("missed", kind, item, None) for item in misses.values())
    yield from (Mistake("false alarm", kind, None, item) for item in alarms.values())
    for wanted, found in _best_pairs(score, kind, exact_name):
        details = _failed_details(kind, wanted, found)
        if details:
            yield Mistake("wrong detail", kind, wanted, found, details)


def _best_pairs(score: DocumentScore, kind: str, exact_name: str) -> list[tuple[Item, Item]]:
    """The exact hits; where several facts share their words, those first that agree in most details."""
    hits = score.fields[exact_name].hits
    left_gold = {id(wanted.fact): wanted for wanted, _ in hits}
    left_found = {id(found.fact): found for _, found in hits}
    pairs = []
    ranked = sorted(
        (
            (len(_failed_details(kind, wanted, found)), number, wanted, found)
            for number, (wanted, found) in enumerate(
                (one, two) for one, _ in hits for _, two in hits if one.span == two.span
            )
        ),
        key=lambda one: one[:2],
    )
    for _, _, wanted, found in ranked:
        if id(wanted.fact) in left_gold and id(found.fact) in left_found:
            del left_gold[id(wanted.fact)], left_found[id(found.fact)]
            pairs.append((wanted, found))
    return pairs


def _failed_details(kind: str, wanted: Item, found: Item) -> tuple[str, ...]:
    failed = [field for field in _detail_fields(kind) if not field.rule(wanted, found)]
    return tuple(field.title for field in failed)


def _detail_fields(kind: str) -> list[Field]:
    """Fields that build on another, without those that another of them implies."""
    implied = {"number_value", "number_of_head", "quote_speaker_name"}
    return [field for field in FIELDS if field.kind == kind and field.base and field.name not in implied]


def _place(mistake: Mistake) -> tuple[int, int]:
    shown = mistake.wanted or mistake.found
    assert shown is not None, "a mistake has at least one side"
    return shown.fact.start, -shown.fact.end


def span_field(kind: str) -> Field:
    """The field that asks for a fact's exact span."""
    return field_called(_SPAN_FIELDS[kind][0])
