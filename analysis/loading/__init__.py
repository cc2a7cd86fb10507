"""The steps from a file's bytes to an article's text, title and paragraphs; see `analysis.load`."""
