"""The reader: everything on the terminal's side. Knows no spaCy."""
