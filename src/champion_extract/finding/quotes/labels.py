"""Labels and signatures: "Chair's comments:", "What the judges said", "Jo Bloggs, Head of Careers, Anytown School"."""

from __future__ import annotations

from champion_extract.finding.quotes.bodies import is_role_noun
from champion_extract.finding.quotes.cues import Cue
from champion_extract.finding.quotes.names import bare
from champion_extract.finding.quotes.pointers import PRONOUNS, Pointer
from champion_extract.finding.quotes.roles import read_standing
from champion_extract.finding.quotes.subjects import leading_speaker
from champion_extract.finding.quotes.words import Word, words_of
from champion_extract.tables.reporting import reporting_verbs, word_class, word_set

_OWNERS = {"his": "m", "her": "f", "their": "g"}


def label_speaker(text: str, words: list[Word], end: int) -> Cue | None:
    """Who a label names: "Chair's comments", "Feedback from the panel", "What the judges said"; None if it is no
    label."""
    labels = word_set("label_nouns")
    if len(words) > 1 and words[-1].lower in word_class("listing_verb"):
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
                while (first and words[first - 1].lower in word_class("owner_modifier")) or (
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
        if (
            word.lower in ("from", "by")
            and index
            and words[index - 1].lower in labels
            and (words[last].lower not in reporting_verbs() or words[last].lower in labels)
        ):
            return Cue(leading_speaker(text, word.end, end, vouched=True), True, words[0].start, end, "label", True)
    someone = any(word.capital or is_role_noun(word) or word.lower in PRONOUNS for word in words[1:last])
    if words[0].lower == "what" and last >= 2 and words[last].lower in reporting_verbs() and someone:
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


def signature(text: str, start: int, end: int) -> Pointer | None:
    """The speaker whom the whole of a short stretch names: "Jo Bloggs, Head of Careers, Anytown School", "Year 10
    student"."""
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
