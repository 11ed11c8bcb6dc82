"""Names of bodies in a row of words: "Millbank College", "the University of Hull", "CEC" before a role."""

from __future__ import annotations

from champion_extract.finding.quotes.names import bare
from champion_extract.finding.quotes.words import Word
from champion_extract.tables.reporting import role_nouns, word_class, word_set


def has_organisation_word(words: list[Word]) -> bool:
    """Whether a word in capitals among ``words`` is one that names of bodies are made with."""
    known = word_set("organisation_words")
    return any(word.capital and bare(word.lower) in known for word in words)


def is_role_noun(word: Word) -> bool:
    """Whether ``word`` names what people do or are, one or many of them."""
    lower = bare(word.lower)
    nouns = role_nouns()
    if lower in nouns:
        return True
    if "-" in lower and lower.rsplit("-", 1)[1] in nouns:
        return True
    return lower.endswith("s") and lower[:-1] in nouns


def is_person_noun(word: Word) -> bool:
    """Whether ``word`` names somebody by what they do or are, one or several: "leader", "directors", "co-chair"."""
    lower = bare(word.lower)
    nouns = role_nouns()
    for form in (lower, lower.rsplit("-", 1)[-1], lower[:-1] if lower.endswith("s") else ""):
        if nouns.get(form) == "person":
            return True
    return False


def organisation_at(text: str, words: list[Word], index: int) -> tuple[str | None, int]:
    """The name in capitals that begins at ``index`` (after "the"), with its links, and the index after it."""
    count = len(words)
    while (
        index < count
        and words[index].lower in word_class("determiner")
        and not (words[index].capital and words[index].lower == "the")
    ):
        index += 1
    if index < count and words[index].form[0].islower():  # "at headline sponsor Hadrian Rail"
        named = next((later for later in range(index, min(index + 4, count)) if words[later].capital), index)
        if named > index and is_role_noun(words[named - 1]) and words[named - 1].end + 1 == words[named].start:
            index = named
    if index >= count or not (words[index].capital or words[index].form[0].isdigit()):
        return None, index
    last = index
    while last + 1 < count and (not words[last].form.endswith(("'s", "’s")) or _goes_on(words, index, last)):
        gap = text[words[last].end : words[last + 1].start]
        if gap.strip(" \u00a0\u202f\u200b") not in ("", "."):
            break
        if words[last + 1].capital or words[last + 1].form == "&" or words[last + 1].form[0].isdigit():
            last += 1
            continue
        follow = last + 1
        while follow < count and words[follow].lower in word_class("link_in_name") and follow - last <= 2:
            follow += 1
        if follow > last + 1 and follow < count and words[follow].capital:
            last = follow
            continue
        break
    if words[last].form == "&":
        last -= 1
    return text[words[index].start : words[last].start] + bare(words[last].form), last + 1


def _goes_on(words: list[Word], first: int, last: int) -> bool:
    """Whether a name goes on after a possessive inside it: "St Mary's Catholic School"."""
    known = word_set("organisation_words")
    if any(bare(word.lower) in known for word in words[first : last + 1]):
        return False
    for word in words[last + 1 : last + 5]:
        if not word.capital:
            return False
        if bare(word.lower) in known:
            return True
    return False


def is_body(text: str, words: list[Word], index: int) -> bool:
    """Whether what begins at ``index`` is named like a body: one of its words, or an acronym."""
    name, after = organisation_at(text, words, index)
    if name is None:
        return False
    begin = index
    while begin < len(words) and words[begin].lower in word_class("determiner"):
        begin += 1
    named = words[begin:after]
    if not named:
        return False
    if all(word.form.isupper() for word in words) and len(words) > 2:
        return has_organisation_word(named) and len(named) > 1
    if any(word.form == "&" for word in named) and not all(
        bare(word.lower) in word_set("subject_words") for word in named if word.capital
    ):
        return True
    if has_organisation_word(named) and (len(named) > 1 or after - index > 1):
        return True
    return named[0].form.isupper() and len(named[0].form) > 1 and named[0].lower not in word_class("role_acronym")


def inner_organisation(words: list[Word], start: int, end: int) -> int:
    """Index after an organisation that a role begins with ("CEC Chair", "Fenland Council leader"), else ``start``."""
    first = words[start]
    if (
        first.form.isupper()
        and 2 <= len(first.form) <= 8
        and first.lower not in word_class("role_acronym")
        and not first.form.isdigit()
    ):
        if start + 1 < end and any(is_role_noun(word) for word in words[start + 1 : end]) and not is_role_noun(first):
            return start + 1
        return start
    if not first.capital or bare(first.lower) in word_class("not_in_name") or is_role_noun(first):
        return start
    known = word_set("organisation_words")
    cut = start
    for index in range(start + 1, end - 1):
        if not words[index].capital and words[index].lower not in word_class("link_in_name"):
            break
        if words[index].capital and bare(words[index].lower) in known and bare(first.lower) not in known:
            cut = index + 1
    if cut > start and not any(is_role_noun(word) for word in words[cut:end]):
        return start
    return cut
