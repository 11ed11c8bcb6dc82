"""How sure each rule is that what it takes is a quotation; to be calibrated on the corpus.

The names are what ``Quotation.rule`` says.
"""

from __future__ import annotations

CONFIDENCE = {
    "before": 0.97,
    "after": 0.97,
    "label": 0.96,
    "according": 0.95,
    "signed": 0.95,
    "line_below": 0.94,
    "colon": 0.93,
    "continued": 0.93,
    "line_above": 0.92,
    "same_paragraph": 0.9,
    "set_off_after": 0.88,
    "paragraph": 0.85,
    "fragment": 0.8,
    "set_off_inline": 0.8,
    "set_off_before": 0.8,
    "sentence": 0.75,
}
