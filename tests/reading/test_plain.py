"""Text and Markdown: the bytes' text to the letter, in the encodings that people really have."""

from __future__ import annotations

import pytest

from champion_extract.errors import EmptySourceError, UnreadableSourceError
from champion_extract.reading.plain import read_plain


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("naïve “quotes” – dash".encode(), "naïve “quotes” – dash"),
        ("naïve “quotes” – £5".encode("cp1252"), "naïve “quotes” – £5"),
        (b"\xef\xbb\xbfHello", "Hello"),
        ("Hello £5".encode("utf-16"), "Hello £5"),
        (b"\xfe\xff" + "Hello".encode("utf-16-be"), "Hello"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("  kept\u00a0as\u202fis \u200b \n\n".encode(), "  kept\u00a0as\u202fis \u200b \n\n"),
        ("e\u0301 stays apart".encode(), "e\u0301 stays apart"),
    ],
    ids=["utf-8", "cp1252", "bom", "utf-16", "utf-16-be", "line ends", "odd spaces", "no normal form"],
)
def test_text_is_the_decoded_bytes(raw: bytes, text: str) -> None:
    assert read_plain(raw, source="a.txt", format="txt").text == text


@pytest.mark.parametrize(
    ("raw", "error", "message"),
    [
        (b"%PDF-1.7 ...", UnreadableSourceError, "a.txt: it is a PDF, not text. Save it as plain text"),
        (b"PK\x03\x04....", UnreadableSourceError, "a Word, Excel or zip file"),
        (bytes(range(32)) * 40, UnreadableSourceError, "control characters"),
        (b"\x81\x8d\x8f\x90 caf\xe9", UnreadableSourceError, "neither UTF-8 nor Windows"),
        (b"\xff\xfea", UnreadableSourceError, "damaged utf-16-le"),
        (b" \n\t ", EmptySourceError, "no text in it"),
        (b"a" * 10_000_000, UnreadableSourceError, "Split it into a file for each write-up"),
    ],
    ids=["pdf", "zip", "binary", "undecodable", "cut utf-16", "blank", "ten megabytes in a line"],
)
def test_what_is_no_text_says_so_and_what_to_do(raw: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        read_plain(raw, source="a.txt", format="txt")


def test_markdown_gives_its_title() -> None:
    assert read_plain(b"intro\n# The Title #\ntext", source="a.md", format="md").title == "The Title"


def test_identity_is_of_the_text_and_of_the_bytes() -> None:
    one = read_plain(b"same\r\n", source="a.txt", format="txt")
    two = read_plain(b"same\n", source="b.txt", format="txt")
    assert one.id == two.id
    assert one.sha256 != two.sha256
