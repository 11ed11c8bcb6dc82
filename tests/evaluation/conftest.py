from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from champion_extract.evaluation.document_form import AnnotatedDocument, parse_document

FRONT_MATTER = {
    "genre": "award_page",
    "layout": "headings",
    "publisher": "careers_hub",
    "region": "South East",
    "origin": "invented",
}


def whole(body: str, **changed: str) -> str:
    head = "".join(f"{key}: {value}\n" for key, value in {**FRONT_MATTER, **changed}.items())
    return f"---\n{head}---\n{body}\n"


@pytest.fixture
def annotated() -> Callable[..., AnnotatedDocument]:
    """A document from its body in corpus form; fails the test if the form has faults."""

    def make(body: str, document_id: str = "page", **front_matter: str) -> AnnotatedDocument:
        document, faults = parse_document(whole(body, **front_matter), document_id, Path(f"{document_id}.md"))
        assert not faults, faults
        return document

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A folder of documents: folder(page="body", other="body", in_folder="dev")."""

    def make(in_folder: str = "dev", front_matter: dict[str, str] | None = None, **bodies: str) -> Path:
        path = tmp_path / in_folder
        path.mkdir(parents=True, exist_ok=True)
        for name, body in bodies.items():
            (path / f"{name}.md").write_bytes(whole(body, **(front_matter or {})).encode())
        return path

    return make
