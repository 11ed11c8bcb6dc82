"""The command as people run it, in a process of its own: statuses, streams, bad input, interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from champion_extract.records import Record

SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "samples"
COMMAND = [sys.executable, "-m", "champion_extract"]


def run(*words: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], input=stdin, capture_output=True, check=False, env={**os.environ, **environment}
    )


def test_a_folder_becomes_a_file_that_keeps_the_schema(tmp_path: Path) -> None:
    done = run("extract", SAMPLES, "-o", tmp_path / "records.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    lines = (tmp_path / "records.jsonl").read_bytes().splitlines()
    schema = json.loads(run("schema").stdout)
    documents = set()
    for line in lines:
        record = json.loads(line)
        jsonschema.validate(record, schema)
        documents.add(record["document"]["source"])
    assert len(documents) == 6


def test_piped_output_is_json_lines_and_same_input_same_bytes() -> None:
    one = run("extract", SAMPLES / "awards-news.txt")
    assert one.returncode == 0
    assert Record.model_validate_json(one.stdout.splitlines()[0]).kind == "page"
    assert run("extract", SAMPLES / "awards-news.txt").stdout == one.stdout


def test_standard_input_is_text_and_html() -> None:
    text = run("extract", "-", stdin="Visit “Whitby”".encode())
    page = run("extract", "-", stdin=(SAMPLES / "case-study.html").read_bytes())
    assert json.loads(text.stdout.splitlines()[0])["document"]["text"] == "Visit “Whitby”"
    assert json.loads(page.stdout.splitlines()[0])["document"]["format"] == "html"


def test_bad_files_are_named_and_the_others_done(tmp_path: Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "b-binary.txt").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "c-cp1252.txt").write_bytes("£5 for St Hilda’s".encode("cp1252"))
    (tmp_path / "d-long.txt").write_bytes(b"x " * 5_000_000)
    (tmp_path / "e-link.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "f-good.txt").write_text("Good.")
    done = run("extract", tmp_path, tmp_path / "missing.txt", "-o", tmp_path / "out.jsonl")
    errors = done.stderr.decode()
    assert done.returncode == 1
    assert "Traceback" not in errors
    for name in ("a-empty", "b-binary", "d-long", "e-link", "missing"):
        assert f"failed: {tmp_path / name}.txt: " in errors
    assert "5 of 7 failed; the others are done." in errors
    done_documents = [json.loads(line)["document"]["text"] for line in (tmp_path / "out.jsonl").open("rb")]
    assert done_documents == ["£5 for St Hilda’s", "Good."]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["extract"], "Missing argument"),
        (["extract", "x.txt", "--format", "yaml"], "yaml"),
        (["extract", "x.txt", "-o", "x.docx"], "no format has this ending"),
        (["extract", str(SAMPLES), "-o", "x.csv", "--format", "jsonl"], "Leave one of them out"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_use_is_status_2(words: list[str], message: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_where_all_fails_an_older_output_stays(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "out.jsonl").write_text("older")
    done = run("extract", tmp_path / "empty.txt", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert b"Nothing could be read" in done.stderr
    assert (tmp_path / "out.jsonl").read_text() == "older"


def test_an_unwritable_output_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("extract", SAMPLES, "-o", tmp_path / "file" / "x.jsonl")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_cp1252_console_survives() -> None:
    done = run("extract", SAMPLES, "--format", "table", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode("cp1252")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a POSIX signal here")
def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_bytes((SAMPLES / "awards-news.txt").read_bytes())
    out = tmp_path / "out"
    out.mkdir()
    process = subprocess.Popen([*COMMAND, "extract", str(folder), "-o", str(out / "x.jsonl")], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 20
    while not any(out.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert list(out.iterdir()) == []


def test_help_names_all_commands() -> None:
    listed = run("--help").stdout.decode()
    for command in ("extract", "schema", "evaluate", "diff", "places", "corpus"):
        assert command in listed
