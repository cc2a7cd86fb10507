"""Which spaCy pipelines there are, and what each says of itself. Light: none is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import PipelineError, told_by_system

SHIPPED_PIPELINE = Path(__file__).parent / "models" / "en_news"
"""The folder of the English news pipeline that ships with newsreader."""
NAME_FINDERS = ("ner", "entity_ruler", "span_ruler")
"""The components that find names; a pipeline without any is of no use here."""
_INSTALLED = "spacy_models"
"""The group of entry points by which a packaged pipeline tells that it is there."""


@dataclass(frozen=True, slots=True)
class PipelineCard:
    """What a pipeline says of itself."""

    name: str
    """By which it is chosen: a package's name, or a folder's path."""
    folder: Path
    """Where its data lie."""
    version: str
    """Its version; empty where it tells none."""
    licence: str
    """Its licence; empty where it tells none."""
    made_for: str
    """The spaCy versions it was made for, such as ">=3.8.0,<3.9.0"; empty where it tells none."""
    names: tuple[str, ...]
    """The labels of the names it finds."""
    components: tuple[str, ...]
    """Its components in their order."""
    size: int
    """Bytes of its files, all together."""


def find_pipeline(pipeline: str | Path | None) -> Path:
    """Return the folder of a spaCy pipeline, importing nothing.

    Args:
        pipeline: The name of an installed pipeline package such as en_core_web_sm, or the path
            of a folder. A lone word is a name, so that no folder at hand takes the place, and the
            trust, of a package that is not installed here: ./NAME is that folder. None is the
            pipeline that ships with newsreader, as is its own name.

    Raises:
        PipelineError: There is no such folder or package.
    """
    if pipeline is None or str(pipeline) == SHIPPED_PIPELINE.name:
        return SHIPPED_PIPELINE
    # A name may be too long for a file's, begin with that of no user, or be a running program's.
    with suppress(OSError, RuntimeError, ValueError):
        is_named = isinstance(pipeline, str) and is_name(pipeline)
        folder = _find_package(pipeline) if is_named else Path(pipeline).expanduser()
        if folder is not None and (folder / "meta.json").is_file():
            return folder
    raise PipelineError(
        f"no spaCy pipeline {str(pipeline)!r}: neither an installed package nor a folder with a "
        "meta.json, which is written ./NAME where it lies at hand. "
        "Leave it out to use the one that ships with newsreader; newsreader pipelines lists all."
    )


def is_name(pipeline: str) -> bool:
    """Say whether a pipeline is called by its name, a lone word, and not by where it lies."""
    return Path(pipeline).name == pipeline


def is_installed(pipeline: str | Path | None) -> bool:
    """Say whether a pipeline is a package that was installed, not a folder that may be sent."""
    return _find_package(pipeline) is not None


def find_installed() -> list[str]:
    """Return the names of the pipelines there are: the shipped one, then packages by name."""
    from importlib.metadata import entry_points

    packages = {point.name for point in entry_points(group=_INSTALLED)}
    return [SHIPPED_PIPELINE.name, *sorted(packages - {SHIPPED_PIPELINE.name})]


def read_card(pipeline: str | Path) -> PipelineCard:
    """Return what a pipeline says of itself in its meta.json.

    Raises:
        PipelineError: There is no such pipeline, or its meta.json cannot be read.
    """
    folder = find_pipeline(pipeline)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if not isinstance(meta, dict):
            raise ValueError("no object")
    except (OSError, ValueError, RecursionError) as error:
        raise PipelineError(
            f"{folder}: its meta.json cannot be read ({told_by_system(error)}); "
            "install the pipeline anew"
        ) from error
    labels = meta.get("labels")
    labels = labels if isinstance(labels, dict) else {}
    return PipelineCard(
        name=str(pipeline),
        folder=folder,
        version=_text(meta.get("version")),
        licence=_text(meta.get("license")),
        made_for=_text(meta.get("spacy_version")),
        names=tuple(
            label for finder in NAME_FINDERS if finder in labels for label in _texts(labels[finder])
        ),
        components=tuple(_texts(meta.get("pipeline"))) or tuple(_texts(meta.get("components"))),
        size=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()),
    )


def _find_package(name: str | Path | None) -> Path | None:
    """Return the folder of an installed package's data, without importing the package."""
    from importlib.util import find_spec

    spec = find_spec(name) if isinstance(name, str) and name.isidentifier() else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        # They lie in a folder name-version beside its __init__.
        for data in sorted(Path(place).glob(f"{name}-*/meta.json")):
            return data.parent
    return None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, str))
