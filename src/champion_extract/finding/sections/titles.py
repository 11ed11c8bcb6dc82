"""The document's own title: its first heading of the top level, else a first line that stands like one."""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.finding.facts import Section
from champion_extract.tables.recognition import cues, fold

_LONGEST = 160
_LOOK_AT = 12
"""A title stands at the top; what comes later is something else."""


def find_title(text: str, sections: Sequence[Section]) -> str | None:
    """The title on one line, or None. Labels of the genre ("PRESS RELEASE") are passed over."""
    written = [section for section in sections if section.kind in ("heading", "paragraph")][:_LOOK_AT]
    for section in written:
        if section.kind == "heading" and section.level == 1 and not _is_label(text, section):
            return _words(text, section)
    for section in written:
        if _is_label(text, section):
            continue
        words = _words(text, section)
        fits = words and len(words) <= _LONGEST and "\n" not in text[section.content_start : section.content_end]
        return words if fits and not words.endswith((".", ":", ";", ",")) else None
    return None


def _words(text: str, section: Section) -> str:
    return " ".join(text[section.content_start : min(section.content_end, section.content_start + 1000)].split())


def _is_label(text: str, section: Section) -> bool:
    return cues().get(fold(_words(text, section)).rstrip(":")) == "neutral"
