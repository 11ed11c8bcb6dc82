"""The cue that ends right before a quotation: "Jo Bloggs, Head of Careers, said:", "and added:", "The panel praised
her".

Looks at a few hundred characters, inside the paragraph and not beyond the quotation before.
"""

from __future__ import annotations

from champion_extract.finding.quotes.bodies import has_organisation_word, is_role_noun
from champion_extract.finding.quotes.cues import DASHES, REACH, Cue, is_passive, subject_of
from champion_extract.finding.quotes.labels import label_speaker, signature
from champion_extract.finding.quotes.pointers import PRONOUNS, Pointer
from champion_extract.finding.quotes.sentences import last_sentence
from champion_extract.finding.quotes.subjects import leading_speaker
from champion_extract.finding.quotes.words import Word, words_of
from champion_extract.tables.reporting import reporting_verbs, word_class

_OPENERS = " \t\u00a0\u202f\u200b*_([{‘'\"“>"


def cue_before(text: str, floor: int, mark: int) -> Cue | None:
    """The cue that ends right before ``mark``, looked for from ``floor`` on."""
    floor = max(floor, mark - REACH)
    end = mark
    while end > floor and text[end - 1] in _OPENERS:
        end -= 1
    if end <= floor:
        return None
    stop = text[end - 1]
    dashed = stop in DASHES
    colon = stop == ":" or (dashed and text[max(floor, end - 3) : end - 1].strip() in (":", ""))
    while end > floor and (text[end - 1] in ",:;" or text[end - 1] in DASHES or text[end - 1].isspace()):
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
    while (
        len(words) > 1
        and words[0].form[0].isdigit()
        and words[1].capital
        and text[words[0].end : words[1].start] != " – "
    ):
        words = words[1:]  # a time or a number in a list: "19:40 Judge Michelle Tran:"
        start = words[0].start
    if not words:
        return None
    comma = stop in ",;"
    listed = words[-1].lower in word_class("listing_verb")
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
        ) and words[index - 1].lower not in ("this", "that"):
            continue
        if verb.speech:
            direct = after == 0 or colon or (comma and after <= 12)
        else:
            put_it = after and words[index].lower.startswith("put") and words[index + 1].lower == "it"
            named = words[index].lower in ("called", "named")
            direct = not named and ((colon and after <= (7 if put_it else 3)) or (comma and after == 0))
        if after and not direct and text[words[index].end : words[index + 1].start].strip() == ":":
            continue
        if is_passive(words, index) or (not direct and words[index].lower in ("reads", "read")):
            continue
        inverted = (
            comma
            and verb.inverted
            and 0 < after <= 8
            and index > 0
            and "," in text[words[index - 1].end : words[index].start]
        )
        if index == 0 and verb.inverted and len(words) > 1 and not words[1].lower.startswith("th"):  # "Said Freya:"
            pointer, known = leading_speaker(text, words[0].end, end, vouched=True), False
        elif (
            inverted
            and words[index + 1].lower not in word_class("complement") - word_class("determiner")
            and (words[index + 1].lower == "the" or words[index + 1].capital)
        ):  # "and, says the company, “the dull bits”"
            pointer, known = leading_speaker(text, words[index].end, end, vouched=True), False
        else:
            pointer, known = subject_of(text, words, index, start)
        if pointer is None and not known:
            if index == 0 and not colon and not comma:
                continue
            if index and not verb.speech:
                continue
        if not verb.speech and not direct and not (pointer is not None or known):
            continue
        if pointer is not None and words[0].lower == "what" and pointer.start == words[0].start and index > 1:
            pointer = leading_speaker(text, words[0].end, words[index - 1].end, vouched=True)  # "What parents told us:"
        return Cue(pointer, direct, words[0].start, end, "before", colon, words[index].lower)
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
    if lowers[0] == "for" and words[0].capital and len(words) > 2:  # "For Jo Bloggs, the award is “a dream”"
        pointer = leading_speaker(text, words[0].end, end, vouched=False)
        if pointer is not None and pointer.kind == "person":
            return Cue(pointer, colon, words[0].start, end, "according", colon)
    if dashed and len(words) <= 14:
        pointer = signature(text, start, end)
        if pointer is not None and pointer.kind == "person" and pointer.role is not None:
            return Cue(pointer, True, words[0].start, end, "colon", True)
    if colon and len(words) > 14:
        pointer = leading_speaker(text, words[0].start, end, vouched=False)
        if pointer is not None and pointer.kind == "person" and pointer.start == words[0].start:
            return Cue(pointer, True, words[0].start, end, "colon", True)
    if not colon or len(words) > 18 or any(is_passive(words, index) for index in range(max(0, last - 2), last + 1)):
        return None
    label = label_speaker(text, words, end)
    if label is not None:
        return label
    if lowers[0] in (
        *("and", "but", "with", "including", "such", "like", "for", "e.g", "example"),
        *("on", "about", "to", "re", "regarding"),  # "On Xyz School: “…”" tells what it is about
    ):
        return None
    for index in range(last, max(0, last - 8), -1):
        if lowers[index] in ("by", "from") and lowers[index - 1] in word_class("given_participle"):
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
