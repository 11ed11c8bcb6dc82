"""Finding what to read: files, folders, standard input; and which reader a file needs."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from champion_extract.errors import EmptySourceError, ReadingError, UnknownFormatError, UnreadableSourceError
from champion_extract.reading.plain import read_plain
from champion_extract.records import Document

STANDARD_INPUT = "-"
MAX_FILE_BYTES = 100_000_000
"""Larger files are refused before they are read."""

FORMATS = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}


class Source(NamedTuple):
    """Something to read, or the reason why it cannot be: exactly one of ``path`` and ``error`` is not None.

    Standard input is the path ``-``.
    """

    name: str
    path: Path | None
    error: ReadingError | None


def find_sources(paths: Sequence[str | Path]) -> Iterator[Source]:
    """All sources that ``paths`` name, folders searched to the bottom in the order of their names.

    Inside folders only files with a known ending count; hidden ones and links out of the folder are left alone. What
    cannot be read comes as a source with an error, so that the rest is still done.
    """
    for given in paths:
        name = str(given)
        path = Path(given)
        try:
            if name == STANDARD_INPUT:
                yield Source(name, path, None)
            elif path.is_dir():
                yield from _in_folder(path)
            elif path.is_symlink() and not path.exists():
                raise UnreadableSourceError(name, "it is a link to a file that is not there", "Mend or remove the link")
            elif not path.exists():
                raise UnreadableSourceError(name, "there is no such file or folder", "Check the spelling of the path")
            else:
                yield Source(name, path, None)
        except ReadingError as error:
            yield Source(name, None, error)
        except OSError as error:
            yield Source(name, None, _refused(name, error))


def _in_folder(folder: Path) -> Iterator[Source]:
    found = 0
    refused: list[OSError] = []
    for top, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(top, name)
            if name.startswith(".") or path.suffix.lower() not in FORMATS:
                continue
            found += 1
            if path.is_symlink() and not path.exists():
                reason = UnreadableSourceError(
                    str(path), "it is a link to a file that is not there", "Mend or remove the link"
                )
                yield Source(str(path), None, reason)
            else:
                yield Source(str(path), path, None)
    for failure in refused:
        found += 1
        where = str(failure.filename or folder)
        yield Source(where, None, _refused(where, failure))
    if not found:
        raise EmptySourceError(
            str(folder), "the folder has no file that can be read", f"Readable endings: {', '.join(FORMATS)}"
        )


def read(path: str | Path, *, name: str | None = None) -> Document:
    """Read one file (``-``: standard input, as plain text or, if it begins with ``<``, as HTML).

    Raises a ``ReadingError`` that names the file and the remedy, never anything else.
    """
    name = str(path) if name is None else name
    path = Path(path)
    if str(path) == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        _check_size(name, len(raw))
        start = raw[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        return _read_bytes(raw, name, "html" if start.startswith((b"<!doctype html", b"<html")) else "txt")
    format = FORMATS.get(path.suffix.lower())
    if format is None:
        raise UnknownFormatError(
            name,
            f"no reader for {path.suffix or 'a file without an ending'}",
            f"Readable endings: {', '.join(FORMATS)}; save it as one of these",
        )
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableSourceError(name, "it is not an ordinary file", "Copy its content into one")
        _check_size(name, status.st_size)
        raw = path.read_bytes()
    except OSError as error:
        raise _refused(name, error) from None
    return _read_bytes(raw, name, format)


def _read_bytes(raw: bytes, name: str, format: str) -> Document:
    if not raw.strip():
        raise EmptySourceError(name, "it is empty", "Check that the right file was saved, or leave it out")
    if format == "html":
        from champion_extract.reading.web import read_web  # lxml only where a page is read

        return read_web(raw, source=name)
    return read_plain(raw, source=name, format=format)


def _check_size(name: str, size: int) -> None:
    if size > MAX_FILE_BYTES:
        raise UnreadableSourceError(
            name, f"more than {MAX_FILE_BYTES:,} bytes", "Split it into a file for each write-up"
        )


def _refused(name: str, error: OSError) -> UnreadableSourceError:
    return UnreadableSourceError(
        name, f"the system refuses to read it ({error.strerror or error})", "Check its permissions"
    )
