"""Plain text and Markdown: the decoded bytes without a BOM, CRLF and lone CR as LF, and nothing else changed."""

from __future__ import annotations

import codecs
import re

from champion_extract.errors import UnreadableSourceError
from champion_extract.reading.document import document_from_text
from champion_extract.records import Document

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What a file is in truth when it is called .txt and is none; the longest share of complaints are these.
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TITLE = re.compile(r"^#[ \t]+(\S[^\n]{0,300})$", re.MULTILINE)


def read_plain(raw: bytes, *, source: str, format: str) -> Document:
    """A document from the bytes of a .txt or .md file: UTF-8, UTF-16 with a BOM, else cp1252.

    Raises ``UnreadableSourceError`` for what is no text, ``EmptySourceError`` for nothing.
    """
    text = decode(raw, source).replace("\r\n", "\n").replace("\r", "\n")
    heading = _TITLE.search(text, 0, 2000) if format == "md" else None
    title = heading.group(1).strip().rstrip("#").rstrip() if heading else None
    return document_from_text(text, source=source, format=format, raw=raw, title=title)


def decode(raw: bytes, source: str) -> str:
    """The text of ``raw`` without its BOM; cp1252 is tried where UTF-8 does not fit, since Windows still writes it."""
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableSourceError(source, f"it is {what}, not text", "Save it as plain text and try again")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            try:
                return raw[len(bom) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(source, f"damaged {encoding} at byte {error.start}") from None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError as error:
            raise _undecodable(source, f"neither UTF-8 nor Windows text (byte {error.start})") from None
    if len(_CONTROL.findall(text, 0, 100_000)) > len(text[:100_000]) // 500:
        raise _undecodable(source, "it holds control characters as only a binary file does")
    return text


def _undecodable(source: str, reason: str) -> UnreadableSourceError:
    return UnreadableSourceError(source, reason, "Open it in an editor and save it as UTF-8 text")
