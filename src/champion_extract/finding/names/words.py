"""The words of a text with their places, made once and shared by everything that looks for names.

A word keeps a trailing 's ("Sainsbury's", "Kent's"): only its surroundings tell a possessive from a name.
"Rolls-Royce", "Barrow-in-Furness" and "B&Q" are one word each; "Ipswich-based" is "Ipswich", then "based". Web
addresses, hashtags and handles are one word and never a capital one.
"""

from __future__ import annotations

import re

from champion_extract.tables.organisation_words import generic_words

_WORD = re.compile(
    r"https?://\S*|www\.\S*|[@#]\w+"
    r"|(?:[A-Z]\.){2,9}"
    r"|[A-Z0-9][^\W_]*(?:[&'’ʼ][^\W_]+|-(?=[A-Zo])(?:[A-Z][^\W_]*|op(?:erative|eratives)?\b)"
    r"|-(?:(?:on|upon|in|by|le|la|de|the|under|next|super|cum|with|y|and|of|over|at)-){1,3}(?=[A-Z])[^\W_]+)*"
    r"|[^\W_]+(?:[&'’ʼ][^\W_]+)*"
    r"|&|(?<= )\+(?= [A-Z])"
)

LOWER, CAPITAL, ACRONYM, DIGITS = 0, 1, 2, 3

_PLAIN_GAPS = frozenset((" ", "  ", "\u00a0", "\u202f", " \u200b", "\u200b ", "\u2009", "   "))
_DOT_GAPS = frozenset((". ", ".", ".\u00a0"))
_ABBREVIATED = frozenset(("st", "dr", "mr", "mrs", "ms", "prof", "rev", "cllr", "hon", "ltd", "jr", "sr"))
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_FUNCTION_WORDS = frozenset(
    "a an and are as at be but by for from had has have he i if in into is it's its no not of on or she so than"
    " that the them then they this to up upon was we were what when where which while will with you".split()
)
_ENDS_OF_NAMES = frozenset(
    (
        "Academy",
        "Award",
        "Awards",
        "Club",
        "College",
        "Company",
        "Council",
        "Foundation",
        "Group",
        "Hospital",
        "Limited",
    )
    + ("Ltd", "School", "Trust", "University", "Winner", "Year", "Hub", "Partnership")
)
_SEAM = re.compile(r"[a-z](?=[A-Z][A-Za-z])")
_ADDRESSES = ("http", "www.")
_LEGAL_FORMS = frozenset(("plc", "ltd", "llp", "gmbh"))
_STATUSES = frozenset(("va", "vc", "aided"))
"""Words in brackets within a school's name: "Fylingdales CE (VC) Primary School"."""
_SHORTENED = frozenset(("co", "bros", "inc"))
_STARTS_LINE = frozenset("\n\r\u2028\u2029\x0b\x0c\x85")
_LONGEST_WRAPPED_LINE = 120
"""Text with a longer line was not broken into lines of one width; no name runs on over a line's end."""


