"""Web pages: parsed by lxml, rid of their furniture, and written out as text that keeps headings, lists and tables.

Main-text libraries are made for articles: on pages of cards and short lists, which winners' pages are, trafilatura
2.3 drops the headings or glues the page into one line, and resiliparse 2.0 drops the lists (``tests/cases/web``). So
the furniture is taken out with care here, and what is in doubt stays: the sections finder notes navigation that is
left.
"""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
from collections.abc import Iterator

from lxml import etree, html

from champion_extract.errors import EmptySourceError, UnreadableSourceError
from champion_extract.reading.document import document_from_text
from champion_extract.reading.web_furniture import main_part
from champion_extract.reading.web_layout import text_of
from champion_extract.records import Document

MAX_BYTES = 20_000_000
"""A larger page is no write-up; parsing it would take minutes."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# Where pages state the day, best first (Open Graph, schema.org, Dublin Core).
_DATE_METAS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
)


def read_web(raw: bytes, *, source: str) -> Document:
    """A document from the bytes of an HTML page.

    Raises ``EmptySourceError`` where the page has no text, ``UnreadableSourceError`` for what is no page or too large.
    """
    if len(raw) > MAX_BYTES:
        raise UnreadableSourceError(
            source, f"{len(raw):,} bytes are more than the {MAX_BYTES:,} that one page may have", "Save the page's text"
        )
    page = _decode(raw)
    if "\x00" in page:
        raise UnreadableSourceError(source, "it is a binary file, not a web page", "Save the page again as HTML")
    tree = _parse(page)
    text = "" if tree is None else text_of(main_part(tree))
    if tree is None or not text.strip():
        raise EmptySourceError(source, "the page has no text", "Open it in a browser and save its text as .txt")
    return document_from_text(
        text, source=source, format="html", raw=raw, title=_title(tree), published=_published(tree)
    )


def _parse(page: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _decode(raw: bytes) -> str:
    """The page's text: by its BOM, as UTF-8 if it is that, by what it declares, else as cp1252."""
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(raw, 0, 4096)
        name = declared.group(1).decode("ascii") if declared else "cp1252"
        # Pages that say latin-1 mean cp1252, as the WHATWG standard has it.
        name = "cp1252" if name.lower() in ("iso-8859-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8") else name
        try:
            return raw.decode(name, "replace")
        except LookupError:
            return raw.decode("cp1252", "replace")


def _title(tree: html.HtmlElement) -> str | None:
    for element in (*tree.iter("h1"), *tree.iter("title")):
        words = " ".join(element.text_content().split())
        if words:
            return words[:300]
    return None


def _published(tree: html.HtmlElement) -> dt.date | None:
    for written in _dates(tree):
        found = _DATE.match(written.strip())
        if found:
            try:
                return dt.date.fromisoformat(found.group())
            except ValueError:
                continue
    return None


def _dates(tree: html.HtmlElement) -> Iterator[str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            metas.setdefault((meta.get(key) or "").lower(), meta.get("content") or "")
    yield from (metas[name] for name in _DATE_METAS if name in metas)
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text and len(script.text) < 100_000:
            try:
                yield from _in_json(json.loads(script.text), 0)
            except (ValueError, RecursionError):
                continue
    for time in tree.iter("time"):
        yield time.get("datetime") or ""
        return  # only the first: later ones date other things


def _in_json(value: object, depth: int) -> Iterator[str]:
    if depth > 5:
        return
    if isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for inner in value.values():
            yield from _in_json(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value[:50]:
            yield from _in_json(inner, depth + 1)
