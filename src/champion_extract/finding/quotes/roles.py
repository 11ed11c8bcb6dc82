"""What somebody is and where: "Careers Leader at Anytown School" read as a role and an organisation.

Works on the words of one chunk, the stretch between two commas, brackets or dashes.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.quotes.names import NOT_NAMES, bare, capital_runs
from champion_extract.finding.quotes.words import Word
from champion_extract.tables.reporting import given_names, role_nouns, word_set

DETERMINERS = frozenset(
    "the a an our their its his her my your this that these those one another some many several both each every fellow all"
    " most other".split()
)
_AT = frozenset(("at", "for", "with", "from"))
_LINKS = frozenset(("of", "and", "for", "the", "&", "in", "de", "on", "upon"))
_STOPS = frozenset(
    "who which that where when while after before as because speaking adding saying but said says told added explained is was are"
    " were has had have will would can could on during since until by".split()
)
_NO_ROLE = frozenset(
    "speaking adding saying after before when while but and where because if although though having being as told said who which"
    " then also with from in on at of for by he she they it we i joined runs ran leads led".split()
)
_OPENINGS = frozenset("is was now currently aged newly appointed as fellow".split())
_NUMERALS = frozenset("two three four five six".split())
_ADJECTIVES = frozenset(
    "retired qualified experienced chartered certified accredited dedicated based united talented".split()
)
_OF_PLACES = frozenset(
    "head mayor bishop archbishop sheriff lord-lieutenant duke earl vicar minister secretary dean".split()
)
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_NOT_ACRONYMS = frozenset(
    "CEO CFO COO CTO CIO MD HR IT ICT STEM STEAM SEND SEN PE RE PSHE PSHCE CEIAG CIAG IAG EDI PR VP EVP SVP GCSE BTEC A UK US MP MPs"
    " NHS AI UX QA PHD HGV CNC T-LEVEL".split()
)


class Standing(NamedTuple):
    """A role and an organisation as worded, and the places of the role's words; any may be missing (None, -1)."""

    role: str | None
    organisation: str | None
    role_start: int = -1
    role_end: int = -1


NOTHING = Standing(None, None)


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
        and words[index].lower in DETERMINERS
        and not (words[index].capital and words[index].lower == "the")
    ):
        index += 1
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
        while follow < count and words[follow].lower in _LINKS and follow - last <= 2:
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


def read_standing(text: str, words: list[Word]) -> Standing:
    """Role and organisation that ``words`` state, read from their beginning; NOTHING if they state neither."""
    count = len(words)
    index = 0
    if words and words[0].lower in ("who", "which"):
        if count > 1 and words[1].lower in ("is", "was"):
            index = 2
        else:
            return _workplace(text, words)
    while index < count and (
        words[index].lower in DETERMINERS or words[index].lower in _OPENINGS or words[index].lower in _NUMERALS
    ):
        index += 1
    if index >= count:
        return NOTHING
    if words[index].lower in _NO_ROLE:
        if words[index].lower in ("from", "at", "of", "for", "with"):
            name, _ = organisation_at(text, words, index + 1)
            if name is not None and (words[index].lower == "at" or _is_body(text, words, index + 1)):
                return Standing(None, name)
        return NOTHING
    # "Anytown School's headteacher", "the school's headteacher"
    organisation: str | None = None
    name, after = organisation_at(text, words, index)
    if name is not None and after < count and words[after - 1].form.endswith(_POSSESSIVE) and after - index <= 8:
        rest = read_standing(text, words[after:])
        if rest.role is None:
            return NOTHING
        if after - index == 1 and bare(words[index].lower) in given_names():
            return rest  # "Noah's mum"
        return rest._replace(organisation=rest.organisation or name)
    if index + 1 < count and words[index].form.endswith(_POSSESSIVE) and not words[index].capital:
        index += 1
    end, noun, organisation = _phrase(text, words, index)
    if noun < 0:
        if _is_body(text, words, index):
            return Standing(None, organisation_at(text, words, index)[0])
        return NOTHING
    if end - index > 14:
        return NOTHING
    split = _inner_organisation(words, index, end)
    if split > index:
        organisation = organisation or text[words[index].start : words[split - 1].start] + bare(words[split - 1].form)
        index = split
    if [word.lower for word in words[end - 2 : end]] == ["the", "year"]:
        return NOTHING  # the name of an award
    role = text[words[index].start : words[end - 1].end].rstrip(".'’")
    start = words[index].start
    return Standing(" ".join(role.split()), organisation, start, start + len(role))


