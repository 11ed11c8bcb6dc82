"""One document of the corpus: text, gold and front matter in one Markdown file, read and written.

``corpus/README.md`` explains the form. ``parse_document`` and ``format_document`` are inverses; the first collects
every fault with its line and remedy instead of stopping at one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from champion_extract.errors import CorpusError
from champion_extract.evaluation.annotations import Annotations, Fact, NomineeFact, QuoteFact
from champion_extract.evaluation.front_matter import read_front_matter
from champion_extract.evaluation.label_meaning import fact_of, quotation_id
from champion_extract.evaluation.label_writing import label_of
from champion_extract.evaluation.labels import Label, LabelFault, read_labels, write_label
from champion_extract.evaluation.markup import Fault, Mark, read_markup, write_markup

_LONGEST_SHOWN = 40


@dataclass(frozen=True)
class AnnotatedDocument:
    """A document of the corpus.

    ``id`` is the file's name without its ending, ``first_line`` the line of the file in which the text begins.
    """

    id: str
    front_matter: dict[str, str]
    gold: Annotations
    path: Path = field(default=Path(), compare=False)
    first_line: int = field(default=1, compare=False)

    @property
    def text(self) -> str:
        """The text without mark-up, as an extractor sees it."""
        return self.gold.text

    def line_of(self, offset: int) -> int:
        """The line of the file in which the text's character ``offset`` stands."""
        return self.first_line + self.text.count("\n", 0, offset)


class ReadDocument(NamedTuple):
    """A document as far as it could be understood, and its faults in order of lines."""

    document: AnnotatedDocument
    faults: list[Fault]


def parse_document(source: str, document_id: str = "", path: Path = Path()) -> ReadDocument:
    """Read one document in corpus form. Never raises: all faults come back with it."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front_matter, body, body_line, faults = read_front_matter(source)
    if body.endswith("\n"):
        body = body[:-1]
    elif body:
        faults.append(Fault(body_line + body.count("\n"), "the file does not end with a line feed. Add one"))
    markup = read_markup(body, body_line)
    faults.extend(markup.faults)
    if not markup.text.strip():
        faults.append(Fault(body_line, "there is no text under the front matter. Write it, or delete the file"))
    reader = _FactReader(markup.text, faults)
    for mark in markup.marks:
        reader.read(mark)
    reader.attach_pointers()
    gold = Annotations.from_facts(markup.text, reader.facts)
    return ReadDocument(AnnotatedDocument(document_id, front_matter, gold, path, body_line), sorted(set(faults)))


def format_document(document: AnnotatedDocument) -> str:
    """Write a document in corpus form; ``parse_document`` gives it back. Raises CorpusError where spans cross."""
    text = document.gold.text
    unwritable = sorted({character for character in text if 0xD800 <= ord(character) <= 0xDFFF})
    if unwritable:
        raise CorpusError(
            [f"{document.id}: the text holds U+{ord(unwritable[0]):X}, half a character. Mend its source"]
        )
    marks: list[tuple[int, int, str]] = []
    speaker_marks: list[tuple[int, int, str]] = []
    quotations = 0
    for _, fact in document.gold.facts():
        name = None
        if isinstance(fact, QuoteFact) and fact.pointers:
            quotations += 1
            name = f"q{quotations}"
            speaker_marks.extend((start, end, f"speaker:{name}") for start, end in fact.pointers)
        marks.append((fact.start, fact.end, write_label(label_of(fact, text[fact.start : fact.end], name))))
    try:
        body = write_markup(text, [*marks, *speaker_marks])
    except ValueError as fault:
        raise CorpusError([f"{document.id}: {fault}"]) from fault
    head = "".join(f"{key}: {value}\n" for key, value in document.front_matter.items())
    return f"---\n{head}---\n{body}\n"


class _FactReader:
    """Turns the marks of one text into facts, and adds to ``faults`` what it cannot."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self.facts: list[Fact] = []
        self._text = text
        self._faults = faults
        self._seen: set[object] = set()
        self._quotations: dict[str, int] = {}
        self._pointers: list[tuple[str, Mark]] = []

    def read(self, mark: Mark) -> None:
        """Read all labels of one mark; a fault in one does not cost the others."""
        try:
            labels = read_labels(mark.label)
        except LabelFault as fault:
            self._fault(mark, str(fault))
            return
        for label in labels:
            try:
                if label.kind == "speaker":
                    self._pointers.append((quotation_id(label), mark))
                else:
                    self._add(label, mark)
            except LabelFault as fault:
                self._fault(mark, str(fault))

    def attach_pointers(self) -> None:
        """Give each quotation the words that point to its speaker, once all marks were read."""
        for name, mark in self._pointers:
            place = self._quotations.get(name)
            if place is None:
                self._fault(mark, f"no quotation is called {name}. Name the one that is meant, quote:{name}")
                continue
            quote = self.facts[place] if place >= 0 else None
            if not isinstance(quote, QuoteFact):
                continue
            if quote.speaker is None:
                self._fault(mark, f"the quotation {name} has no speaker to point to. Give it speaker=")
            else:
                pointers = sorted({*quote.pointers, (mark.start, mark.end)})
                self.facts[place] = replace(quote, pointers=tuple(pointers))

    def _add(self, label: Label, mark: Mark) -> None:
        if label.kind == "quote" and label.value:
            if label.value in self._quotations:
                raise LabelFault(
                    f"two quotations are called {label.value}. Give each its own id; the speaker's words may point to "
                    "both: (speaker:q1; speaker:q2)"
                )
            # known by its id even if the rest of the label is at fault, so that one fault is not reported as two
            self._quotations[label.value] = -1
        fact = fact_of(label, self._text[mark.start : mark.end], mark.start, mark.end)
        # only nominees may have several labels on the same words, one for each category
        key: object = fact if isinstance(fact, NomineeFact) else (type(fact), fact.start, fact.end)
        if key in self._seen:
            raise LabelFault("two labels of one kind on the same words. Keep one")
        self._seen.add(key)
        if label.kind == "quote" and label.value:
            self._quotations[label.value] = len(self.facts)
        self.facts.append(fact)

    def _fault(self, mark: Mark, what: str) -> None:
        words = " ".join(self._text[mark.start : mark.end].split())
        shown = words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 3] + "..."
        self._faults.append(Fault(mark.line, f"'{shown}': {what}"))
