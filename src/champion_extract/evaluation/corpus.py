"""Folders of annotated documents, read and checked.

Every fault of every file is collected before reading gives up, each as 'file:line: what. Remedy', so that one run shows
an annotator all there is to mend.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from champion_extract.errors import CorpusError
from champion_extract.evaluation.document_form import AnnotatedDocument, format_document, parse_document


def read_corpus(*folders: Path | str) -> list[AnnotatedDocument]:
    """All documents directly in ``folders`` (``*.md`` but README.md), in order of their ids.

    Raises CorpusError with all faults of all files: of form, of one id or one text in two files, of an empty folder.
    """
    faults: list[str] = []
    documents: list[AnnotatedDocument] = []
    ids: dict[str, Path] = {}
    texts: dict[str, Path] = {}
    for path in corpus_files(folders, faults):
        try:
            source = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(f"{path}:1: cannot be read as UTF-8 ({error}). Save it as UTF-8")
            continue
        document, found = parse_document(source, path.stem, path)
        faults.extend(f"{path}:{fault.line}: {fault.what}" for fault in found)
        first = ids.setdefault(path.stem.casefold(), path)
        if first is not path:
            faults.append(f"{path}:1: has the same id as {first}. Rename one of them")
        if document.text.strip():
            first = texts.setdefault(hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest(), path)
            if first is not path:
                faults.append(f"{path}:1: has the same text as {first}. Delete one of them")
        documents.append(document)
    if faults:
        raise CorpusError(faults)
    return sorted(documents, key=lambda document: document.id)


def corpus_files(folders: Sequence[Path | str], faults: list[str]) -> list[Path]:
    """The files of ``folders`` that are documents; folders without any are added to ``faults``."""
    files: list[Path] = []
    for folder in dict.fromkeys(map(Path, folders)):
        if not folder.is_dir():
            faults.append(f"{folder}:1: is no folder. Give a folder of documents in corpus form, like corpus/dev")
            continue
        found = sorted(path for path in folder.glob("*.md") if path.name != "README.md" and path.is_file())
        if not found:
            below = sorted(path.name for path in folder.iterdir() if path.is_dir() and any(path.glob("*.md")))
            remedy = f"Give one of its folders: {', '.join(below)}" if below else "Put documents in corpus form into it"
            faults.append(f"{folder}:1: holds no documents (*.md). {remedy}")
        files.extend(found)
    return files


def corpus_hash(documents: Iterable[AnnotatedDocument]) -> str:
    """SHA-256 in hex over ids, texts and gold; the same for every order of documents and every way to write a label."""
    digest = hashlib.sha256()
    for document in sorted(documents, key=lambda document: document.id):
        digest.update(f"{document.id}\0{format_document(document)}\0".encode())
    return digest.hexdigest()


def is_test_split(documents: Iterable[AnnotatedDocument]) -> bool:
    """Whether any document belongs to a test split, by its folder's name or by ``split: test`` in its front matter."""
    return any(
        document.front_matter.get("split") == "test" or document.path.resolve().parent.name.casefold() == "test"
        for document in documents
    )
