"""The words beside a quotation that tell who said it: "Jo Bloggs said:", "she added.", "according to the judges", a dash.

Looks at a few hundred characters before or after the marks, inside their paragraph and not beyond the next quotation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.quotes.names import bare
from champion_extract.finding.quotes.roles import has_organisation_word, is_role_noun, read_standing
from champion_extract.finding.quotes.subjects import PRONOUNS, Pointer, leading_speaker, trailing_speaker
from champion_extract.finding.quotes.words import Word, words_of
from champion_extract.tables.reporting import reporting_verbs, titles, word_set

REACH = 400
"""Characters looked at on either side."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]*_]{0,3}[\s\u00a0\u202f]+(?=[^a-z\s])|[\n\r]")
_OPENERS = " \t\u00a0\u202f\u200b*_([{‘'\"“>"
_ADVERBS = frozenset(
    "also then now later again proudly simply once previously recently warmly gratefully excitedly only even still just always often"
    " has had have was is were are been being who both all have and can could would did does must may might will".split()
)
_INCLUDING = frozenset("include includes included including was were is are".split())
_BEING = frozenset(("was", "is", "were", "are"))
_GIVEN = frozenset("given made shared received sent left offered cited mentioned".split())
_COMPLEMENTS = frozenset(
    "that the he she it they we a an how why what his her their there this these those all".split()
)
_OWNERS = {"his": "m", "her": "f", "their": "g"}
_MODIFIERS = frozenset(
    "the our selection judging expert head lead independent student parent vice deputy award awards".split()
)
_DASHES = "-–—―~"


class Cue(NamedTuple):
    """``pointer``: who said it, None if the cue leaves that to what went before ("and added:").

    ``direct``: the cue stands right at the quotation; else the quotation is a fragment inside a reported sentence.
    ``start``, ``end``: where the cue stands. ``rule``: name of what was seen. ``colon``: it ends with a colon.
    ``verb``: the reporting verb before the quotation, in lower case, if that is what was seen.
    """

    pointer: Pointer | None
    direct: bool
    start: int
    end: int
    rule: str
    colon: bool
    verb: str = ""


def last_sentence(text: str, start: int, end: int) -> int:
    """Where the last sentence of the stretch begins; titles and initials do not end one."""
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() < end and not _abbreviated(text, match.start(), start):
            at = match.end()
    return at


def first_sentence(text: str, start: int, end: int) -> int:
    """Where the first sentence of the stretch ends, before its full stop."""
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _abbreviated(text, match.start(), start):
            return match.start()
    return end


def _abbreviated(text: str, dot: int, floor: int) -> bool:
    if text[dot] != ".":
        return False
    begin = dot
    while begin > floor and dot - begin < 9 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:dot]
    return (
        (len(word) == 1
        and word.isupper())
        or word.lower() in titles()
        or word.lower() in ("st", "ltd", "no", "jr", "sr", "vs")
    )


def cue_before(text: str, floor: int, mark: int) -> Cue | None:
    """The cue that ends right before ``mark``, looked for from ``floor`` on."""
    floor = max(floor, mark - REACH)
    end = mark
    while end > floor and text[end - 1] in _OPENERS:
        end -= 1
    if end <= floor:
        return None
    stop = text[end - 1]
    dashed = stop in _DASHES
    colon = stop == ":" or (dashed and text[max(floor, end - 3) : end - 1].strip() in (":", ""))
    while end > floor and (text[end - 1] in ",:;" or text[end - 1] in _DASHES or text[end - 1].isspace()):
        end -= 1
    if text[end - 1 : end] == "…" or text[max(floor, end - 3) : end] == "...":
        while end > floor and text[end - 1] in ".… ":  # "Our panel said... “Great”"
            end -= 1
    elif text[end - 1 : end] in (".", "!", "?"):
        return None
    start = last_sentence(text, floor, end)
    clause = text.rfind(": ", start, end - 1)
    if clause >= 0 and not any(is_role_noun(word) for word in words_of(text, max(start, clause - 16), clause)):
        start = clause + 2
    words = words_of(text, start, end)
    if not words:
        return None
    comma = stop in ",;"
    listed = words[-1].lower in _INCLUDING
    label = label_speaker(text, words, end) if stop == ":" or listed or (dashed and len(words) < 5) else None
    if label is not None and listed:
        return label
    if label is not None and label.pointer is not None:
        return label
    by_verb = _by_verb(text, words, start, end, colon=colon, comma=comma)
    return by_verb or _by_label(text, words, start, end, colon=stop == ":", dashed=dashed)


