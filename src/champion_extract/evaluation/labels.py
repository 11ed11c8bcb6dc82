r"""The grammar of a label: ``kind:value,key=value,flag``, several of them separated by ``;``.

Reading and writing only; which kinds, keys and flags exist is said in ``label_meaning``. A value in double quotes may
hold anything (``\"``, ``\\``, ``\u{A0}``); a bare one no ``, ; [ ] ( ) = " \``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from champion_extract.evaluation.markup import code_point, is_unseen, read_code_point

_BARE = re.compile(r'[^,;\[\]()="\\\n]*')
_NEEDS_QUOTES = re.compile(r'[,;\[\]()="\\\n]|^\s|\s$|^$')


class LabelFault(ValueError):
    """A label that does not follow the grammar or the vocabulary; the message says what and the remedy."""


@dataclass(frozen=True)
class Label:
    """One label, read. ``value`` follows the colon; of a number it is the unit, and its figure an attribute."""

    kind: str
    value: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


def read_labels(source: str) -> list[Label]:
    """Read what stands between the parentheses. Raises LabelFault at the first thing that cannot be read."""
    labels = []
    position = 0
    while True:
        label, position = _read_label(source, position)
        labels.append(label)
        if position >= len(source):
            return labels
        position += 1


def write_label(label: Label) -> str:
    """Write a label so that ``read_labels`` gives it back."""
    attributes = dict(label.attributes)
    head = label.kind
    if label.value is not None:
        head += f":{label.value}"
        if label.kind == "number":
            head += f"={_value(attributes.pop(label.value))}"
    parts = [head, *label.flags, *(f"{key}={_value(value)}" for key, value in attributes.items())]
    return ",".join(parts)


def _read_label(source: str, position: int) -> tuple[Label, int]:
    kind_and_value, position = _bare(source, position)
    kind, colon, value = (part.strip() for part in kind_and_value.partition(":"))
    if not kind:
        raise LabelFault(f"a label without a kind in ({source}). Write for example org:school")
    attributes: dict[str, str] = {}
    flags: list[str] = []
    head: str | None = value if colon else None
    if source[position : position + 1] == "=":
        # number:count=3, and quote:speaker=pupils, which has no id
        attributes[value], position = _read_value(source, position + 1)
        head = value if kind == "number" else None
    while source[position : position + 1] == ",":
        key, position = _bare(source, position + 1)
        if source[position : position + 1] == "=":
            if key in attributes:
                raise LabelFault(f"{key!r} stands twice in one label. Keep one")
            attributes[key], position = _read_value(source, position + 1)
        elif key in flags:
            raise LabelFault(f"{key!r} stands twice in one label. Keep one")
        elif not key:
            raise LabelFault("a comma with nothing after it. Delete it")
        else:
            flags.append(key)
    if position < len(source) and source[position] != ";":
        raise LabelFault(
            f"{source[position]!r} cannot stand there in ({source}). Put a value with , ; [ ] ( ) = or quotation marks "
            "into double quotes"
        )
    return Label(kind, head, attributes, tuple(flags)), position


def _bare(source: str, position: int) -> tuple[str, int]:
    match = _BARE.match(source, position)
    assert match is not None, "the pattern matches the empty string"
    return match.group().strip(), match.end()


def _read_value(source: str, position: int) -> tuple[str, int]:
    while source[position : position + 1] == " ":
        position += 1
    if source[position : position + 1] != '"':
        value, position = _bare(source, position)
        if not value:
            raise LabelFault("'=' with no value after it. Give one, or write \"\" for an empty one")
        return value, position
    characters: list[str] = []
    position += 1
    while position < len(source):
        character = source[position]
        if character == '"':
            position += 1
            while source[position : position + 1] == " ":
                position += 1
            return "".join(characters), position
        if character == "\\":
            read = read_code_point(source, position)
            if read is not None:
                character, position = read
            elif source[position + 1 : position + 2] in ('"', "\\"):
                character, position = source[position + 1], position + 2
            else:
                raise LabelFault(r"a backslash in a value is written '\\', a quotation mark '\"'")
        else:
            position += 1
        characters.append(character)
    raise LabelFault("a quotation mark is not closed. Close it")


def _value(value: str) -> str:
    escaped = []
    for character in value:
        if character in '"\\':
            escaped.append("\\" + character)
        elif character == "\n" or is_unseen(character):
            escaped.append(code_point(character))
        else:
            escaped.append(character)
    written = "".join(escaped)
    return f'"{written}"' if written != value or _NEEDS_QUOTES.search(value) else value
