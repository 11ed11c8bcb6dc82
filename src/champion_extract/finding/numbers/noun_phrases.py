"""Finds the ends of a noun phrase without a parser: after a number, or before one.

English puts the head of a phrase last before a preposition, verb, conjunction or sign, and a head after a number other
than one is plural; these two rules, with the word lists of ``tables/numbers/nouns.csv``, find it.
"""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.tables.number_words import changes, nouns, number_words

_LONGEST = 7


_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what"})


_CARDINAL = frozenset({"unit", "teen", "ten", "scale"})


_ACRONYMS = frozenset({"leader", "hub", "leaders", "hubs", "adviser", "advisers"})


_QUALIFIERS = frozenset(
    {"young", "local", "older", "younger", "small", "disadvantaged", "special", "further", "senior"}
)


NO_PHRASE: tuple[int, int] = (0, 0)


@cache
def nouns_of(role: str) -> frozenset[str]:
    """Return the words of one role in ``nouns.csv``."""
    return nouns()[role]


@cache
def ends_phrase() -> frozenset[str]:
    """Return the words before which a noun phrase has ended."""
    return (nouns()["stop"] | nouns()["verb"]) - {"people's"}


def collect(t: Tokens, z: int, plural: bool, shared: bool, limit: int = 1 << 60) -> tuple[int, int]:
    """Walk over the words of a noun phrase from ``z``, short of token ``limit``; return its tokens, or (0, 0)."""
    words, breaks, kinds = t.words, t.breaks, t.kinds
    ends = ends_phrase()
    end = at = z
    head = -1
    count = 0
    while count < _LONGEST:
        if at >= limit or (at > z and breaks[at] == BROKEN):
            break
        kind, word = kinds[at], words[at]
        if kind == "p":
            if word == "-" and breaks[at] == GLUED and breaks[at + 1] == GLUED and kinds[at + 1] == "w":
                at += 1
                if at > z + 1 and head == at - 2:
                    head = -1
                end = at = at + 1
                continue
            if (
                word == "'"
                and breaks[at] == GLUED
                and breaks[at + 1] != BROKEN
                and kinds[at + 1] == "w"
                and head == at - 1
            ):
                head = -1
                at += 1
                continue
            if word == "&" and t.capital(at - 1) and t.capital(at + 1):
                at += 1
                continue
            if word == "," and head < 0 and count and plural and _adjective_list(t, at):
                at += 1
                continue
            break
        if kind == "n":
            if count and words[at - 1] in ("year", "years", "stage", "level") and breaks[at + 1] != BROKEN:
                at += 1
                while words[at] in ("and", "-", "/", "&", ",", "to") and kinds[at + 1] == "n" and breaks[at] != BROKEN:
                    if words[at + 2] in ("year", "years"):
                        break
                    at += 2
                end = at
                continue
            break
        if kind == "w" and word in number_words() and number_words()[word].role in _CARDINAL and words[at + 1] != "-":
            break
        if kind == "w" and count and not plural and t.capital(at) and not t.capital(at - 1) and word not in _ACRONYMS:
            break  # "student Jo"
        if "'" in word and word.split("'")[0] in _SUBJECTS:
            break  # "the first girl they'd ever had"
        if kind != "w" or word in ends:
            if word == "and" and head < 0 and count and (plural or shared) and _adjective_list(t, at):
                at += 1
                continue
            break
        if count and word.endswith("ly") and head < 0 and len(word) > 5 and words[at + 1] in ends:
            break
        if count and head < 0 and word.endswith("ed") and not words[at - 1].endswith("ly") and words[at + 1] in ends:
            break
        if (
            count
            and head < 0
            and not plural
            and word.endswith("ing")
            and words[at + 1] in ("the", "a", "an", "their", "to")
        ):
            break
        if head >= 0:
            if not (is_plural(t, at) or _goes_on(t, at, plural)) or (word.endswith("ed") and words[at - 1] != "-"):
                break
            head = -1
        count += 1
        at += 1
        end = at
        if is_plural(t, at - 1):
            head = at - 1
            if words[head] == "times":
                break
            # another word in -s goes on with the phrase, unless it is a verb: "one in ten pupils looks after someone"
            compound = kinds[at] == "w" and is_plural(t, at) and not _takes_object(t, at + 1)
            if not (words[head] in nouns_of("attributive") or compound):
                if words[at] == "'" and breaks[at] == GLUED:
                    continue
                if words[at] == "-" and breaks[at] == GLUED:
                    continue
                break
            if words[at] == "and" and plural and not is_plural(t, at + 1) and _adjective_list(t, at):
                head = -1
                at += 1
    if end == z or (head < 0 and kinds[end - 1] == "n"):
        return NO_PHRASE
    if head >= 0:
        end = head + 1
    elif plural and count == 1 and words[z].endswith(("ed", "ly")):
        return NO_PHRASE
    if words[end] in ("and", "&") and head >= 0 and breaks[end] != BROKEN:
        closes = kinds[end + 2] != "w" or words[end + 2] in ends or breaks[end + 2] == BROKEN
        if is_plural(t, end + 1) and (closes or words[end + 2].endswith("ed")):
            end += 2
        elif words[end + 1] in _QUALIFIERS and is_plural(t, end + 2):
            end += 3
    if words[z] in ends or (count == 1 and words[z].endswith("ly")):
        return NO_PHRASE
    if (
        count == 1
        and head < 0
        and (words[z] in nouns_of("more") or words[z] in changes())
        and words[z] not in ("growth",)
    ):
        return NO_PHRASE
    if count == 1 and head < 0 and not shared and words[z].endswith("ed") and words[z - 1] != "-":
        return NO_PHRASE
    return z, end


