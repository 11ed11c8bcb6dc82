from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.evaluation.annotations import (
    Annotations,
    Fact,
    NomineeFact,
    NumberFact,
    OrganisationFact,
    OtherNameFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.document_form import AnnotatedDocument, format_document, parse_document
from champion_extract.evaluation.fields import FIELDS
from champion_extract.evaluation.markup import is_unseen, read_markup, write_markup
from champion_extract.evaluation.report_html import coloured_spans, pieces
from champion_extract.evaluation.scoring import Counts, score_annotations, score_document
from champion_extract.vocabulary import (
    Comparator,
    EnglishRegion,
    NomineeKind,
    OrganisationType,
    Outcome,
    RegionKind,
    Unit,
)

FRONT_MATTER = {
    "genre": "blog",
    "layout": "paragraphs",
    "publisher": "other",
    "region": "none",
    "origin": "invented",
}
odd = st.sampled_from("ab[]\\(){}\"'’,;=|: \n\u00a0\u202f\u200b\t\r#*—é😀\ufe0f")
characters = odd | st.characters(exclude_categories=["Cs"])
texts = st.text(characters, min_size=1, max_size=60).filter(lambda text: text.strip())
values = st.text(characters, min_size=1, max_size=12).filter(lambda value: value.strip())
maybe = st.none() | values
figures = st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9, allow_nan=False).filter(lambda value: value != 0)


@st.composite
def numbers(draw: st.DrawFn, place: dict[str, int]) -> NumberFact:
    unit = draw(st.sampled_from(get_args(Unit)))
    comparator = draw(st.sampled_from(get_args(Comparator)))
    return NumberFact(
        **place,  # type: ignore[arg-type]
        value=draw(figures),
        upper=draw(figures) if comparator == "range" else None,
        comparator=comparator,
        unit=unit,
        unit_text=draw(values) if unit == "other" else None,
        currency=draw(values) if unit == "money" else None,
        of=draw(maybe),
        direction=draw(st.sampled_from([None, "up", "down"])),
        status=draw(st.sampled_from(["stated", "target", "negated"])),
        period=draw(maybe),
    )


@st.composite
def facts_at(draw: st.DrawFn, text: str, start: int, end: int) -> Fact:
    place = {"start": start, "end": end, "optional": draw(st.booleans())}
    kind = draw(st.sampled_from(["organisation", "region", "number", "quote", "nominee", "other"]))
    if kind == "number":
        return draw(numbers(place))
    if kind == "quote":
        speaker = draw(maybe)
        return QuoteFact(
            **place,  # type: ignore[arg-type]
            speaker=speaker,
            role=draw(maybe) if speaker else None,
            pointers=((start, end),) if speaker and draw(st.booleans()) else (),
        )
    builders: dict[str, st.SearchStrategy[Fact]] = {
        "organisation": st.builds(
            OrganisationFact,
            **{key: st.just(value) for key, value in place.items()},
            name=st.just(text[start:end]) | values,
            type=st.sampled_from(get_args(OrganisationType)),
            known=maybe,
        ),
        "region": st.builds(
            RegionFact,
            **{key: st.just(value) for key, value in place.items()},
            name=st.just(text[start:end]) | values,
            kind=st.sampled_from(get_args(RegionKind)),
            english_regions=st.lists(st.sampled_from(get_args(EnglishRegion)), unique=True, max_size=3).map(tuple),
            code=maybe,
        ),
        "nominee": st.builds(
            NomineeFact,
            **{key: st.just(value) for key, value in place.items()},
            kind=st.sampled_from(get_args(NomineeKind)),
            theme=maybe,
            outcome=st.none() | st.sampled_from(get_args(Outcome)),
            award=maybe,
            year=st.none() | st.integers(1, 2100),
            organisation=maybe,
            joint=st.booleans(),
        ),
        "other": st.builds(
            OtherNameFact,
            **{key: st.just(value) for key, value in place.items()},
            kind=st.sampled_from(["person", "event", "other"]),
        ),
    }
    return draw(builders[kind])


