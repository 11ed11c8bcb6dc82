r"""Text with ``[words](label)`` marks in it, taken apart and put together again, to the letter.

``read_markup`` gives the bare text, the marks with their offsets into it, and every fault with its line;
``write_markup`` is its inverse. What a label says is no business of this file. Escapes: ``\[ \] \\`` and ``\u{A0}`` for
a character that cannot be seen, so that no editor loses it unnoticed. One pass, linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple


class Fault(NamedTuple):
    """What is wrong in which line (from 1), and the remedy."""

    line: int
    what: str


class Mark(NamedTuple):
    """Words ``text[start:end]`` under a label, still unread; ``line`` is where the mark opens."""

    start: int
    end: int
    label: str
    line: int


class Markup(NamedTuple):
    """A text without its marks, the marks, and what was wrong with them."""

    text: str
    marks: tuple[Mark, ...]
    faults: tuple[Fault, ...]


_SPECIAL = re.compile(r"[\[\]\\\n]")
_CODE_POINT = re.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}")
_LABEL = re.compile(r'\(((?:[^()"\n]|"(?:[^"\\\n]|\\[^\n])*")*)\)')


def read_markup(source: str, first_line: int = 1) -> Markup:
    """Take marks out of ``source``, whose first line is line ``first_line`` of its file.

    Faults are collected, never raised; where there are any, text and marks are what could be understood.
    """
    pieces: list[str] = []
    length = 0
    marks: list[Mark] = []
    faults = _faults_of_unseen_characters(source, first_line)
    open_marks: list[tuple[int, int]] = []
    line = first_line
    position = 0

    def add(words: str) -> None:
        nonlocal length
        pieces.append(words)
        length += len(words)

    while position < len(source):
        special = _SPECIAL.search(source, position)
        stop = special.start() if special else len(source)
        if stop > position:
            add(source[position:stop])
        if special is None:
            break
        character = special.group()
        position = special.end()
        if character == "\n":
            line += 1
            add("\n")
        elif character == "[":
            open_marks.append((length, line))
        elif character == "\\":
            words, position, fault = _read_escape(source, stop)
            add(words)
            if fault:
                faults.append(Fault(line, fault))
        else:
            label = _LABEL.match(source, position)
            if not open_marks:
                faults.append(Fault(line, r"']' closes nothing. Write '\]' for a bracket of the text"))
                add("]")
                continue
            start, opened = open_marks.pop()
            if label is None:
                faults.append(Fault(line, _missing_label(source, position, opened, line)))
                continue
            if start == length:
                faults.append(
                    Fault(line, f"no words stand under the label ({label[1]}). Put words between '[' and ']'")
                )
            else:
                marks.append(Mark(start, length, label[1], opened))
            position = label.end()
    for _, opened in open_marks:
        faults.append(
            Fault(opened, r"'[' is never closed. Close it with '](label)', or write '\[' for a bracket of the text")
        )
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Markup("".join(pieces), tuple(marks), tuple(sorted(faults)))


def write_markup(text: str, marks: Iterable[tuple[int, int, str]]) -> str:
    """Put (start, end, label) marks into ``text``; labels on the same words are joined by ``; `` in the order given.

    Raises ValueError, naming the words, where two marks cross or one lies outside the text: the form cannot say that.
    """
    labels: dict[tuple[int, int], list[str]] = {}
    for start, end, label in marks:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"a mark from {start} to {end} lies outside the text of {len(text)} characters")
        labels.setdefault((start, end), []).append(label)
    pieces: list[str] = []
    position = 0
    open_marks: list[tuple[int, int]] = []

    def write_until(place: int) -> None:
        nonlocal position
        while open_marks and open_marks[-1][1] <= place:
            span = open_marks.pop()
            pieces.append(_escaped(text, position, span[1]))
            position = span[1]
            pieces.append(f"]({'; '.join(labels[span])})")
        pieces.append(_escaped(text, position, place))
        position = place

    for span in sorted(labels, key=lambda span: (span[0], -span[1])):
        write_until(span[0])
        if open_marks and open_marks[-1][1] < span[1]:
            crossed = text[open_marks[-1][0] : open_marks[-1][1]]
            raise ValueError(f"{text[span[0] : span[1]]!r} crosses {crossed!r}: marks may be nested, not crossed")
        pieces.append("[")
        open_marks.append(span)
    write_until(len(text))
    return "".join(pieces)


def is_unseen(character: str) -> bool:
    """Whether a character must be written as an escape: nobody could see it, or it looks like a plain space."""
    if character in " \n":
        return False
    category = unicodedata.category(character)
    variation_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return category[0] in "ZC" or variation_selector


def code_point(character: str) -> str:
    r"""Write a character as ``\u{A0}``."""
    return f"\\u{{{ord(character):X}}}"


def read_code_point(source: str, position: int) -> tuple[str, int] | None:
    r"""Read ``\u{A0}`` at ``position``: the character and where it ends, or None if there is no such."""
    match = _CODE_POINT.match(source, position)
    if match is None:
        return None
    value = int(match[1], 16)
    if value > 0x10FFFF or 0xD800 <= value <= 0xDFFF:
        return None
    return chr(value), match.end()


def _read_escape(source: str, position: int) -> tuple[str, int, str | None]:
    following = source[position + 1 : position + 2]
    if following in ("[", "]", "\\"):
        return following, position + 2, None
    read = read_code_point(source, position)
    if read is not None:
        return read[0], read[1], None
    shown = source[position : position + 2].rstrip("\n")
    return (
        "\\",
        position + 1,
        rf"'{shown}' is no escape. Write '\\' for a backslash, or '\u{{A0}}' with a code point in hex",
    )


def _missing_label(source: str, position: int, opened: int, line: int) -> str:
    where = "" if opened == line else f" (opened in line {opened})"
    if source[position : position + 1] == "(":
        return (
            f"the label after ']' is not closed in its line{where}. End it with ')'; put a value with brackets, "
            "parentheses or quotation marks into double quotes"
        )
    return (
        rf"the words in brackets have no label{where}. Write '](label)' directly after them, or '\[' and '\]' for "
        "brackets of the text"
    )


def _faults_of_unseen_characters(source: str, first_line: int) -> list[Fault]:
    faults: list[Fault] = []
    for number, line in enumerate(source.split("\n"), start=first_line):
        unseen = sorted({character for character in line if is_unseen(character)})
        for character in unseen:
            what = f"a character that cannot be seen, {_name(character)}. Write it as {code_point(character)}"
            faults.append(Fault(number, what))
        if line.endswith(" "):
            faults.append(Fault(number, r"a space at the end of the line. Write it as \u{20}, or delete it"))
    return faults


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '').lower()}".strip()


def _escaped(text: str, start: int, end: int) -> str:
    pieces = []
    for position in range(start, end):
        character = text[position]
        last_of_line = character == " " and text[position + 1 : position + 2] in ("", "\n")
        if character in "[]\\":
            pieces.append("\\" + character)
        elif last_of_line or is_unseen(character):
            pieces.append(code_point(character))
        else:
            pieces.append(character)
    return "".join(pieces)
