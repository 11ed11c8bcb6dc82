"""Quotations set off without marks: a paragraph right after "Jo Bloggs said:", or before a speaker's line.

Also tells which lines are a speaker's ("- Jo Bloggs, Head of Careers"), for quotations with marks need them too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from champion_extract.finding.quotes.cues import Cue
from champion_extract.finding.quotes.cues_before import cue_before
from champion_extract.finding.quotes.labels import label_speaker, signature
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.sentences import last_sentence
from champion_extract.finding.quotes.speech import ends_sentence, word_count
from champion_extract.finding.quotes.topic import topic_of
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import word_class

_LINE_DASHES = frozenset("-–—―~")


_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|us|I['’](?:m|d|ve|ll))\b")


_INLINE = re.compile(r":[\s\u00a0*_]{1,6}(?=[^\W\d_])")


_MAX_LINE = 160


def signed_by(text: str, paragraph: Paragraph, *, dashed: bool) -> Pointer | None:
    """The speaker that a line of its own names; ``dashed``: it begins with a dash, else it must also tell a role or
    body."""
    if paragraph.end - paragraph.start > _MAX_LINE or paragraph.end - paragraph.start < 2:
        return None
    if text[paragraph.end - 1] in "!?:" or "“" in text[paragraph.start : paragraph.end]:
        return None
    pointer = signature(text, paragraph.start, paragraph.end)
    if pointer is None:
        return None
    if dashed:
        if (
            pointer.kind == "body"
            and text[paragraph.end - 1] == "."
            and word_count(text, paragraph.start, paragraph.end) > 8
        ):
            return None
        return pointer
    if pointer.kind == "person" and pointer.start - paragraph.start <= 6:
        words = words_of(text, paragraph.start, paragraph.end)
        bare_name = pointer.end >= paragraph.end - 1
        if pointer.role is not None or pointer.organisation is not None or (bare_name and len(words) <= 4):
            return pointer
        if text[pointer.end : pointer.end + 1] in ",(" and len(words) <= 12:
            return pointer
    if (
        pointer.kind == "role"
        and pointer.start - paragraph.start <= 4
        and word_count(text, paragraph.start, paragraph.end) <= 10
    ):
        return pointer
    return None


def is_dash_line(paragraph: Paragraph) -> bool:
    """Whether a dash stands before the words of the line."""
    return bool(paragraph.lead) and paragraph.lead.strip("*_>")[:1] in _LINE_DASHES


def introduced_by(text: str, paragraph: Paragraph) -> Cue | None:
    """The cue in a line that announces what the next paragraph says: "Jo Bloggs said:", or a label "Chair's
    comments"."""
    end = paragraph.end
    colon = text[end - 1] == ":"
    if colon:
        cue = cue_before(text, paragraph.start, end)
        return cue if cue is not None and cue.direct else None
    if end - paragraph.start > 80 or text[end - 1] in ".!?,;":
        return None
    words = words_of(text, paragraph.start, end)
    if not words:
        return None
    if (words[-1].lower in ("said", "says", "wrote", "writes", "added", "commented", "comments")) and len(words) <= 14:
        cue = cue_before(text, paragraph.start, end)
        if cue is not None and cue.direct and cue.pointer is not None:
            return cue
    return label_speaker(text, words, end)


def inline_speech(text: str, paragraph: Paragraph) -> tuple[int, Cue] | None:
    """Where unmarked speech begins in a paragraph "Our panel said: We love it.", with its cue; None if there is
    none."""
    match = _INLINE.search(text, paragraph.start, min(paragraph.end, paragraph.start + 200))
    if match is None or not text[match.end()].isupper():
        return None
    cue = cue_before(text, paragraph.start, match.start() + 1)
    if cue is None or not cue.direct or cue.pointer is None or cue.rule not in ("before", "label"):
        return None
    if cue.rule == "label" and not is_strict_label(text, cue):
        return None
    if word_count(text, match.end(), paragraph.end) < 4 or not ends_sentence(text, match.end(), paragraph.end):
        return None
    return match.end(), cue