class Words:
    """The words of ``text``: parallel lists ``starts``, ``ends``, ``forms`` (as written), ``lowers`` (case folded,
    plain apostrophes) and ``shapes`` (LOWER, CAPITAL, ACRONYM, DIGITS).

    A function word in capitals ("THE", "Of") has the shape LOWER unless it is "The"; so a line in capitals falls
    into names as a plain sentence does.
    """

    __slots__ = ("_width", "ends", "forms", "lowers", "shapes", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._width = -1
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.forms: list[str] = []
        self.lowers: list[str] = []
        self.shapes: list[int] = []
        starts, ends, forms, lowers, shapes = (
            self.starts.append,
            self.ends.append,
            self.forms.append,
            self.lowers.append,
            self.shapes.append,
        )
        for match in _WORD.finditer(text):
            form = match[0]
            start, end = match.span()
            starts(start)
            ends(end)
            forms(form)
            first = form[0]
            if first.islower():
                lowers(form if "’" not in form else form.translate(_APOSTROPHES))
                if form.islower():
                    shapes(CAPITAL if form in _LEGAL_FORMS else LOWER)
                elif form.startswith(_ADDRESSES):
                    shapes(LOWER)
                else:
                    shapes(CAPITAL)
                    self._unglue()
                continue
            lower = form.lower().translate(_APOSTROPHES)
            if len(lower) != len(form):  # a letter whose lower form is longer would shift offsets
                lower = form.translate(_APOSTROPHES)
            lowers(lower)
            if first.isupper():
                if (lower in _FUNCTION_WORDS and lower != "the") or form == "It" or lower.startswith("i'"):
                    shapes(LOWER)
                elif form.isupper() and len(form) > 1:
                    shapes(ACRONYM)
                else:
                    shapes(CAPITAL)
                    if len(form) > 6 and not form[1:].islower():
                        self._unglue()
            elif first.isdigit():
                shapes(DIGITS)
            else:
                if form == "+":
                    self.lowers[-1] = "&"
                shapes(LOWER)

    def _unglue(self) -> None:
        """Cut the last word where a common word and a name ran together as line breaks were lost: "upLeek",
        "AcademyThe".
        """
        form = self.forms[-1]
        seam = _SEAM.search(form)
        if seam is None:
            return
        cut = seam.start() + 1
        left = form[:cut]
        if left.islower():
            if left not in _FUNCTION_WORDS and left not in generic_words():
                return
        elif left not in _ENDS_OF_NAMES:
            return
        end = self.ends[-1]
        self.ends[-1] = self.starts[-1] + cut
        self.forms[-1] = left
        self.lowers[-1] = self.lowers[-1][:cut]
        self.shapes[-1] = LOWER if left.islower() else CAPITAL
        right = form[cut:]
        self.starts.append(end - len(right))
        self.ends.append(end)
        self.forms.append(right)
        self.lowers.append(right.lower().translate(_APOSTROPHES))
        self.shapes.append(ACRONYM if right.isupper() and len(right) > 1 else CAPITAL)

    def __len__(self) -> int:
        return len(self.starts)

    def base(self, index: int) -> str:
        """The word in lower case without a trailing 's."""
        lower = self.lowers[index]
        return lower[:-2] if lower.endswith("'s") else lower

    def gap(self, index: int) -> str:
        """What stands between word ``index`` and the next one (at most 12 characters of it)."""
        if index + 1 >= len(self.starts):
            return "\n"
        end = self.ends[index]
        return self.text[end : min(self.starts[index + 1], end + 12)]

    def joined(self, index: int) -> bool:
        """Whether nothing but space stands between word ``index`` and the next, so that a name may run on."""
        if index + 1 >= len(self.starts):
            return False
        text = self.text
        end = self.ends[index]
        following = self.starts[index + 1]
        if following - end > 12:
            return False
        gap = text[end:following]
        if gap in _PLAIN_GAPS:
            return True
        if gap in _DOT_GAPS:
            word = self.lowers[index]
            if word in _ABBREVIATED:
                return True
            if word in _SHORTENED:
                return self.lowers[index + 1] in _LEGAL_FORMS
            return len(word) == 1 and self.shapes[index] == CAPITAL and len(gap) > 1
        if gap == " (" or gap == ") ":
            return self.lowers[index + 1 if gap == " (" else index] in _STATUSES
        if gap in ("' ", "’ "):
            return self.lowers[index].endswith("s") and self.shapes[index + 1] != LOWER
        if "\n" in gap:
            return gap.count("\n") == 1 and gap.strip() == "" and self._line_was_full(index)
        return gap != "" and gap.strip(" \u00a0\u200b\u200c\u200d\u2060\ufeff\u202f\u2009\u200e\u200f\u00ad") == ""

    def _line_was_full(self, index: int) -> bool:
        """Whether the line that ends after word ``index`` had no room for the next word, in a text of lines of one
        width.
        """
        if self._width < 0:
            self._width = max(map(len, self.text.split("\n")))
        if self._width > _LONGEST_WRAPPED_LINE:
            return False
        end = self.ends[index]
        line_start = self.text.rfind("\n", max(0, end - _LONGEST_WRAPPED_LINE - 1), end) + 1
        if end - line_start + 1 + len(self.forms[index + 1]) <= self._width - 2:
            return False
        # a wrapped line is prose: it has words in lower case
        lower = 0
        for position in range(index, max(-1, index - 10), -1):
            lower += self.shapes[position] == LOWER
        return lower >= 3

    def starts_line(self, index: int) -> bool:
        """Whether only space, bullets and quotation marks stand before the word on its line."""
        position = self.starts[index] - 1
        text = self.text
        for _ in range(12):
            if position < 0 or text[position] in _STARTS_LINE:
                return True
            if text[position].isalnum() or text[position] in ".,:;)!?|":
                return False
            position -= 1
        return False

    def ends_line(self, index: int) -> bool:
        """Whether nothing but space and closing marks stands after the word on its line."""
        position = self.ends[index]
        text = self.text
        size = len(text)
        for _ in range(12):
            if position >= size or text[position] in _STARTS_LINE:
                return True
            if text[position] not in " \u00a0\t*_|\"”’'.!)":
                return False
            position += 1
        return False

    def starts_sentence(self, index: int) -> bool:
        """Whether the word is the first of a sentence, line, cell, or of direct speech."""
        if index == 0:
            return True
        end = self.ends[index - 1]
        between = self.text[end : self.starts[index]]
        if between == " ":
            return False
        if len(between) > 40:
            return True
        if between in _DOT_GAPS:
            return self.lowers[index - 1] not in _ABBREVIATED
        return any(mark in between for mark in '.!?:\n\t|•“"‘*#')