@st.composite
def annotations_of(draw: st.DrawFn, text: str, may_cross: bool = True) -> Annotations:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    facts: list[Fact] = []
    keys = set()
    for one, two in draw(st.lists(places, max_size=6)):
        start, end = sorted((one, two))
        words = text[start:end]
        crosses = any(start < fact.start < end < fact.end or fact.start < start < fact.end < end for fact in facts)
        if not words or words != words.strip() or (crosses and not may_cross):
            continue
        fact = draw(facts_at(text, start, end))
        if (type(fact), start, end) not in keys:
            keys.add((type(fact), start, end))
            facts.append(fact)
    return Annotations.from_facts(text, facts)


@st.composite
def gold(draw: st.DrawFn) -> Annotations:
    return draw(annotations_of(draw(texts), may_cross=False))


@st.composite
def gold_and_found(draw: st.DrawFn) -> tuple[Annotations, Annotations]:
    text = draw(texts)
    return draw(annotations_of(text)), draw(annotations_of(text))


@given(gold())
@settings(max_examples=60, deadline=None)
def test_what_is_written_in_corpus_form_is_read_back(annotations: Annotations) -> None:
    document = AnnotatedDocument("page", FRONT_MATTER, annotations)
    written = format_document(document)
    read, faults = parse_document(written, "page")
    assert not faults
    assert read == document
    assert format_document(read) == written


@given(gold())
@settings(max_examples=30, deadline=None)
def test_an_editor_sees_every_character_that_is_written(annotations: Annotations) -> None:
    written = format_document(AnnotatedDocument("page", FRONT_MATTER, annotations))
    assert not any(is_unseen(character) for character in written)
    assert not any(line.endswith(" ") for line in written.split("\n"))


@given(st.text(odd, max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_an_exception(source: str) -> None:
    markup = read_markup(source)
    if not markup.faults:
        marks = [(mark.start, mark.end, mark.label) for mark in markup.marks]
        assert read_markup(write_markup(markup.text, marks)).text == markup.text
    parse_document(f"---\n{source}\n---\n{source}", "page")
    parse_document(f"{source}[a]({source})[b](org:{source})[c](number:count={source})\n", "page")


@given(gold())
@settings(max_examples=40, deadline=None)
def test_gold_against_itself_scores_one_everywhere(annotations: Annotations) -> None:
    for name, score in score_annotations(annotations, annotations).items():
        assert not score.misses, name
        assert not score.false_alarms, name
        assert score.counts.f1 in (None, 1.0)


@given(gold_and_found())
@settings(max_examples=60, deadline=None)
def test_gold_and_found_may_change_places(both: tuple[Annotations, Annotations]) -> None:
    forwards, backwards = score_annotations(*both), score_annotations(both[1], both[0])
    for field in FIELDS:
        hits, in_gold, in_found = forwards[field.name].counts
        if not any(fact.optional for side in both for _, fact in side.facts()):
            assert backwards[field.name].counts == Counts(hits, in_found, in_gold), field.name
        if field.base is not None:
            assert hits <= forwards[field.base].counts.hits


@given(gold_and_found())
@settings(max_examples=40, deadline=None)
def test_no_fact_is_in_two_pairs(both: tuple[Annotations, Annotations]) -> None:
    for score in score_annotations(*both).values():
        for side in (0, 1):
            facts = [id(pair[side].fact) for pair in score.hits]
            assert len(facts) == len(set(facts))


@given(gold_and_found())
@settings(max_examples=40, deadline=None)
def test_the_pieces_of_the_html_report_are_the_text(both: tuple[Annotations, Annotations]) -> None:
    document = AnnotatedDocument("page", FRONT_MATTER, both[0])
    spans = list(coloured_spans(score_document(document, both[1])))
    cut = pieces(document.text, spans)
    assert "".join(piece.text for piece in cut) == document.text
    layers = [layer for piece in cut for layer in piece.layers]
    assert sum(layer.first for layer in layers) == sum(layer.last for layer in layers) == len(spans)
