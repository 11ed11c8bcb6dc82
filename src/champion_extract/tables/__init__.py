"""Data as CSV and YAML, beside the loaders that validate each row. README.md explains columns, sources and licences."""
