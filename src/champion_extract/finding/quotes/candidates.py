"""A piece of marked words with its surroundings, and what can be told of it by looking at both."""

from __future__ import annotations

from functools import cached_property

from champion_extract.finding.quotes.cues import Cue
from champion_extract.finding.quotes.pairs import Marked
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.sentences import last_sentence
from champion_extract.finding.quotes.speech import (
    ends_sentence,
    is_named_by,
    is_title_case,
    names_follow,
    reads_as_speech,
    word_count,
)
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import ReportingVerb, reporting_verbs, word_class

MARK_CHARACTERS = "\"“”„‟«»‘’‚‛'`>*_ \t\u00a0\u202f\u200b"
_NO_VERB = ReportingVerb(False, False)


class Candidate:
    """Marked words from ``start`` to ``end``, trimmed, in their paragraph.

    ``floor`` and ``ceiling``: where the pieces before and after it end and begin, else the paragraph's ends. ``first``,
    ``last``: whether it is the paragraph's first and last piece.
    """

    def __init__(
        self,
        text: str,
        paragraph: Paragraph,
        piece: Marked,
        place: tuple[int, int],
        room: tuple[int, int],
        ends: tuple[bool, bool],
    ) -> None:
        self.text = text
        self.paragraph = paragraph
        self.piece = piece
        self.start, self.end = place
        self.floor, self.ceiling = room
        self.first, self.last = ends

    @cached_property
    def count(self) -> int:
        """Words, counted to 60."""
        return word_count(self.text, self.start, self.end)

    @cached_property
    def in_title_case(self) -> bool:
        """Whether it looks like a title or name."""
        return is_title_case(self.text, self.start, self.end)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends with a full stop or the like."""
        return ends_sentence(self.text, self.start, self.end)

    @cached_property
    def speaks(self) -> bool:
        """Whether its words by themselves read as speech."""
        return reads_as_speech(self.text, self.start, self.end)

    @cached_property
    def named(self) -> bool:
        """Whether the words before it announce a name, title, slogan or rating."""
        return is_named_by(self.text, self.floor, self.piece.outer_start)

    @cached_property
    def names(self) -> bool:
        """Whether the word after it tells that it is a name."""
        return names_follow(self.text, self.piece.outer_end, self.ceiling)

    @cached_property
    def whole(self) -> bool:
        """Whether it is all of its paragraph, but for marks and spaces."""
        text, paragraph, piece = self.text, self.paragraph, self.piece
        if piece.outer_start - paragraph.start > 4 or paragraph.end - piece.outer_end > 3:
            return False
        around = text[paragraph.start : piece.outer_start] + text[piece.outer_end : paragraph.end]
        return around.strip(MARK_CHARACTERS + ".,)0123456789") == ""

    @property
    def between(self) -> str:
        """What stands between the piece before and this one."""
        return self.text[self.floor : self.piece.outer_start]

    def is_fragment(self, verb: str) -> bool:
        """Whether words inside a reported sentence are quoted, rather than a name. ``verb``: the one that reports,
        or ""."""
        if self.named:
            # "said the award was “richly deserved”" is no name, "the term “young people”" is
            last = words_of(self.text, max(self.floor, self.piece.outer_start - 12), self.piece.outer_start)
            judged = verb in reporting_verbs() and not reporting_verbs()[verb].speech  # "called our programme “a gem”"
            linked = judged or (bool(last) and last[-1].lower in ("is", "was", "as", "were"))
            clause = self.count > 4 and verb in reporting_verbs() and self.text[self.start].islower()
            linked = linked or (clause and not self.piece.single)  # "told the board that a scheme “without ...”"
            if not self.text[self.start].islower() or not linked or (last and last[-1].lower == verb):
                return False
        return not self.names and not self.in_title_case and self.count >= 1

    def is_term(self, cue: Cue) -> bool:
        """Whether marked words in reported speech are a term: (“the Trust”), the “soft skills” gap."""
        text, piece = self.text, self.piece
        before, after = text[piece.outer_start - 1 : piece.outer_start], text[piece.outer_end : piece.outer_end + 1]
        if before == "(" and after == ")":
            return self.count < 5
        last = words_of(text, max(self.floor, piece.outer_start - 12), piece.outer_start)
        if last and last[-1].lower in ("is", "was", "are", "were", "be", "been"):
            return False  # "said it was “actively exploring” the plan"
        if self.count > 2 or not reporting_verbs().get(cue.verb, _NO_VERB).speech:
            return False
        following = words_of(text, piece.outer_end, min(self.ceiling, piece.outer_end + 20))
        if not following or text[piece.outer_end : following[0].start].strip(" \u00a0") != "":
            return False
        return following[0].lower not in word_class("after_fragment") and not following[0].capital

    def follows_in_sentence(self) -> bool:
        """Whether no sentence ends between the piece before and this one, and little stands between them."""
        between = self.between
        if len(between) >= 90 or "\n" in between or between.rstrip()[-1:] in (".", "!", "?", "…"):
            return False
        return last_sentence(self.text, self.floor, self.piece.outer_start) == self.floor

    def begins_sentence(self) -> bool:
        """Whether nothing of its sentence stands before it."""
        before = self.between[-6:].rstrip(" *_\u00a0\u202f\n>•-–—|([")
        return before == "" or before[-1] in ".!?…:,”\"’'"

    def is_own_sentence(self) -> bool:
        """Whether it is a sentence of its own between others: “In a heartbeat.”"""
        if not self.ends_sentence or self.text[self.start].islower() or self.in_title_case or self.count < 2:
            return False
        before = self.between[-4:].rstrip(" *_\u00a0")
        after = self.text[self.piece.outer_end : min(self.ceiling, self.piece.outer_end + 4)].lstrip(" *_\u00a0")
        return before[-1:] in ("", ".", "!", "?", "…") and (not after or after[0].isupper())