def _by_verb(text: str, words: list[Word], start: int, end: int, *, colon: bool, comma: bool) -> Cue | None:
    verbs = reporting_verbs()
    last = len(words) - 1
    for index in range(last, max(-1, last - 24), -1):
        verb = verbs.get(words[index].lower)
        if verb is None or (words[index].capital and index):
            continue
        after = last - index
        if (
            index
            and words[index - 1].lower in ("to", "a", "the", "an", "her", "his", "their", "our", "this", "that", "of")
            and words[index - 1].lower not in PRONOUNS
        ):
            if words[index - 1].lower not in ("this", "that"):
                continue
        if verb.speech:
            direct = after == 0 or colon or (comma and after <= 12)
        else:
            direct = ((colon and after <= 3) or (comma and after == 0)) and words[index].lower not in (
                "called",
                "named",
            )
        if after and not direct and text[words[index].end : words[index + 1].start].strip() == ":":
            continue
        if _is_passive(words, index):
            continue
        if index == 0 and verb.inverted and len(words) > 1 and not words[1].lower.startswith("th"):  # "Said Freya:"
            pointer, known = leading_speaker(text, words[0].end, end, vouched=True), False
        else:
            pointer, known = _subject(text, words, index, start)
        if pointer is None and not known:
            if index == 0 and not colon and not comma:
                continue
            if index and not verb.speech:
                continue
        if not verb.speech and not direct and not (pointer is not None or known):
            continue
        return Cue(pointer, direct, words[0].start, end, "before", colon, words[index].lower)
    return None


def _is_passive(words: list[Word], index: int) -> bool:
    """Whether the verb at ``index`` tells what was said to or of somebody by nobody in particular: "had been told"."""
    if not words[index].lower.endswith(("ed", "told", "called", "known")):
        return False
    at = index - 1
    while at >= 0 and words[at].lower.endswith("ly"):
        at -= 1
    if at < 0 or words[at].lower not in ("been", "was", "were", "being", "be", "is", "are", "get", "got"):
        return False
    return not any(word.lower == "by" for word in words[index + 1 : index + 3])


def _subject(text: str, words: list[Word], index: int, start: int) -> tuple[Pointer | None, bool]:
    """The subject of the verb at ``index``; the flag tells that it is left to an earlier sentence ("and added")."""
    verbs = reporting_verbs()
    at = index
    if at + 1 < len(words) and words[at + 1].lower == "by":  # "described by Ofsted as"
        return leading_speaker(text, words[at + 1].end, words[-1].end, vouched=True), False
    while at > 0 and (
        words[at - 1].lower in _ADVERBS or (words[at - 1].lower.endswith("ly") and not words[at - 1].capital)
    ):
        if text[words[at - 1].end : words[at].start].strip(" \u00a0\u202f") != "":
            break
        if words[at - 1].lower in ("and", "who"):
            break
        at -= 1
    if at == 0:
        return None, words[index].lower.endswith("ing") or index == 0 or words[0].lower in ("also", "then", "and")
    joined = words[at - 1].lower in ("and", "but")
    participle = words[index].lower.endswith("ing")
    if joined or participle or (at < index and words[at].lower == "and"):
        cut = at - 1 if joined else at
        if cut <= 0:
            return None, True
        for earlier in range(cut - 1, max(-1, cut - 40), -1):
            if words[earlier].lower in verbs and not words[earlier].capital:
                pointer, known = _subject(text, words, earlier, start)
                if pointer is not None or known:
                    return pointer, known
                break
        return _leading_of_clause(text, words, cut), True
    gap = text[words[at - 1].end : words[at].start]
    pointer = trailing_speaker(text, start, words[at].start if gap.strip() else words[at - 1].end)
    return pointer, False


def _leading_of_clause(text: str, words: list[Word], cut: int) -> Pointer | None:
    """The subject of a clause whose verb is unknown: what its first chunks name."""
    begin = words[0].start
    stretch_end = words[cut - 1].end
    pointer = leading_speaker(text, begin, stretch_end, vouched=False)
    if pointer is not None:
        return pointer
    comma = text.find(",", begin, stretch_end)
    while comma >= 0:
        pointer = leading_speaker(text, comma + 1, stretch_end, vouched=False)
        if pointer is not None and pointer.kind in ("person", "pronoun"):
            return pointer
        comma = text.find(",", comma + 1, stretch_end)
        if comma - begin > 200:
            break
    return None


