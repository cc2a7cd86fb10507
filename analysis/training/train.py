"""Run spaCy's own training loop over our configs. Knows no corpus: data come as files."""

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
    train_file: str,
    dev_file: str,
    steps: int,
    seed: int,
    rate: float,
    start_from: Path | None = None,
) -> Path:
    """Train a pipeline, or train on from another.

    Args:
        config_name: `names` or `syntax`: which of the configs here.
        build: Folder of the data files and of `vectors`.
        output: Folder for the pipeline; made if absent.
        train_file: Training data, a DocBin in `build`.
        dev_file: Data to watch the training by; nothing is chosen by it.
        steps: Batches of about 2,000 tokens.
        seed: Fixes initial weights, order and dropout.
        rate: Learning rate after the warm-up; it falls in a line to zero.
        start_from: A trained pipeline whose components go on from where they are.

    Returns:
        Folder of the pipeline as it is at the end, its weights averaged over the last steps.
    """
    overrides = {
        "paths.train": str(build / train_file),
        "paths.dev": str(build / dev_file),
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
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output)
    return output / "model-last"
