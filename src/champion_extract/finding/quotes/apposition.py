"""A person named in a chunk, with the role and organisation that the words around the name state."""

from __future__ import annotations

from champion_extract.finding.quotes.bodies import is_role_noun, organisation_at
from champion_extract.finding.quotes.names import bare, capital_runs, name_in_run
from champion_extract.finding.quotes.pointers import Pointer, behind_preposition
from champion_extract.finding.quotes.roles import NOTHING, Standing, read_standing
from champion_extract.finding.quotes.words import Word
from champion_extract.tables.reporting import given_names, reporting_verbs, titles, word_class, word_set


def named_in(text: str, words: list[Word], *, vouched: bool, at_start: bool) -> tuple[int, int, str] | None:
    """(first word, last word, gender) of the person a chunk names at its start (after a role) or end."""
    for first, last in capital_runs(text, words):
        before = words[:first]
        plain = (
            0 < len(before) <= 3 and before[0].lower in ("a", "an", "the") and not any(word.capital for word in before)
        ) or all(
            word.lower in word_class("determiner") or word.lower in word_class("conjunction") or is_role_noun(word)
            for word in before
        )
        led_by_role = bool(before) and read_standing(text, before).role is not None
        sure = vouched and (not before or is_role_noun(before[-1]))
        named = name_in_run(words, first, last, vouched=sure)
        if (
            named is not None
            and not named.full
            and last + 1 < len(words)
            and words[named.first].lower not in given_names()
        ):
            following = words[last + 1]
            if (
                not (following.form[0].isdigit() or following.lower in ("year", "yr"))
                and following.lower not in word_class("follows_name")
                and following.lower not in reporting_verbs()
                and words[named.last].lower not in titles()
            ) and titles().get(words[named.first].lower) is None:
                continue
        if named is None or (not named.full and not (plain or led_by_role or last == len(words) - 1)):
            continue
        led_to = led_by_role and not (named.first == first and words[first - 1].lower in ("in", "near", "at", "from"))
        if behind_preposition(words, named.first) and not led_to:
            if at_start:
                return None
            continue
        if plain or led_by_role or (not at_start and last == len(words) - 1) or named.first > first:
            return named.first, named.last, named.gender
        if at_start and len(before) <= 8 and any(is_role_noun(word) for word in before):
            return named.first, named.last, named.gender
        if at_start:
            return None
    return None


def with_standing(
    text: str, named: tuple[int, int, str], words: list[Word], following: list[list[Word]], *, between: bool = False
) -> Pointer:
    """A person with the role and organisation that the words around the name state.

    ``between``: the chunks that follow stand between the name and its verb, so all of them describe the person.
    """
    first, last, gender = named
    standing = NOTHING
    if first:
        begin = max(0, first - 12)
        for index in range(first - 1, begin - 1, -1):
            if words[index].lower in word_class("conjunction") and words[index].lower != "and":
                begin = index + 1
                break
            title = titles().get(words[index].lower)
            if title is not None and title.use in ("no", "yes") and not is_role_noun(words[index]):
                continue
        before = [word for word in words[begin:first] if not _courtesy(word)]
        while before and (before[0].lower in word_class("preposition") or before[0].lower in word_class("conjunction")):
            before = before[1:]
        standing = read_standing(text, before) if before else NOTHING
        if standing.role is None and before:
            for index, word in enumerate(before):
                if word.lower in word_class("determiner") and index + 1 < len(before):
                    standing = read_standing(text, before[index:])
        if standing.role is not None and standing.role_end < before[-1].end - 2 and standing.organisation is None:
            standing = NOTHING
    if standing.role is None and last + 1 < len(words) and words[last + 1].lower in word_class("follows_name"):
        rest = read_standing(text, words[last + 1 :])
        standing = Standing(rest.role, rest.organisation or standing.organisation)
    for chunk in following[:4]:
        if standing.role is not None and standing.organisation is not None:
            break
        if chunk[0].form[0].isdigit() or chunk[0].lower == "aged":
            continue
        wider = _wider_role(text, standing, chunk)
        if wider is not None:
            standing = wider
            continue
        more = read_standing(text, chunk)
        if more.role is not None and standing.role is not None and standing.role.lower() in titles():
            standing = Standing(None, standing.organisation)
        if standing.role is None and more.role is not None:
            standing = more._replace(organisation=more.organisation or standing.organisation)
        elif standing.organisation is None and more.role is None and more.organisation is not None:
            standing = Standing(standing.role, more.organisation)
        elif standing.organisation is None and standing.role is not None and more.role is None and chunk[0].capital:
            name, after = organisation_at(text, chunk, 0)
            bracketed = text[max(0, chunk[0].start - 1)] == "("
            if name is not None and after == len(chunk) and not bracketed and can_be_body(chunk, standing.role):
                standing = Standing(standing.role, name)
            elif not between and not bracketed:
                break
        elif more is NOTHING and not between and (len(chunk) > 3 or any(word.capital for word in chunk)):
            break
        if chunk[0].lower in ("who", "which"):
            break
    start = words[first].start
    end = words[last].start + len(bare(words[last].form))
    if words[last].form.endswith(".") and len(words[last].lower) != 1 and "." not in words[last].lower:
        end -= 1
    return Pointer(start, end, "person", gender, standing.role, standing.organisation)


def _wider_role(text: str, standing: Standing, chunk: list[Word]) -> Standing | None:
    """The role with a further field that a comma or dash parts from it: "Head of Careers, Diversity & Inclusion"."""
    subjects = word_set("subject_words")
    if standing.role is None or standing.organisation is not None or standing.role_start < 0:
        return None
    if text[max(0, chunk[0].start - 1)] == "(":
        return None
    if standing.role_end > chunk[0].start or chunk[0].start - standing.role_end > 4 or not chunk[0].capital:
        return None
    index = 0
    while index < len(chunk) and (
        bare(chunk[index].lower) in subjects or (index and chunk[index].lower in ("and", "&"))
    ):
        index += 1
    if not index:
        return None
    organisation = None
    if index < len(chunk):
        if chunk[index].lower not in ("at", "for", "with"):
            return None
        organisation, _ = organisation_at(text, chunk, index + 1)
    end = chunk[index - 1].end
    return Standing(text[standing.role_start : end], organisation, standing.role_start, end)


def can_be_body(chunk: list[Word], role: str) -> bool:
    """Whether a chunk in capitals after a role names where it is held, not a year group, party or second person."""
    if role.lower() in titles() or chunk[0].lower in ("year", "level", "key", "form", "grade", "class", "aged", "yr"):
        return False
    if len(chunk) == 1 and any(letter.isdigit() for letter in chunk[0].form):
        return False
    return name_in_run(chunk, 0, len(chunk) - 1) is None


def _courtesy(word: Word) -> bool:
    title = titles().get(word.lower)
    return title is not None and title.use == "no" and not is_role_noun(word)
