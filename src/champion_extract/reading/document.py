"""Building the Document: identity, limits, and the text that every fact will point into."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from champion_extract.errors import EmptySourceError, UnreadableSourceError
from champion_extract.records import Document

MAX_CHARACTERS = 2_000_000
"""A longer text is no write-up, and would take the memory of many."""

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def document_from_text(
    text: str,
    *,
    source: str = "text",
    format: str = "txt",
    raw: bytes | None = None,
    title: str | None = None,
    published: dt.date | None = None,
) -> Document:
    """A document over ``text`` as it is; ``raw`` are the bytes it was read from, by default its UTF-8.

    Lone surrogates, which no file can hold, become U+FFFD one for one, so that offsets stay. Raises
    ``EmptySourceError`` for a text of white space only, ``UnreadableSourceError`` above ``MAX_CHARACTERS``.
    """
    if not text or text.isspace():
        raise EmptySourceError(source, "there is no text in it", "Check that the right file was saved, or leave it out")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableSourceError(
            source,
            f"{len(text):,} characters are more than the {MAX_CHARACTERS:,} that one write-up may have",
            "Split it into a file for each write-up",
        )
    text = _LONE_SURROGATES.sub("\ufffd", text)
    encoded = text.encode("utf-8")
    return Document(
        id=hashlib.sha256(encoded).hexdigest()[:16],
        source=_LONE_SURROGATES.sub("\ufffd", source),  # file names may hold undecodable bytes
        format=format,
        sha256=hashlib.sha256(encoded if raw is None else raw).hexdigest(),
        title=title,
        published=published,
        text=text,
    )