def is_strict_label(text: str, cue: Cue) -> bool:
    """Whether a label announces words as they were said ("Chair's comments"), not a summary ("Student feedback")."""
    words = words_of(text, cue.start, cue.end)
    return bool(words) and (words[-1].lower in word_class("strict_label") or words[0].lower == "what")


def could_be_speech(text: str, paragraph: Paragraph) -> bool:
    """Whether an unmarked paragraph can be what a speaker's line below it signs: prose of at least one sentence."""
    return (
        word_count(text, paragraph.start, paragraph.end) >= 5
        and ends_sentence(text, paragraph.start, paragraph.end)
        and not text[paragraph.start].islower()
        and text.find(" | ", paragraph.start, paragraph.end) < 0  # a row of a table
    )


def speaks_of_itself(text: str, paragraph: Paragraph) -> bool:
    """Whether the paragraph has a word in the first person ("I", "our") near its beginning."""
    return _FIRST_PERSON.search(text, paragraph.start, min(paragraph.end, paragraph.start + 600)) is not None


def is_set_apart(text: str, paragraph: Paragraph) -> bool:
    """Whether the paragraph is marked as a block quotation or set in italics throughout."""
    if paragraph.lead.startswith(">"):
        return True
    return (
        paragraph.lead[:1] in ("*", "_")
        and not paragraph.lead.startswith("**")
        and text[paragraph.end : paragraph.end + 1] == paragraph.lead[-1]
    )


def in_list_of_people(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the dash line at ``index`` is one of several in a row, so an item of a list and no speaker's line."""
    return any(0 <= other < len(paragraphs) and is_dash_line(paragraphs[other]) for other in (index - 1, index + 1))


def set_off_speech(
    text: str, paragraphs: Sequence[Paragraph], index: int, used: set[int]
) -> tuple[int, Pointer, str] | None:
    """Speech without marks in paragraph ``index``: its start, who speaks and the rule; None if there is none.

    ``used``: indices of paragraphs that are speaker lines already; a line that is read as one is added.
    """
    paragraph = paragraphs[index]
    speech = could_be_speech(text, paragraph)
    if index and speech and index - 1 not in used:
        cue = introduced_by(text, paragraphs[index - 1])
        announced = cue is not None and (cue.rule == "before" or (cue.rule == "label" and is_strict_label(text, cue)))
        if cue is not None and cue.rule == "colon" and cue.pointer is not None and cue.pointer.kind == "person":
            announced = (
                _FIRST_PERSON.search(text, paragraph.start, min(paragraph.end, paragraph.start + 400)) is not None
            )
        if cue is not None and cue.pointer is not None and announced:
            return paragraph.start, cue.pointer, "set_off_after"
        above = paragraphs[index - 1]
        if paragraph.lead.startswith(">") and not above.lead and text[above.end - 1] == ":":
            topic = topic_of(text, last_sentence(text, max(above.start, above.end - 240), above.end), above.end)
            if topic is not None:
                return paragraph.start, topic, "set_off_after"
    inline = inline_speech(text, paragraph)
    if inline is not None and inline[1].pointer is not None and inline[1].pointer.gender not in ("i", "g", "b"):
        return inline[0], inline[1].pointer, "set_off_inline"
    if not speech or index + 1 >= len(paragraphs) or is_dash_line(paragraph):
        return None
    line = paragraphs[index + 1]
    dashed = is_dash_line(line)
    apart = is_set_apart(text, paragraph)
    if (dashed and in_list_of_people(paragraphs, index + 1)) or not (dashed or apart):
        return None
    pointer = signed_by(text, line, dashed=dashed)
    if pointer is None or (pointer.kind == "body" and not apart):
        return None
    used.add(index + 1)
    return paragraph.start, pointer, "set_off_before"
