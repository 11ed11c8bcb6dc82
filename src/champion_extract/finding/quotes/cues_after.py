"""The cue that begins right after a quotation: "said Jo Bloggs", "she added", "according to the judges", a dash, a
bracket.

Looks at a few hundred characters, inside the paragraph and not beyond the next quotation.
"""

from __future__ import annotations

from champion_extract.finding.quotes.cues import DASHES, REACH, Cue, is_passive, subject_of
from champion_extract.finding.quotes.labels import signature
from champion_extract.finding.quotes.pointers import PRONOUNS, Pointer
from champion_extract.finding.quotes.sentences import first_sentence
from champion_extract.finding.quotes.subjects import leading_speaker, trailing_speaker
from champion_extract.finding.quotes.words import Word, words_of
from champion_extract.tables.reporting import reporting_verbs, role_nouns, word_class, word_set


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
    if first in DASHES or first == "(":
        inner = begin + 1
        close_bracket = text.find(")", begin, stop) if first == "(" else -1
        return _signed(text, inner, close_bracket if close_bracket > 0 else stop, begin)
    words = words_of(text, begin, stop)
    if not words:
        return None
    verbs = reporting_verbs()
    if (
        next_quote
        and words[0].lower in ("and", "but", "while")
        and words[-1].lower in verbs
        and len(words) > 2
        and words[-2].lower not in PRONOUNS
        and not ended
    ):
        return None  # "and another just wrote “Purple”" tells of the next one
    new_sentence = (ended or dotted) and words[0].capital
    verb = verbs.get(words[0].lower)
    if words[0].lower == "according" and len(words) > 2 and words[1].lower == "to":
        return Cue(leading_speaker(text, words[1].end, stop, vouched=True), True, begin, stop, "according", False)
    if words[0].lower == "as" and not new_sentence:
        for index in range(2, min(len(words), 14)):
            if words[index].lower in verbs:
                pointer, _ = subject_of(text, words[1:], index - 1, words[1].start)
                return Cue(pointer, True, begin, stop, "after", False) if pointer is not None else None
        return None
    if (
        words[0].lower in ("that", "those", "these", "this")
        and len(words) > 3
        and words[1].lower in word_class("being")
    ):
        words = words[1:]
    elif new_sentence and words[0].lower in word_class("being"):
        return None
    if words[0].lower in word_class("being") and len(words) > 3 and words[1].lower == "what":
        for index in range(3, min(len(words), 14)):
            if words[index].lower in verbs and verbs[words[index].lower].speech:
                pointer, _ = subject_of(text, words[2:], index - 2, words[2].start)
                return Cue(pointer, True, begin, stop, "after", False) if pointer is not None else None
        return None
    if words[0].lower in word_class("being"):
        told = leading_speaker(text, words[0].end, stop, vouched=False) if new_sentence else None
        if told is not None and told.kind in ("person", "role") and told.start - words[0].end < 8:
            return Cue(told, True, begin, stop, "after", False)  # "That was a parent."
        for index in range(1, min(len(words) - 1, 8)):
            if words[index].lower in ("from", "of", "by") and words[index - 1].lower in word_set("label_nouns"):
                pointer = leading_speaker(text, words[index].end, stop, vouched=True)
                return Cue(pointer, True, begin, stop, "after", False) if pointer is not None else None
        return None
    manner = _unlisted_verb(text, words, begin, close)
    if manner is not None:
        return Cue(manner, True, begin, stop, "after", False)
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
        written = word.lower in ("reads", "read") and role_nouns().get(words[index - 1].lower) == "document"
        if known is None or not (known.speech or written) or (word.capital and not word.form.isupper()) or index == 0:
            continue
        if is_passive(words, index):
            continue
        before = words[index - 1]
        gap = text[before.end : word.start]
        if before.lower in ("to", "a", "the", "an", "her", "his", "their", "our", "and", "of"):
            continue
        if "," in gap and known.inverted and index + 1 < len(words):
            pointer = leading_speaker(text, word.end, stop, vouched=True)
            if pointer is not None and pointer.kind != "person":
                earlier, _ = subject_of(text, words, index, begin)  # "Howard Lund, said ministers should"
                if earlier is not None and earlier.kind == "person":
                    pointer = earlier
            if pointer is not None and (pointer.start < word.start or _near(words, index, pointer)):
                return Cue(pointer, index == 0, begin, stop, "after", False)
        pointer, inherited = subject_of(text, words, index, begin)
        if pointer is None:
            if inherited:
                return Cue(None, True, begin, stop, "after", False)
            continue
        if (
            index + 1 < len(words)
            and words[index + 1].lower in word_class("complement")
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


def _unlisted_verb(text: str, words: list[Word], begin: int, close: int) -> Pointer | None:
    """The subject of a clause of two or three words after a comma in the quotation: “I only came to eat,” he
    manages."""
    if not 2 <= len(words) <= 3 or text[max(0, close - 2) : close - 1] not in (",", "!", "?"):
        return None
    if words[-1].capital or words[-1].lower in reporting_verbs() or not words[-1].lower.endswith(("s", "ed")):
        return None
    pointer = leading_speaker(text, begin, words[-2].end, vouched=False)
    if pointer is None or pointer.end != words[-2].end or not (pointer.kind == "person" or pointer.gender in "mf"):
        return None
    return pointer


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
    """Whether a new sentence after a quotation ("Jo Bloggs said.") speaks of that quotation and reports nothing
    else."""
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
            subject, _ = subject_of(text, words, index, start)
            if subject is not None:
                return Cue(subject, True, begin, end, "after", False)
    if words[0].lower in ("a", "an", "one", "my", "our"):  # "– a lad I mentored sent me that"
        pointer = leading_speaker(text, start, end, vouched=False)
        if pointer is not None and pointer.kind == "role" and pointer.start - words[0].start < 24:
            return Cue(pointer, True, begin, end, "after", False)
    return None
