from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from champion_extract.errors import CorpusError
from champion_extract.evaluation.corpus import corpus_hash, is_test_split, read_corpus
from champion_extract.evaluation.document_form import format_document, parse_document
from champion_extract.evaluation.front_matter import Genre, Layout, Publisher
from champion_extract.evaluation.gold_records import drafted, gold_extraction
from champion_extract.evaluation.label_meaning import ThingKind
from champion_extract.evaluation.scoring import score_annotations

ROOT = Path(__file__).parents[2]
Folder = Callable[..., Path]


def faults_of(*folders: Path) -> list[str]:
    with pytest.raises(CorpusError) as caught:
        read_corpus(*folders)
    return caught.value.faults


def test_documents_come_in_order_of_their_ids(folder: Folder) -> None:
    documents = read_corpus(folder(zebra="One.", apple="Two."))
    assert [document.id for document in documents] == ["apple", "zebra"]


def test_faults_of_all_files_come_at_once_with_file_and_line(folder: Folder) -> None:
    path = folder(first="[a](org:x)", second="fine", third="\n[b")
    faults = faults_of(path)
    assert [fault.split(": ")[0] for fault in faults] == [f"{path / 'first.md'}:8", f"{path / 'third.md'}:9"]


def test_one_id_in_two_folders(folder: Folder) -> None:
    first, second = folder("dev", page="One."), folder("train", Page="Two.")
    assert [fault for fault in faults_of(first, second) if "same id as" in fault]


def test_one_text_in_two_files_would_be_in_two_splits(folder: Folder) -> None:
    first, second = folder("dev", page="One [Kent](region:county)."), folder("train", other="One Kent.")
    assert [fault for fault in faults_of(first, second) if "same text as" in fault]


def test_an_empty_folder(folder: Folder) -> None:
    assert "holds no documents" in faults_of(folder())[0]


def test_a_folder_of_folders_names_them(folder: Folder) -> None:
    parent = folder("corpus/dev", page="One.").parent
    assert "Give one of its folders: dev" in faults_of(parent)[0]


def test_no_folder_at_all(tmp_path: Path) -> None:
    assert "is no folder" in faults_of(tmp_path / "nowhere")[0]


def test_a_file_that_is_no_text(folder: Folder) -> None:
    path = folder(page="One.")
    (path / "broken.md").write_bytes(b"\xff\xfe\x00")
    assert "cannot be read as UTF-8" in faults_of(path)[0]


def test_a_folder_given_twice_is_read_once(folder: Folder) -> None:
    path = folder(page="One.")
    assert len(read_corpus(path, path)) == 1


def test_the_readme_is_no_document(folder: Folder) -> None:
    path = folder(page="One.")
    (path / "README.md").write_text("What this is.")
    assert len(read_corpus(path)) == 1


def test_the_hash_changes_with_text_gold_and_id_only(folder: Folder) -> None:
    def hash_of(name: str, **bodies: str) -> str:
        return corpus_hash(read_corpus(folder(name, **bodies)))

    same = hash_of("a", page="[Kent](region:county; thing:venue)")
    assert same == hash_of("b", page="[Kent](thing:venue; region:county)")
    assert same == corpus_hash(reversed(read_corpus(folder("a"))))
    others = {
        hash_of("c", page="[Kent](region:town; thing:venue)"),
        hash_of("d", page="[Kent](region:county; thing:venue)!"),
        hash_of("e", other="[Kent](region:county; thing:venue)"),
    }
    assert len({same, *others}) == 4


def test_a_test_split_is_known_by_folder_or_front_matter(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_test_split(read_corpus(folder("dev", page="One.")))
    assert is_test_split(read_corpus(folder("other", {"split": "test"}, page="One.")))
    monkeypatch.chdir(folder("test", page="One."))
    assert is_test_split(read_corpus("."))


def test_the_rules_and_the_reader_list_the_same_words() -> None:
    readme = (ROOT / "corpus" / "README.md").read_text("utf-8")
    for heading, words in (("Genres", Genre), ("Layouts", Layout), ("Publishers", Publisher)):
        match = re.search(rf"{heading}: ([^.]*)\.", readme)
        assert match is not None
        listed = re.sub(r"\([^)]*\)", "", match[1]).split()
        assert listed == list(get_args(words))
    match = re.search(r"KIND: (award[a-z ]*)\.", readme)
    assert match is not None
    assert match[1].split() == list(get_args(ThingKind))


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_the_projects_own_corpus_has_no_faults_and_survives_a_round_trip(split: str) -> None:
    for document in read_corpus(ROOT / "corpus" / split):
        assert document.front_matter["origin"] == "invented"
        assert parse_document(format_document(document), document.id).document == document
        draft = drafted(gold_extraction(document), document.id, document.front_matter)
        scored = parse_document(format_document(draft), document.id).document.gold
        assert {score.counts.f1 for score in score_annotations(document.gold, scored).values()} <= {None, 1.0}
