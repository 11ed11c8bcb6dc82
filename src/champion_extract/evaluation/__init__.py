"""How well the tool does: annotated documents, scores with intervals, floors, and what changed between two runs."""
