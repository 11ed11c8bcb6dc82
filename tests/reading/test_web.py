"""Web pages: main text with headings, lists and tables; the page's furniture stays out."""

from __future__ import annotations

from pathlib import Path

import pytest

from champion_extract.errors import EmptySourceError, UnreadableSourceError
from champion_extract.reading import read
from champion_extract.reading.web import read_web


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return read(root / "corpus" / "samples" / "case-study.html").text or ""


@pytest.mark.parametrize(
    "part",
    [
        "# How a Teesside foundry made space for girls\n\n",
        "\n\n## What changed\n\n",
        "- 412 girls took part in the first three years\n- two-thirds said",
        "School | Visits | Pupils\nEston Hills Academy | 9 | 131\nSt Cuthbert's RC School | 7 | 88\n",
        "“You can't want a job you have never seen,” says Dawn Okafor",
    ],
)
def test_structure_is_kept(text: str, part: str) -> None:
    assert part in text


@pytest.mark.parametrize("furniture", ["Join us", "Privacy", "<", "&amp;"])
def test_furniture_is_left_out(text: str, furniture: str) -> None:
    assert furniture not in text


def test_title_and_day_come_from_the_page(root: Path) -> None:
    document = read(root / "corpus" / "samples" / "case-study.html")
    assert (document.title, str(document.published)) == ("How a Teesside foundry made space for girls", "2024-02-28")


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"<html><body></body></html>", EmptySourceError),
        (b"<html>\x00\x01\x02", UnreadableSourceError),
        (b"<p>" * 50_000, EmptySourceError),
    ],
    ids=["empty", "binary", "deep"],
)
def test_pages_without_text_say_so(raw: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match="page.html"):
        read_web(raw, source="page.html")


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("cards", "### Employer of the Year\n\nAcme Dairies Ltd\n\n### School of the Year"),
        ("cards", "Highly commended: Settle High"),
        ("cards", "Host: Dales Hub\nDate: 3 May 2024"),
        ("cards", "“It was a joy”\n\nAnn Lee, Hub Lead"),
        ("lists", "## Schools\n\n- Best school: Anytown High\n- Best trust: Acme Trust\n\n## Employers"),
        ("lists", "- Gold – Hadrian Rail\n"),
        ("lists", "Category | Winner | Note\nBest |  | a b\nx | y | z"),
    ],
)
def test_pages_of_cards_and_short_lists_keep_them(root: Path, page: str, part: str) -> None:
    assert part in (read(root / "tests" / "cases" / "web" / f"{page}.html").text or "")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>A &lt;b&gt; &amp; c<br>d</p>", "A <b> & c\nd\n"),
        ("<p>one\n  two&nbsp;three</p>", "one two\u00a0three\n"),
        ("<div>loose<p>block</p>tail</div>", "loose\n\nblock\n\ntail\n"),
        ("<p><span>Winner</span><span>Acme</span></p>", "Winner Acme\n"),
        ("<p><b>H</b>adrian</p>", "Hadrian\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>", "- a\n  - b\n- c\n  d\n"),
        ("<table><tr><td><h2>Laid out</h2></td><td>x</td></tr></table>", "## Laid out\n\nx\n"),
        (
            "<div class='social-mobility-award'>"
            + "word " * 9
            + "</div><div class='share-links'>Tweet</div>"
            + "<p>"
            + "more " * 9
            + "</p>",
            "word " * 8 + "word\n\n" + "more " * 8 + "more\n",
        ),
        ("<div hidden>no</div><p style='display: none'>no</p><p>yes</p>", "yes\n"),
        (
            "<header><h1>Title</h1><a>Menu</a></header><main><p>Body of the page.</p></main>",
            "# Title\n\nBody of the page.\n",
        ),
    ],
)
def test_layout(markup: str, text: str) -> None:
    assert read_web(f"<html><body>{markup}</body></html>".encode(), source="page.html").text == text


def test_a_page_in_windows_letters_is_read() -> None:
    raw = "<html><head><meta charset='iso-8859-1'></head><body><p>“Café” – £5</p></body></html>".encode("cp1252")
    assert read_web(raw, source="page.html").text == "“Café” – £5\n"