def _phrase(text: str, words: list[Word], index: int) -> tuple[int, int, str | None]:
    """(end of the role, index of its first role noun or -1, organisation) of the phrase that begins at ``index``."""
    noun = -1
    count = len(words)
    for position in range(index, count):
        word = words[position]
        lower = word.lower
        if position > index and _gap_breaks(text, words[position - 1], word):
            return position, noun, None
        if noun < 0:
            if is_person_noun(word):
                noun = position
            elif (lower.endswith("ed") and not word.capital and lower not in _ADJECTIVES) or lower in DETERMINERS or lower in _STOPS or lower in _NO_ROLE or position - index > 6:
                return position, -1, None
            continue
        if lower in ("at", "with", "from"):
            name, _ = organisation_at(text, words, position + 1)
            if lower == "from" and not _is_body(text, words, position + 1):
                name = None
            return position, noun, name
        if lower == "for":
            if _is_body(text, words, position + 1):
                return position, noun, organisation_at(text, words, position + 1)[0]
            if bare(words[noun].lower).startswith("spokes"):
                return position, noun, organisation_at(text, words, position + 1)[0]
            continue
        if lower == "of":
            if position + 1 < count and words[position + 1].lower in ("hers", "his", "mine", "theirs", "ours"):
                return position, noun, _workplace(text, words[position + 1 :]).organisation
            if position + 2 < count and words[position + 1].lower in DETERMINERS and not words[position + 2].capital:
                if role_nouns().get(words[position + 2].lower) == "group" and not is_person_noun(words[position + 2]):
                    return position, noun, None  # "headteacher of the school"
            if _of_a_body(text, words, noun, position + 1):
                return position, noun, organisation_at(text, words, position + 1)[0]
            continue
        if lower == "in":
            return position, noun, None
        if lower in _STOPS or (lower in DETERMINERS and words[position - 1].lower not in ("of", "for", "and", "to")):
            return position, noun, None
        if is_person_noun(word) and words[position - 1].lower != "of":
            noun = position
    return count, noun, None


def _of_a_body(text: str, words: list[Word], noun: int, index: int) -> bool:
    """Whether what follows "of" is a body ("Principal of Millbank College") rather than a field ("Head of Careers")."""
    name, after = organisation_at(text, words, index)
    if name is None:
        return False
    subjects = word_set("subject_words")
    last = bare(words[after - 1].lower)
    if _is_body(text, words, index) and not all(
        bare(word.lower) in subjects for word in words[index:after] if word.capital
    ):
        return True
    if last in subjects or words[after - 1].form[0].isdigit() or is_role_noun(words[after - 1]):
        return False
    return bare(words[noun].lower) not in _OF_PLACES


def _workplace(text: str, words: list[Word]) -> Standing:
    """The body that a clause names behind "at": "who leads the programme at Millbank College"."""
    for index, word in enumerate(words[:-1]):
        if word.lower == "at" and _is_body(text, words, index + 1):
            return Standing(None, organisation_at(text, words, index + 1)[0])
    return NOTHING


def _gap_breaks(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    return any(mark in gap for mark in ".;:\n()[]|") or " – " in gap or " — " in gap or " - " in gap


def _is_body(text: str, words: list[Word], index: int) -> bool:
    """Whether what begins at ``index`` is named like a body: one of its words, or an acronym."""
    name, after = organisation_at(text, words, index)
    if name is None:
        return False
    begin = index
    while begin < len(words) and words[begin].lower in DETERMINERS:
        begin += 1
    named = words[begin:after]
    if not named:
        return False
    if all(word.form.isupper() for word in words) and len(words) > 2:
        return has_organisation_word(named) and len(named) > 1
    if has_organisation_word(named) and (len(named) > 1 or after - index > 1):
        return True
    return named[0].form.isupper() and len(named[0].form) > 1 and named[0].form not in _NOT_ACRONYMS


def _inner_organisation(words: list[Word], start: int, end: int) -> int:
    """Index after an organisation that a role begins with ("CEC Chair", "Fenland Council leader"), else ``start``."""
    first = words[start]
    if (
        first.form.isupper()
        and 2 <= len(first.form) <= 8
        and first.form not in _NOT_ACRONYMS
        and not first.form.isdigit()
    ):
        if start + 1 < end and any(is_role_noun(word) for word in words[start + 1 : end]) and not is_role_noun(first):
            return start + 1
        return start
    if not first.capital or bare(first.lower) in NOT_NAMES or is_role_noun(first):
        return start
    known = word_set("organisation_words")
    cut = start
    for index in range(start + 1, end - 1):
        if not words[index].capital and words[index].lower not in _LINKS:
            break
        if words[index].capital and bare(words[index].lower) in known and bare(first.lower) not in known:
            cut = index + 1
    if cut > start and not any(is_role_noun(word) for word in words[cut:end]):
        return start
    return cut


def runs_of(text: str, words: list[Word]) -> list[tuple[int, int]]:
    """Runs of words in capitals; see ``names.capital_runs``."""
    return capital_runs(text, words)