def _takes_object(t: Tokens, i: int) -> bool:
    """Tell whether what stands at ``i`` follows a verb rather than a noun: a determiner, a pronoun or a particle."""
    word = t.words[i]
    return t.breaks[i] != BROKEN and (
        word in nouns_of("determiner") or word in nouns_of("pronoun") or word in ("after", "up", "out", "here", "me")
    )


def _adjective_list(t: Tokens, at: int) -> bool:
    """Tell whether what follows "," or "and" goes on to a plural soon: "primary and secondary schools"."""
    for offset in range(1, 6):
        i = at + offset
        if t.words[i] == "-" and t.breaks[i] == GLUED:
            continue
        if t.words[i] in number_words():
            return False
        if t.kinds[i] != "w" or t.breaks[i] == BROKEN or t.words[i] in ends_phrase():
            return t.words[i] == "and" and offset == 2 and _adjective_list(t, i)
        if is_plural(t, i):
            return True
    return False


def _goes_on(t: Tokens, at: int, plural: bool) -> bool:
    """Tell whether a word after an attributive plural leads to a later plural: "careers guidance sessions"."""
    for offset in range(4):
        i = at + offset
        if t.kinds[i] != "w" or t.breaks[i] == BROKEN or t.words[i] in ends_phrase():
            return not plural and offset > 0 and t.words[at - 1] in nouns_of("attributive") and not is_plural(t, at)
        if is_plural(t, i):
            return True
    return False


def is_plural(t: Tokens, i: int) -> bool:
    """Tell whether token ``i`` looks like a plural noun that stands in the same line as the token before it."""
    word = t.words[i]
    if t.kinds[i] != "w" or t.breaks[i] == BROKEN:
        return False
    if word in nouns_of("plural"):
        return True
    if word in nouns_of("singular") or word in nouns_of("stop"):
        return False
    return len(word) > 2 and t.text[t.ends[i] - 1] == "s" and not word.endswith(("ss", "us", "is", "'s", "ous"))


def skip_determiners(t: Tokens, z: int, counts: bool = True) -> int:
    """Return the token after determiners, and after numbers too if ``counts`` ("of the school's 1,150 pupils")."""
    for _ in range(6):
        if t.breaks[z] == BROKEN:
            return z
        if t.words[z] in nouns_of("determiner") and not (
            t.words[z] in ("these", "those") and t.words[z + 1] in ends_phrase()
        ):
            z += 1
        elif not counts:
            return z
        elif t.words[z].endswith("'s") and (t.kinds[z + 1] == "n" or t.words[z + 1] in number_words()):
            z += 2
        elif (
            t.kinds[z] == "n"
            or (t.words[z] in number_words() and t.words[z] not in ("first", "second"))
            or t.words[z] in ("more", "than", "over", "almost", "nearly")
        ):
            z += 1
        else:
            return z
    return z
