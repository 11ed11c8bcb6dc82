"""Names in capitals that are no organisations: words and runs of capitals, people, things."""
