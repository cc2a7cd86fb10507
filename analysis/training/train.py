"""Run spaCy's own training loop over our configs. Knows no corpus: data come as files."""

import shutil
from pathlib import Path
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train

CONFIGS = Path(__file__).resolve().parent


def train_pipeline(
    config_name: str,
    build: Path,
    output: Path,
    *,
    data: str,
    steps: int,
    seed: int,
    rate: float,
    start_from: Path | None = None,
) -> None:
    """Train a pipeline, or train on from another.

    What is written is the pipeline as it is at the end, its weights averaged over the last
    steps; nothing is chosen by the watched score.

    Args:
        config_name: `names` or `syntax`: which of the configs here.
        build: Has the data files and the folder `vectors`.
        output: Folder for the pipeline; it is there once the training is over.
        data: Stem of the files to train on, `DATA.spacy`, and to watch it by, `DATA-dev.spacy`.
        steps: Batches of about 2,000 tokens.
        seed: Fixes initial weights, order and dropout.
        rate: Learning rate after the warm-up; it falls in a line to zero.
        start_from: A trained pipeline whose components go on from where they are.
    """
    overrides = {
        "paths.train": str(build / f"{data}.spacy"),
        "paths.dev": str(build / f"{data}-dev.spacy"),
        "paths.vectors": str(build / "vectors"),
        "system.seed": seed,
        "training.max_steps": steps,
        "training.eval_frequency": max(50, steps // 4),
        "training.optimizer.learn_rate.initial_rate": rate,
        "training.optimizer.learn_rate.warmup_steps": min(100, steps // 10),
    }
    config = util.load_config(CONFIGS / f"{config_name}.cfg", overrides=overrides)
    if start_from is not None:
        sourced: dict[str, Any] = {"source": str(start_from)}
        config["components"] = {name: dict(sourced) for name in config["components"]}
    nlp: Language = init_nlp(config)
    unfinished = output.with_name(f"{output.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    train(nlp, unfinished)
    (unfinished / "model-last").rename(output)
    shutil.rmtree(unfinished)
