"""Which of the cues around a piece is about it, and whether it makes the piece a quotation."""

from __future__ import annotations

from champion_extract.finding.quotes.candidates import Candidate
from champion_extract.finding.quotes.cues import Cue
from champion_extract.finding.quotes.cues_after import cue_after
from champion_extract.finding.quotes.cues_before import cue_before
from champion_extract.finding.quotes.subjects import leading_speaker
from champion_extract.tables.reporting import word_class


def find_cue(candidate: Candidate, next_start: int, *, shared: bool) -> Cue | None:
    """The cue at a piece, or None. ``next_start``: where the paragraph's next piece begins, -1 if there is none.

    ``shared``: the piece before has a speaker, so that ", she said," between the two tells of both.
    """
    text, piece = candidate.text, candidate.piece
    before = cue_before(text, candidate.floor, piece.outer_start) if piece.opened else None
    after: Cue | None = None
    if piece.closed:
        after = cue_after(
            text, piece.outer_end, candidate.ceiling, ended=candidate.ends_sentence, next_quote=next_start >= 0
        )
    if before is not None and shared and before.start < candidate.floor + 1 and before.pointer is None:
        before = before._replace(direct=True)
    cue = _choose(candidate, before, after)
    if cue is None and text[candidate.end - 1] == "," and next_start >= 0:  # “Dear Sue,” one reads, “thank you.”
        middle = cue_before(text, piece.outer_end, next_start)
        if middle is not None and middle.direct and middle.start - piece.outer_end < 3:
            return middle._replace(rule="after")
    return cue


def _choose(candidate: Candidate, before: Cue | None, after: Cue | None) -> Cue | None:
    if before is None or after is None:
        return before or after
    if before.rule == "label" and after.rule == "signed" and candidate.last:
        return after  # "What did pupils say: “…” (Hamza)"
    if before.direct != after.direct:
        return before if before.direct else after
    if before.pointer is None and after.pointer is not None:
        return after
    return after if candidate.text[candidate.end - 1] == "," and not before.colon else before


def weigh_cue(candidate: Candidate, cue: Cue) -> Cue | None:
    """The cue if it makes the piece a quotation, with a subject that follows the piece filled in; else None."""
    text, piece = candidate.text, candidate.piece
    following = text[piece.outer_end : piece.outer_end + 1]
    if cue.pointer is None and cue.verb.endswith("ing") and following == ",":
        # "Describing herself as “a bit of a nerd”, Freya Lund built ..."
        cue = cue._replace(pointer=leading_speaker(text, piece.outer_end + 1, candidate.ceiling, vouched=False))
    titled = candidate.in_title_case and not candidate.ends_sentence
    if cue.rule == "colon" and titled:
        return None
    if cue.rule == "before" and cue.direct and not cue.colon and text[cue.end : cue.end + 1] != "," and titled:
        return cue if candidate.count == 1 and not piece.single else None
    if (
        cue.rule == "after"
        and cue.direct
        and text[candidate.end - 1] not in ",.!?…"
        and not candidate.begins_sentence()
    ):
        cue = cue._replace(direct=False)  # "On the podcast “The Next Rung”, host Gaz asks ..."
    if candidate.count == 1 and cue.verb in word_class("thinking_verb"):
        return None
    if not cue.direct and (candidate.is_term(cue) or not candidate.is_fragment(cue.verb)):
        return None
    return cue


def is_called(candidate: Candidate, cue: Cue) -> bool:
    """Whether a verb right before the piece gives a name rather than reports: a course called “Steps”."""
    comma = candidate.text[cue.end : cue.end + 1] == "," and candidate.text[cue.start : cue.end].lower().endswith(
        cue.verb
    )
    return cue.rule == "before" and cue.direct and not cue.colon and not comma and candidate.named
