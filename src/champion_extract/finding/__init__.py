"""Finders: pure functions from text to facts. One package or file a kind of fact; what they return is in ``facts``.

They read no files but the project's own tables, never raise on any text, and take time linear in it. spaCy comes in one
floor above, in ``components``.
"""
