"""Who is recognised in a document, and for what: ``find_nominees``.

The layout is read first (forms, headings, lines, lists, tables), then running prose; what both say of one nominee is
one record. Names from other finders help but are not needed: "Winner: X" names a nominee whether or not anybody
knows X.
"""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.finding.facts import NomineeMention, OrganisationMention, OtherName, Section
from champion_extract.finding.nominees.awards import read_page
from champion_extract.finding.nominees.blocks import mentions
from champion_extract.finding.nominees.forms import form_nominees
from champion_extract.finding.nominees.headed import LayoutReader
from champion_extract.finding.nominees.merging import merged, with_only_theme
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.prose import ProseReader

__all__ = ["find_nominees"]


def find_nominees(
    text: str,
    sections: Sequence[Section],
    organisations: Sequence[OrganisationMention],
    names: Sequence[OtherName],
) -> list[NomineeMention]:
    """Nominees of ``text`` in reading order, one for each category that a nominee is named in.

    ``sections`` as ``find_sections`` gives them; ``organisations`` and ``names`` may be incomplete or empty. A text in
    which nothing is awarded gives none. Never raises; linear in the text's length.
    """
    if not text or not sections:
        return []
    page = Page(text, sections, organisations, names)
    read_page(page)
    if not page.awarding:
        return []
    formed = form_nominees(page)
    layout = LayoutReader(page, bool(formed))
    layout.read()
    taken = {candidate.section for candidate in formed}
    laid = [candidate for candidate in layout.candidates if candidate.section not in taken]
    if formed:  # the other lines of a form name its sender, a seconder, a contact
        laid = [candidate for candidate in laid if candidate.rule.endswith("labelled") and candidate.theme]
    placed = sorted((candidate.start, candidate.theme) for candidate in laid if candidate.theme)
    prose = ProseReader(page, layout.theme_at, placed)
    prose.read(layout.consumed | taken)
    return mentions(page, with_only_theme(merged(page, formed + laid + prose.candidates)))
