"""Tell whether loading a spaCy pipeline would do more than read data, before it is loaded.

A pipeline's configuration names the functions that build it. Those that spaCy, its official
companions and newsreader bring read data alone; any other is code that came with the pipeline or
for it. Weights made with PyTorch are pickles, and to read a pickle is to run it: they are taken
from a package, which the reader has installed, but not from a folder, which anyone may send.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import spacy
from spacy.util import registry
from thinc.api import Config

from analysis.errors import PipelineError, told_by_system

OFFICIAL = frozenset(
    "analysis spacy spacy_curated_transformers spacy_legacy spacy_loggers spacy_lookups_data "
    "spacy_transformers srsly thinc".split()
)
"""The packages whose functions a pipeline may name."""
UNPICKLING = frozenset({"spacy_curated_transformers", "spacy_transformers"})
"""Those whose components read pickles."""
UNPICKLING_FUNCTIONS = ("MXNet", "PyTorch", "TensorFlow", "TorchScript", "spacy.TorchBiLSTM")
"""How those functions of spaCy's and thinc's begin whose weights are read as pickles."""
_BASE = "spacy.copy_from_base_model"
"""How the function begins that loads another pipeline as soon as it is called."""
CODE_SUFFIXES = frozenset({".py", ".pyc", ".so", ".pyd", ".dll", ".dylib"})
"""Files that can be run; a pipeline of data has none."""
PICKLE_SUFFIXES = frozenset({".pkl", ".pickle", ".joblib", ".pt", ".pth"})
"""Names that pickles commonly have."""
_PICKLE_STARTS = tuple(bytes([0x80, protocol]) for protocol in range(2, 6))


def refuse_code(folder: Path, *, is_package: bool) -> None:
    """Refuse a pipeline that would run code of its own when it is loaded.

    Args:
        folder: Where its data lie.
        is_package: Whether they lie in an installed package.

    Raises:
        PipelineError: It would; the message says by what, and how it can be allowed.
    """
    try:
        reason = next(_find_reasons(folder, is_package=is_package), None)
    except OSError as error:
        raise PipelineError(
            f"the spaCy pipeline in {folder} cannot be read ({told_by_system(error)})"
        ) from error
    if reason is not None:
        raise PipelineError(
            f"the spaCy pipeline in {folder} could run code on this machine: {reason}. "
            "If you trust whoever made it, allow it with --trust-pipeline."
        )


def _find_reasons(folder: Path, *, is_package: bool) -> Iterator[str]:
    """Yield what in a pipeline is more than data, in words that end a sentence."""
    for file in _files_below(folder):
        if file.suffix.lower() in CODE_SUFFIXES:
            yield f"it holds {file.name}, a program"
        elif file.is_file() and _is_pickle(file):
            yield f"it holds {file.name}, a pickle, which runs when it is read"
    try:
        config = Config().from_disk(folder / "config.cfg", interpolate=False)
        used = config.interpolate()
    except Exception as error:  # what is raised depends on how it is spoilt
        raise PipelineError(
            f"{folder / 'config.cfg'} cannot be read: {told_by_system(error)}"
        ) from error
    language = str(_as_dict(used.get("nlp")).get("lang", "en"))
    maker = _find_maker("languages", language, language)
    if maker is not None and maker not in OFFICIAL:
        yield f"its language {language!r} is brought by the package {maker}"
        return
    try:
        spacy.blank(language)  # registers spaCy's own components, and those of the language
    except Exception:  # what spaCy raises depends on what of its own bears such a name
        yield f"its language {language!r} is none of spaCy's"
        return
    called = set(_find_functions({part: used.get(part) for part in ("nlp", "components")}))
    for kind, name in (*_find_functions(config), *called):
        # Among what is only called to train it, a base is what anyone's pipeline may have had.
        if kind == "source" or (name.startswith(_BASE) and (kind, name) in called):
            yield f"it takes a component from {name!r}, another pipeline"
            continue
        maker = _find_maker(kind, name, language)
        if maker is None:
            yield f"it needs {name!r}, which neither spaCy nor newsreader brings"
        elif maker not in OFFICIAL:
            yield f"it needs {name!r}, which the package {maker} brings"
        elif is_package:
            continue
        elif maker in UNPICKLING or name.startswith(UNPICKLING_FUNCTIONS):
            yield f"{name!r} reads weights that run when they are read"


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder and in those below it, by name, following links, each once."""
    visited = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        if (real := os.path.realpath(place)) in visited:
            folders.clear()
            continue
        visited.add(real)
        folders.sort()
        yield from (Path(place) / name for name in sorted((*folders, *files)))


def _find_functions(config: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each function that a configuration names: its registry, and its name in that."""
    yield from _find_makers(config)
    for name, component in _as_dict(config.get("components")).items():
        if "source" in _as_dict(component):
            yield "source", str(component["source"])
        else:
            yield "factories", str(_as_dict(component).get("factory", name))


def _find_makers(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _find_makers(item)
    for key, item in _as_dict(value).items():
        yield from _find_makers(item)
        if str(key).startswith("@") and item is not None:
            yield str(key)[1:], str(item)


def _find_maker(kind: str, name: str, language: str) -> str | None:
    """Return the package that brings a function, without importing one to find out."""
    known = getattr(registry, kind, None)
    if not isinstance(known, type(registry.factories)):
        return None
    # spaCy takes what a package offers by entry point before its own, and falls back to its past.
    names = [name, f"{language}.{name}", name.replace("spacy.", "spacy-legacy.", 1)]
    for group in (f"spacy_{kind}", f"thinc_{kind}"):
        for point in entry_points(group=group):
            if point.name in names:
                return point.module.split(".")[0]
    for candidate in names:
        if candidate in known:
            function = known.get(candidate)
            return str(getattr(function, "__module__", "")).split(".")[0] or None
    return None


def _is_pickle(file: Path) -> bool:
    with file.open("rb") as data:
        return file.suffix.lower() in PICKLE_SUFFIXES or data.read(2) in _PICKLE_STARTS


def _as_dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
