"""A page's tree as text, laid out as a browser would, with marks that survive: headings, lists, rows of tables.

Headings become ``## Heading`` by their level, list items ``- item`` (nested ones indented), table rows ``cell |
cell``, a term and its definition ``term: definition``; blocks are parted by an empty line. No mark is written for
bold, italics and links, so that a name in the page is the same name in the text. White space is folded as browsers
do; U+00A0 stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "address article aside blockquote body button center dd details div dl dt fieldset figcaption figure footer form "
    "header hr html label legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
) | frozenset(_HEADINGS)
_SPACES = re.compile("[ \t\n\r\f\v]+")
_BREAK = "\x00"
"""Stands for <br> until lines are made; a page cannot hold this character."""
_DEEPEST = 150
"""Deeper trees are made to harm; they are read flat from here on."""


def text_of(element: HtmlElement) -> str:
    """The text of ``element``, ending in one line feed, or empty."""
    blocks = list(_blocks(element, 0))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(element: HtmlElement, depth: int) -> Iterator[str]:
    """The blocks in ``element`` in order; loose words between blocks are blocks of their own."""
    if depth > _DEEPEST:
        yield from _lines([" ".join(element.itertext())])
        return
    loose = [element.text or ""]
    for child in element:
        if _holds_block(child):
            yield from _lines(loose)
            yield from _block(child, depth + 1)
            loose = [child.tail or ""]
        else:
            _inline(child, loose)
    yield from _lines(loose)


def _block(element: HtmlElement, depth: int) -> Iterator[str]:
    tag = element.tag
    if tag in _HEADINGS:
        for line in _lines([_words(element)]):
            yield "#" * _HEADINGS[tag] + " " + line.replace("\n", " ")
    elif tag in ("ul", "ol"):
        items = "\n".join(_items(element, 0))
        if items:
            yield items
    elif tag == "dl":
        terms = "\n".join(_terms(element))
        if terms:
            yield terms
    elif tag == "table":
        yield from _table(element, depth)
    elif tag == "pre":
        text = "\n".join(line.rstrip() for line in element.text_content().splitlines())
        if text.strip():
            yield text.strip("\n")
    else:
        yield from _blocks(element, depth)


def _items(element: HtmlElement, indent: int) -> Iterator[str]:
    for item in element:
        if item.tag in ("ul", "ol"):
            if indent < 20:
                yield from _items(item, indent + 1)
        elif item.tag == "li":
            first = "- "
            for block in _blocks(item, _DEEPEST - 20):
                for line in block.split("\n"):
                    yield "  " * indent + first + line
                    first = "  "


def _terms(element: HtmlElement) -> Iterator[str]:
    term = ""
    for child in element.iter("dt", "dd"):
        words = " ".join(_lines([_words(child)])).replace("\n", " ")
        if child.tag == "dt":
            if term:
                yield term
            term = words
        elif term:
            yield f"{term} {words}" if term.endswith((":", "?", ".")) else f"{term}: {words}"
            term = ""
        elif words:
            yield words
    if term:
        yield term


def _table(element: HtmlElement, depth: int) -> Iterator[str]:
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if any(_lays_out(cell) for row in cells for cell in row):
        for row in cells:
            for cell in row:
                yield from _blocks(cell, depth)
        return
    lines = [" | ".join(" ".join(_lines([_words(cell)])).replace("\n", " ") for cell in row) for row in cells]
    text = "\n".join(line for line in lines if line.strip(" |"))
    yield from _lines([_words(caption) for caption in element.iter("caption")])
    if text:
        yield text


def _lays_out(cell: HtmlElement) -> bool:
    """Whether a cell holds a piece of page, as in tables that only arrange it."""
    return any(inner.tag in ("table", "h1", "h2", "h3", "h4") for inner in cell.iterdescendants())


def _holds_block(element: HtmlElement) -> bool:
    if element.tag in _BLOCKS or (element.tag == "cite" and element.getparent() is not None):
        return element.tag != "cite" or any(above.tag == "blockquote" for above in element.iterancestors())
    return any(inner.tag in _BLOCKS for inner in element.iterdescendants())


def _words(element: HtmlElement) -> str:
    parts: list[str] = []
    _inline(element, parts, tail=False)
    return "".join(parts)


def _inline(element: HtmlElement, parts: list[str], *, tail: bool = True) -> None:
    """Append the words of ``element`` to ``parts``; iterative, since pages nest without bound."""
    stack: list[HtmlElement | str] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            if one:
                parts.append(one)
            continue
        if tail or one is not element:
            stack.append(one.tail or "")
        if one.tag == "br":
            parts.append(_BREAK)
        elif one.tag in _BLOCKS:
            parts.append(_BREAK if one is not element else "")
            stack.append(_BREAK if one is not element else "")
        elif parts and _glued(parts[-1], one.text):
            parts.append(" ")
        stack.extend(reversed(one))
        stack.append(one.text or "")


def _glued(before: str, after: str | None) -> bool:
    """Whether two elements meet as ``<span>Winner</span><span>Acme</span>``, which style sheets show apart."""
    return bool(after) and before[-1:].islower() and (after or "")[:1].isupper()


def _lines(parts: list[str]) -> Iterator[str]:
    """The words of ``parts`` as one block, white space folded, or nothing."""
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(parts).split(_BREAK))
    text = "\n".join(line for line in lines if line)
    if text:
        yield text