def _by_label(text: str, words: list[Word], start: int, end: int, *, colon: bool, dashed: bool) -> Cue | None:
    """ "Chair's comments:", "Comments from the judges:", "Jo Bloggs, Careers Leader:", "according to Jo Bloggs,"."""
    lowers = [word.lower for word in words]
    last = len(words) - 1
    for index in range(last, max(-1, last - 14), -1):
        if lowers[index] == "to" and index and lowers[index - 1] == "according":
            return Cue(
                leading_speaker(text, words[index].end, end, vouched=True),
                True,
                words[index - 1].start,
                end,
                "according",
                colon,
            )
        if lowers[index] == "of" and lowers[max(0, index - 3) : index] == ["in", "the", "words"]:
            return Cue(
                leading_speaker(text, words[index].end, end, vouched=True),
                True,
                words[index - 3].start,
                end,
                "according",
                colon,
            )
    if dashed and len(words) <= 14:
        pointer = signature(text, start, end)
        if pointer is not None and pointer.kind == "person" and pointer.role is not None:
            return Cue(pointer, True, words[0].start, end, "colon", True)
    if not colon or len(words) > 18 or any(_is_passive(words, index) for index in range(max(0, last - 2), last + 1)):
        return None
    label = label_speaker(text, words, end)
    if label is not None:
        return label
    if lowers[0] in ("and", "but", "with", "including", "such", "like", "for", "e.g", "example"):
        return None
    for index in range(last, max(0, last - 8), -1):
        if lowers[index] in ("by", "from") and lowers[index - 1] in _GIVEN:
            return Cue(
                leading_speaker(text, words[index].end, end, vouched=True), True, words[0].start, end, "label", colon
            )
    at_sign = text.rfind("@", max(start - 1, end - 40), end)
    if at_sign >= 0 and text[at_sign + 1 : end].replace("_", "").replace(".", "").isalnum():
        return Cue(Pointer(at_sign + 1, end, "body", "u", None, None), True, words[0].start, end, "colon", colon)
    pointer = leading_speaker(text, words[0].start, end, vouched=False)
    if (
        pointer is not None
        and pointer.kind == "body"
        and not any(
            has_organisation_word([word]) or is_role_noun(word)
            for word in words
            if pointer.start <= word.start < pointer.end
        )
    ):
        return None
    if pointer is not None and pointer.kind != "pronoun" and (pointer.start - words[0].start) < 60 and len(words) <= 14:
        if pointer.kind == "body" and len(words) > 5:
            return None
        return Cue(pointer, True, words[0].start, end, "colon", colon)
    return None


def label_speaker(text: str, words: list[Word], end: int) -> Cue | None:
    """Who a label names: "Chair's comments", "Feedback from the panel", "What the judges said"; None if it is no label."""
    labels = word_set("label_nouns")
    if len(words) > 1 and words[-1].lower in _INCLUDING:
        words = words[:-1]
        if words[-1].lower not in labels and not any(word.lower in labels for word in words):
            return None
        if words[-1].lower not in labels:
            end = words[-1].end
    last = len(words) - 1
    if words[0].lower in _OWNERS and any(word.lower in labels for word in words[1:4]):
        return Cue(
            Pointer(words[0].start, words[0].end, "pronoun", _OWNERS[words[0].lower], None, None),
            True,
            words[0].start,
            end,
            "label",
            True,
        )
    if last >= 1 and words[last].lower in labels:
        owner_last = last - 1
        while owner_last > 0 and not _is_possessive(text, words[owner_last]) and last - owner_last < 4:
            owner_last -= 1
        if _is_possessive(text, words[owner_last]) or (is_role_noun(words[owner_last]) and last <= 9):
            owner_end = words[owner_last].start + len(bare(words[owner_last].form).rstrip("'’"))
            first = 0
            if is_role_noun(words[owner_last]):  # of a text whose line breaks were lost only the words right before
                first = owner_last
                while (first and words[first - 1].lower in _MODIFIERS) or (
                    first and not words[owner_last].capital and not words[first - 1].capital and owner_last - first < 3
                ):
                    first -= 1
            owner = leading_speaker(text, words[first].start, owner_end, vouched=True)
            if owner is not None:
                stop = words[last].end if owner.kind == "role" else owner.end
                return Cue(owner._replace(end=stop), True, words[first].start, end, "label", True)
        return Cue(None, True, words[0].start, end, "label", True) if len(words) <= 3 else None
    if len(words) > 10:
        return None
    for index, word in enumerate(words):
        if word.lower in ("from", "by") and index and words[index - 1].lower in labels:
            return Cue(leading_speaker(text, word.end, end, vouched=True), True, words[0].start, end, "label", True)
    if words[0].lower == "what" and last >= 2 and words[last].lower in reporting_verbs():
        return Cue(
            leading_speaker(text, words[0].end, words[last - 1].end, vouched=True),
            True,
            words[0].start,
            end,
            "label",
            True,
        )
    if last == 0 and words[0].lower in labels:
        return Cue(None, True, words[0].start, end, "label", True)
    return None


