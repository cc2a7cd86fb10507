"""Errors that a reader can act on: each message says what is wrong and what to do."""


def told_by_system(error: Exception) -> str:
    """Return what an error says, as a part of a sentence: in a line, without a number or path."""
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(told.split())


class NewsreaderError(Exception):
    """The base of all errors the library raises on purpose."""

    def __str__(self) -> str:
        """Return the message as it can be shown: a name or a value in it may hold anything."""
        from analysis.text import sanitise  # imported only when there is something to be told

        return sanitise(super().__str__())


class LoadError(NewsreaderError):
    """A file or folder cannot be read as an article."""


class CodecError(NewsreaderError):
    """A stored or sent article or analysis is not of the form this version writes."""


class AnalysisError(NewsreaderError):
    """A rule failed on an article; the others can still be analysed."""


class StoreError(NewsreaderError):
    """The cache cannot be opened or written; reading goes on without it."""


class CorrectionError(NewsreaderError):
    """A file of corrections cannot be read or written."""


class PipelineError(NewsreaderError):
    """A spaCy pipeline cannot be loaded, or lacks what the analysis needs."""
