"""Pages that lie over the reader for a moment."""