def _is_possessive(text: str, word: Word) -> bool:
    return word.form.endswith(("'s", "’s", "s'", "s’", "'", "’")) or text[word.end : word.end + 1] in ("'", "’")


def cue_after(text: str, close: int, ceiling: int, *, ended: bool, next_quote: bool) -> Cue | None:
    """The cue that begins right after ``close``, looked for up to ``ceiling``.

    ``ended``: the quotation ends its sentence. ``next_quote``: another quotation begins at ``ceiling``.
    """
    ceiling = min(ceiling, close + REACH)
    begin = close
    while begin < ceiling and text[begin] in " \t\u00a0\u202f\u200b*_,.;":
        if text[begin] == "." and begin > close and text[begin - 1].isspace():
            break
        begin += 1
    if begin >= ceiling:
        return None
    dotted = "." in text[close:begin]
    stop = first_sentence(text, begin, ceiling)
    while stop > begin and (text[stop - 1].isspace() or text[stop - 1] in ".!?*_"):
        stop -= 1
    if stop <= begin:
        return None
    first = text[begin]
    if first == ":":
        return _headline(text, begin, stop)
    if first in _DASHES or first == "(":
        inner = begin + 1
        close_bracket = text.find(")", begin, stop) if first == "(" else -1
        return _signed(text, inner, close_bracket if close_bracket > 0 else stop, begin)
    words = words_of(text, begin, stop)
    if not words:
        return None
    verbs = reporting_verbs()
    new_sentence = (ended or dotted) and words[0].capital
    verb = verbs.get(words[0].lower)
    if words[0].lower == "according" and len(words) > 2 and words[1].lower == "to":
        return Cue(leading_speaker(text, words[1].end, stop, vouched=True), True, begin, stop, "according", False)
    if words[0].lower == "as" and not new_sentence:
        for index in range(2, min(len(words), 14)):
            if words[index].lower in verbs:
                pointer, _ = _subject(text, words[1:], index - 1, words[1].start)
                return Cue(pointer, True, begin, stop, "after", False) if pointer is not None else None
        return None
    if words[0].lower in ("that", "those", "these", "this") and len(words) > 3 and words[1].lower in _BEING:
        words = words[1:]
    elif new_sentence and words[0].lower in _BEING:
        return None
    if words[0].lower in _BEING:
        for index in range(1, min(len(words) - 1, 8)):
            if words[index].lower in ("from", "of", "by") and words[index - 1].lower in word_set("label_nouns"):
                pointer = leading_speaker(text, words[index].end, stop, vouched=True)
                return Cue(pointer, True, begin, stop, "after", False) if pointer is not None else None
        return None
    if verb is not None and verb.speech and not new_sentence and len(words) > 1:
        pointer = leading_speaker(text, words[0].end, stop, vouched=True)
        if pointer is not None:
            return Cue(pointer, True, begin, stop, "after", False)
        return None
    if (
        not new_sentence
        and verb is None
        and words[0].lower.endswith(("s", "ed"))
        and len(words) > 1
        and words[1].capital
    ):
        pointer = leading_speaker(
            text, words[0].end, stop, vouched=False
        )  # a verb that no table lists: "quipped Jo Bloggs"
        if pointer is not None and pointer.kind == "person" and text[close - 2 : close - 1] in (",", "!", "?"):
            return Cue(pointer, True, begin, stop, "after", False)
    for index, word in enumerate(words[:40]):
        known = verbs.get(word.lower)
        if known is None or not known.speech or (word.capital and not word.form.isupper()) or index == 0:
            continue
        if _is_passive(words, index):
            continue
        before = words[index - 1]
        gap = text[before.end : word.start]
        if before.lower in ("to", "a", "the", "an", "her", "his", "their", "our", "and", "of"):
            continue
        if "," in gap and known.inverted and index + 1 < len(words):
            pointer = leading_speaker(text, word.end, stop, vouched=True)
            if pointer is not None and _near(words, index, pointer):
                return Cue(pointer, index == 0, begin, stop, "after", False)
        pointer, inherited = _subject(text, words, index, begin)
        if pointer is None:
            if inherited:
                return Cue(None, True, begin, stop, "after", False)
            continue
        if (
            index + 1 < len(words)
            and words[index + 1].lower in _COMPLEMENTS
            and word.lower not in ("told", "tells", "asked", "asks")
            and text[max(0, close - 5) : close - 1].rstrip(" \"'’”*_")[-1:] not in (",", "!", "?", "…")
        ):
            gap = text[word.end : words[index + 1].start]
            if (gap.strip() == "" and not known.inverted) or (gap.strip() == "" and before.lower not in PRONOUNS):
                return None  # "At ‘Next steps’, Jo Bloggs said the day ..." reports something else
        if new_sentence and not _closes(text, words, index, stop, ceiling, next_quote):
            return None
        near = index <= 3 or pointer.start - begin < 30
        return Cue(pointer, near, begin, stop, "after", False)
    for index in range(1, min(len(words), 24)):
        if words[index].lower == "to" and words[index - 1].lower == "according":
            pointer = leading_speaker(text, words[index].end, stop, vouched=True)
            return Cue(pointer, False, begin, stop, "according", False) if pointer is not None else None
    return None


def _headline(text: str, begin: int, stop: int) -> Cue | None:
    """ "‘They trusted me’: pupils praise firm": who the clause behind the colon says speaks."""
    words = words_of(text, begin + 1, stop)
    for index in range(1, min(len(words), 8)):
        if words[index].lower in reporting_verbs():
            pointer = trailing_speaker(text, words[0].start, words[index].start)
            return Cue(pointer, True, begin, stop, "after", False) if pointer is not None else None
    return None


def _near(words: list[Word], index: int, pointer: Pointer) -> bool:
    return any(word.start >= pointer.start for word in words[index + 1 : index + 9])


def _closes(text: str, words: list[Word], index: int, stop: int, ceiling: int, next_quote: bool) -> bool:
    """Whether a new sentence after a quotation ("Jo Bloggs said.") speaks of that quotation and reports nothing else."""
    if next_quote and text[stop:ceiling].strip(" \u00a0\u202f*_“\"'‘") in (":", ","):
        return False
    if text[stop - 1 : stop] == ":" or ":" in text[words[index].end : words[index].end + 1]:
        return False
    if index + 1 >= len(words):
        return not next_quote or text[stop : stop + 1] not in (":", ",")
    return (
        words[index + 1].lower in ("after", "when", "in", "at", "on", "following", "during", "about", "of")
        and not next_quote
    )


def _signed(text: str, start: int, end: int, begin: int) -> Cue | None:
    """A speaker after a dash or in brackets, with nothing else said."""
    words = words_of(text, start, end)
    if not words or len(words) > 24:
        return None
    if words[0].lower in reporting_verbs() and len(words) > 1:
        return Cue(leading_speaker(text, words[0].end, end, vouched=True), True, begin, end, "after", False)
    pointer = signature(text, start, end)
    if pointer is not None:
        return Cue(pointer, True, begin, end, "signed", False)
    for index, word in enumerate(words[:12]):
        known = reporting_verbs().get(word.lower)
        if known is not None and known.speech and index:
            subject, _ = _subject(text, words, index, start)
            if subject is not None:
                return Cue(subject, True, begin, end, "after", False)
    return None


def signature(text: str, start: int, end: int) -> Pointer | None:
    """The speaker whom the whole of a short stretch names: "Jo Bloggs, Head of Careers, Anytown School", "Year 10 student"."""
    words = words_of(text, start, end)
    if not words or len(words) > 24:
        return None
    if any(word.lower in ("is", "was", "are", "were", "has", "have", "will", "that", "which") for word in words):
        return None
    first = words[0]
    if first.lower in PRONOUNS:
        return None
    pointer = leading_speaker(text, start, end, vouched=first.capital and len(words) > 1)
    if pointer is None:
        standing = read_standing(text, words)
        if standing.role is None or not (first.capital or first.form[0].isdigit() or first.lower in ("a", "the")):
            return None
        return Pointer(standing.role_start, standing.role_end, "role", "u", None, standing.organisation)
    if pointer.kind == "body" and not first.capital and not is_role_noun(first):
        return pointer if len(words) <= 5 and first.lower in ("the", "our", "a") and is_role_noun(words[-1]) else None
    return pointer
